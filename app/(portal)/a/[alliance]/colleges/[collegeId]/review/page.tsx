import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CollegeBadge, GradeBadge } from "@/components/colleges/badges";
import { RectificationList } from "@/components/colleges/rectification";
import { DecideForm, ReportForm, SubmitReviewForm } from "@/components/colleges/review-forms";
import { WaitingLine } from "@/components/colleges/waiting-line";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { reviewInHand } from "@/lib/features/colleges/rules/review";
import type { RawSearch } from "@/lib/kernel/address";
import { CountedPanel } from "../_sections/counted";
import { type CollegeProps, collegeOf } from "../_sections/load";

type Props = CollegeProps & { searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("colleges"))("review") };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const [t, { alliance, college }, search] = await Promise.all([
    getTranslations("colleges"),
    collegeOf(params),
    searchParams,
  ]);
  if (!college.inside) notFound();
  const { reviews, may, waiting } = college.inside;
  const review = search.year
    ? reviews.find(({ year }) => String(year) === search.year)
    : reviewInHand(reviews);
  if (search.year && !review) notFound();
  const base = `/a/${alliance}/colleges`;
  const title = review ? t("reviewOf", { year: String(review.year) }) : t("writeReview");
  const form = { tenant: alliance, college };
  // A review that was decided waits for nothing more than its rectification.
  const open = waiting !== "nobody" && (review?.state !== "decided" || waiting === "rectification");
  return (
    <ClientMessages namespaces={["colleges"]}>
      <PageHeader
        title={title}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${college.id}`, label: college.name },
          { label: title },
        ]}
        badge={
          review?.state === "decided" ? (
            <GradeBadge grade={review.grade} />
          ) : (
            <CollegeBadge state={college.state} />
          )
        }
        waitingFor={open && <WaitingLine {...college.inside} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {review && (
            <CountedPanel
              href={`${base}/${college.id}#contributions`}
              review={review}
              inside={college.inside}
            />
          )}
          {review?.opinion && (
            <Panel title={t("decideForm.opinion")}>
              <p className="whitespace-pre-line">{review.opinion}</p>
            </Panel>
          )}
          {review && review.items.length > 0 && (
            <Panel title={t("rectification")}>
              <RectificationList tenant={alliance} collegeId={college.id} items={review.items} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {review?.may.decideBlocked && <Notice tone="attention">{t("decideBlocked")}</Notice>}
          {review?.may.decide && (
            <Panel title={t("decide")}>
              <DecideForm {...form} review={review} />
            </Panel>
          )}
          <Panel title={t("selfReport")}>
            {may.review && (!review || review.may.submit) ? (
              <div className="flex flex-col gap-4">
                <ReportForm {...form} review={review} />
                {review && <SubmitReviewForm {...form} review={review} />}
              </div>
            ) : (
              <p className="whitespace-pre-line">{review?.selfReport ?? t("noReviews")}</p>
            )}
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}
