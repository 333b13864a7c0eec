import type { z } from "zod";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { countedRounds } from "../queries/rounds";
import { standingOf } from "../rules/count";
import { missingCandidates } from "../rules/missing";
import type {
  answerObjectionInput,
  cancelInput,
  objectInput,
  objectionOutput,
  stepInput,
  stepOutput,
} from "../schema";
import { type HeldElection, holdElection, moveElection, whyNot } from "./hold";

type Stepped<R extends string> = Result<z.input<typeof stepOutput>, R>;

export const stepRefusals = ["wrong-state", "election-incomplete", "tie-open"] as const;
type StepRefusal = (typeof stepRefusals)[number];

/** What holds a step back, besides the state. */
async function whyNotStep(
  tx: Tx,
  scope: TenantScope,
  election: HeldElection,
  step: z.output<typeof stepInput>["step"],
) {
  if (step === "finish_check") {
    const missing = missingCandidates({
      contest: election.contest,
      seats: election.seats.length,
      maxMarks: election.maxMarks,
      candidates: election.candidates,
    });
    return missing.length ? refuse("election-incomplete", { count: missing.length }) : undefined;
  }
  if (step !== "declare") return undefined;
  const { tie } = standingOf(await countedRounds(tx, scope.alliance.id, election.id));
  return tie ? refuse("tie-open") : undefined;
}

/** The plain steps of the secretariat: nominations open and close, the check ends, the result is declared and announced. */
export async function takeStep(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepInput>,
): Promise<Stepped<StepRefusal>> {
  const election = await holdElection(tx, scope, input.electionId);
  const { step, version } = input;
  const fault = whyNot(election.state, step) ?? (await whyNotStep(tx, scope, election, step));
  if (fault) return fault;
  const until = addDays(scope.today, election.objectionDays - 1);
  const data = step === "announce" ? { objectionUntil: dateOf(until) } : {};
  return accept(await moveElection(tx, scope, election, { act: step, version, data }));
}

/** An election that is not carried through: with the reason, and never while papers are out. */
export async function cancelElection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof cancelInput>,
): Promise<Stepped<"wrong-state">> {
  const election = await holdElection(tx, scope, input.electionId);
  const fault = whyNot(election.state, "cancel");
  if (fault) return fault;
  const { reason, version } = input;
  const data = { stateReason: reason };
  const details = { reason };
  return accept(await moveElection(tx, scope, election, { act: "cancel", version, data, details }));
}

/** 异议, until the end of the last day. */
export async function objectTo(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof objectInput>,
): Promise<Result<z.input<typeof objectionOutput>, "wrong-state" | "objection-too-late">> {
  const authorId = scope.actor.personId ?? forbidden();
  const election = await holdElection(tx, scope, input.electionId);
  const fault = whyNot(election.state, "object");
  if (fault) return fault;
  if (!election.objectionUntil || dateOf(scope.today) > election.objectionUntil) {
    return refuse("objection-too-late");
  }
  const created = await tx.electionObjection.create({
    data: {
      allianceId: scope.alliance.id,
      electionId: election.id,
      text: input.text,
      authorId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "election.object",
    subjectType: "election",
    subjectId: election.id,
    details: { objectionId: created.id },
  });
  return accept(created);
}

/** Answered by somebody else than who raised it; upheld, the election is cancelled and has to be held again. */
export async function answerObjection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerObjectionInput>,
): Promise<Result<z.input<typeof objectionOutput>, "wrong-state" | "second-person-needed">> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: input.objectionId } };
  const found = (await tx.electionObjection.findUnique({ where })) ?? notFound();
  const election = await holdElection(tx, scope, found.electionId);
  const fault = whyNot(election.state, "answer_objection");
  if (fault) return fault;
  if (found.authorId === scope.actor.personId) return refuse("second-person-needed");
  const { count } = await tx.electionObjection.updateMany({
    where: { allianceId, id: found.id, state: "open" },
    data: {
      state: input.upheld ? "upheld" : "rejected",
      answer: input.answer,
      answeredById: scope.actor.personId,
    },
  });
  if (count === 0) throw new AppError("stale");
  const details = { objectionId: found.id, upheld: input.upheld };
  if (input.upheld) {
    const data = { stateReason: input.answer.slice(0, 500) };
    const { version } = election;
    await moveElection(tx, scope, election, { act: "cancel", version, data, details });
  }
  await scope.audit({
    action: "election.answer_objection",
    subjectType: "election",
    subjectId: election.id,
    details,
  });
  return accept({ id: found.id });
}
