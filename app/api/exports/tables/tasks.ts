import { getLocale, getTranslations } from "next-intl/server";
import { codeParts } from "@/components/resolutions/code";
import { exportTasksQuery } from "@/lib/features/tasks/procedures";
import { tableOf } from "./table";

export const tasks = tableOf(exportTasksQuery, async () => {
  const [t, r, c, m, locale] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("resolutions"),
    getTranslations("common"),
    getTranslations("meetings"),
    getLocale(),
  ]);
  const mark = (holds: boolean) => c(holds ? "yes" : "no");
  return {
    name: t("title"),
    columns: [
      [t("field.title"), (row) => row.title],
      [t("field.latest"), (row) => row.latest],
      [t("field.person"), (row) => row.personName],
      [t("field.organization"), (row) => row.organization?.name ?? null],
      [t("field.dueOn"), (row) => row.dueOn],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [t("overdue"), (row) => mark(row.overdue)],
      [
        t("field.resolution"),
        ({ resolution }) => resolution && r("code", codeParts(resolution, locale)),
      ],
      [m("column.resolution"), ({ resolution }) => resolution?.title ?? null],
      [r("underReview"), ({ resolution }) => resolution && mark(resolution.underReview)],
    ],
  };
});
