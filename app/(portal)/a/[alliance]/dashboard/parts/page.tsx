import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PartsTable } from "@/components/dashboards/parts-table";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { loadParts } from "@/lib/features/dashboards/loaders";
import { partsInput } from "@/lib/features/dashboards/schema";
import { formatCount, formatDay } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { TakeTable } from "../../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("parts.title") };
}

/** The shares behind a number of a past day, beside the same of today; the sum is the tile's. */
export default async function PartsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(partsInput, await searchParams);
  const { metric } = search;
  if (!metric) notFound();
  const [t, locale, parts] = await Promise.all([
    getTranslations("dashboards"),
    getLocale(),
    loadParts(alliance, { ...search, metric }),
  ]);
  const base = `/a/${alliance}/dashboard`;
  const own = (words: { zh: string; en: string }) => (locale === "en" ? words.en : words.zh);
  const amount = (quantity: string) =>
    `${parts.atMost ? "≤ " : ""}${formatCount(Number(quantity), locale)} ${own(parts.unit)}`;
  const { past } = parts;
  const day = past && formatDay(past, locale);
  const back = addressWith(base, {
    ...(search.asOf && { asOf: search.asOf }),
    ...(search.state && { status: search.state }),
    ...(search.organization && { organization: search.organization }),
  });
  return (
    <>
      <PageHeader
        title={own(parts.name)}
        description={own(parts.definition)}
        breadcrumbs={[{ href: back, label: t("title") }, { label: t("parts.title") }]}
      />
      <FilterBar action={`${base}/parts`} keep={{ ...search, asOf: undefined, page: undefined }}>
        <FilterDate name="asOf" label={t("time.day")} defaultValue={past ?? undefined} />
      </FilterBar>
      <div className="py-3">
        <Notice tone={past ? "attention" : "neutral"}>
          {day
            ? t("time.sentence.past", { day, layer: t(`layer.${parts.state}`) })
            : t(`time.sentence.${parts.state}`)}{" "}
          {past && t("parts.why")}
        </Notice>
      </div>
      <p className="py-2 text-sm text-muted" aria-live="polite">
        {t("parts.sum", { value: amount(parts.quantity), count: parts.records })}
        {past && ` ${t("parts.sumNow", { value: amount(parts.nowQuantity) })}`}
      </p>
      <PartsTable
        tenant={alliance}
        parts={parts}
        empty={<EmptyState title={t("none")} hint={t("noneHint")} />}
      />
      <Pagination
        of={parts}
        href={(page) => addressWith(`${base}/parts`, search, { page: String(page) })}
      >
        <TakeTable alliance={alliance} table="parts" search={search} own />
      </Pagination>
    </>
  );
}
