import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { shareOf } from "@/lib/features/targets/rules";
import type { TargetView } from "@/lib/features/targets/schema";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

const amount = (text: string, locale: Locale) => formatCount(Number(text), locale);

/** A metric's approved number beside its target. Without one there is no gauge, only the words for it. */
function Target({ view, setHref }: { view: TargetView; setHref: string | null }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  if (view.target === null) {
    return setHref ? (
      <Link href={setHref} className="inline-block min-h-6 text-sm">
        {t("noTarget")}
      </Link>
    ) : (
      <span className="text-sm text-muted">{t("noTarget")}</span>
    );
  }
  const share = shareOf(view.target, view.achieved);
  return (
    <>
      <span className="tabular-nums">{amount(view.target, locale)}</span>
      <span className="block text-sm whitespace-nowrap text-muted">
        {view.gap === "0.00"
          ? t("reached")
          : t("missing", { gap: amount(view.gap ?? "0", locale) })}
        {share !== null && ` · ${share}%`}
      </span>
    </>
  );
}

type Props = {
  base: string;
  views: readonly TargetView[];
  organizationId: string;
  /** Where the owner sets one; null for everybody else. */
  setHref: string | null;
};

export function TargetViews({ base, views, organizationId, setHref }: Props) {
  const t = useTranslations("targets");
  const locale = useLocale();
  if (views.length === 0) return <p className="text-sm text-muted">{t("nothingYet")}</p>;
  const english = locale === "en";
  return (
    <table className="w-full">
      <caption className="sr-only">{t("against")}</caption>
      <thead>
        <tr className="text-sm text-muted">
          <th scope="col" className="py-1 text-left font-normal">
            {t("column.metric")}
          </th>
          <th scope="col" className="py-1 pl-4 text-right font-normal">
            {t("column.achieved")}
          </th>
          <th scope="col" className="py-1 pl-4 text-right font-normal">
            {t("column.target")}
          </th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <tr key={view.metricCode} className="border-t border-line align-baseline">
            <th scope="row" className="py-1.5 text-left font-normal">
              {english ? view.nameEn : view.nameZh}
            </th>
            <td className="py-1.5 pl-4 text-right whitespace-nowrap">
              <Link
                href={`${base}/outcomes?metric=${view.metricCode}&year=${view.year}&state=approved&organization=${organizationId}`}
                className="inline-block min-h-6 font-semibold text-ink tabular-nums no-underline hover:underline"
              >
                {view.atMost && "≤ "}
                {amount(view.achieved, locale)}
              </Link>
              <span className="ml-1 text-sm text-muted">{english ? view.unitEn : view.unitZh}</span>
            </td>
            <td className="py-1.5 pl-4 text-right">
              <Target view={view} setHref={setHref && `${setHref}&metric=${view.metricCode}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
