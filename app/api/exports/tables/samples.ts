import { getTranslations } from "next-intl/server";
import { exportSamplesQuery } from "@/lib/features/verification/procedures/samples";
import { minuteOf, tableOf } from "./table";

export const samples = tableOf(exportSamplesQuery, async () => {
  const [t, s] = await Promise.all([
    getTranslations("verification.sample"),
    getTranslations("sheets"),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("periodFrom"), (row) => row.periodFrom],
      [s("column.periodTo"), (row) => row.periodTo],
      [s("column.population"), (row) => row.population],
      [s("column.drawn"), (row) => row.size],
      [t("percent"), (row) => row.percent],
      [t("atLeast"), (row) => row.atLeast],
      [s("column.weighty"), (row) => row.weighty],
      [t("column.open"), (row) => row.open],
      [t("column.drawnAt"), (row) => minuteOf(row.drawnAt)],
      [t("column.state"), (row) => t(row.closedAt ? "closedState" : "openState")],
      [s("column.closedAt"), (row) => minuteOf(row.closedAt)],
      [t("seed"), (row) => row.seed],
    ],
  };
});
