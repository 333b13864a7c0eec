import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { FundSummary } from "@/lib/features/funds/schema/reports";
import { formatDay } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { Notice } from "../ui/notice";

/** Which day the money is of: nobody takes a sum of last month for one of now. */
export function PastNote({
  base,
  search,
  past,
}: {
  base: string;
  search: Readonly<Record<string, string>>;
  past: FundSummary["past"];
}) {
  const t = useTranslations("funds.past");
  const locale = useLocale();
  if (!past) return null;
  const { day, knownFrom } = past;
  return (
    <div className="mt-3">
      <Notice tone="attention">
        {t("sentence", { day: formatDay(day, locale) })}{" "}
        {knownFrom && t("unknown", { day: formatDay(knownFrom, locale) })}{" "}
        <Link href={addressWith(base, search, { asOf: undefined, page: undefined })}>
          {t("back")}
        </Link>
      </Notice>
    </div>
  );
}
