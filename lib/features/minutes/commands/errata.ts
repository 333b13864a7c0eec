import type { z } from "zod";
import { type LifeRefusal, noteLifeEvent } from "@/lib/features/resolutions/commands/life";
import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isChair } from "../policy";
import type { Held } from "../queries/hold";
import type { approveErratumInput, proposeErratumInput } from "../schema";
import { holdInState } from "./move";
import { findParagraph } from "./paragraphs";
import { samePerson } from "./same-person";

type Numbered = { id: string; number: number };

/** The decision that a paragraph tells of, if it became a resolution. */
async function resolutionOf(tx: Tx, scope: TenantScope, itemId: string | null) {
  if (!itemId) return null;
  return tx.resolution.findFirst({
    where: { allianceId: scope.alliance.id, motion: { agendaItemId: itemId } },
    orderBy: { adoptedOn: "desc" },
    select: { id: true },
  });
}

/**
 * A correction beside the confirmed text, which itself stays (I-16, A-28). A wrong record of a vote puts its resolution
 * under review at once; its tasks show it.
 */
export async function proposeErratum(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeErratumInput>,
): Promise<Result<Numbered, "erratum-needs-vote" | LifeRefusal>> {
  const allianceId = scope.alliance.id;
  const paragraph = await findParagraph(tx, scope, input.paragraphId);
  const held = await holdInState(tx, scope, paragraph.minutesId, ["confirmed", "published"]);
  if (!held.ok) return held;
  if (input.kind === "vote_record") {
    const resolution = await resolutionOf(tx, scope, paragraph.itemId);
    if (!resolution) return refuse("erratum-needs-vote");
    const noted = await noteLifeEvent(tx, scope, {
      resolutionId: resolution.id,
      kind: "under_review",
      on: scope.today,
      reason: input.reason,
    });
    if (!noted.ok) return noted;
  }
  // The row of the minutes is held: the next number is nobody else's.
  const number = 1 + (await tx.minutesErratum.count({ where: { minutesId: paragraph.minutesId } }));
  const { id } = await tx.minutesErratum.create({
    data: {
      allianceId,
      minutesId: paragraph.minutesId,
      number,
      kind: input.kind,
      paragraphId: paragraph.id,
      oldText: paragraph.text,
      newText: input.newText,
      reason: input.reason,
      proposedById: scope.actor.userId ?? "",
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "minutes.propose_erratum",
    subjectType: "minutes",
    subjectId: paragraph.minutesId,
    details: { erratumId: id, number, kind: input.kind, paragraphId: paragraph.id },
  });
  return accept({ id, number });
}

/** What is not clerical is the body's to decide: by a resolution that came after the confirmation. */
async function decides(tx: Tx, scope: TenantScope, held: Held, resolutionId: string) {
  const resolution =
    (await tx.resolution.findUnique({
      where: { allianceId_id: { allianceId: scope.alliance.id, id: resolutionId } },
      select: { bodyId: true, adoptedOn: true },
    })) ?? notFound();
  return (
    resolution.bodyId === held.bodyId && dayOf(resolution.adoptedOn) >= (held.confirmedOn ?? "")
  );
}

type ApproveRefusal =
  | "wrong-state"
  | "erratum-own-proposal"
  | "erratum-needs-resolution"
  | "resolution-not-later";

/** Clerical: the chair, for what the secretariat proposed. Anything else: the resolution of the body. */
export async function approveErratum(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof approveErratumInput>,
): Promise<Result<Numbered, ApproveRefusal>> {
  const allianceId = scope.alliance.id;
  const erratum =
    (await tx.minutesErratum.findUnique({
      where: { allianceId_id: { allianceId, id: input.erratumId } },
    })) ?? notFound();
  const held = await holdInState(tx, scope, erratum.minutesId, ["confirmed", "published"]);
  if (!held.ok) return held;
  if (erratum.approvedAt) return refuse("wrong-state");
  const clerical = erratum.kind === "clerical";
  if (clerical && (await samePerson(tx, scope, erratum.proposedById))) {
    return refuse("erratum-own-proposal");
  }
  if (clerical && !isChair(scope.actor, allianceId)) forbidden();
  if (!clerical && !input.resolutionId) return refuse("erratum-needs-resolution");
  if (!clerical && !(await decides(tx, scope, held.value, input.resolutionId ?? ""))) {
    return refuse("resolution-not-later");
  }
  const { count } = await tx.minutesErratum.updateMany({
    where: { id: erratum.id, allianceId, approvedAt: null },
    data: clerical
      ? { approvedById: scope.actor.userId, approvedAt: scope.now }
      : { resolutionId: input.resolutionId ?? null, approvedAt: scope.now },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "minutes.approve_erratum",
    subjectType: "minutes",
    subjectId: erratum.minutesId,
    details: {
      erratumId: erratum.id,
      number: erratum.number,
      resolutionId: clerical ? null : (input.resolutionId ?? null),
    },
  });
  return accept({ id: erratum.id, number: erratum.number });
}
