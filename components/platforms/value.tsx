import { useLocale } from "next-intl";
import { formatMoney } from "@/lib/i18n/format";

export function Value({ yuan }: { yuan: string }) {
  const locale = useLocale();
  const { text, unit, exact } = formatMoney(yuan, locale);
  return (
    <span title={exact} className="whitespace-nowrap tabular-nums">
      {text} {unit}
    </span>
  );
}
