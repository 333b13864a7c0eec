import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FundSide } from "@/lib/features/funds/types";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { Stat } from "../ui/stat";
import { sixGrid, sixOf } from "./six";

export type Sides = Record<FundSide, { cash: string; inKind: string } | null>;

const firm = ["promised", "received", "spent"] as const;
const apart = ["conditional", "proposed", "entered", "requested"] as const;
const notes = {
  promised: "confirmedState",
  received: "bookedState",
  spent: "spentState",
  conditional: "conditionalNote",
  proposed: "proposedNote",
  entered: "enteredNote",
  requested: "requestedNote",
} as const;

type Props = {
  sides: Sides;
  period?: ReactNode;
  /** Where the entries of a tile are; nothing where the reader may not open them. */
  hrefOf: (side: FundSide, cash: boolean) => string | undefined;
};

/** Cash and goods of a side together, which is only told under the words for it; nothing where it is not known. */
const sumOf = (side: { cash: string; inKind: string } | null): string | null =>
  side && yuanText(fenOf(side.cash) + fenOf(side.inKind));

/**
 * Six numbers, promised, received and spent, cash and in kind, in one unit; what is neither binding nor posted below, each
 * with its reason. No tile is the sum of others.
 */
export function SideTiles({ sides, period, hrefOf }: Props) {
  const t = useTranslations("funds");
  const locale = useLocale();
  const amounts = firm.flatMap((side) => [sides[side]?.cash, sides[side]?.inKind]);
  const unit = moneyUnitFor(amounts, locale);
  const tile = (side: FundSide, cash: boolean, withNote: boolean, own = unit) => {
    const yuan = cash ? sides[side]?.cash : sides[side]?.inKind;
    const shown = formatMoney(yuan, locale, own);
    const href = sides[side] ? hrefOf(side, cash) : undefined;
    return (
      <Stat
        key={`${side} ${cash}`}
        label={t("sideKind", { side: t(`side.${side}`), kind: cash ? t("cash") : t("inKind") })}
        value={<span title={shown.exact}>{shown.text}</span>}
        unit={shown.unit}
        period={period}
        state={withNote && <span>{t(notes[side])}</span>}
        {...(href && { href })}
      />
    );
  };
  const open = apart.flatMap((side) =>
    [true, false].flatMap((cash) => {
      const yuan = cash ? sides[side]?.cash : sides[side]?.inKind;
      return yuan && yuan !== "0.00" ? [tile(side, cash, true, moneyUnitFor([yuan], locale))] : [];
    }),
  );
  return (
    <div className="flex flex-col gap-3">
      <div className={sixGrid}>{sixOf(firm).map(({ side, cash }) => tile(side, cash, cash))}</div>
      {open.length > 0 && <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">{open}</div>}
      <p className="text-sm text-muted">
        {t("sumOf", {
          promised: formatMoney(sumOf(sides.promised), locale, unit).text,
          received: formatMoney(sumOf(sides.received), locale, unit).text,
          spent: formatMoney(sumOf(sides.spent), locale, unit).text,
          unit: formatMoney("1.00", locale, unit).unit,
        })}
      </p>
    </div>
  );
}
