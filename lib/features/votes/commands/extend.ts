import type { z } from "zod";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { extendInput } from "../schema/votes";
import { blockOf, changeVote, holdFor, holdVote } from "./hold";

export const extendRefusals = [
  "wrong-state",
  "vote-closed",
  "no-deadline",
  "extended-already",
] as const;

/** Once, before it is over: for those whose line broke (behaviour 4.2). */
export async function extendVote(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof extendInput>,
): Promise<
  Result<{ id: string; state: "open"; version: number }, (typeof extendRefusals)[number]>
> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "extend" });
  if (!held.ok) return held;
  const vote = held.value;
  if (vote.version !== input.version) throw new AppError("stale");
  if (!vote.closesAt) return refuse("no-deadline");
  if (vote.overdue) return refuse("vote-closed");
  if (vote.extended) return refuse("extended-already");
  for (const id of await blockOf(tx, scope, vote)) {
    const one = id === vote.id ? vote : await holdVote(tx, scope, id);
    if (!one.closesAt) continue;
    const closesAt = new Date(one.closesAt.getTime() + input.minutes * 60_000);
    await changeVote(tx, scope, one, { closesAt, extended: true });
    await scope.audit({
      action: "vote.extend",
      subjectType: "vote",
      subjectId: id,
      details: { from: one.closesAt.toISOString(), to: closesAt.toISOString() },
    });
  }
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: "open", version: vote.version + 1 });
}
