"use client";

import { useLocale, useTranslations } from "next-intl";
import type { TalentOverview } from "@/lib/features/talent/schema/reports";
import { formatCount } from "@/lib/i18n/format";
import { BarChart } from "../charts/bar-chart";
import { DataTable } from "../ui/data-table";
import { useNamed } from "./words";

/** Demand − supply per occupation, the widest gap first: bars for the missing, the table for both sides. */
export function GapPanel({ gaps }: { gaps: TalentOverview["gaps"] }) {
  const t = useTranslations("talent.overview");
  const locale = useLocale();
  const named = useNamed();
  if (gaps.length === 0) return <p className="text-muted">{t("gapNone")}</p>;
  const said = (gap: number) => {
    if (gap === 0) return t("even");
    const count = formatCount(Math.abs(gap), locale);
    return gap > 0 ? t("short", { count }) : t("surplus", { count });
  };
  const missing = gaps.filter(({ gap }) => gap > 0).slice(0, 12);
  return (
    <div className="flex flex-col gap-4">
      {missing.length > 0 && (
        <BarChart
          title={t("gap")}
          unit={t("people")}
          labelHeading={t("gapTable.occupation")}
          data={missing.map((row) => ({ label: named(row), value: row.gap }))}
        />
      )}
      <DataTable
        caption={t("gap")}
        rows={gaps}
        rowKey={(row) => row.name}
        columns={[
          { key: "name", header: t("gapTable.occupation"), cell: named },
          {
            key: "demand",
            header: t("gapTable.demand"),
            align: "end",
            cell: (row) => formatCount(row.demand, locale),
          },
          {
            key: "supply",
            header: t("gapTable.supply"),
            align: "end",
            cell: (row) => formatCount(row.supply, locale),
          },
          { key: "gap", header: t("gapTable.gap"), align: "end", cell: (row) => said(row.gap) },
        ]}
      />
    </div>
  );
}
