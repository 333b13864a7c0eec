import { useLocale, useTranslations } from "next-intl";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { formatMoney, moneyUnitFor } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { Stat } from "../ui/stat";

const tiles = [
  ["promisedCash", "promised", "true"],
  ["receivedCash", "received", "true"],
  ["spentCash", "spent", "true"],
  ["promisedKind", "promised", "false"],
  ["receivedKind", "received", "false"],
  ["spentKind", "spent", "false"],
] as const;

/** Promised, received and spent, cash and in kind: six numbers in one unit, each opening its entries. */
export function FundTiles({ tenant, dashboard }: { tenant: string; dashboard: Dashboard }) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const { total, conditional } = dashboard.funds;
  const unit = moneyUnitFor(Object.values(total), locale);
  const filter = {
    from: String(dashboard.from),
    to: String(dashboard.to),
    ...(dashboard.organization && { organization: dashboard.organization.id }),
  };
  const conditionally = formatMoney(conditional, locale);
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {tiles.map(([name, side, cash]) => {
          const shown = formatMoney(total[name], locale, unit);
          return (
            <Stat
              key={name}
              label={t(name)}
              value={<span title={shown.exact}>{shown.text}</span>}
              unit={shown.unit}
              period={t("stretch", { from: dashboard.from, to: dashboard.to })}
              href={addressWith(`/a/${tenant}/funds/ledger`, filter, { side, cash })}
            />
          );
        })}
      </div>
      {conditional !== "0.00" && (
        <p className="mt-2 text-sm text-muted">
          {t("conditional", { amount: conditionally.text, unit: conditionally.unit })}
        </p>
      )}
    </>
  );
}
