import { getTranslations } from "next-intl/server";
import { FundTabs } from "@/components/funds/fund-tabs";
import { FundFilters } from "@/components/funds/ledger-filters";
import { PastNote } from "@/components/funds/past-note";
import { SideTiles } from "@/components/funds/side-tiles";
import { Stretch } from "@/components/funds/stretch";
import { OrganizationTable, YearTable } from "@/components/funds/summary-tables";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadFundSummary } from "@/lib/features/funds/loaders";
import { summarySchema } from "@/lib/features/funds/schema/reports";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { FilterNote } from "./_sections/filter-note";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("title") };
}

export default async function FundsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(summarySchema, await searchParams);
  const [t, summary] = await Promise.all([
    getTranslations("funds"),
    loadFundSummary(alliance, search),
  ]);
  const base = `/a/${alliance}/funds`;
  const href = (changes: Record<string, string>) => addressWith(base, search, changes);
  const hasAny = summary.years.length > 0;
  const isEmpty = !hasAny && summary.sides.promised !== null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          summary.may.enter && (
            <ButtonLink variant="primary" href={`${base}/enter`}>
              {t("enterReceipt")}
            </ButtonLink>
          )
        }
      />
      <FundTabs tenant={alliance} current="summary" may={summary.may} asOf={summary.past?.day} />
      <FundFilters base={base} search={search} />
      <FilterNote base={base} search={search} />
      <PastNote base={base} search={search} past={summary.past} />
      <div className="mt-3 flex flex-col gap-4">
        <SideTiles
          sides={summary.sides}
          period={<Stretch {...search} day={summary.past?.day} />}
          hrefOf={(side, cash) =>
            summary.opensLedger
              ? addressWith(`${base}/ledger`, search, { side, cash: String(cash) })
              : undefined
          }
        />
        {!summary.opensLedger && <p className="text-sm text-muted">{t("ledgerClosed")}</p>}
        {isEmpty && <EmptyState title={t("empty")} hint={t("emptyHint")} />}
        {hasAny && (
          <Panel title={t("byYear")}>
            <YearTable
              years={summary.years}
              hrefOf={(year) => href({ from: String(year), to: String(year) })}
            />
          </Panel>
        )}
        {summary.organizations.length > 0 && (
          <Panel
            title={t("byOrganization")}
            description={
              summary.organizationCount > summary.organizations.length &&
              t("firstOrganizations", {
                shown: summary.organizations.length,
                all: summary.organizationCount,
              })
            }
          >
            <OrganizationTable
              organizations={summary.organizations}
              hrefOf={(organization) => href({ organization })}
            />
          </Panel>
        )}
      </div>
    </>
  );
}
