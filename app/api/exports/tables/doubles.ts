import { getLocale, getTranslations } from "next-intl/server";
import { exportDoublesQuery } from "@/lib/features/outcomes/procedures/doubles";
import type { Pair } from "@/lib/features/outcomes/schema/doubles";
import { quantity, type SheetColumn, tableOf } from "./table";

/** Two records of a pair stand beside each other in one row. */
export const doubles = tableOf(exportDoublesQuery, async () => {
  const [t, c, s, locale] = await Promise.all([
    getTranslations("outcomes"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const english = locale === "en";
  const columnsOf = (which: "first" | "second"): SheetColumn<Pair>[] => {
    const header = (name: "title" | "organization" | "occurredOn" | "quantity" | "key" | "state") =>
      s("of", { whole: t(`doubles.${which}`), part: t(`column.${name}`) });
    return [
      [header("title"), (row) => row[which].title],
      [header("state"), (row) => t(`state.${row[which].state}`)],
      [header("organization"), (row) => row[which].organizationName],
      [header("occurredOn"), (row) => row[which].occurredOn],
      [header("quantity"), (row) => quantity(row[which].quantity)],
      [
        s("of", { whole: t(`doubles.${which}`), part: s("column.counts") }),
        (row) => quantity(row[which].quantity, row[which].adjustment),
      ],
      [header("key"), (row) => row[which].naturalKey],
    ];
  };
  return {
    name: t("doubles.title"),
    columns: [
      [t("column.metric"), (row) => (english ? row.metricEn : row.metricZh)],
      [s("column.unit"), (row) => (english ? row.unitEn : row.unitZh)],
      [s("column.similarity"), (row) => row.similarity],
      [t("doubles.sameAmount"), (row) => c(row.sameAmount ? "yes" : "no")],
      ...columnsOf("first"),
      ...columnsOf("second"),
      [t("doubles.judgement"), (row) => t(`doubles.tab.${row.state}`)],
      [t("doubles.reason"), (row) => row.reason],
    ],
  };
});
