import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { formatCount } from "@/lib/i18n/format";
import { Thread, type ThreadStep } from "../ui/thread";

/** Project or training → the result → the indicator that counts it → the numbers and the report that tell it. */
export function OutcomeThread({ tenant, outcome }: { tenant: string; outcome: Outcome }) {
  const t = useTranslations("outcomes");
  const trainings = useTranslations("trainings");
  const locale = useLocale();
  const base = `/a/${tenant}`;
  const english = locale === "en";
  const steps: ThreadStep[] = [
    ...(outcome.projectId && outcome.projectTitle
      ? [
          {
            label: t("project"),
            value: (
              <Link href={`${base}/projects/${outcome.projectId}`}>{outcome.projectTitle}</Link>
            ),
          },
        ]
      : []),
    ...(outcome.training
      ? [
          {
            label: trainings("ofRecord"),
            value: (
              <Link href={`${base}/outcomes/trainings/${outcome.training.id}`}>
                {outcome.training.course}
              </Link>
            ),
          },
        ]
      : []),
    {
      label: t("thread.result"),
      current: true,
      value: `${formatCount(Number(outcome.quantity), locale)} ${english ? outcome.unitEn : outcome.unitZh}`,
    },
    {
      label: t("column.metric"),
      value: (
        <Link href={`${base}/outcomes?metric=${outcome.metricCode}&year=${outcome.year}`}>
          {t("thread.counted", {
            metric: english ? outcome.metricEn : outcome.metricZh,
            year: String(outcome.year),
          })}
        </Link>
      ),
    },
    {
      label: t("thread.told"),
      value: (
        <span className="flex flex-wrap gap-x-3">
          <Link href={`${base}/dashboard?from=${outcome.year}&to=${outcome.year}`}>
            {t("thread.dashboard")}
          </Link>
          <Link href={`${base}/reports`}>{t("thread.reports")}</Link>
        </span>
      ),
    },
  ];
  return <Thread label={t("thread.title")} steps={steps} />;
}
