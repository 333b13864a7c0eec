import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ProjectHistory } from "@/components/projects/project-history";
import { ProjectStateBadge } from "@/components/projects/state-badge";
import { WaitingLine } from "@/components/projects/waiting-line";
import { Panel } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tabs";
import { loadProject } from "@/lib/features/projects/loaders";
import { addressWith, type RawSearch } from "@/lib/kernel/address";
import { ChangesSection } from "./_sections/changes";
import { MoneyView } from "./_sections/money";
import { OriginCall } from "./_sections/origin-call";
import { OverviewView } from "./_sections/overview";
import { Reason } from "./_sections/reason";
import { ReviewSection } from "./_sections/review";
import { WorkSection } from "./_sections/work";

type Props = {
  params: Promise<{ alliance: string; id: string }>;
  searchParams: Promise<RawSearch>;
};

const views = ["overview", "work", "review", "changes", "money", "history"] as const;

export async function generateMetadata({ params }: Props) {
  const { alliance, id } = await params;
  return { title: (await loadProject(alliance, { id })).title };
}

export default async function ProjectPage({ params, searchParams }: Props) {
  const { alliance, id } = await params;
  const wanted = (await searchParams).view;
  const [t, project] = await Promise.all([
    getTranslations("projects"),
    loadProject(alliance, { id }),
  ]);
  const shown = views.filter((one) => one !== "money" || !project.inside?.withoutMoney);
  const view = (project.inside && shown.find((one) => one === wanted)) || "overview";
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
      <OriginCall tenant={alliance} project={project} />
      {project.inside ? (
        <div className="mb-4">
          <TabLinks
            label={t("view.label")}
            items={shown.map((one) => ({
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
      {view === "work" && <WorkSection tenant={alliance} project={project} />}
      {view === "review" && <ReviewSection tenant={alliance} project={project} />}
      {view === "changes" && <ChangesSection tenant={alliance} project={project} />}
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
