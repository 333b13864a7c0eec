import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { OutcomeFilters } from "@/components/outcomes/outcome-filters";
import { OutcomeTable } from "@/components/outcomes/outcome-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { reachOf } from "@/lib/features/access/policy";
import { loadMetrics } from "@/lib/features/metrics/loaders";
import { loadOutcomes } from "@/lib/features/outcomes/loaders";
import { listOutcomesSchema } from "@/lib/features/outcomes/schema/records";
import { formatCount } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

const tabs = ["", "submitted", "returned", "approved"] as const;
const tabWord = {
  "": "all",
  submitted: "queue",
  returned: "returnedQueue",
  approved: "approvedQueue",
} as const;

export async function generateMetadata() {
  return { title: (await getTranslations("outcomes"))("title") };
}

export default async function OutcomesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listOutcomesSchema, await searchParams);
  const [t, trainings, locale, list, metrics, actor] = await Promise.all([
    getTranslations("outcomes"),
    getTranslations("trainings"),
    getLocale(),
    loadOutcomes(alliance, search),
    loadMetrics("", { reportable: "true" }),
    currentActor(),
  ]);
  const base = `/a/${alliance}/outcomes`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const metric = metrics.items.find((item) => item.code === search.metric);
  const sum = formatCount(Number(list.quantity), locale);
  const reports = reachOf("figure.enter", actor.roles, null) !== undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ButtonLink href={`${base}/trainings`}>{trainings("title")}</ButtonLink>
            {reachOf("figure.read_unapproved", actor.roles, null) && (
              <ButtonLink href={`${base}/co-claims`}>{t("share.listTitle")}</ButtonLink>
            )}
            {reachOf("figure.verify", actor.roles, null) && (
              <ButtonLink href={`${base}/doubles`}>{t("doubles.title")}</ButtonLink>
            )}
            {reports && <ButtonLink href={`${base}/new`}>{t("report")}</ButtonLink>}
          </>
        }
      />
      <TabLinks
        items={tabs.map((state) => ({
          href: href({ state: state || undefined, page: undefined }),
          label: t(tabWord[state]),
          current: (search.state ?? "") === state,
        }))}
      />
      <OutcomeFilters base={base} search={search} metrics={metrics.items} />
      <p className="py-2 text-sm text-muted" aria-live="polite">
        {list.total > 0 &&
          (list.quantity && metric
            ? t("sum", {
                quantity: list.atMost ? trainings("atMost", { count: sum }) : sum,
                unit: locale === "en" ? metric.unitEn : metric.unitZh,
              })
            : t("sumMixed"))}
      </p>
      <OutcomeTable
        rows={list.items}
        base={base}
        sort={search.sort ?? "-occurredOn"}
        href={href}
        empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="outcomes" search={search} own />
      </Pagination>
    </>
  );
}
