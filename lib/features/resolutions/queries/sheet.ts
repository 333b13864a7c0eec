import { notVoting } from "@/lib/features/bodies/rules/arithmetic";
import { decideAgain } from "@/lib/features/bodies/rules/decide";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { RuleSnapshot } from "@/lib/features/bodies/types";
import { dayOf } from "@/lib/kernel/dates";
import type { Prisma } from "@/prisma/generated/client";
import type { ApplicationRef, Sheet } from "../schema";

/** What a result sheet is made of. */
export const motionSelect = {
  id: true,
  text: true,
  matter: true,
  method: true,
  ruleSnapshot: true,
  present: true,
  recused: true,
  yes: true,
  no: true,
  abstain: true,
  invalid: true,
  quorumBase: true,
  quorumNeeded: true,
  passBase: true,
  passNeeded: true,
  computedOutcome: true,
  outcome: true,
  contradictionReason: true,
  resolution: {
    select: {
      id: true,
      year: true,
      number: true,
      effectiveFrom: true,
      body: { select: { name: true, nameEn: true } },
    },
  },
} as const satisfies Prisma.MotionSelect;

type MotionRow = Prisma.MotionGetPayload<{ select: typeof motionSelect }>;

/** A motion's rule is written once, by `motionRow`, and never changes (trigger); the hash of its vote covers it. */
const isSnapshot = (value: unknown): value is RuleSnapshot<RuleInForce> =>
  typeof value === "object" && value !== null && "rule" in value && "seats" in value;

function snapshotOf(value: unknown): RuleSnapshot<RuleInForce> {
  if (isSnapshot(value)) return value;
  throw new Error("a motion without the rule that it was decided by");
}

/**
 * The sheet is computed from the motion's own snapshot, never from today's rules; `recount` says whether it still gives
 * what was stored (I-04, A-25).
 */
export function sheetOf(motion: MotionRow): Sheet {
  const snapshot = snapshotOf(motion.ruleSnapshot);
  const { rule, seats } = snapshot;
  const { present, recused, yes, no, abstain, invalid } = motion;
  const votes = { present, recused, yes, no, abstain, invalid };
  const decision = decideAgain(snapshot, votes);
  const { resolution } = motion;
  return {
    id: motion.id,
    text: motion.text,
    matter: motion.matter,
    method: motion.method,
    votes,
    notVoting: notVoting(votes),
    seats,
    rule,
    quorum: decision.quorum,
    pass: decision.pass,
    tie: decision.tie,
    computedOutcome: motion.computedOutcome,
    outcome: motion.outcome,
    contradictionReason: motion.contradictionReason,
    recount:
      decision.outcome === motion.computedOutcome &&
      decision.quorum.base === motion.quorumBase &&
      decision.pass.base === motion.passBase &&
      decision.pass.needed === motion.passNeeded &&
      (decision.quorum.needed ?? decision.quorum.base + 1) === motion.quorumNeeded,
    resolution: resolution && { ...resolution, effectiveFrom: dayOf(resolution.effectiveFrom) },
  };
}

export const applicationSelect = {
  id: true,
  number: true,
  organizationName: true,
  state: true,
  version: true,
  organizationId: true,
  membership: { select: { number: true } },
} as const satisfies Prisma.MembershipApplicationSelect;

type ApplicationRow = Prisma.MembershipApplicationGetPayload<{ select: typeof applicationSelect }>;

export const applicationRefOf = (row: ApplicationRow | null): ApplicationRef | null =>
  row && { ...row, membershipNumber: row.membership?.number ?? null };
