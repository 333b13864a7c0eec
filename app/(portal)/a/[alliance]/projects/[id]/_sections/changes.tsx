import { getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/projects/change-list";
import { CreditShares } from "@/components/projects/credit-shares";
import { NewChange } from "@/components/projects/new-change";
import { PlanVersions } from "@/components/projects/plan-versions";
import { Panel } from "@/components/ui/panel";
import { loadWork } from "@/lib/features/projects/loaders";
import type { Project } from "@/lib/features/projects/schema/projects";

/** What is asked to change, old beside new; the versions of the plan; to which alliances it counts. */
export async function ChangesSection({ tenant, project }: { tenant: string; project: Project }) {
  const [t, work] = await Promise.all([
    getTranslations("projects"),
    loadWork(tenant, { id: project.id }),
  ]);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t("change.title")}>
          <ChangeList tenant={tenant} changes={work.changes} resolutions={work.resolutions} />
        </Panel>
        {work.plans.length > 0 && (
          <Panel title={t("change.plans")}>
            <PlanVersions plans={work.plans} />
          </Panel>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {work.may.change && (
          <Panel title={t("change.new")}>
            <NewChange
              tenant={tenant}
              id={project.id}
              startsOn={project.startsOn}
              endsOn={project.endsOn}
              milestones={work.milestones.map(({ id, title, dueOn, state }) => ({
                id,
                title,
                dueOn,
                open: ["planned", "running", "returned"].includes(state),
                movable: !["accepted", "waived"].includes(state),
              }))}
            />
          </Panel>
        )}
        {(work.may.credit || work.credits.length > 0) && (
          <Panel title={t("credit.title")}>
            <CreditShares
              tenant={tenant}
              id={project.id}
              version={project.inside?.version ?? 1}
              credits={work.credits}
              may={work.may.credit}
            />
          </Panel>
        )}
      </div>
    </div>
  );
}
