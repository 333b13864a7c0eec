import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { ReadCollege } from "../queries/facts";
import type { collegeChanged } from "../schema/colleges";
import type { CollegeState } from "../types";

export type Changed = z.input<typeof collegeChanged>;
type Columns = Parameters<Tx["college"]["updateMany"]>[0]["data"];

/** Writes over exactly the state and version that was read. */
export async function raise(tx: Tx, college: ReadCollege, data: Columns = {}): Promise<Changed> {
  const { count } = await tx.college.updateMany({
    where: { id: college.id, state: college.state, version: college.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: college.id, version: college.version + 1 };
}

export const noteEvent = (
  tx: Tx,
  scope: TenantScope,
  collegeId: string,
  event: { state: CollegeState; note?: string | undefined },
) =>
  tx.collegeEvent.create({
    data: {
      allianceId: scope.alliance.id,
      collegeId,
      state: event.state,
      on: dateOf(scope.today),
      note: event.note ?? null,
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });

/** One step of its life with its line in the history and its entry in the chain. */
export async function moveTo(
  tx: Tx,
  scope: TenantScope,
  college: ReadCollege,
  change: { to: CollegeState; note?: string | undefined; data?: Columns },
): Promise<Changed> {
  const changed = await raise(tx, college, {
    ...change.data,
    state: change.to,
    stateSince: scope.now,
    stateReason: change.note ?? null,
  });
  await noteEvent(tx, scope, college.id, { state: change.to, note: change.note });
  await scope.audit({
    action: "college.step",
    subjectType: "college",
    subjectId: college.id,
    details: { from: college.state, to: change.to },
  });
  return changed;
}

/** The table of contributions is another one now: everybody signs anew. */
export const unsign = (tx: Tx, scope: TenantScope, collegeId: string) =>
  tx.collegeParty.updateMany({
    where: { allianceId: scope.alliance.id, collegeId, signedOn: { not: null } },
    data: { signedOn: null, signedById: null },
  });
