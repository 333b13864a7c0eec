import { getLocale, getTranslations } from "next-intl/server";
import { exportTasksQuery } from "@/lib/features/funds/procedures/reports";
import { formatRatio } from "@/lib/i18n/format";
import { fenOf } from "@/lib/kernel/money";
import { tableOf, yuan } from "./table";

export const fundTasks = tableOf(exportTasksQuery, async () => {
  const [t, p, s, locale] = await Promise.all([
    getTranslations("funds"),
    getTranslations("projects"),
    getTranslations("sheets"),
    getLocale(),
  ]);
  const amount = (key: "planned" | "received" | "spent") =>
    s("inYuan", { name: t(`tasks.${key}`) });
  const rate = (part: string, whole: string) =>
    formatRatio(Number(fenOf(part)), Number(fenOf(whole)), locale);
  return {
    name: t("tasks.title"),
    columns: [
      [t("tasks.task"), (row) => row.task],
      [t("column.kind"), (row) => t(row.cash ? "cash" : "inKind")],
      [p("column.code"), (row) => row.projectCode],
      [t("tasks.project"), (row) => row.projectTitle],
      [t("tasks.department"), (row) => row.department],
      [t("tasks.responsible"), (row) => row.responsible],
      [amount("planned"), (row) => yuan(row.planned)],
      [amount("received"), (row) => yuan(row.received)],
      [amount("spent"), (row) => yuan(row.spent)],
      [t("tasks.arrival"), (row) => rate(row.received, row.planned)],
      [t("tasks.execution"), (row) => rate(row.spent, row.planned)],
    ],
  };
});
