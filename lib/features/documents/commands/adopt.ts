import { createHash } from "node:crypto";
import type { z } from "zod";
import { addDays, type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type {
  adoptDocumentInput,
  documentChanged,
  publishDocumentInput,
  repealDocumentInput,
} from "../schema";
import { type OpenDocument, openDocument, ownFile, raise } from "./drafts";

export const adoptDocumentRefusals = [
  "wrong-state",
  "document-empty",
  "charter-in-force",
  "document-starts-too-early",
  "former-version-ended",
  "adoption-in-future",
] as const;
type Refusal = (typeof adoptDocumentRefusals)[number];
type Changed = z.input<typeof documentChanged>;

/** The decision behind an adoption: a resolution of the portal, or the paper that records one. */
type Decision = {
  adoptedOn: Day;
  effectiveOn: Day;
  adoptedBy?: string | undefined;
  paperId?: string | undefined;
  resolutionId?: string | undefined;
};

/** What was adopted, in one number: kind, title, version, every article, and the bytes of the file. */
async function fingerprint(tx: Tx, document: OpenDocument): Promise<string> {
  const articles = await tx.documentArticle.findMany({
    where: { documentId: document.id },
    orderBy: { number: "asc" },
    select: { number: true, chapter: true, heading: true, text: true },
  });
  const file = document.fileId
    ? await tx.storedFile.findUnique({ where: { id: document.fileId }, select: { sha256: true } })
    : null;
  return createHash("sha256")
    .update(
      JSON.stringify([
        document.kind,
        document.title,
        document.version,
        articles.map(({ number, chapter, heading, text }) => [number, chapter, heading, text]),
        file?.sha256 ?? null,
      ]),
    )
    .digest("hex");
}

async function isEmpty(tx: Tx, document: OpenDocument): Promise<boolean> {
  if (document.fileId) return false;
  return (await tx.documentArticle.count({ where: { documentId: document.id } })) === 0;
}

/** The version before ends the day before; one that ended meanwhile is not followed. */
async function endFormer(tx: Tx, scope: TenantScope, document: OpenDocument, effectiveOn: Day) {
  if (!document.supersedesId) {
    if (document.kind !== "charter") return undefined;
    const charter = await tx.document.count({
      where: { allianceId: scope.alliance.id, kind: "charter", state: "adopted" },
    });
    return charter > 0 ? refuse("charter-in-force") : undefined;
  }
  const former = await openDocument(tx, scope, { documentId: document.supersedesId });
  if (former.state !== "adopted") return refuse("former-version-ended");
  if (former.effectiveOn && dayOf(former.effectiveOn) >= effectiveOn) {
    return refuse("document-starts-too-early", { day: dayOf(former.effectiveOn) });
  }
  await raise(tx, former, { state: "superseded", endsOn: dateOf(addDays(effectiveOn, -1)) });
  return undefined;
}

async function adopt(
  tx: Tx,
  scope: TenantScope,
  document: OpenDocument,
  decision: Decision,
): Promise<Result<Changed, Refusal>> {
  if (document.state !== "draft") return refuse("wrong-state");
  if (await isEmpty(tx, document)) return refuse("document-empty");
  const late = await endFormer(tx, scope, document, decision.effectiveOn);
  if (late) return late;
  const changed = await raise(tx, document, {
    state: "adopted",
    adoptedOn: dateOf(decision.adoptedOn),
    effectiveOn: dateOf(decision.effectiveOn),
    adoptedBy: decision.adoptedBy ?? null,
    paperId: decision.paperId ?? null,
    resolutionId: decision.resolutionId ?? null,
    sha256: await fingerprint(tx, document),
  });
  await scope.audit({
    action: "document.adopt",
    subjectType: "document",
    subjectId: document.id,
    details: {
      title: document.title,
      version: document.version,
      adoptedOn: decision.adoptedOn,
      resolution: decision.resolutionId ?? null,
      by: decision.adoptedBy ?? null,
    },
  });
  return accept(changed);
}

/** An adoption that happened on paper: its day and its paper stand in the record. */
export async function adoptDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof adoptDocumentInput>,
): Promise<Result<Changed, Refusal>> {
  const { documentId, revision, ...decision } = input;
  const document = await openDocument(tx, scope, { documentId, revision });
  await ownFile(tx, scope, input.paperId);
  if (input.adoptedOn > scope.today) return refuse("adoption-in-future");
  return adopt(tx, scope, document, decision);
}

/** What the effect of a resolution calls: the vote adopted this text. */
export async function adoptByResolution(
  tx: Tx,
  scope: TenantScope,
  given: { documentId: string; resolutionId: string; adoptedOn: Day; effectiveFrom: Day },
): Promise<Result<Changed, Refusal>> {
  const document = await openDocument(tx, scope, { documentId: given.documentId });
  return adopt(tx, scope, document, {
    adoptedOn: given.adoptedOn,
    effectiveOn: given.effectiveFrom,
    resolutionId: given.resolutionId,
  });
}

/** Ends a document that no version follows. */
export async function repealDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof repealDocumentInput>,
): Promise<Result<Changed, "wrong-state" | "document-starts-too-early">> {
  const document = await openDocument(tx, scope, input);
  if (document.state !== "adopted") return refuse("wrong-state");
  if (document.effectiveOn && dayOf(document.effectiveOn) > input.endsOn) {
    return refuse("document-starts-too-early", { day: dayOf(document.effectiveOn) });
  }
  const changed = await raise(tx, document, {
    state: "repealed",
    endsOn: dateOf(input.endsOn),
    endReason: input.reason,
  });
  await scope.audit({
    action: "document.repeal",
    subjectType: "document",
    subjectId: document.id,
    details: { title: document.title, endsOn: input.endsOn, reason: input.reason },
  });
  return accept(changed);
}

/** Whether the public may read it; only what was adopted can be public. */
export async function publishDocument(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof publishDocumentInput>,
): Promise<Result<Changed, "wrong-state">> {
  const document = await openDocument(tx, scope, input);
  if (document.state === "draft" || document.state === "withdrawn") return refuse("wrong-state");
  const changed = await raise(tx, document, { published: input.published });
  await scope.audit({
    action: "document.publish",
    subjectType: "document",
    subjectId: document.id,
    details: { title: document.title, published: input.published },
  });
  return accept(changed);
}
