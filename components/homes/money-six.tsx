import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { OrganizationHome } from "@/lib/features/homes/schema";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";

const sides = ["promised", "received", "spent"] as const;
const kinds = ["cash", "inKind"] as const;

/** Promised, received and spent, each in cash and in kind: six numbers in one unit, each opening its entries. */
export function MoneySix({
  base,
  money,
  organizationId,
}: {
  base: string;
  money: OrganizationHome["money"];
  organizationId: string;
}) {
  const t = useTranslations("enterprises");
  const locale = useLocale();
  const unit = moneyUnitFor(
    sides.flatMap((side) => [money[side].cash, money[side].inKind]),
    locale,
  );
  return (
    <table className="w-full text-right tabular-nums">
      <caption className="sr-only">{t("money")}</caption>
      <thead>
        <tr className="text-sm text-muted">
          <th scope="col" className="py-1 text-left font-normal">
            {formatMoney("0.00", locale, unit).unit}
          </th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" className="py-1 pl-4 font-normal">
              {t(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => (
          <tr key={side} className="border-t border-line">
            <th scope="row" className="py-1.5 text-left font-normal">
              {t(`side.${side}`)}
            </th>
            {kinds.map((kind) => {
              const shown = formatMoney(money[side][kind], locale, unit);
              const filter = `side=${side}&cash=${kind === "cash"}&organization=${organizationId}`;
              return (
                <td key={kind} className="py-1.5 pl-4">
                  <Link
                    href={`${base}/funds/ledger?${filter}`}
                    title={shown.exact}
                    className="inline-block min-h-6 text-lg font-semibold text-ink no-underline hover:underline"
                  >
                    {shown.text}
                  </Link>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
