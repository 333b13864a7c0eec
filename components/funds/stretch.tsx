import { useTranslations } from "next-intl";

/** The years that a number covers, in words. */
export function Stretch({ from, to }: { from?: string; to?: string }) {
  const t = useTranslations("funds");
  if (from && to) return t("stretch", { from, to });
  if (from) return t("from", { from });
  return to ? t("to", { to }) : t("allYears");
}
