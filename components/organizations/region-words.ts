import type { useTranslations } from "next-intl";
import { nothing } from "@/lib/i18n/format";

type Words = ReturnType<typeof useTranslations<"organizations">>;

/** A region code in words: the province by name, the rest as the code that it is. */
export const regionWords = (t: Words) => (code: string | null) => {
  if (!code) return nothing;
  const province = `region.${code.slice(0, 2)}`;
  return t.has(province as never)
    ? t("regionWithCode", { name: t(province as "region.11"), code })
    : code;
};
