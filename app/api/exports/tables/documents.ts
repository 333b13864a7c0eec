import { getTranslations } from "next-intl/server";
import { exportDocumentsQuery } from "@/lib/features/documents/procedures";
import { tableOf } from "./table";

export const documents = tableOf(exportDocumentsQuery, async () => {
  const t = await getTranslations("documents");
  return {
    name: t("caption"),
    columns: [
      [t("column.title"), (row) => row.title],
      [t("column.version"), (row) => row.version],
      [t("field.reference"), (row) => row.reference],
      [t("column.kind"), (row) => t(`kind.${row.kind}`)],
      [t("column.state"), (row) => t(`state.${row.state}`)],
      [t("column.effective"), (row) => row.effectiveOn],
      [t("field.endsOn"), (row) => row.endsOn],
      [t("column.articles"), (row) => row.articles],
      [t("column.reader"), (row) => t(row.published ? "published" : "internal")],
    ],
  };
});
