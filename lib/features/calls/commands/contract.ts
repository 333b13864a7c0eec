import type { z } from "zod";
import { promiseMoney } from "@/lib/features/funds/commands/promise";
import { registerAwarded } from "@/lib/features/projects/commands/from-award";
import { checkFile } from "@/lib/features/projects/commands/guards";
import { milestoneStates } from "@/lib/features/projects/queries/milestone-state";
import { dateOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { HeldCall } from "../queries/facts";
import { instalments } from "../rules/instalments";
import type { contractInput, signAcceptanceInput } from "../schema/award";
import { type BidContent, bidContent } from "../schema/bids";
import type { Moved } from "../schema/needs";
import { holdFor, moveTo } from "./hold";
import { oddAmount, sizeRefusals } from "./plausible";

type Input = z.output<typeof contractInput>;

export const contractRefusals = [
  "call-wrong-state",
  "contract-above-quote",
  ...sizeRefusals,
  "contract-dated-ahead",
  "milestone-outside",
  "not-a-member",
] as const;

type Award = { organizationId: string; content: BidContent };

async function awardOf(tx: Tx, scope: TenantScope, call: HeldCall): Promise<Award> {
  const bid = await tx.bid.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: call.chosenBidId ?? "" } },
    select: { organization: { select: { id: true, mergedIntoId: true } }, content: true },
  });
  // A bid that could not follow its team's merged row is still that team's.
  const { id, mergedIntoId } = bid.organization;
  return { organizationId: mergedIntoId ?? id, content: bidContent.parse(bid.content) };
}

/** The contract's money as the enterprise's promise, in instalments that the accepted milestones release. */
async function promise(
  tx: Tx,
  scope: TenantScope,
  given: { call: HeldCall; input: Input; projectId: string; content: BidContent },
) {
  const { call, input, projectId, content } = given;
  const milestones = await milestoneStates(tx, scope.alliance.id, projectId);
  const parts = instalments(
    fenOf(input.amount),
    content.milestones.map(({ share }) => share),
  );
  const schedule = milestones.flatMap(({ id, dueOn }, index) => {
    const part = parts[index] ?? 0n;
    return part > 0n ? [{ dueOn, amount: yuanText(part), milestoneId: id }] : [];
  });
  const promised = await promiseMoney(tx, scope, {
    projectId,
    organizationId: call.posterId,
    kind: "cash",
    amount: input.amount,
    promisedOn: input.signedOn,
    dueOn: input.endsOn,
    proof: input.contractNo,
    schedule,
  });
  // The schedule follows from the contract by arithmetic: if it does not fit, it is our fault and nobody's to mend.
  if (!promised.ok) throw new Error(`contract money: ${promised.reason}`);
}

/** 签约: the award becomes a registered project, and its money a promise, or neither. */
export async function signContract(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Moved, (typeof contractRefusals)[number]>> {
  const held = await holdFor(tx, scope, "contract", input);
  if (!held.ok) return held;
  const call = held.value;
  if (input.signedOn > scope.today) return refuse("contract-dated-ahead");
  const { organizationId, content } = await awardOf(tx, scope, call);
  if (fenOf(input.amount) > fenOf(content.quote)) {
    return refuse("contract-above-quote", { quote: yuanText(fenOf(content.quote)) });
  }
  const odd = oddAmount(input, content.quote, "amount");
  if (odd) return odd;
  await checkFile(tx, scope, input.fileId);
  const project = await registerAwarded(tx, scope, {
    // Registered projects are public: what was anonymous stays so.
    title: call.publicTitle ?? call.title,
    // More people read a project than a bid: it says what is to be solved, never how the team means to do it.
    summary: call.secrecy === "open" ? call.problem.slice(0, 2000) : undefined,
    type: input.type,
    leadId: organizationId,
    demandId: call.posterId,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    callId: call.id,
    milestones: content.milestones.map(({ title, dueOn, deliverable }) => ({
      title,
      dueOn,
      deliverable,
    })),
  });
  if (!project.ok) return project;
  await promise(tx, scope, { call, input, projectId: project.value.id, content });
  return moveTo(tx, scope, call, {
    move: "contract",
    data: {
      projectId: project.value.id,
      contractNo: input.contractNo,
      contractAmount: input.amount,
      contractOn: dateOf(input.signedOn),
      contractFileId: input.fileId ?? null,
    },
    details: { projectId: project.value.id, contractNo: input.contractNo, amount: input.amount },
  });
}

/** The enterprise signs first: what was measured beside what was wanted, once every milestone is done with. */
export async function signAcceptance(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof signAcceptanceInput>,
): Promise<Result<Moved, "call-wrong-state" | "milestones-open" | "criteria-incomplete">> {
  const held = await holdFor(tx, scope, "sign", input);
  if (!held.ok) return held;
  const call = held.value;
  const allianceId = scope.alliance.id;
  const milestones = await milestoneStates(tx, allianceId, call.projectId ?? "");
  const open = milestones.filter(({ state }) => state !== "accepted" && state !== "waived");
  if (open.length > 0) return refuse("milestones-open", { count: open.length });
  const wanted = await tx.callIndicator.findMany({
    where: { allianceId, callId: call.id },
    select: { id: true },
  });
  const given = new Set(input.indicators.map(({ indicatorId }) => indicatorId));
  if (given.size !== wanted.length || wanted.some(({ id }) => !given.has(id))) {
    return refuse("criteria-incomplete");
  }
  for (const { indicatorId, measured, met } of input.indicators) {
    const { count } = await tx.callIndicator.updateMany({
      where: { allianceId, id: indicatorId, callId: call.id },
      data: { measured, met },
    });
    if (count === 0) throw new AppError("stale");
  }
  return moveTo(tx, scope, call, {
    move: "sign",
    data: { signedById: scope.actor.userId, signedAt: call.at },
    details: { met: input.indicators.filter(({ met }) => met).length, of: wanted.length },
  });
}
