import { getLocale, getTranslations } from "next-intl/server";
import { exportMatchesQuery } from "@/lib/features/talent/procedures/supply";
import { dayOf, tableOf } from "./table";

export const matches = tableOf(exportMatchesQuery, async () => {
  const [t, s, locale] = await Promise.all([
    getTranslations("talent"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  return {
    name: t("match.title"),
    columns: [
      [t("demand.field.state"), (row) => t(`match.state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("demand.field.occupation"), (row) => named(row.occupation)],
      [t("demand.field.skillLevel"), (row) => t(`skill.${row.skillLevel}`)],
      [t("demand.field.organization"), (row) => row.enterprise.name],
      [t("supply.field.school"), (row) => row.school.name],
      [t("supply.field.programme"), (row) => row.programme],
      [t("match.field.form"), (row) => row.form && t(`match.form.${row.form}`)],
      [t("match.field.quantity"), (row) => row.quantity],
      [t("match.field.hired"), (row) => (row.state === "result" ? row.hired : null)],
    ],
  };
});
