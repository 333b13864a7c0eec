import { getLocale, getTranslations } from "next-intl/server";
import { exportOfferingsQuery } from "@/lib/features/programmes/procedures";
import { tableOf } from "./table";

export const offerings = tableOf(exportOfferingsQuery, async () => {
  const [t, c, locale] = await Promise.all([
    getTranslations("programmes"),
    getTranslations("common"),
    getLocale(),
  ]);
  const named = (one: { name: string; nameEn: string | null }) =>
    (locale === "en" && one.nameEn) || one.name;
  return {
    name: t("title"),
    columns: [
      [t("field.programme"), (row) => row.programme.name],
      [t("field.level"), (row) => t(`level.${row.programme.level}`)],
      [t("field.code"), (row) => row.programme.code],
      [t("field.school"), (row) => row.school.name],
      [t("field.industry"), ({ industry }) => (industry ? named(industry) : t("noIndustry"))],
      [t("key"), ({ industry }) => c(industry?.key ? "yes" : "no")],
      [t("field.group"), (row) => row.group?.name ?? null],
      [t("field.nodes"), (row) => row.nodes.map(named).join("、")],
      [t("field.status"), (row) => t(`status.${row.status}`)],
    ],
  };
});
