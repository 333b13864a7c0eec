import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { CompositionCharts, registerOf } from "@/components/memberships/composition-charts";
import { positionWords } from "@/components/memberships/position-words";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { Stat } from "@/components/ui/stat";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadComposition } from "@/lib/features/memberships/loaders";
import { compositionInput } from "@/lib/features/memberships/schema/register";
import { formatCount, formatDay } from "@/lib/i18n/format";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.composition"))("title") };
}

export default async function CompositionPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params;
  const search = knownSearch(compositionInput, await searchParams);
  const [t, locale, figures, alliance] = await Promise.all([
    getTranslations("memberships"),
    getLocale(),
    loadComposition(slug, search),
    loadAlliance(slug, {}),
  ]);
  const opens = registerOf(slug, search.asOf);
  const total = formatCount(figures.total, locale);
  const asOf = formatDay(figures.asOf, locale);
  return (
    <>
      <PageHeader
        title={t("composition.title")}
        description={t("composition.description", { asOf, total })}
        breadcrumbs={[
          { href: `/a/${slug}/members`, label: t("register.title") },
          { label: t("composition.title") },
        ]}
        actions={<ButtonLink href={opens({})}>{t("composition.backToRegister")}</ButtonLink>}
      />
      <div className="flex flex-col gap-4">
        <FilterBar action={`/a/${slug}/members/composition`}>
          <FilterDate name="asOf" label={t("register.asOf")} defaultValue={search.asOf} />
        </FilterBar>
        <div className="max-w-xs">
          <Stat
            label={t("composition.total")}
            value={total}
            unit={t("composition.unit")}
            period={t("composition.asOf", { asOf })}
            state={t("composition.computed")}
            href={opens({})}
          />
        </div>
        <CompositionCharts
          figures={figures}
          opens={opens}
          positionWord={positionWords(alliance.positionLabels, locale, (position) =>
            t(`position.${position}`),
          )}
        />
      </div>
    </>
  );
}
