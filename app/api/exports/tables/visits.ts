import { getTranslations } from "next-intl/server";
import { exportVisitsQuery } from "@/lib/features/verification/procedures/samples";
import { tableOf } from "./table";

export const visits = tableOf(exportVisitsQuery, async () => {
  const [t, s] = await Promise.all([
    getTranslations("verification.visit"),
    getTranslations("sheets"),
  ]);
  return {
    name: t("title"),
    columns: [
      [t("visitedOn"), (row) => row.visitedOn],
      [t("organization"), (row) => row.organizationName],
      [t("place"), (row) => row.place],
      [t("visitors"), (row) => row.visitors],
      [t("findings"), (row) => row.findings],
      [t("about"), (row) => row.records.map(({ title }) => title).join(s("separator"))],
      [t("file"), (row) => row.files.map(({ name }) => name).join(s("separator"))],
    ],
  };
});
