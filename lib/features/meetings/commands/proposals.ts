import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isComing } from "../rules/edges";
import type {
  acceptProposalInput,
  proposeInput,
  rejectProposalInput,
  withdrawProposalInput,
} from "../schema/prepare";
import { insertItem } from "./agenda";
import { holdMeeting } from "./hold";
import { suggestConflicts } from "./suggest";
import { touchMeeting } from "./touch";

type State = "proposed" | "accepted" | "rejected" | "withdrawn";
type Answer<R extends string> = Promise<Result<{ id: string; state: State }, R>>;

const canAct = (scope: TenantScope, organizationId: string | null): boolean =>
  reaches(scope.reach, organizationId);

/** The organization of a proposal: named and own; a council delegate's is the one whose seat it is. */
async function organizationFor(
  tx: Tx,
  scope: TenantScope,
  named: string | undefined,
): Promise<string | null> {
  if (named && canAct(scope, named)) {
    const where = { id: named, memberships: { some: { allianceId: scope.alliance.id } } };
    return (await tx.organization.count({ where })) > 0 ? named : notFound();
  }
  if (scope.reach.self) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT m.organization_id AS id
      FROM seat_delegates d JOIN seat_holdings h ON h.id = d.holding_id AND h.alliance_id = d.alliance_id
      JOIN memberships m ON m.id = h.membership_id
      WHERE d.alliance_id = ${scope.alliance.id}::uuid AND d.person_id = ${scope.actor.personId}::uuid
        AND ${scope.today}::date BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
        AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')`;
    const own = rows.find((row) => named === undefined || row.id === named);
    if (own) return own.id;
    return named ? forbidden() : null;
  }
  return named ? forbidden() : (scope.reach.organizationIds[0] ?? null);
}

/** 议题征集: what somebody wants on the agenda of a body. */
export async function propose(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeInput>,
): Answer<"paper-missing" | "body-dissolved"> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: input.bodyId } };
  const select = { dissolvedOn: true } as const;
  const body = (await tx.governanceBody.findUnique({ where, select })) ?? notFound();
  if (body.dissolvedOn && dayOf(body.dissolvedOn) < scope.today) return refuse("body-dissolved");
  const organizationId = await organizationFor(tx, scope, input.organizationId);
  const { actor } = scope;
  if (input.fileId) {
    const file = { allianceId, id: input.fileId, uploadedById: actor.userId };
    if ((await tx.storedFile.count({ where: file })) === 0) return refuse("paper-missing");
  }
  const { id } = await tx.agendaProposal.create({
    data: {
      allianceId,
      bodyId: input.bodyId,
      organizationId,
      proposedById: actor.userId ?? forbidden(),
      title: input.title,
      explanation: input.explanation,
      partyPrior: input.partyPrior,
      fileId: input.fileId ?? null,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "agenda.propose",
    subjectType: "agenda-proposal",
    subjectId: id,
    details: { bodyId: input.bodyId },
  });
  return accept({ id, state: "proposed" });
}

async function hold(tx: Tx, scope: TenantScope, proposalId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: proposalId } };
  return (
    (await tx.agendaProposal.findUnique({
      where,
      include: { organization: { select: { name: true } } },
    })) ?? notFound()
  );
}

async function settle(
  tx: Tx,
  scope: TenantScope,
  proposal: { id: string; version: number },
  to: { state: Exclude<State, "proposed">; meetingId?: string; itemId?: string; reason?: string },
): Answer<never> {
  const { count } = await tx.agendaProposal.updateMany({
    where: {
      id: proposal.id,
      allianceId: scope.alliance.id,
      state: "proposed",
      version: proposal.version,
    },
    data: { ...to, decidedAt: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `agenda.${{ accepted: "accept", rejected: "reject", withdrawn: "withdraw" }[to.state]}`,
    subjectType: "agenda-proposal",
    subjectId: proposal.id,
    details: { to: to.state, ...(to.meetingId && { meetingId: to.meetingId }) },
  });
  return accept({ id: proposal.id, state: to.state });
}

/** Onto the agenda of a coming meeting of the same body, with its paper. */
export async function acceptProposal(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptProposalInput>,
): Answer<"wrong-state" | "other-body"> {
  const proposal = await hold(tx, scope, input.proposalId);
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  if (proposal.state !== "proposed" || !isComing(meeting.state)) return refuse("wrong-state");
  if (meeting.bodyId !== proposal.bodyId) return refuse("other-body");
  const { id } = await insertItem(tx, scope, meeting, {
    title: proposal.title,
    kind: "decide",
    matter: input.matter ?? "ordinary",
    explanation: proposal.explanation,
    proposer: proposal.organization?.name ?? null,
    partyPrior: proposal.partyPrior,
  });
  if (proposal.fileId) {
    const file = await tx.storedFile.findUniqueOrThrow({ where: { id: proposal.fileId } });
    await tx.itemPaper.create({
      data: { allianceId: scope.alliance.id, itemId: id, fileId: file.id, title: file.name },
    });
  }
  const settled = await settle(
    tx,
    scope,
    { id: proposal.id, version: input.version },
    { state: "accepted", meetingId: meeting.id, itemId: id },
  );
  if (meeting.state !== "draft") await suggestConflicts(tx, scope, meeting.id);
  await touchMeeting(tx, scope, meeting.id);
  return settled;
}

export async function rejectProposal(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof rejectProposalInput>,
): Answer<"wrong-state"> {
  const proposal = await hold(tx, scope, input.proposalId);
  if (proposal.state !== "proposed") return refuse("wrong-state");
  const { reason, version } = input;
  return settle(tx, scope, { id: proposal.id, version }, { state: "rejected", reason });
}

/** By whoever proposed it, until it is decided about. */
export async function withdrawProposal(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawProposalInput>,
): Answer<"wrong-state"> {
  const proposal = await hold(tx, scope, input.proposalId);
  const own =
    proposal.proposedById === scope.actor.userId ||
    (proposal.organizationId !== null &&
      scope.reach.organizationIds.includes(proposal.organizationId));
  if (!own && !scope.reach.whole) return forbidden();
  if (proposal.state !== "proposed") return refuse("wrong-state");
  return settle(tx, scope, { id: proposal.id, version: input.version }, { state: "withdrawn" });
}
