import type { z } from "zod";
import { cancelCommitments } from "@/lib/features/funds/commands/commitments";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { moves } from "../rules/states";
import type { moveSchema, reasonedMoveSchema, supplementSchema } from "../schema/projects";
import { checkFile } from "./guards";
import { beginNext } from "./milestones";
import { moveTo, note, openFor } from "./move";

type Move = z.output<typeof moveSchema>;
type ReasonedMove = z.output<typeof reasonedMoveSchema>;

export async function startProject(tx: Tx, scope: TenantScope, input: Move) {
  const opened = await openFor(tx, scope, "start", input);
  if (!opened.ok) return opened;
  if (opened.value.startsOn > scope.today) {
    return refuse("project-starts-later", { day: opened.value.startsOn });
  }
  await note(tx, scope, opened.value.id, { kind: "started" });
  await beginNext(tx, scope, opened.value.id);
  return moveTo(tx, scope, opened.value, { move: "start", to: moves.start.to });
}

/** The secretariat asks one thing; the lead sees the question on the project. */
export async function requestSupplement(tx: Tx, scope: TenantScope, input: ReasonedMove) {
  const opened = await openFor(tx, scope, "request_supplement", input);
  if (!opened.ok) return opened;
  await note(tx, scope, opened.value.id, { kind: "question", text: input.reason });
  return moveTo(tx, scope, opened.value, {
    move: "request_supplement",
    to: moves.request_supplement.to,
    reason: input.reason,
    details: { reason: input.reason },
  });
}

export async function supplementProject(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof supplementSchema>,
) {
  const opened = await openFor(tx, scope, "supplement", input);
  if (!opened.ok) return opened;
  await checkFile(tx, scope, input.fileId);
  await note(tx, scope, opened.value.id, {
    kind: "answer",
    organizationId: opened.value.leadId,
    text: input.answer,
  });
  return moveTo(tx, scope, opened.value, {
    move: "supplement",
    to: moves.supplement.to,
    ...(input.fileId && { data: { fileId: input.fileId } }),
    details: { fileId: input.fileId ?? null },
  });
}

/** Ends a project before it has a number; its promises end with it. */
const endAs =
  (move: "reject" | "withdraw") => async (tx: Tx, scope: TenantScope, input: ReasonedMove) => {
    const opened = await openFor(tx, scope, move, input);
    if (!opened.ok) return opened;
    const kind = move === "reject" ? "rejected" : "withdrawn";
    await note(tx, scope, opened.value.id, { kind, text: input.reason });
    await cancelCommitments(tx, scope, opened.value.id);
    return moveTo(tx, scope, opened.value, {
      move,
      to: moves[move].to,
      reason: input.reason,
      details: { reason: input.reason },
    });
  };

export const rejectProject = endAs("reject");
export const withdrawProject = endAs("withdraw");
