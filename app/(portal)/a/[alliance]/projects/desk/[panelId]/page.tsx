import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DeskDocuments } from "@/components/projects/desk-documents";
import { DeclareForms, ScoreForm } from "@/components/projects/desk-forms";
import { PanelCard } from "@/components/projects/panel-card";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { loadPanel } from "@/lib/features/projects/loaders";
import { getPanelSchema } from "@/lib/features/projects/schema/panels";

type Props = { params: Promise<{ alliance: string; panelId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("projects"))("desk.title") };
}

export default async function DeskPanelPage({ params }: Props) {
  const { alliance, panelId } = await params;
  const input = getPanelSchema.safeParse({ panelId });
  if (!input.success) notFound();
  const [t, opened] = await Promise.all([
    getTranslations("projects"),
    loadPanel(alliance, input.data),
  ]);
  const base = `/a/${alliance}/projects`;
  const { panel, documents, declaration } = opened;
  const own = panel.seats.find((seat) => seat.mine);
  const closed = panel.state === "closed";
  return (
    <ClientMessages namespaces={["projects"]}>
      <PageHeader
        title={opened.title}
        description={t(`panel.kind.${panel.kind}`)}
        breadcrumbs={[
          { href: `${base}/desk`, label: t("desk.title") },
          { label: t(`panel.kind.${panel.kind}`) },
        ]}
      />
      <div className="flex max-w-3xl flex-col gap-4">
        {declaration === "conflict" && <Notice tone="attention">{t("desk.recused")}</Notice>}
        {closed && <Notice tone="neutral">{t("desk.closed")}</Notice>}
        {declaration === "pending" && !closed && (
          <Panel title={t("desk.declareTitle")}>
            <p className="mb-3 text-muted">
              {t("desk.declareHint", { parties: opened.parties.join(t("separator")) })}
            </p>
            <DeclareForms tenant={alliance} panelId={panel.id} />
          </Panel>
        )}
        {documents && (
          <Panel title={t("desk.documents")}>
            <DeskDocuments tenant={alliance} documents={documents} parties={opened.parties} />
          </Panel>
        )}
        {documents && !closed && own && (
          <Panel title={t("desk.sheet")}>
            <ScoreForm tenant={alliance} panel={panel} own={own} />
          </Panel>
        )}
        {documents && (
          <Panel title={t("panel.title")}>
            <PanelCard panel={panel} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
