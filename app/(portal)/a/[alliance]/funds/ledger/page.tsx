import { getLocale, getTranslations } from "next-intl/server";
import { FundFilters } from "@/components/funds/ledger-filters";
import { LedgerTable } from "@/components/funds/ledger-table";
import { PastNote } from "@/components/funds/past-note";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadLedger } from "@/lib/features/funds/loaders";
import { ledgerSchema } from "@/lib/features/funds/schema/entries";
import { formatDay, formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";
import { FilterNote } from "../_sections/filter-note";
import { Tabs } from "../_sections/tabs";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("ledger") };
}

export default async function LedgerPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(ledgerSchema, await searchParams);
  const [t, locale, list] = await Promise.all([
    getTranslations("funds"),
    getLocale(),
    loadLedger(alliance, search),
  ]);
  const funds = `/a/${alliance}/funds`;
  const base = `${funds}/ledger`;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const unit = moneyUnitFor(Object.values(list.sums), locale);
  const [cash, kind] = [
    formatMoney(list.sums.cash, locale, unit),
    formatMoney(list.sums.inKind, locale, unit),
  ];
  return (
    <ClientMessages namespaces={["funds"]}>
      <PageHeader
        title={list.past ? t("past.title", { day: formatDay(list.past.day, locale) }) : t("ledger")}
        description={t("ledgerDescription")}
        breadcrumbs={[{ href: funds, label: t("title") }, { label: t("ledger") }]}
      />
      <Tabs alliance={alliance} current="ledger" asOf={list.past?.day} />
      <FundFilters base={base} search={search} entries />
      <FilterNote base={base} search={search} />
      <PastNote base={base} search={search} past={list.past} />
      <p className="py-2 text-sm" aria-live="polite">
        {search.side
          ? t("sums", { cash: cash.text, kind: kind.text, unit: cash.unit })
          : t("sumsMixed")}
      </p>
      <LedgerTable
        tenant={alliance}
        rows={list.items}
        sort={search.sort ?? "-on"}
        href={href}
        empty={<EmptyState title={t("empty")} hint={t("emptyHint")} />}
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="fund-ledger" search={search} own />
      </Pagination>
    </ClientMessages>
  );
}
