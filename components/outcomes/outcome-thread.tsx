import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { formatCount } from "@/lib/i18n/format";
import { Thread, type ThreadStep } from "../ui/thread";

/** Project or training → the result → the indicator that counts it → the numbers that tell it → the reports that froze it. */
export function OutcomeThread({
  tenant,
  outcome,
  editions,
}: {
  tenant: string;
  outcome: Outcome;
  /** The annual reports in whose frozen number it is counted. */
  editions: readonly { id: string; title: string }[];
}) {
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
        <Link href={`${base}/dashboard?from=${outcome.year}&to=${outcome.year}`}>
          {t("thread.dashboard")}
        </Link>
      ),
    },
  ];
  if (editions.length > 0) {
    steps.push({
      label: t("thread.frozen"),
      value: (
        <span className="flex flex-col">
          {editions.map(({ id, title }) => (
            <Link key={id} href={`${base}/reports/${id}`}>
              {title}
            </Link>
          ))}
        </span>
      ),
    });
  }
  return <Thread label={t("thread.title")} steps={steps} />;
}
