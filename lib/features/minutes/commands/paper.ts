import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { type Held, holdMinutes, minutesRule } from "../queries/hold";
import { maySign } from "../rules";
import type { answerPaperInput, recordSignaturesInput } from "../schema";
import { samePerson } from "./same-person";
import { hashOf } from "./steps";

type Answer = "signed" | "refused";

/** Nothing on paper, or no longer: who answers in the portal needs no page. */
export const noPaper = {
  paperAnswer: null,
  paperReason: null,
  paperFileId: null,
  recordedById: null,
  recordedAt: null,
} as const;

/** What counts from now on; both ways of the paper lead here. */
async function answerOf(tx: Tx, scope: TenantScope, held: Held, answer: Answer, reason?: string) {
  return answer === "signed"
    ? { signedAt: scope.now, sha256: await hashOf(tx, scope, held.id) }
    : { refusedAt: scope.now, reason: reason ?? null };
}

type RecordRefusal =
  | "wrong-state"
  | "already-signed"
  | "refusal-needs-reason"
  | "page-missing"
  | "own-signature";

/** Only whoever is named and has not answered; nobody enters their own name as paper. */
async function faultOf(tx: Tx, scope: TenantScope, input: z.output<typeof recordSignaturesInput>) {
  const allianceId = scope.alliance.id;
  const personIds = [...new Set(input.personIds)];
  const named = await tx.minutesSignature.findMany({
    where: { allianceId, minutesId: input.minutesId, personId: { in: personIds } },
    select: { signedAt: true, refusedAt: true },
  });
  if (named.length < personIds.length) notFound();
  if (named.some(({ signedAt, refusedAt }) => signedAt ?? refusedAt)) return "already-signed";
  if (personIds.some((personId) => personId === scope.actor.personId)) return "own-signature";
  const files = await tx.storedFile.count({ where: { allianceId, id: input.fileId } });
  if (files === 0) return "page-missing";
  return input.answer === "refused" && !input.reason ? "refusal-needs-reason" : undefined;
}

/**
 * Enters what a scanned page says of signatories who have no account, or who signed in the room. Where the rule
 * confirms minutes by signatures, one person alone would confirm them: it counts when a second one has read the page.
 */
export async function recordSignatures(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordSignaturesInput>,
): Promise<Result<{ id: string; recorded: number; secondPerson: boolean }, RecordRefusal>> {
  const held = await holdMinutes(tx, scope, input.minutesId);
  if (!maySign(held.state, held)) return refuse("wrong-state");
  const fault = await faultOf(tx, scope, input);
  if (fault) return refuse(fault);
  if (held.version !== input.version) throw new AppError("stale");
  const { options } = await minutesRule(tx, scope, held);
  const secondPerson = options.confirm === "signatures";
  const personIds = [...new Set(input.personIds)];
  const { count } = await tx.minutesSignature.updateMany({
    where: {
      allianceId: scope.alliance.id,
      minutesId: held.id,
      personId: { in: personIds },
      signedAt: null,
      refusedAt: null,
    },
    data: {
      paperAnswer: input.answer,
      paperReason: input.reason ?? null,
      paperFileId: input.fileId,
      recordedById: scope.actor.userId,
      recordedAt: scope.now,
      ...(!secondPerson && (await answerOf(tx, scope, held, input.answer, input.reason))),
    },
  });
  if (count !== personIds.length) throw new AppError("stale");
  await scope.audit({
    action: "minutes.record_signatures",
    subjectType: "minutes",
    subjectId: held.id,
    details: { answer: input.answer, personIds, fileId: input.fileId, secondPerson },
  });
  return accept({ id: held.id, recorded: count, secondPerson });
}

/** A second person reads the page: the same, and it counts; or not the same, and it is entered anew. */
export async function answerPaper(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerPaperInput>,
): Promise<Result<{ id: string; counted: boolean }, "wrong-state" | "own-paper">> {
  const allianceId = scope.alliance.id;
  const held = await holdMinutes(tx, scope, input.minutesId);
  const where = { allianceId, minutesId: held.id, personId: input.personId };
  const row = (await tx.minutesSignature.findFirst({ where })) ?? notFound();
  if (!row.recordedById || row.signedAt || row.refusedAt) return refuse("wrong-state");
  if (await samePerson(tx, scope, row.recordedById)) return refuse("own-paper");
  const answer: Answer = row.paperAnswer === "signed" ? "signed" : "refused";
  const { count } = await tx.minutesSignature.updateMany({
    where: { ...where, recordedAt: row.recordedAt, signedAt: null, refusedAt: null },
    data: input.agrees
      ? {
          confirmedById: scope.actor.userId,
          ...(await answerOf(tx, scope, held, answer, row.paperReason ?? undefined)),
        }
      : noPaper,
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: input.agrees ? "minutes.confirm_paper" : "minutes.discard_paper",
    subjectType: "minutes",
    subjectId: held.id,
    details: { personId: input.personId, answer, fileId: row.paperFileId },
  });
  return accept({ id: held.id, counted: input.agrees });
}
