import { getLocale, getTranslations } from "next-intl/server";
import { bodyName } from "@/components/meetings/body-name";
import { codeParts } from "@/components/resolutions/code";
import { exportResolutionsQuery } from "@/lib/features/resolutions/procedures";
import { tableOf } from "./table";

export const resolutions = tableOf(exportResolutionsQuery, async () => {
  const [t, m, b, c, s, locale] = await Promise.all([
    getTranslations("resolutions"),
    getTranslations("meetings"),
    getTranslations("bodies"),
    getTranslations("common"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const mark = (holds: boolean) => c(holds ? "yes" : "no");
  return {
    name: t("title"),
    columns: [
      [m("column.number"), (row) => t("code", codeParts(row, locale))],
      [m("column.resolution"), (row) => row.title],
      [m("column.body"), (row) => bodyName(row.body, locale)],
      [m("column.matter"), (row) => b(`matter.${row.matter}`)],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [t("underReview"), (row) => mark(row.underReview)],
      [s("column.tasks"), (row) => row.tasks.total],
      [s("column.tasksDone"), (row) => row.tasks.total - row.tasks.open],
      [s("column.tasksOverdue"), (row) => row.tasks.overdue],
      [m("column.adoptedOn"), (row) => row.adoptedOn],
      [m("column.effectiveFrom"), (row) => row.effectiveFrom],
      [s("column.admitted"), (row) => row.admitted?.name ?? null],
      [s("column.memberNumber"), (row) => row.admitted?.number ?? null],
      [t("contradicted"), (row) => mark(row.contradicted)],
    ],
  };
});
