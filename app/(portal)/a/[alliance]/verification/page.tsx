import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { ApproveMany } from "@/components/verification/approve-many";
import { DeskKeys } from "@/components/verification/desk-keys";
import { DeskQueue } from "@/components/verification/desk-queue";
import { loadDesk } from "@/lib/features/verification/loaders";
import { deskSteps, listDeskSchema } from "@/lib/features/verification/schema/desk";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../_sections/take-table";
import { DeskFilters } from "./_sections/filters";
import { Item } from "./_sections/item";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("verification"))("title") };
}

export default async function VerificationPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const raw = await searchParams;
  const search = knownSearch(listDeskSchema, raw);
  const [t, list] = await Promise.all([
    getTranslations("verification"),
    loadDesk(alliance, search),
  ]);
  const base = `/a/${alliance}/verification`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  // An item that was answered is no longer in the queue: the riskiest of the rest takes its place.
  const place = Math.max(
    list.items.findIndex((row) => row.id === raw.at),
    0,
  );
  const current = list.items[place];
  const at = (step: number) => {
    const row = list.items[place + step];
    return row && href({ at: row.id });
  };
  const step = search.step ?? "verify";
  const ready = list.items.filter((row) => row.mayApprove);
  return (
    <ClientMessages namespaces={["verification", "outcomes"]}>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ButtonLink href={`${base}/samples`}>{t("sample.title")}</ButtonLink>
            <ButtonLink href={`${base}/visits`}>{t("visit.title")}</ButtonLink>
          </>
        }
      />
      <TabLinks
        items={deskSteps.map((one) => ({
          href: addressWith(base, {}, { step: one === "verify" ? undefined : one }),
          label: t(`tab.${one}`),
          current: step === one,
        }))}
      />
      <DeskFilters base={base} search={search} />
      {step === "approve" && (
        <div className="mt-3">
          <ApproveMany
            tenant={alliance}
            rows={ready.map(({ id, version, title }) => ({ id, version, title }))}
          />
        </div>
      )}
      {current ? (
        <div className="mt-3 grid gap-4 lg:grid-cols-[minmax(16rem,1fr)_3fr]">
          {/* On a phone the riskiest comes before the queue: that is what one came for. So it does in the document, since a
              queue that arrived first would be pushed down by it. */}
          <div className="flex min-w-0 flex-col gap-3 lg:col-start-2 lg:row-start-1">
            <DeskKeys next={at(1)} previous={at(-1)} />
            <Item tenant={alliance} row={current} />
          </div>
          <div className="lg:col-start-1 lg:row-start-1">
            <Panel title={t("queue")}>
              <DeskQueue rows={list.items} current={current.id} href={(id) => href({ at: id })} />
              <Pagination of={list} href={(page) => href({ page: String(page) })}>
                <TakeTable alliance={alliance} table="verification" search={search} />
              </Pagination>
            </Panel>
          </div>
        </div>
      ) : (
        <EmptyState title={t("empty")} hint={t("emptyHint")} />
      )}
    </ClientMessages>
  );
}
