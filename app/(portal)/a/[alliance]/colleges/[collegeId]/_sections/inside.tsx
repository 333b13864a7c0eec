import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { GradeBadge } from "@/components/colleges/badges";
import { FiveChecks } from "@/components/colleges/checks";
import { ContributionMatrix } from "@/components/colleges/contribution-matrix";
import {
  ContributeForm,
  ContributionList,
  SharingRules,
} from "@/components/colleges/contributions";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { Timeline } from "@/components/ui/timeline";
import type { CollegeInside, CollegeView } from "@/lib/features/colleges/schema/colleges";
import { fiveItems } from "@/lib/features/colleges/types";
import { formatDay } from "@/lib/i18n/format";

type Props = { alliance: string; college: CollegeView; inside: CollegeInside };

/** What was given, how it is shared, the five checks, the reviews and the history. */
export async function CollegeInsideParts({ alliance, college, inside }: Props) {
  const [t, locale] = await Promise.all([getTranslations("colleges"), getLocale()]);
  const form = { tenant: alliance, college, inside };
  const met = inside.checks.filter(({ item }) =>
    (fiveItems as readonly string[]).includes(item),
  ).length;
  const reviewHref = `/a/${alliance}/colleges/${college.id}/review`;
  return (
    <>
      <Panel id="contributions" title={t("matrix")}>
        <div className="flex flex-col gap-4">
          <ContributionMatrix college={college} inside={inside} />
          {inside.contributions.length > 0 && (
            <details open={inside.contributions.some(({ mayConfirm }) => mayConfirm)}>
              <summary className="cursor-pointer text-accent">{t("entries")}</summary>
              <ContributionList {...form} />
            </details>
          )}
          {inside.may.contributeFor.length > 0 && (
            <details>
              <summary className="cursor-pointer text-accent">{t("contribute")}</summary>
              <div className="max-w-md pt-3">
                <ContributeForm {...form} />
              </div>
            </details>
          )}
        </div>
      </Panel>
      <Panel title={t("sharing")}>
        <SharingRules {...form} />
      </Panel>
      <Panel title={t("five")} description={t("fiveMet", { met })}>
        <FiveChecks {...form} />
      </Panel>
      {inside.schoolOpinion && (
        <Panel title={t("opinion")} description={formatDay(inside.schoolOpinion.on, locale)}>
          <p className="whitespace-pre-line">{inside.schoolOpinion.text}</p>
        </Panel>
      )}
      <Panel title={t("review")}>
        <div className="flex flex-col gap-2">
          {inside.reviews.length === 0 && <p className="text-muted">{t("noReviews")}</p>}
          {inside.reviews.map((review) => (
            <p key={review.id} className="flex flex-wrap items-center gap-3">
              <Link href={`${reviewHref}?year=${review.year}`}>
                {t("reviewOf", { year: String(review.year) })}
              </Link>
              <Badge>{t(`reviewState.${review.state}`)}</Badge>
              {review.state === "decided" && <GradeBadge grade={review.grade} />}
            </p>
          ))}
          {inside.may.review && <Link href={reviewHref}>{t("writeReview")}</Link>}
        </div>
      </Panel>
      <Panel title={t("history")}>
        <Timeline
          items={inside.events.map(({ state, on, note }) => ({
            at: formatDay(on, locale),
            title: t(`state.${state}`),
            body: note,
          }))}
        />
      </Panel>
    </>
  );
}
