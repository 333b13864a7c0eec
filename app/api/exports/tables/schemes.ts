import { getTranslations } from "next-intl/server";
import { exportSchemesQuery } from "@/lib/features/evaluations/procedures/schemes";
import { minuteOf, tableOf } from "./table";

export const schemes = tableOf(exportSchemesQuery, async () => {
  const [t, s] = await Promise.all([
    getTranslations("evaluations.schemes"),
    getTranslations("sheets"),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("field.name"), (row) => row.name],
      [s("column.edition"), (row) => row.edition],
      [t("filter.kind"), (row) => t(`subject.${row.subjectKind}`)],
      [t("filter.state"), (row) => t(`state.${row.state}`)],
      [t("field.indicators"), (row) => row.indicators],
      [t("publishedAt"), (row) => minuteOf(row.publishedAt)],
    ],
  };
});
