import { getTranslations } from "next-intl/server";
import { DocumentSteps } from "@/app/_sections/document-steps";
import { ArticleList } from "@/components/documents/article-list";
import { DocumentFacts, DocumentVersions } from "@/components/documents/document-facts";
import { Outline } from "@/components/documents/outline";
import { DocumentBadge } from "@/components/documents/state-badge";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadDocument } from "@/lib/features/documents/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; documentId: string }> };

export async function generateMetadata({ params }: Props) {
  const { alliance, documentId } = await params;
  return { title: (await loadDocument(alliance, { documentId })).title };
}

export default async function DocumentPage({ params }: Props) {
  const { alliance, documentId } = await params;
  const [t, document, frame, actor] = await Promise.all([
    getTranslations("documents"),
    loadDocument(alliance, { documentId }),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const base = `/a/${alliance}/documents`;
  const writes = reachOf("document.write", actor.roles, frame.id) !== undefined;
  const draft = document.state === "draft";
  return (
    <>
      <PageHeader
        title={document.title}
        breadcrumbs={[{ href: base, label: t("title") }, { label: document.title }]}
        badge={<DocumentBadge state={document.state} />}
        waitingFor={draft ? t("view.waitDraft") : undefined}
        description={t("versionN", { version: document.version })}
        actions={
          writes &&
          draft && <ButtonLink href={`${base}/${document.id}/edit`}>{t("view.edit")}</ButtonLink>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_22rem]">
        <Panel title={t("view.articles")}>
          {document.articles.length > 0 ? (
            <ArticleList articles={document.articles} rules={`/a/${alliance}/settings/rules`} />
          ) : (
            <p className="text-muted">{t("view.noArticles")}</p>
          )}
        </Panel>
        <div className="flex flex-col gap-4">
          <Panel title={t("view.facts")}>
            <DocumentFacts document={document} alliance={alliance} />
          </Panel>
          {document.outline && (
            <Panel title={t("view.outline")} description={t("view.outlineHint")}>
              <Outline lines={document.outline} />
            </Panel>
          )}
          {document.versions.length > 1 && (
            <Panel title={t("view.versions")}>
              <DocumentVersions document={document} base={base} />
            </Panel>
          )}
          {writes && <DocumentSteps alliance={alliance} document={document} />}
        </div>
      </div>
    </>
  );
}
