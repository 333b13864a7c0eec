import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Comparison, RegionRow } from "@/lib/features/regions/schema";
import { formatCount, nothing } from "@/lib/i18n/format";

type Props = { comparison: Comparison; plain: boolean };

/** Scrolls sideways where it is wider than the page; the keyboard must reach it (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

const registers = ["members", "projects", "platforms"] as const;

function useRowWords() {
  const t = useTranslations("regions");
  const english = useLocale() === "en";
  return (row: RegionRow) => {
    const register = registers.find((code) => code === row.code);
    return register
      ? { name: t(`register.${register}`), unit: t(`unit.${register}`) }
      : {
          name: (english ? row.nameEn : row.nameZh) ?? row.code,
          unit: (english ? row.unitEn : row.unitZh) ?? "",
        };
  };
}

function Sum({ row, plain }: { row: RegionRow; plain: boolean }) {
  const t = useTranslations("regions");
  const locale = useLocale();
  const number = (text: string) => formatCount(Number(text), locale);
  return (
    <>
      <span className="font-semibold">
        {row.atMost && "≤ "}
        {number(plain ? row.plain : row.once)}
      </span>
      {row.reason && (
        <span className="block text-sm text-muted">
          {plain
            ? t("twice", { twice: number(row.twice), once: number(row.once) })
            : t("plainIs", { plain: number(row.plain) })}
          <span className="block">{t(`reason.${row.reason}`, { shared: row.shared })}</span>
        </span>
      )}
    </>
  );
}

/** Metrics by alliances, and their sum: once each, or plainly added with the difference and its reason. */
export function ComparisonTable({ comparison, plain }: Props) {
  const t = useTranslations("regions");
  const locale = useLocale();
  const words = useRowWords();
  const { alliances, rows } = comparison;
  return (
    <section
      {...reachable}
      aria-label={t("title")}
      className="overflow-x-auto rounded border border-line bg-surface"
    >
      <table className="w-full text-sm sm:min-w-max">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr className="border-b border-line bg-sunken align-bottom">
            <th
              scope="col"
              className="sticky left-0 z-1 bg-sunken px-3 py-2 text-left font-medium max-sm:min-w-28"
            >
              {t("metric")}
            </th>
            <th scope="col" className="px-3 py-2 text-right font-medium max-sm:min-w-36">
              {t(plain ? "plain" : "once")}
            </th>
            {alliances.map((one) => (
              <th
                key={one.slug}
                scope="col"
                className="max-w-40 min-w-32 px-3 py-2 text-right font-medium"
              >
                <Link href={`/a/${one.slug}`} className="inline-block min-h-6">
                  {(locale === "en" && one.nameEn) || one.name}
                </Link>
                <span className="block font-normal text-muted">
                  {t(one.whole ? "verifiedToo" : "publishedOnly")}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { name, unit } = words(row);
            return (
              <tr key={row.code} className="border-t border-line align-baseline">
                <th
                  scope="row"
                  className="sticky left-0 z-1 bg-surface px-3 py-2 text-left font-normal"
                >
                  {name}
                  <span className="ml-1 text-muted">{unit}</span>
                </th>
                <td className="px-3 py-2 text-right tabular-nums">
                  <Sum row={row} plain={plain} />
                </td>
                {row.cells.map((cell, place) => (
                  <td key={alliances[place]?.slug} className="px-3 py-2 text-right tabular-nums">
                    {cell.value === null ? (
                      <span className="text-muted" title={t("hidden")}>
                        {nothing} <span className="sr-only">{t("hidden")}</span>
                      </span>
                    ) : (
                      <span className={cell.records === 0 ? "text-muted" : ""}>
                        {cell.atMost && "≤ "}
                        {formatCount(Number(cell.value), locale)}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
