import { getTranslations } from "next-intl/server";
import { exportRoundsQuery } from "@/lib/features/evaluations/procedures/rounds";
import { dayOf, tableOf } from "./table";

export const evaluations = tableOf(exportRoundsQuery, async () => {
  const [t, s] = await Promise.all([getTranslations("evaluations"), getTranslations("sheets")]);
  return {
    name: t("title"),
    columns: [
      [t("column.title"), (row) => row.title],
      [t("schemes.filter.kind"), (row) => t(`schemes.subject.${row.subjectKind}`)],
      [t("column.year"), (row) => row.year],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("column.subjects"), (row) => row.subjects],
    ],
  };
});
