import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { gapOf, shareOf } from "@/lib/features/targets/rules";
import { formatCount } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { keep } from "../ui/keep";

/** The year's approved number against the year's target, in words; without a target, that there is none. */
export function TargetLine({
  tenant,
  number,
  targets,
}: {
  tenant: string;
  number: MetricNumber;
  targets: Dashboard["targets"];
}) {
  const t = useTranslations("dashboards.target");
  const locale = useLocale();
  if (!targets || number.source !== "outcomes") return null;
  const year = String(targets.year);
  const href = addressWith(`/a/${tenant}/targets`, { metric: number.code, year });
  const target = targets.items.find(({ code }) => code === number.code)?.value;
  if (target === undefined) {
    return (
      <span className="block">
        {t("none", { year })}{" "}
        {targets.maySet && (
          <Link href={href} prefetch={false}>
            {t("set")}
          </Link>
        )}
      </span>
    );
  }
  const reached = number.years.find((one) => one.year === targets.year)?.approved ?? "0.00";
  const gap = gapOf(target, reached) ?? "0.00";
  const share = shareOf(target, reached);
  const shown = (value: string) => formatCount(Number(value), locale);
  return (
    <span className="block">
      <Link href={href} prefetch={false}>
        {t("line", { year, target: shown(target), reached: shown(reached) })}
      </Link>{" "}
      {gap === "0.00" ? t("reached") : t.rich("missing", { gap: shown(gap), keep })}
      {share !== null && t("share", { share })}
    </span>
  );
}
