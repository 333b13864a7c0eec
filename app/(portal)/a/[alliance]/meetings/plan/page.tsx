import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PlanPanels } from "@/components/meetings/plan-panels";
import { MeetingTabs } from "@/components/meetings/tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { loadYearPlan } from "@/lib/features/meetings/loaders";
import { mayPrepare, mayPropose } from "@/lib/features/meetings/policy";
import { yearPlanInput } from "@/lib/features/meetings/schema/live";
import { currentActor } from "@/lib/platform/auth/session";

type Props = {
  params: Promise<{ alliance: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("meetings.plan"))("title") };
}

/** What each body has held and planned in a year, against the least that it must. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ alliance }, search] = await Promise.all([params, searchParams]);
  const [t, bodies, actor] = await Promise.all([
    getTranslations("meetings"),
    loadBodies(alliance, {}),
    currentActor(),
  ]);
  const asked = yearPlanInput.safeParse({ year: search.year });
  const year = asked.success ? asked.data.year : Number(bodies.today.slice(0, 4));
  const plan = await loadYearPlan(alliance, { year });
  const base = `/a/${alliance}/meetings`;
  const prepares = mayPrepare(actor, bodies.allianceId);
  return (
    <>
      <PageHeader
        title={t("plan.ofYear", { year: String(year) })}
        breadcrumbs={[{ href: base, label: t("title") }, { label: t("plan.title") }]}
        actions={
          <>
            <ButtonLink href={`${base}/plan?year=${year - 1}`}>{String(year - 1)}</ButtonLink>
            <ButtonLink href={`${base}/plan?year=${year + 1}`}>{String(year + 1)}</ButtonLink>
            {prepares && (
              <ButtonLink href={`${base}/new`} variant="primary">
                {t("prepare.new")}
              </ButtonLink>
            )}
          </>
        }
      />
      <MeetingTabs base={base} here="plan" proposes={mayPropose(actor, bodies.allianceId)} />
      {plan.bodies.length === 0 && (
        <EmptyState title={t("choose.noBodies")} hint={t("choose.noBodiesHint")} />
      )}
      <PlanPanels base={base} bodies={plan.bodies} />
    </>
  );
}
