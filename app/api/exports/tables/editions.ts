import { getTranslations } from "next-intl/server";
import { exportEditionsQuery } from "@/lib/features/reports/procedures/editions";
import { dayOf, tableOf } from "./table";

export const editions = tableOf(exportEditionsQuery, async () => {
  const [t, s] = await Promise.all([getTranslations("reports"), getTranslations("sheets")]);
  return {
    name: t("title"),
    columns: [
      [t("field.year"), (row) => row.year],
      [t("field.title"), (row) => row.title],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [s("column.since"), (row) => dayOf(row.stateSince)],
      [t("field.accepted"), (row) => row.accepted],
      [t("field.sections"), (row) => row.sections],
      [t("field.dueOn"), (row) => row.dueOn],
      [s("column.publishedAt"), (row) => dayOf(row.publishedAt)],
    ],
  };
});
