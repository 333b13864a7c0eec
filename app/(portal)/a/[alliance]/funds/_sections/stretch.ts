import type { useTranslations } from "next-intl";

/** The years that a number covers, in words. */
export function stretchOf(
  t: ReturnType<typeof useTranslations<"funds">>,
  { from, to }: Record<string, string>,
): string {
  if (from && to) return t("stretch", { from, to });
  if (from) return t("from", { from });
  return to ? t("to", { to }) : t("allYears");
}
