import { useLocale, useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { addressWith } from "@/lib/kernel/address";
import { BarChart } from "../charts/bar-chart";
import { Panel } from "../ui/panel";
import { useMetricWords } from "./words";

/** Members by kind; a click on a bar narrows the whole page to that kind. */
export function KindFilter({
  base,
  search,
  dashboard,
}: {
  base: string;
  search: Readonly<Record<string, string>>;
  dashboard: Dashboard;
}) {
  const t = useTranslations("dashboards");
  const o = useTranslations("organizations");
  const { unitOf } = useMetricWords(useLocale());
  const kinds = dashboard.numbers.flatMap((number) => {
    const kind = number.code.startsWith("members-") ? number.code.slice("members-".length) : "";
    return kind && number.records > 0 ? [{ number, kind: kind as "other" }] : [];
  });
  const [first] = kinds;
  if (!first) return null;
  return (
    <Panel title={t("kinds")} description={t("kindsHint")}>
      <BarChart
        title={t("kinds")}
        unit={unitOf(first.number)}
        labelHeading={t("kind")}
        data={kinds
          .sort((a, b) => b.number.records - a.number.records)
          .map(({ number, kind }) => ({
            label: o(`kind.${kind}`),
            value: number.records,
            href: addressWith(base, search, { kind }),
          }))}
      />
    </Panel>
  );
}
