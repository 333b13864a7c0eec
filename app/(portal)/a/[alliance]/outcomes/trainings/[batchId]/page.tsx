import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AttendeesUpload } from "@/components/outcomes/attendees-upload";
import { OutcomeStateBadge } from "@/components/outcomes/state-badge";
import { TrainingFacts, TrainingResults } from "@/components/outcomes/training-facts";
import { AmendTrainingForm, AttendeesForm } from "@/components/outcomes/training-form";
import { Panel } from "@/components/ui/panel";
import { loadTraining } from "@/lib/features/outcomes/loaders";

type Props = { params: Promise<{ alliance: string; batchId: string }> };

export default async function TrainingPage({ params }: Props) {
  const { alliance, batchId } = await params;
  const [t, outcomes, training] = await Promise.all([
    getTranslations("trainings"),
    getTranslations("outcomes"),
    loadTraining(alliance, { id: batchId }),
  ]);
  return (
    <ClientMessages namespaces={["trainings", "outcomes"]}>
      <PageHeader
        title={training.course}
        badge={<OutcomeStateBadge state={training.state} />}
        breadcrumbs={[
          { href: `/a/${alliance}/outcomes/trainings`, label: t("title") },
          { label: training.course },
        ]}
        description={training.synthetic ? outcomes("synthetic") : undefined}
      />
      <div className="flex flex-col gap-4">
        <Panel title={t("facts")}>
          <TrainingFacts training={training} />
        </Panel>
        <Panel title={t("results")} description={t("resultsHint")}>
          <TrainingResults tenant={alliance} training={training} />
        </Panel>
        {(training.mayList || training.identified !== null) && (
          <Panel title={t("list")} description={t("listHint")}>
            <div className="flex max-w-2xl flex-col gap-4">
              {training.identified !== null && <p>{t("listed", { count: training.identified })}</p>}
              {training.mayList && (
                <>
                  <AttendeesForm tenant={alliance} training={training} />
                  <AttendeesUpload tenant={alliance} training={training} />
                </>
              )}
            </div>
          </Panel>
        )}
        {training.form && (
          <Panel title={t("amend")} description={t("amendHint")}>
            <div className="max-w-2xl">
              <AmendTrainingForm tenant={alliance} training={training} />
            </div>
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
