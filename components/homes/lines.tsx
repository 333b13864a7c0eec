import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { lineRules, pathOf } from "@/lib/features/homes/rules";
import type { HomeLine } from "@/lib/features/homes/schema";
import { formatCount, formatDay } from "@/lib/i18n/format";

type Props = { base: string; lines: readonly HomeLine[]; organizationId?: string };

/** Lists whose oldest day is the day that something is due. */
const dated: ReadonlySet<string> = new Set(["tasks", "reporting"]);

/** One line per list: how many, since when, and the list itself with the same rows. What is empty comes last. */
export function Lines({ base, lines, organizationId }: Props) {
  const t = useTranslations("homes");
  const locale = useLocale();
  return (
    <ul className="-mt-1">
      {lines
        .toSorted((a, b) => Number(a.count === 0) - Number(b.count === 0))
        .map(({ key, count, since }) => {
          const { tone } = lineRules[key];
          return (
            <li
              key={key}
              className="flex min-h-9 items-baseline gap-x-3 border-t border-line py-1.5"
            >
              <Link
                href={`${base}/${pathOf(key, organizationId)}`}
                className="min-h-6 min-w-0 flex-1"
              >
                {t(`line.${key}`)}
              </Link>
              {since && (
                <span className="text-sm whitespace-nowrap text-muted">
                  {t(`since.${dated.has(lineRules[key].list) ? "due" : "day"}`, {
                    day: formatDay(since, locale),
                  })}
                </span>
              )}
              <span className="w-16 text-right whitespace-nowrap tabular-nums">
                {count > 0 && tone !== "neutral" ? (
                  <Badge tone={tone}>{t("count", { count: formatCount(count, locale) })}</Badge>
                ) : (
                  <span className={count === 0 ? "text-muted" : ""}>
                    {t("count", { count: formatCount(count, locale) })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
