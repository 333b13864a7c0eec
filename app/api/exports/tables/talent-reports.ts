import { getTranslations } from "next-intl/server";
import { exportReportsQuery } from "@/lib/features/talent/procedures/reports";
import { minuteOf, tableOf } from "./table";

export const talentReports = tableOf(exportReportsQuery, async () => {
  const [t, s, c] = await Promise.all([
    getTranslations("talent.report"),
    getTranslations("sheets"),
    getTranslations("common"),
  ]);
  const yes = (is: boolean) => (is ? c("yes") : null);
  return {
    name: t("title"),
    columns: [
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.issuer"), (row) => row.issuer.name],
      [t("field.year"), (row) => row.year],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [s("column.edition"), (row) => row.edition],
      [t("corrected"), (row) => yes(row.corrected)],
      [t("field.publishedAt"), (row) => minuteOf(row.publishedAt)],
      [t("field.takenAt"), (row) => minuteOf(row.takenAt)],
      [t("field.correction"), (row) => row.correction],
    ],
  };
});
