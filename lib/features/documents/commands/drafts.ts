import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { splitArticles } from "../rules/articles";
import type {
  createDocumentInput,
  documentChanged,
  nextVersionInput,
  updateDocumentInput,
  withdrawDocumentInput,
} from "../schema";
import type { Article } from "../types";

type Changed = z.input<typeof documentChanged>;
export const createDocumentRefusals = ["document-exists", "articles-unclear"] as const;
export const nextVersionRefusals = ["wrong-state", "document-draft-open"] as const;

/** The document, its row locked: whoever changes the same one waits. @throws AppError not-found, stale */
export async function openDocument(
  tx: Tx,
  scope: TenantScope,
  input: { documentId: string; revision?: number | undefined },
) {
  await tx.$queryRaw`
    SELECT id FROM documents WHERE id = ${input.documentId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await tx.document.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: input.documentId } },
  });
  if (!found) return notFound();
  if (input.revision !== undefined && found.revision !== input.revision)
    throw new AppError("stale");
  return found;
}
export type OpenDocument = Awaited<ReturnType<typeof openDocument>>;

/** The file must be one of this alliance. */
export async function ownFile(tx: Tx, scope: TenantScope, id: string | undefined): Promise<void> {
  if (!id) return;
  const found = await tx.storedFile.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    select: { id: true },
  });
  if (!found) notFound();
}

/** Writes one more state of the row. @throws AppError stale */
export async function raise(
  tx: Tx,
  document: OpenDocument,
  data: Parameters<Tx["document"]["updateMany"]>[0]["data"],
): Promise<Changed> {
  const { count } = await tx.document.updateMany({
    where: { id: document.id, state: document.state, revision: document.revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: document.id, revision: document.revision + 1 };
}

export const putArticles = (
  tx: Tx,
  scope: TenantScope,
  documentId: string,
  articles: readonly Article[],
) =>
  tx.documentArticle.createMany({
    data: articles.map((article) => ({ ...article, allianceId: scope.alliance.id, documentId })),
  });

/** A new document of the library, as a draft; pasted text becomes its articles. */
export async function createDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createDocumentInput>,
): Promise<Result<Changed, (typeof createDocumentRefusals)[number]>> {
  const { text, fileId, ...given } = input;
  await ownFile(tx, scope, fileId);
  const split = splitArticles(text ?? "");
  if (split.twice.length > 0) {
    return refuse("articles-unclear", { numbers: split.twice.join("、") });
  }
  const [created] = await tx.document.createManyAndReturn({
    data: [
      {
        ...given,
        allianceId: scope.alliance.id,
        fileId: fileId ?? null,
        createdById: scope.actor.userId,
      },
    ],
    skipDuplicates: true,
  });
  if (!created) return refuse("document-exists", { title: input.title });
  await putArticles(tx, scope, created.id, split.articles);
  await scope.audit({
    action: "document.create",
    subjectType: "document",
    subjectId: created.id,
    details: { kind: input.kind, title: input.title, articles: split.articles.length },
  });
  return accept({ id: created.id, revision: created.revision });
}

/** The next version begins as a copy of what is in force; that stays in force until the next one is adopted. */
export async function nextVersion(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof nextVersionInput>,
): Promise<Result<Changed, (typeof nextVersionRefusals)[number]>> {
  const former = await openDocument(tx, scope, input);
  if (former.state !== "adopted") return refuse("wrong-state");
  const open = await tx.document.count({ where: { supersedesId: former.id, state: "draft" } });
  if (open > 0) return refuse("document-draft-open");
  const { _max } = await tx.document.aggregate({
    where: { allianceId: scope.alliance.id, kind: former.kind, title: former.title },
    _max: { version: true },
  });
  const created = await tx.document.create({
    data: {
      allianceId: scope.alliance.id,
      kind: former.kind,
      title: former.title,
      version: (_max.version ?? former.version) + 1,
      supersedesId: former.id,
      createdById: scope.actor.userId,
    },
  });
  const articles = await tx.documentArticle.findMany({
    where: { documentId: former.id },
    select: { number: true, chapter: true, heading: true, text: true },
  });
  await putArticles(tx, scope, created.id, articles);
  await scope.audit({
    action: "document.create",
    subjectType: "document",
    subjectId: created.id,
    details: { kind: former.kind, title: former.title, version: created.version },
  });
  return accept({ id: created.id, revision: created.revision });
}

export async function updateDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateDocumentInput>,
): Promise<Result<Changed, "wrong-state" | "document-exists">> {
  const document = await openDocument(tx, scope, input);
  if (document.state !== "draft") return refuse("wrong-state");
  await ownFile(tx, scope, input.fileId);
  const { title } = input;
  const taken = await tx.document.count({
    where: {
      allianceId: scope.alliance.id,
      kind: document.kind,
      title,
      version: document.version,
      id: { not: document.id },
    },
  });
  if (taken > 0) return refuse("document-exists", { title });
  const fileId = input.fileId ?? document.fileId;
  const changed = await raise(tx, document, { title, reference: input.reference ?? null, fileId });
  await scope.audit({
    action: "document.update",
    subjectType: "document",
    subjectId: document.id,
    details: { title: [document.title, title] },
  });
  return accept(changed);
}

/** A draft that is not pursued stays in the library, with the reason. */
export async function withdrawDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawDocumentInput>,
): Promise<Result<Changed, "wrong-state">> {
  const document = await openDocument(tx, scope, input);
  if (document.state !== "draft") return refuse("wrong-state");
  const changed = await raise(tx, document, { state: "withdrawn", endReason: input.reason });
  await scope.audit({
    action: "document.withdraw",
    subjectType: "document",
    subjectId: document.id,
    details: { title: document.title, reason: input.reason },
  });
  return accept(changed);
}
