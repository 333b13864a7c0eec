import { getLocale, getTranslations } from "next-intl/server";
import { CompositionSummary } from "@/components/alliances/composition-summary";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadComposition } from "@/lib/features/memberships/loaders";
import { formatCount, formatDay } from "@/lib/i18n/format";

/** How many of which kind belong to the alliance today, computed from the register. */
export async function Composition({ slug }: { slug: string }) {
  const [t, locale, figures] = await Promise.all([
    getTranslations("alliances.home"),
    getLocale(),
    loadComposition(slug, {}),
  ]);
  return (
    <Panel
      title={`${t("composition")} · ${formatCount(figures.total, locale)} ${t("member")}`}
      description={t("compositionNote", { asOf: formatDay(figures.asOf, locale) })}
      actions={
        <ButtonLink href={`/a/${slug}/members/composition`}>{t("openComposition")}</ButtonLink>
      }
    >
      <CompositionSummary slug={slug} byKind={figures.byKind} />
    </Panel>
  );
}
