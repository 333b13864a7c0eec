import { getLocale, getTranslations } from "next-intl/server";
import { exportOutcomesQuery } from "@/lib/features/outcomes/procedures/records";
import type { OutcomeRow } from "@/lib/features/outcomes/schema/records";
import { dayOf, quantity, tableOf } from "./table";

export const outcomes = tableOf(exportOutcomesQuery, async ({ items }) => {
  const [t, s, locale] = await Promise.all([
    getTranslations("outcomes"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const english = locale === "en";
  return {
    name: t("title"),
    columns: [
      [t("column.title"), (row) => row.title],
      [t("column.metric"), (row) => (english ? row.metricEn : row.metricZh)],
      [t("field.level"), (row) => row.level && t(`level.${row.level}`)],
      [t("column.organization"), (row) => row.organizationName],
      [t("column.occurredOn"), (row) => row.occurredOn],
      [t("column.year"), (row) => row.year],
      [t("column.quantity"), (row) => quantity(row.quantity, row.adjustment)],
      [s("column.unit"), (row) => (english ? row.unitEn : row.unitZh)],
      // As on the screen: there where the list is about one organization.
      ...(items.some(({ share }) => share !== null)
        ? [[t("share.share"), ({ share }: OutcomeRow) => quantity(share)] as const]
        : []),
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("column.key"), (row) => row.naturalKey],
    ],
  };
});
