import { useLocale, useTranslations } from "next-intl";
import type { ExitItem } from "@/lib/features/memberships/schema/life";
import { formatMoney } from "@/lib/i18n/format";
import { ToneMark } from "../ui/tone";

/** What a leaving member has open; seats end by themselves, everything else holds the end back. */
export function ExitChecklist({ items }: { items: readonly ExitItem[] }) {
  const t = useTranslations("memberships.exit");
  const locale = useLocale();
  if (items.length === 0) return <p>{t("clear")}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {items.map((item) => {
        const money = item.amount === null ? undefined : formatMoney(item.amount, locale);
        return (
          <li key={`${item.kind} ${item.id}`} className="flex items-start gap-2">
            <ToneMark tone={item.blocking ? "attention" : "neutral"} className="mt-1.5" />
            <span>
              {t(`item.${item.kind}`)}：{item.title}
              {money && ` · ${t("stillPromised", { amount: `${money.text} ${money.unit}` })}`}
              <span className="ml-2 text-sm text-muted">
                {item.blocking ? t("blocking") : t("endsItself")}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
