import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { touchedAlliances } from "../queries/registers";
import type { decideMergeInput, rejectMergeInput } from "../schema/organizations";
import { noteEverywhere } from "./everywhere";
import { joinMemberships } from "./join-memberships";
import { sealedParts } from "./move-calls";
import { moveOwnParts, moveReferences } from "./move-references";
import { refreshSearchText } from "./names";
import { whyNotMerge } from "./propose-merge";

export const approveMergeRefusals = [
  "merge-own-proposal",
  "merge-already-decided",
  "merge-same",
  "merge-two-codes",
  "organization-merged",
] as const;
type Refusal = (typeof approveMergeRefusals)[number];
type Decided = { id: string; survivorId: string };

async function lockProposal(tx: Tx, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM merge_proposals WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) return notFound();
  return tx.mergeProposal.findUniqueOrThrow({ where: { id } });
}

/** I-15: two persons, whatever accounts they use. */
async function isOwn(tx: Tx, scope: Scope, proposedById: string): Promise<boolean> {
  const proposer = await tx.user.findUniqueOrThrow({
    where: { id: proposedById },
    select: { personId: true },
  });
  return proposer.personId === scope.actor.personId;
}

/**
 * Makes two rows one: everything that hangs on the duplicate moves in this transaction, its names become aliases, and
 * the row itself stays and points to the survivor.
 */
export async function approveMerge(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof decideMergeInput>,
): Promise<Result<Decided, Refusal>> {
  const proposal = await lockProposal(tx, input.proposalId);
  if (proposal.state !== "proposed") return refuse("merge-already-decided");
  if (proposal.version !== input.version) throw new AppError("stale");
  if (await isOwn(tx, scope, proposal.proposedById)) return refuse("merge-own-proposal");
  const { survivorId, absorbedId } = proposal;
  const refusal = await whyNotMerge(tx, survivorId, absorbedId);
  if (refusal) return refusal;
  const absorbed = await tx.organization.findUniqueOrThrow({ where: { id: absorbedId } });
  const touched = await touchedAlliances(tx, [survivorId, absorbedId]);
  // The mark comes first: booked receipts and verified records follow a merger and nothing else.
  await tx.organization.update({
    where: { id: absorbedId },
    data: {
      status: "merged",
      mergedIntoId: survivorId,
      creditCode: null,
      version: { increment: 1 },
    },
  });
  await fillBlanks(tx, survivorId, absorbed);
  const joined = await joinMemberships(tx, scope, { survivorId, absorbedId });
  const own = await moveOwnParts(tx, survivorId, absorbedId);
  const references = await moveReferences(tx, survivorId, absorbedId);
  await refreshSearchText(tx, survivorId);
  const moved = { ...joined, ...own, ...references };
  await tx.mergeProposal.update({
    where: { id: proposal.id },
    data: {
      state: "approved",
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      moved: { ...moved, creditCode: absorbed.creditCode },
      version: { increment: 1 },
    },
  });
  const event = {
    action: "organization.merge",
    subjectType: "organization",
    subjectId: survivorId,
    details: { proposal: proposal.id, absorbedId, absorbedName: absorbed.name },
  };
  // How much moved goes over all alliances, and is none of a single one's business.
  const counts = Object.entries(moved).filter(([what]) => !sealedParts.includes(what));
  await noteEverywhere(tx, scope, touched, event, {
    moved: Object.fromEntries(counts.map(([what, ids]) => [what, ids.length])),
  });
  return accept({ id: proposal.id, survivorId });
}

type Blanks = {
  creditCode: string | null;
  shortName: string | null;
  nameEn: string | null;
  regionCode: string | null;
  address: string | null;
  parentId: string | null;
  sponsorId: string | null;
};

/** The survivor's own words stand; what it lacks it takes from the duplicate. */
async function fillBlanks(tx: Tx, survivorId: string, from: Blanks): Promise<void> {
  const survivor = await tx.organization.findUniqueOrThrow({ where: { id: survivorId } });
  const other = (id: string | null) => (id === survivorId ? null : id);
  const parent = survivor.parentId ?? other(from.parentId);
  await tx.organization.update({
    where: { id: survivorId },
    data: {
      creditCode: survivor.creditCode ?? from.creditCode,
      shortName: survivor.shortName ?? from.shortName,
      nameEn: survivor.nameEn ?? from.nameEn,
      regionCode: survivor.regionCode ?? from.regionCode,
      address: survivor.address ?? from.address,
      parentId: parent,
      sponsorId: survivor.sponsorId ?? other(from.sponsorId),
      version: { increment: 1 },
    },
  });
}

/** Sends a proposal back with the reason; the two rows stay two. */
export async function rejectMerge(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof rejectMergeInput>,
): Promise<Result<Decided, "merge-already-decided">> {
  const proposal = await lockProposal(tx, input.proposalId);
  if (proposal.state !== "proposed") return refuse("merge-already-decided");
  if (proposal.version !== input.version) throw new AppError("stale");
  await tx.mergeProposal.update({
    where: { id: proposal.id },
    data: {
      state: "rejected",
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      decisionReason: input.reason,
      version: { increment: 1 },
    },
  });
  await scope.audit({
    action: "organization.reject_merge",
    subjectType: "organization",
    subjectId: proposal.survivorId,
    details: { proposal: proposal.id, absorbedId: proposal.absorbedId, reason: input.reason },
  });
  return accept({ id: proposal.id, survivorId: proposal.survivorId });
}
