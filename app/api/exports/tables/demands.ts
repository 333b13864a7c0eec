import { getLocale, getTranslations } from "next-intl/server";
import { demandWaiting } from "@/components/talent/waiting-words";
import { exportDemandsQuery } from "@/lib/features/talent/procedures/demands";
import type { DemandRow } from "@/lib/features/talent/schema/demands";
import { dayOf, tableOf } from "./table";

export const demands = tableOf(exportDemandsQuery, async () => {
  const [t, s, locale] = await Promise.all([
    getTranslations("talent"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  const waitingLine = (row: DemandRow) => {
    const words = demandWaiting(row, locale);
    return words && t.markup(`demand.${words.key}`, { ...words.values, keep: (day) => day });
  };
  const year = (from: number) => t("academicYear", { from: String(from), to: String(from + 1) });
  return {
    name: t("demand.title"),
    columns: [
      [t("demand.field.occupation"), (row) => named(row.occupation)],
      [t("demand.field.organization"), (row) => row.organization.name],
      [t("demand.field.skillLevel"), (row) => t(`skill.${row.skillLevel}`)],
      [t("demand.field.headcount"), (row) => row.headcount],
      [t("supply.field.taken"), (row) => row.taken],
      [t("overview.hired"), (row) => row.hired],
      [t("demand.field.fromOn"), (row) => row.fromOn],
      [t("demand.field.toOn"), (row) => row.toOn],
      [t("demand.field.year"), (row) => year(row.academicYear)],
      [t("demand.field.state"), (row) => t(`demand.state.${row.state}`)],
      [t("demand.field.waiting"), waitingLine],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("demand.field.validUntil"), (row) => row.expiresOn],
    ],
  };
});
