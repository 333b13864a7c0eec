import { getLocale, getTranslations } from "next-intl/server";
import { exportTargetsQuery } from "@/lib/features/targets/procedures";
import { dayOf, quantity, tableOf } from "./table";

export const targets = tableOf(exportTargetsQuery, async () => {
  const [t, c, s, locale] = await Promise.all([
    getTranslations("targets"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const english = locale === "en";
  return {
    name: t("title"),
    columns: [
      [t("column.metric"), (row) => (english ? row.nameEn : row.nameZh)],
      [s("column.whose"), (row) => row.organization?.name ?? t("ofAlliance")],
      [t("column.year"), (row) => row.year],
      [t("column.target"), (row) => quantity(row.value)],
      [s("column.unit"), (row) => (english ? row.unitEn : row.unitZh)],
      [s("column.before"), (row) => quantity(row.before)],
      [t("column.achieved"), (row) => quantity(row.achieved)],
      [s("column.atMost"), (row) => c(row.atMost ? "yes" : "no")],
      [s("column.gap"), (row) => quantity(row.gap)],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [s("column.waiting"), (row) => (row.state === "proposed" ? t("waitsForChair") : null)],
      [t("field.resolution"), (row) => row.resolution?.label ?? null],
      [t("field.reason"), (row) => row.reason],
      [t("column.basis"), (row) => row.basis],
    ],
  };
});
