import { getLocale, getTranslations } from "next-intl/server";
import { exportSetsQuery } from "@/lib/features/indicators/procedures";
import { tableOf } from "./table";

export const indicators = tableOf(exportSetsQuery, async () => {
  const [t, locale] = await Promise.all([getTranslations("indicators"), getLocale()]);
  return {
    name: t("title"),
    columns: [
      [t("field.set"), (row) => (locale === "en" && row.nameEn) || row.nameZh],
      [t("field.edition"), (row) => row.edition],
      [t("field.code"), (row) => row.code],
      [t("field.state"), (row) => t(`state.${row.state}`)],
      [t("field.indicators"), (row) => row.asked],
      [t("field.validFrom"), (row) => row.validFrom],
      [t("field.source"), (row) => row.source],
      [t("field.sourceUrl"), (row) => row.sourceUrl],
    ],
  };
});
