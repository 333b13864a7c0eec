import { getTranslations } from "next-intl/server";
import { exportInterestsQuery } from "@/lib/features/interests/procedures";
import { tableOf } from "./table";

export const interests = tableOf(exportInterestsQuery, async () => {
  const [t, c, s] = await Promise.all([
    getTranslations("interests"),
    getTranslations("common"),
    getTranslations("sheets"),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("column.name"), (row) => row.name],
      [t("column.counterpart"), (row) => row.counterpart],
      [t("field.kind"), (row) => t(`kind.${row.kind}`)],
      [t("field.note"), (row) => row.note],
      [s("column.start"), (row) => row.validFrom],
      [s("column.end"), (row) => row.validTo],
      [t("ended"), (row) => c(row.ended ? "yes" : "no")],
    ],
  };
});
