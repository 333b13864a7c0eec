import { getTranslations } from "next-intl/server";
import { DecisionPanel } from "@/components/projects/decision-panel";
import { PanelCard } from "@/components/projects/panel-card";
import { ConveneForm, PanelForms, ReworkForms } from "@/components/projects/panel-forms";
import { Panel } from "@/components/ui/panel";
import { loadExperts, loadWork } from "@/lib/features/projects/loaders";
import type { Project } from "@/lib/features/projects/schema/projects";

/** The panels of experts and what was decided; the office convenes and closes, the lead puts right. */
export async function ReviewSection({ tenant, project }: { tenant: string; project: Project }) {
  const { id } = project;
  const [t, work] = await Promise.all([getTranslations("projects"), loadWork(tenant, { id })]);
  const { items: experts } = work.may.closePanel
    ? await loadExperts(tenant, { id })
    : { items: [] };
  const version = project.inside?.version ?? 1;
  const [latest] = work.panels;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
      <Panel title={t("panel.title")}>
        <div className="flex flex-col gap-5">
          {work.panels.length === 0 && <p className="text-muted">{t("panel.none")}</p>}
          {work.may.convene.map((kind) => (
            <ConveneForm
              key={kind}
              tenant={tenant}
              id={id}
              version={version}
              kind={kind}
              experts={experts}
            />
          ))}
          {work.panels.map((panel) => (
            <div key={panel.id}>
              <PanelCard panel={panel} />
              {work.may.closePanel && (
                <PanelForms tenant={tenant} panel={panel} experts={experts} />
              )}
            </div>
          ))}
          {work.may.rework && latest && <ReworkForms tenant={tenant} panel={latest} />}
        </div>
      </Panel>
      <Panel title={t("decision.title")} id="decision">
        <DecisionPanel
          tenant={tenant}
          id={id}
          version={version}
          work={work}
          resolutions={work.resolutions}
        />
      </Panel>
    </div>
  );
}
