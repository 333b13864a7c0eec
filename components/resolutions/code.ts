import { useLocale, useTranslations } from "next-intl";

export type ResolutionName = {
  year: number;
  number: number;
  body: { name: string; nameEn: string | null };
};

/** What the message of a resolution's code is filled with. */
export const codeParts = ({ year, number, body }: ResolutionName, locale: string) => ({
  body: (locale === "en" && body.nameEn) || body.name,
  // As text: a year has no thousands.
  year: String(year),
  number: String(number),
});

/** How a resolution is cited: the body's name, the year in brackets, the number. */
export function useResolutionCode() {
  const t = useTranslations("resolutions");
  const locale = useLocale();
  return (resolution: ResolutionName): string => t("code", codeParts(resolution, locale));
}
