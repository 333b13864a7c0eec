import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { DeskRow } from "@/lib/features/verification/schema/desk";
import { formatCount } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { cx } from "../ui/cx";

type Props = {
  rows: readonly DeskRow[];
  current: string | undefined;
  href: (id: string) => string;
};

/** The queue beside the item; the one that is open is marked. */
export function DeskQueue({ rows, current, href }: Props) {
  const t = useTranslations("verification");
  const locale = useLocale();
  return (
    <ol aria-label={t("queueCaption")} className="flex flex-col">
      {rows.map((row) => (
        <li key={row.id} className="border-b border-line last:border-0">
          <Link
            href={href(row.id)}
            aria-current={row.id === current ? "true" : undefined}
            className={cx(
              "block px-2 py-2 text-ink no-underline hover:bg-sunken",
              row.id === current && "bg-sunken font-medium",
            )}
          >
            <span className="block break-words">{row.title}</span>
            <span className="block text-sm text-muted">
              {row.organizationName} · {formatCount(Number(row.quantity), locale)}{" "}
              {locale === "en" ? row.unitEn : row.unitZh}
            </span>
            <span className="block text-sm text-muted tabular-nums">
              {t("risk", { risk: row.risk })} · {t("waiting", { days: row.waitingDays })}
              {row.findings.length > 0 && ` · ${t("why.findings", { count: row.findings.length })}`}
            </span>
            {row.ownership && (
              <span className="mt-1 block">
                <Badge tone={row.ownership === "disputed" ? "problem" : "attention"}>
                  {t(`ownership.${row.ownership}`)}
                </Badge>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ol>
  );
}
