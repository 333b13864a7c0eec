import { useLocale, useTranslations } from "next-intl";

/** "2026—2027 学年" */
export function useAcademicYear(): (year: number) => string {
  const t = useTranslations("programmes");
  return (year) => t("academicYear", { from: String(year), to: String(year + 1) });
}

/** The name in the reader's language, where there is one. */
export function useNamed(): (one: { name: string; nameEn: string | null }) => string {
  const locale = useLocale();
  return (one) => (locale === "en" && one.nameEn) || one.name;
}
