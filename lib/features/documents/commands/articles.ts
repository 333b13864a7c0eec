import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { splitArticles } from "../rules/articles";
import type {
  documentChanged,
  removeArticleInput,
  saveArticleInput,
  splitDocumentInput,
  splitDocumentOutput,
} from "../schema";
import { type OpenDocument, openDocument, putArticles, raise } from "./drafts";

type Changed = z.input<typeof documentChanged>;

const note = (scope: TenantScope, document: OpenDocument, articles: string) =>
  scope.audit({
    action: "document.update",
    subjectType: "document",
    subjectId: document.id,
    details: { title: document.title, articles },
  });

/** Pasted text takes the place of all articles of a draft. What is unclear is told, and corrected by hand. */
export async function splitDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof splitDocumentInput>,
): Promise<
  Result<z.input<typeof splitDocumentOutput>, "wrong-state" | "articles-unclear" | "no-articles">
> {
  const document = await openDocument(tx, scope, input);
  if (document.state !== "draft") return refuse("wrong-state");
  const { articles, missing, twice } = splitArticles(input.text);
  if (articles.length === 0) return refuse("no-articles");
  if (twice.length > 0) return refuse("articles-unclear", { numbers: twice.join("、") });
  await tx.$executeRaw`DELETE FROM document_articles WHERE document_id = ${document.id}::uuid`;
  await putArticles(tx, scope, document.id, articles);
  const changed = await raise(tx, document, {});
  await note(scope, document, `1-${articles.length}`);
  return accept({ ...changed, articles: articles.length, missing, twice });
}

/** One article corrected by hand, or added. */
export async function saveArticle(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveArticleInput>,
): Promise<Result<Changed, "wrong-state" | "article-number-taken">> {
  const { number, text } = input;
  const document = await openDocument(tx, scope, input);
  if (document.state !== "draft") return refuse("wrong-state");
  const other = await tx.documentArticle.findUnique({
    where: { documentId_number: { documentId: document.id, number } },
    select: { id: true },
  });
  if (other && other.id !== input.articleId) return refuse("article-number-taken", { number });
  const data = { number, text, chapter: input.chapter ?? null, heading: input.heading ?? null };
  if (input.articleId) {
    const { count } = await tx.documentArticle.updateMany({
      where: { id: input.articleId, documentId: document.id },
      data,
    });
    if (count === 0) return notFound();
  } else await putArticles(tx, scope, document.id, [data]);
  const changed = await raise(tx, document, {});
  await note(scope, document, String(number));
  return accept(changed);
}

export async function removeArticle(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof removeArticleInput>,
): Promise<Result<Changed, "wrong-state">> {
  const document = await openDocument(tx, scope, input);
  if (document.state !== "draft") return refuse("wrong-state");
  const { count } = await tx.documentArticle.deleteMany({
    where: { id: input.articleId, documentId: document.id },
  });
  if (count === 0) return notFound();
  const changed = await raise(tx, document, {});
  await note(scope, document, "-");
  return accept(changed);
}
