import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  ArticleForm,
  FactsForm,
  RemoveArticleForm,
  SplitForm,
} from "@/components/documents/article-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadDocument } from "@/lib/features/documents/loaders";
import { gapsOf } from "@/lib/features/documents/rules/articles";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string; documentId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("view.edit") };
}

export default async function EditDocumentPage({ params }: Props) {
  const { alliance, documentId } = await params;
  const [t, document, frame, actor] = await Promise.all([
    getTranslations("documents"),
    loadDocument(alliance, { documentId }),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const writes = reachOf("document.write", actor.roles, frame.id) !== undefined;
  if (!writes || document.state !== "draft") notFound();
  const view = `/a/${alliance}/documents/${document.id}`;
  const { articles } = document;
  const { missing } = gapsOf(articles);
  const given = { tenant: alliance, document };
  return (
    <ClientMessages namespaces={["documents"]}>
      <PageHeader
        title={t("edit.title", { title: document.title })}
        breadcrumbs={[{ href: view, label: document.title }, { label: t("view.edit") }]}
        actions={<ButtonLink href={view}>{t("edit.done")}</ButtonLink>}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_26rem]">
        <Panel title={t("edit.articles")}>
          {missing.length > 0 && (
            <Notice tone="attention">{t("edit.missing", { numbers: missing.join("、") })}</Notice>
          )}
          {articles.map((article) => (
            <details key={article.id} className="border-b border-line py-2">
              <summary className="cursor-pointer">
                {t("view.article", { number: article.number })} {article.heading}{" "}
                <span className="text-muted">{article.text.slice(0, 40)}</span>
              </summary>
              <div className="flex flex-col gap-3 py-3 pl-4">
                <ArticleForm {...given} article={article} />
                <RemoveArticleForm {...given} article={article} />
              </div>
            </details>
          ))}
          <details className="py-2" open={articles.length === 0}>
            <summary className="cursor-pointer text-accent">{t("edit.add")}</summary>
            <div className="py-3 pl-4">
              <ArticleForm
                {...given}
                key={articles.length}
                next={(articles.at(-1)?.number ?? 0) + 1}
              />
            </div>
          </details>
        </Panel>
        <div className="flex flex-col gap-4">
          <Panel title={t("edit.facts")}>
            <FactsForm {...given} />
          </Panel>
          <Panel title={t("edit.paste")}>
            <SplitForm {...given} count={articles.length} />
          </Panel>
        </div>
      </div>
    </ClientMessages>
  );
}
