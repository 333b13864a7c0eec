import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { stateAfter } from "../rules";
import type { ApplicationState, Step } from "../types";

/** What every step needs to know of the application it moves. */
export type Held = {
  id: string;
  state: ApplicationState;
  stateSince: Date;
  version: number;
  creditCode: string;
  organizationId: string | null;
  requestedPosition: string;
  resolutionId: string | null;
  noticeUntil: Date | null;
};

const fields = {
  id: true,
  state: true,
  stateSince: true,
  version: true,
  creditCode: true,
  organizationId: true,
  requestedPosition: true,
  resolutionId: true,
  noticeUntil: true,
} as const;

export async function holdApplication(
  tx: Tx,
  scope: TenantScope,
  applicationId: string,
): Promise<Held> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: applicationId } };
  return (await tx.membershipApplication.findUnique({ where, select: fields })) ?? notFound();
}

/** Several at once, by id; one that is not there is not found. */
export async function holdApplications(
  tx: Tx,
  scope: TenantScope,
  ids: readonly string[],
): Promise<Map<string, Held>> {
  const where = { allianceId: scope.alliance.id, id: { in: [...ids] } };
  const rows = ids.length ? await tx.membershipApplication.findMany({ where, select: fields }) : [];
  if (rows.length !== ids.length) notFound();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The holder of a case link stands where a signed-in person would: a wrong link finds nothing. */
export async function holdCase(tx: Tx, scope: TenantScope, tokenHash: string): Promise<Held> {
  const where = { allianceId: scope.alliance.id, caseTokenHash: tokenHash };
  return (await tx.membershipApplication.findFirst({ where, select: fields })) ?? notFound();
}

type Changes = {
  resolutionId?: string;
  membershipId?: string;
  noticeFrom?: Date | null;
  noticeUntil?: Date | null;
};
export type Moved = { id: string; state: ApplicationState; version: number };

/**
 * Takes one edge of the state machine. A step that the state does not allow is a refusal; a state or version other than
 * the one seen is a stale form.
 */
export async function moveApplication(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: { step: Step; version?: number; changes?: Changes; details?: Record<string, string> },
): Promise<Result<Moved, "wrong-state">> {
  const next = stateAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.membershipApplication.updateMany({
    where: {
      id: held.id,
      allianceId: scope.alliance.id,
      state: held.state,
      version: move.version ?? held.version,
    },
    data: { ...move.changes, state: next, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `application.${move.step}`,
    subjectType: "application",
    subjectId: held.id,
    details: { from: held.state, to: next, ...move.details },
  });
  return {
    ok: true,
    value: { id: held.id, state: next, version: (move.version ?? held.version) + 1 },
  };
}
