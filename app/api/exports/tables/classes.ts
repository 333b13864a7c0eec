import { getTranslations } from "next-intl/server";
import { exportClassesQuery } from "@/lib/features/classes/procedures";
import type { ClassRow } from "@/lib/features/classes/schema";
import { tableOf } from "./table";

export const classes = tableOf(exportClassesQuery, async () => {
  const [t, p] = await Promise.all([getTranslations("classes"), getTranslations("programmes")]);
  const heads = (key: "planned" | "enrolled" | "current" | "completed" | "hired") =>
    [t(`field.${key}`), (row: ClassRow) => row.latest?.[key] ?? null] as const;
  return {
    name: t("title"),
    columns: [
      [t("field.name"), (row) => row.name],
      [t("field.school"), (row) => row.school.name],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.programme"), (row) => row.programme],
      [t("field.partners"), (row) => row.partners.map(({ name }) => name).join("、")],
      [t("field.mentors"), (row) => row.mentors],
      [
        t("field.year"),
        ({ latest }) =>
          latest &&
          p("academicYear", {
            from: String(latest.academicYear),
            to: String(latest.academicYear + 1),
          }),
      ],
      heads("planned"),
      heads("enrolled"),
      heads("current"),
      heads("completed"),
      heads("hired"),
    ],
  };
});
