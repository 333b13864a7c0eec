import { getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/layout/record-columns";
import { CheckList } from "@/components/projects/check-list";
import { JoinForm } from "@/components/projects/join-form";
import { hasNextStep, NextStep } from "@/components/projects/next-step";
import { Papers } from "@/components/projects/papers";
import { PartyList } from "@/components/projects/party-list";
import { ProjectFacts } from "@/components/projects/project-facts";
import { ProjectThread } from "@/components/projects/project-thread";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadWork } from "@/lib/features/projects/loaders";
import type { Project } from "@/lib/features/projects/schema/projects";
import { originOf } from "./origin-call";

/** A panel has concluded in these states, or may have: the page itself says when there is none. */
const hasReport: readonly string[] = [
  "accepted",
  "rework",
  "failed",
  "settlement",
  "closed",
  "follow_up",
  "archived",
];

/** What it is and who takes part; at the side what comes next and whether it is complete. */
export async function OverviewView({ tenant, project }: { tenant: string; project: Project }) {
  const t = await getTranslations("projects");
  const { inside } = project;
  const facts = (
    <Panel title={t("view.overview")}>
      <ProjectFacts tenant={tenant} project={project} />
    </Panel>
  );
  if (!inside) {
    return (
      <div className="flex flex-col gap-4">
        {facts}
        <Panel title={t("party.title")}>
          <ul className="list-disc pl-5">
            {[project.lead, ...project.partners].map((one) => (
              <li key={one.id}>{one.name}</li>
            ))}
          </ul>
        </Panel>
        {project.joinFor.length > 0 && (
          <Panel title={t("join.title")}>
            <JoinForm tenant={tenant} id={project.id} joinFor={project.joinFor} />
          </Panel>
        )}
      </div>
    );
  }
  const checking = ["check", "supplement"].includes(project.state);
  return (
    <RecordColumns
      steps={
        hasNextStep(project) && (
          <Panel title={t("next.title")} id="next">
            <NextStep tenant={tenant} project={project} />
          </Panel>
        )
      }
      tools={
        <>
          <Panel title={t("thread.title")}>
            <ProjectThread
              tenant={tenant}
              project={project}
              inside={inside}
              work={await loadWork(tenant, { id: project.id })}
              call={await originOf(tenant, project)}
            />
          </Panel>
          {project.code && (
            <Panel title={t("paper.title")}>
              <Papers
                tenant={tenant}
                id={project.id}
                hasReport={hasReport.includes(project.state)}
              />
            </Panel>
          )}
          {checking && (
            <Panel title={t("check.title")}>
              <CheckList lines={inside.check} />
            </Panel>
          )}
        </>
      }
    >
      {inside.parties.some((party) => !party.isMember && !party.keptAt) && (
        <Notice tone="attention">{t("party.notMemberHint")}</Notice>
      )}
      <Panel title={t("party.title")} id="parties">
        <PartyList
          tenant={tenant}
          projectId={project.id}
          parties={inside.parties}
          asking={project.state === "partners_confirming"}
          mayInvite={inside.mayInvite}
          mayKeep={inside.mayKeep}
        />
      </Panel>
      {facts}
    </RecordColumns>
  );
}
