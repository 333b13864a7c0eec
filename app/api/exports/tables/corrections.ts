import { getLocale, getTranslations } from "next-intl/server";
import { exportCorrectionsQuery } from "@/lib/features/corrections/procedures";
import { minuteOf, quantity, tableOf } from "./table";

export const corrections = tableOf(exportCorrectionsQuery, async () => {
  const [t, s, locale] = await Promise.all([
    getTranslations("corrections"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("column.number"), (row) => row.number],
      [t("column.record"), (row) => row.title],
      [t("metric"), (row) => (locale === "en" ? row.metricEn : row.metricZh)],
      [s("column.organization"), (row) => row.organizationName],
      [t("before"), (row) => quantity(row.oldQuantity)],
      [
        t("after"),
        (row) =>
          row.withdraws
            ? t("gone")
            : row.newQuantity === null
              ? t("stays")
              : quantity(row.newQuantity),
      ],
      [t("column.reason"), (row) => t(`reasonCode.${row.reasonCode}`)],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [t("column.requestedAt"), (row) => minuteOf(row.requestedAt)],
      [s("column.decidedAt"), (row) => minuteOf(row.decidedAt)],
    ],
  };
});
