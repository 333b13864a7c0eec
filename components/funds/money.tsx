import { useLocale } from "next-intl";
import { formatMoney, type ShownUnit } from "@/lib/i18n/format";
import { cx } from "../ui/cx";

/** An amount in the unit of its column, the exact one a hover away. */
export function Money({ yuan, unit }: { yuan: string; unit?: ShownUnit }) {
  const shown = formatMoney(yuan, useLocale(), unit);
  return (
    <span
      title={shown.exact}
      className={cx("whitespace-nowrap tabular-nums", shown.text === "0" && "text-muted")}
    >
      {shown.text}
      {!unit && <span className="ml-1 text-sm text-muted">{shown.unit}</span>}
    </span>
  );
}
