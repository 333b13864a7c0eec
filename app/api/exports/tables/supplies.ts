import { getLocale, getTranslations } from "next-intl/server";
import { supplyWaiting } from "@/components/talent/waiting-words";
import { exportSuppliesQuery } from "@/lib/features/talent/procedures/supply";
import type { SupplyRow } from "@/lib/features/talent/schema/supply";
import { dayOf, tableOf } from "./table";

export const supplies = tableOf(exportSuppliesQuery, async () => {
  const [t, p, s, locale] = await Promise.all([
    getTranslations("talent"),
    getTranslations("programmes"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const waitingLine = (row: SupplyRow) => {
    const words = supplyWaiting(row, locale);
    return words && t.markup(`supply.${words.key}`, { ...words.values, keep: (day) => day });
  };
  const year = (from: number) => t("academicYear", { from: String(from), to: String(from + 1) });
  return {
    name: t("supply.title"),
    columns: [
      [t("supply.field.programme"), (row) => row.programme],
      [t("supply.field.level"), (row) => p(`level.${row.level}`)],
      [t("supply.field.school"), (row) => row.school.name],
      [t("supply.field.year"), (row) => year(row.academicYear)],
      [t("supply.field.enrolled"), (row) => row.enrolled],
      [t("supply.field.onRoll"), (row) => row.onRoll],
      [t("supply.field.capacity"), (row) => row.capacity],
      [t("supply.field.graduates"), (row) => row.graduates],
      [t("supply.field.taken"), (row) => row.taken],
      [t("supply.field.state"), (row) => t(`supply.state.${row.state}`)],
      [t("supply.field.waiting"), waitingLine],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("supply.field.reason"), (row) => row.returnReason],
    ],
  };
});
