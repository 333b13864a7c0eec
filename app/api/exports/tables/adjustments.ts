import { getLocale, getTranslations } from "next-intl/server";
import { adjustmentWaiting } from "@/components/talent/waiting-words";
import { exportAdjustmentsQuery } from "@/lib/features/talent/procedures/reports";
import type { AdjustmentRow } from "@/lib/features/talent/schema/adjustments";
import { dayOf, tableOf } from "./table";

export const adjustments = tableOf(exportAdjustmentsQuery, async () => {
  const [t, p, s, locale] = await Promise.all([
    getTranslations("talent"),
    getTranslations("programmes"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const waitingLine = (row: AdjustmentRow) => {
    const words = adjustmentWaiting(row, locale);
    return words && t.markup(`adjustment.${words.key}`, { ...words.values, keep: (day) => day });
  };
  const ofDemand = (field: "organization" | "occupation" | "headcount" | "year") =>
    s("of", { whole: t("adjustment.field.demand"), part: t(`demand.field.${field}`) });
  const year = (from: number) => t("academicYear", { from: String(from), to: String(from + 1) });
  return {
    name: t("adjustment.title"),
    columns: [
      [t("adjustment.field.kind"), (row) => t(`adjustment.kind.${row.kind}`)],
      [t("adjustment.field.programme"), (row) => row.programme.name],
      [p("field.level"), (row) => p(`level.${row.programme.level}`)],
      [t("adjustment.field.school"), (row) => row.school.name],
      [t("adjustment.field.year"), (row) => year(row.academicYear)],
      [t("supply.field.state"), (row) => t(`adjustment.state.${row.state}`)],
      [t("adjustment.field.waiting"), waitingLine],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [ofDemand("organization"), (row) => row.demand.enterprise],
      [ofDemand("occupation"), (row) => row.demand.occupation],
      [ofDemand("headcount"), (row) => row.demand.headcount],
      [ofDemand("year"), (row) => year(row.demand.academicYear)],
      [t("adjustment.field.reason"), (row) => row.reason],
      [t("adjustment.field.answer"), (row) => row.answer],
    ],
  };
});
