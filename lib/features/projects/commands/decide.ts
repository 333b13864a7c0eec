import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { cancelCommitments } from "@/lib/features/funds/commands/commitments";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { partiesOf } from "../queries/facts";
import { missing } from "../rules/completeness";
import { moves } from "../rules/states";
import type { moveSchema, reasonedMoveSchema, supplementSchema } from "../schema";
import { checkFile } from "./guards";
import { moveTo, note, openFor } from "./move";

type Move = z.output<typeof moveSchema>;
type ReasonedMove = z.output<typeof reasonedMoveSchema>;

/** 立项: the project gets its number. A refusal after the counter rolls the counter back with everything else. */
export async function registerProject(tx: Tx, scope: TenantScope, input: Move) {
  const opened = await openFor(tx, scope, "register", input);
  if (!opened.ok) return opened;
  const project = opened.value;
  const parties = await partiesOf(tx, scope.alliance.id, project.id);
  const open = missing({
    ...project,
    parties: parties.map((party) => ({ ...party, isMember: true })),
  });
  if (open.length > 0) return refuse("project-incomplete");
  const year = Number(scope.today.slice(0, 4));
  const number = await takeNumber(tx, { allianceId: scope.alliance.id, name: "project", year });
  await note(tx, scope, project.id, { kind: "registered" });
  return moveTo(tx, scope, project, {
    move: "register",
    to: moves.register.to,
    data: { codeYear: year, codeNumber: number, registeredAt: scope.now },
    details: { year, number },
  });
}

export async function startProject(tx: Tx, scope: TenantScope, input: Move) {
  const opened = await openFor(tx, scope, "start", input);
  if (!opened.ok) return opened;
  if (opened.value.startsOn > scope.today) {
    return refuse("project-starts-later", { day: opened.value.startsOn });
  }
  await note(tx, scope, opened.value.id, { kind: "started" });
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
