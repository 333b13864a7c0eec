import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ProjectHistory } from "@/components/projects/project-history";
import { ProjectStateBadge } from "@/components/projects/state-badge";
import { WaitingLine } from "@/components/projects/waiting-line";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { loadProject } from "@/lib/features/projects/loaders";
import type { Project } from "@/lib/features/projects/schema";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { MoneyView } from "./_sections/money";
import { OverviewView } from "./_sections/overview";

type Props = {
  params: Promise<{ alliance: string; id: string }>;
  searchParams: Promise<RawSearch>;
};

const views = ["overview", "money", "history"] as const;

export async function generateMetadata({ params }: Props) {
  const { alliance, id } = await params;
  return { title: (await loadProject(alliance, { id })).title };
}

/** Why it stands where it stands: the words of who declined, asked, rejected or withdrew. */
async function Reason({ project }: { project: Project }) {
  const t = await getTranslations("projects.reason");
  const states = ["draft", "supplement", "rejected", "withdrawn"] as const;
  const state = states.find((one) => one === project.state);
  if (!state || !project.inside?.stateReason) return null;
  return (
    <div className="mb-4">
      <Notice tone={state === "rejected" ? "problem" : "attention"} title={t(state)}>
        {project.inside.stateReason}
      </Notice>
    </div>
  );
}

export default async function ProjectPage({ params, searchParams }: Props) {
  const { alliance, id } = await params;
  const wanted = (await searchParams).view;
  const [t, project] = await Promise.all([
    getTranslations("projects"),
    loadProject(alliance, { id }),
  ]);
  const view = (project.inside && views.find((one) => one === wanted)) || "overview";
  const base = `/a/${alliance}/projects`;
  return (
    <ClientMessages namespaces={["projects", "funds"]}>
      <PageHeader
        title={project.title}
        badge={<ProjectStateBadge state={project.state} />}
        breadcrumbs={[
          { href: base, label: t("title") },
          { label: project.code ?? t("unnumbered") },
        ]}
        waitingFor={project.waiting && <WaitingLine project={project} />}
      />
      <Reason project={project} />
      {project.inside ? (
        <div className="mb-4">
          <TabLinks
            label={t("view.label")}
            items={views.map((one) => ({
              href: addressWith(`${base}/${id}`, {}, one === "overview" ? {} : { view: one }),
              label: t(`view.${one}`),
              current: one === view,
            }))}
          />
        </div>
      ) : (
        <p className="mb-4 text-sm text-muted">{t("publicOnly")}</p>
      )}
      {view === "overview" && <OverviewView tenant={alliance} project={project} />}
      {view === "money" && project.inside && (
        <MoneyView tenant={alliance} id={id} inside={project.inside} />
      )}
      {view === "history" && project.inside && (
        <Panel title={t("view.history")}>
          <ProjectHistory events={project.inside.history} />
        </Panel>
      )}
    </ClientMessages>
  );
}
