import { getTranslations } from "next-intl/server";
import { CorrectionTable } from "@/components/corrections/correction-table";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tabs";
import { loadCorrections } from "@/lib/features/corrections/loaders";
import { listCorrectionsSchema } from "@/lib/features/corrections/schema";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

const tabs = ["", "open", "applied", "refused"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("corrections"))("title") };
}

export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listCorrectionsSchema, await searchParams);
  const [t, list] = await Promise.all([
    getTranslations("corrections"),
    loadCorrections(alliance, search),
  ]);
  const base = `/a/${alliance}/corrections`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<ButtonLink href={`${base}/as-of`}>{t("asOf")}</ButtonLink>}
      />
      <TabLinks
        items={tabs.map((state) => ({
          href: href({ state: state || undefined, page: undefined }),
          label: t(`tab.${state || "all"}`),
          current: (search.state ?? "") === state,
        }))}
      />
      <div className="mt-3">
        <CorrectionTable
          rows={list.items}
          base={base}
          sort={search.sort ?? "-number"}
          href={href}
          empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
        />
      </div>
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="corrections" search={search} own />
      </Pagination>
    </>
  );
}
