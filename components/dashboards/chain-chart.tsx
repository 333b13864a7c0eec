import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { compositionOutput } from "@/lib/features/memberships/schema/register";
import { formatDay } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { BarChart } from "../charts/bar-chart";
import { Panel } from "../ui/panel";

type Composition = z.output<typeof compositionOutput>;

/** Members in each link of the chain, in its order; a link without any is shown as such. */
export function ChainChart({
  tenant,
  figures,
  asOf,
}: {
  tenant: string;
  figures: Composition;
  /** The day of the past that is shown; the lists of members are then of that day too. */
  asOf?: string | undefined;
}) {
  const t = useTranslations("dashboards");
  const p = useTranslations("dashboards.pictures");
  const o = useTranslations("organizations");
  const locale = useLocale();
  const { nodes, unplaced } = figures;
  return (
    <Panel title={p("chain")} description={p("chainNote")}>
      <BarChart
        title={p("chain")}
        unit={p("members")}
        labelHeading={p("node")}
        data={nodes.map(({ id, name, nameEn, chain, count }) => ({
          label: `${o(`chain.${chain}`)} · ${(locale === "en" && nameEn) || name}`,
          value: count,
          href: addressWith(`/a/${tenant}/members`, { node: id, ...(asOf && { asOf }) }),
        }))}
        notes={[
          p("covered", {
            all: nodes.length,
            covered: nodes.filter(({ count }) => count > 0).length,
            unplaced,
          }),
          t("chartSource", {
            source: p("sourceRegister"),
            whose: t("ofAlliance"),
            at: formatDay(figures.asOf, locale),
          }),
        ]}
      />
    </Panel>
  );
}
