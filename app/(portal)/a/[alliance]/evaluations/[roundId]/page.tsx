import { getLocale, getTranslations } from "next-intl/server";
import { StateBadge } from "@/components/evaluations/badges";
import { StepRail } from "@/components/evaluations/step-rail";
import { SubjectTable } from "@/components/evaluations/subject-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { waits } from "@/lib/features/evaluations/rules/states";
import { formatDay } from "@/lib/i18n/format";
import { type RoundProps, roundOf } from "./_sections/load";
import { RoundSide } from "./_sections/side";

export async function generateMetadata({ params }: RoundProps) {
  return { title: (await roundOf(params)).round.title };
}

export default async function RoundPage({ params }: RoundProps) {
  const [t, locale, { alliance, round }] = await Promise.all([
    getTranslations("evaluations"),
    getLocale(),
    roundOf(params),
  ]);
  const wait = waits[round.state];
  const base = `/a/${alliance}/evaluations`;
  return (
    <ClientMessages namespaces={["evaluations"]}>
      <PageHeader
        title={round.title}
        breadcrumbs={[{ href: base, label: t("title") }, { label: round.title }]}
        badge={<StateBadge state={round.state} />}
        waitingFor={
          wait !== "nobody" &&
          t(`wait.${wait}`, {
            day: formatDay(round.selfDueOn, locale),
            until: formatDay(round.objectionUntil, locale),
          })
        }
        actions={<ButtonLink href={`${base}/${round.id}/print`}>{t("print")}</ButtonLink>}
      />
      <StepRail state={round.state} />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <Panel
          title={t("subjects")}
          description={
            round.inside ? undefined : t(round.scheme.publicGrades ? "publicNote" : "noPublic")
          }
        >
          <SubjectTable
            round={round}
            base={`${base}/subjects`}
            proposals={`/a/${alliance}/meetings/proposals`}
          />
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <RoundSide tenant={alliance} round={round} />
        </div>
      </div>
    </ClientMessages>
  );
}
