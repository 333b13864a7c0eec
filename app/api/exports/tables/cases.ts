import { getTranslations } from "next-intl/server";
import { exportCasesQuery } from "@/lib/features/reports/procedures/cases";
import { dayOf, tableOf } from "./table";

export const cases = tableOf(exportCasesQuery, async () => {
  const [t, r, s] = await Promise.all([
    getTranslations("cases"),
    getTranslations("reports"),
    getTranslations("sheets"),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("field.year"), (row) => row.year],
      [t("field.title"), (row) => row.title],
      [t("field.organization"), (row) => row.organization?.name ?? r("secretariat")],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("field.edition"), (row) => row.edition?.title ?? null],
    ],
  };
});
