import { getLocale, getTranslations } from "next-intl/server";
import { exportPartsQuery } from "@/lib/features/dashboards/procedures";
import type { Part } from "@/lib/features/dashboards/schema";
import { formatDay } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { quantity, type SheetColumn, tableOf } from "./table";

export const parts = tableOf(exportPartsQuery, async ({ past, name, unit }) => {
  const [t, s, locale] = await Promise.all([
    getTranslations("dashboards"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const own = (words: { zh: string; en: string }) => (locale === "en" ? words.en : words.zh);
  const moved = ({ value, now }: Part) => quantity(yuanText(fenOf(now) - fenOf(value)));
  const ofThen: SheetColumn<Part>[] = past
    ? [
        [formatDay(past, locale), (row) => quantity(row.value)],
        [t("parts.records"), (row) => row.records],
      ]
    : [];
  return {
    name: own(name),
    columns: [
      [t("parts.member"), (row) => row.organization.name],
      [t("year"), (row) => row.year],
      ...ofThen,
      [t("parts.now"), (row) => (row.nowRecords > 0 ? quantity(row.now) : null)],
      ...(past ? ([[t("parts.moved"), moved]] satisfies SheetColumn<Part>[]) : []),
      [s("column.unit"), () => own(unit)],
    ],
  };
});
