import { useLocale, useTranslations } from "next-intl";
import type { Pictures } from "@/lib/features/dashboards/schema";
import { skillLevels } from "@/lib/features/people/types";
import { formatInstant } from "@/lib/i18n/format";
import { BarChart } from "../charts/bar-chart";
import { Panel } from "../ui/panel";

/** The eight levels, the highest on top; a level without anybody is a gap and is shown. */
export function LadderChart({ tenant, pictures }: { tenant: string; pictures: Pictures }) {
  const t = useTranslations("dashboards");
  const p = useTranslations("dashboards.pictures");
  const skill = useTranslations("platforms.skill");
  const locale = useLocale();
  const holders = new Map(pictures.ladder.map((rung) => [rung.level, rung.holders]));
  return (
    <Panel
      title={p("ladder")}
      description={[p("ladderNote"), pictures.past && p("ladderNow")].filter(Boolean).join(" ")}
    >
      <BarChart
        title={p("ladder")}
        unit={p("people")}
        labelHeading={p("level")}
        data={
          pictures.ladder.length === 0
            ? []
            : skillLevels.toReversed().map((level) => ({
                label: skill(level),
                value: holders.get(level) ?? 0,
                href: `/a/${tenant}/platforms?kind=master_studio`,
              }))
        }
        notes={[
          ...(pictures.promotions.length > 0
            ? [
                p("promotions", {
                  years: pictures.promotions
                    .map(({ year, people }) => p("promotionYear", { year: String(year), people }))
                    .join(p("separator")),
                }),
              ]
            : []),
          t("chartSource", {
            source: p("sourcePlatforms"),
            whose: t("ofAlliance"),
            at: formatInstant(new Date(pictures.asOf), locale),
          }),
        ]}
      />
    </Panel>
  );
}
