import { getTranslations } from "next-intl/server";
import { FollowUps } from "@/components/projects/follow-ups";
import { MilestoneBoard } from "@/components/projects/milestone-board";
import { PlanForm } from "@/components/projects/plan-form";
import { StatusReports } from "@/components/projects/status-reports";
import { Panel } from "@/components/ui/panel";
import { loadWork } from "@/lib/features/projects/loaders";
import type { Project } from "@/lib/features/projects/schema/projects";

/** The milestone board; at the side how it stands by the quarter, and after the close what came of it. */
export async function WorkSection({ tenant, project }: { tenant: string; project: Project }) {
  const [t, work] = await Promise.all([
    getTranslations("projects"),
    loadWork(tenant, { id: project.id }),
  ]);
  const version = project.inside?.version ?? 1;
  const follows = project.state === "follow_up" || work.followUps.length > 0;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
      <Panel title={t("milestone.title")}>
        <div className="flex flex-col gap-3">
          <MilestoneBoard
            tenant={tenant}
            milestones={work.milestones}
            resolutions={work.resolutions}
          />
          {work.may.plan && (
            <PlanForm
              tenant={tenant}
              id={project.id}
              version={version}
              planned={work.milestones.length > 0}
            />
          )}
        </div>
      </Panel>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t("report.title")}>
          <StatusReports
            tenant={tenant}
            id={project.id}
            reports={work.reports}
            today={work.today}
            may={work.may.report}
          />
        </Panel>
        {follows && (
          <Panel title={t("follow.title")}>
            <FollowUps
              tenant={tenant}
              id={project.id}
              reports={work.followUps}
              until={project.inside?.followUpUntil ?? null}
              today={work.today}
              may={work.may.followUp}
            />
          </Panel>
        )}
      </div>
    </div>
  );
}
