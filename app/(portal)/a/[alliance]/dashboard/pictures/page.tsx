import { getLocale, getTranslations } from "next-intl/server";
import { ChainChart } from "@/components/dashboards/chain-chart";
import { FlowChart } from "@/components/dashboards/flow-chart";
import { LadderChart } from "@/components/dashboards/ladder-chart";
import { PageHeader } from "@/components/layout/page-header";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { loadPictures } from "@/lib/features/dashboards/loaders";
import { picturesInput } from "@/lib/features/dashboards/schema";
import { loadComposition } from "@/lib/features/memberships/loaders";
import { formatDay } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("pictures.title") };
}

/** Numbers that a drawing says better than a tile, each with its table. */
export default async function PicturesPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(picturesInput, await searchParams);
  const [t, locale, pictures] = await Promise.all([
    getTranslations("dashboards"),
    getLocale(),
    loadPictures(alliance, search),
  ]);
  const { past } = pictures;
  const figures = await loadComposition(alliance, past ? { asOf: past.day } : {});
  const base = `/a/${alliance}/dashboard`;
  return (
    <>
      <PageHeader
        title={t("pictures.title")}
        description={t("pictures.description")}
        breadcrumbs={[
          { href: addressWith(base, search), label: t("title") },
          { label: t("pictures.title") },
        ]}
        actions={<PrintButton>{t("print")}</PrintButton>}
      />
      <FilterBar action={`${base}/pictures`}>
        <FilterDate name="asOf" label={t("time.day")} defaultValue={past?.day} />
      </FilterBar>
      {past && (
        <div className="mt-3">
          <Notice tone="attention">
            {t("pictures.past", { day: formatDay(past.day, locale) })}
          </Notice>
        </div>
      )}
      <div className="mt-3 grid gap-4">
        <FlowChart pictures={pictures} />
        <div className="grid gap-4 xl:grid-cols-2">
          <LadderChart tenant={alliance} pictures={pictures} />
          <ChainChart tenant={alliance} figures={figures} asOf={past?.day} />
        </div>
      </div>
    </>
  );
}
