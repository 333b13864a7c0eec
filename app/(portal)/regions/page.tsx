import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { regionWords } from "@/components/organizations/region-words";
import { ComparisonTable } from "@/components/regions/comparison-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { loadComparison } from "@/lib/features/regions/loaders";
import { compareInput } from "@/lib/features/regions/schema";
import { formatInstant } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("regions"))("title") };
}

/** A city or a region: alliances side by side, nothing counted twice. */
export default async function RegionsPage({ searchParams }: Props) {
  const raw = await searchParams;
  const search = knownSearch(compareInput, raw);
  const plain = raw.sum === "plain";
  const [t, o, locale, comparison] = await Promise.all([
    getTranslations("regions"),
    getTranslations("organizations"),
    getLocale(),
    loadComparison("", search),
  ]);
  const word = regionWords(o);
  const regions = [
    ...new Set(comparison.choices.flatMap(({ regionCode }) => regionCode?.slice(0, 4) ?? [])),
  ].sort();
  const { seen, all } = comparison.organizations;
  const href = (sum?: string) => addressWith("/regions", search, { sum });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={`${t("description")} ${t("asOf", { at: formatInstant(new Date(comparison.asOf), locale) })}`}
      />
      <FilterBar
        action="/regions"
        keep={{ alliances: search.alliances, sum: plain ? "plain" : undefined }}
        used={Boolean(search.from || search.to)}
      >
        <FilterSelect
          name="region"
          label={t("region")}
          defaultValue={search.region}
          options={regions.map((code) => ({ value: code, label: word(code) }))}
        />
        <FilterText
          name="from"
          label={t("from")}
          inputMode="numeric"
          defaultValue={comparison.from}
        />
        <FilterText name="to" label={t("to")} inputMode="numeric" defaultValue={comparison.to} />
      </FilterBar>
      <div className="my-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <TabLinks
          label={t("sums")}
          items={[
            { href: href(), label: t("once"), current: !plain },
            { href: href("plain"), label: t("plain"), current: plain },
          ]}
        />
        <p className="text-sm text-muted">
          {t("shown", {
            shown: comparison.alliances.length,
            all: comparison.choices.length,
          })}
          {" · "}
          {t("seen", { seen, all })}
        </p>
      </div>
      {comparison.alliances.length === 0 ? (
        <Panel>
          <EmptyState title={t("empty")} hint={t("emptyHint")} />
        </Panel>
      ) : (
        <ComparisonTable comparison={comparison} plain={plain} />
      )}
    </>
  );
}
