import type { RuleOptions } from "../schema/roster";
import type {
  Circumstances,
  Decision,
  GroupTest,
  Outcome,
  Rule,
  RuleSnapshot,
  SeatCount,
  Test,
  Votes,
} from "../types";
import { testOf } from "./arithmetic";

/** A rule with what it says besides; snapshots from before the options have none. */
export type CountingRule = Rule & { options?: RuleOptions | undefined };

type Side = "quorumBase" | "passBase";

/**
 * Does a recused seat leave the base? The rule says; a rule from before there was the question worded only "eligible
 * seats" without them in the quorum, and left them out of every majority (domain 3.1).
 */
function leaves(rule: CountingRule, side: Side): boolean {
  if (rule.options) return rule.options.recusal[side] === "exclude";
  return side === "passBase" || rule.quorum.base === "seats_eligible";
}

function quorumBaseOf(rule: CountingRule, seats: SeatCount, conflicted: number): number {
  const base = { seats_all: seats.all, seats_filled: seats.filled, seats_eligible: seats.eligible };
  return Math.max(0, base[rule.quorum.base] - (leaves(rule, "quorumBase") ? conflicted : 0));
}

type Counted = { rule: CountingRule; seats: SeatCount; votes: Votes; conflicted: number };

/**
 * What the yes votes are measured against. Abstentions stand in "present" and "cast", not in "yes plus no"; invalid papers
 * in "present", and in "cast" where the rule says so. Nobody who is recused has cast.
 */
function passBaseOf({ rule, seats, votes, conflicted }: Counted): number {
  const out = leaves(rule, "passBase");
  const cast = votes.yes + votes.no + votes.abstain;
  switch (rule.pass.base) {
    case "present":
      return Math.max(0, votes.present - (out ? votes.recused : 0));
    case "cast":
      return cast + (rule.options?.invalidCounts ? votes.invalid : 0);
    case "yes_plus_no":
      return votes.yes + votes.no;
    case "seats_filled":
      return Math.max(0, seats.filled - (out ? conflicted : 0));
    case "seats_all":
      return Math.max(0, seats.all - (out ? conflicted : 0));
  }
}

/**
 * Equal votes are a tie only where the charter asks for a half and one more yes would have carried it; two thirds that
 * are missed by equal votes are simply missed.
 */
const isTie = (pass: Test, votes: Votes): boolean =>
  !pass.met &&
  votes.yes > 0 &&
  votes.yes === votes.no &&
  pass.num * 2 === pass.den &&
  pass.needed === votes.yes + 1;

/** Who did not answer a correspondence vote abstains, where the rule says so; otherwise the reply is simply missing. */
function withSilence(rule: CountingRule, votes: Votes, given: Circumstances): Votes {
  const abstaining = rule.options?.mail.silence === "abstains" ? (given.mail?.silent ?? 0) : 0;
  return abstaining === 0
    ? votes
    : { ...votes, present: votes.present + abstaining, abstain: votes.abstain + abstaining };
}

/** The quorum: those who could vote, or in a correspondence vote the replies, of the filled seats. */
function quorumOf({ rule, seats, votes, conflicted }: Counted, given: Circumstances): Test {
  const { mail } = given;
  const voters = given.voters ?? Math.max(0, votes.present - votes.recused);
  if (!mail || !rule.options) {
    return testOf(voters, quorumBaseOf(rule, seats, conflicted), rule.quorum);
  }
  const base = seats.filled - (leaves(rule, "quorumBase") ? conflicted : 0);
  return testOf(mail.replies, Math.max(0, base), rule.options.mail.replies);
}

function groupTests(rule: CountingRule, given: Circumstances): GroupTest[] {
  return (rule.options?.groups ?? []).flatMap((group) => {
    const found = given.groups?.find(({ name }) => name === group.name);
    return found ? [{ name: group.name, ...testOf(found.count, found.base, group) }] : [];
  });
}

/**
 * The result that the rule gives. The recused are present, but make neither quorum nor majority; below the rule's least
 * number of seats without a conflict the body does not decide at all.
 */
export function decide(
  rule: CountingRule,
  seats: SeatCount,
  votes: Votes,
  given: Circumstances = {},
): Decision {
  const conflicted = given.conflicted ?? votes.recused;
  const asked = { rule, seats, votes, conflicted };
  const counted = { ...asked, votes: withSilence(rule, votes, given) };
  const quorum = quorumOf(asked, given);
  const groups = groupTests(rule, given);
  const pass = testOf(counted.votes.yes, passBaseOf(counted), rule.pass);
  const tie = isTie(pass, votes);
  const met = quorum.met && groups.every((group) => group.met);
  if (tooFewRemain(rule, seats, conflicted)) {
    return { quorum, groups, pass, tie, outcome: "inquorate", referUp: "recusals" };
  }
  const outcome = outcomeOf({ tieRule: rule.tie, met, pass, tie, given });
  const referUp = outcome === "tied" && rule.tie === "refer_up" ? "tie" : null;
  return { quorum, groups, pass, tie, outcome, referUp };
}

/** Only a conflict sends an item upwards; a body that is small by itself decides. */
export const tooFewRemain = (rule: CountingRule, seats: SeatCount, conflicted: number): boolean =>
  conflicted > 0 &&
  rule.options !== undefined &&
  seats.eligible - conflicted < rule.options.recusal.minRemaining;

type Weighed = {
  tieRule: Rule["tie"];
  met: boolean;
  pass: Test;
  tie: boolean;
  given: Circumstances;
};

function outcomeOf({ tieRule, met, pass, tie, given }: Weighed): Outcome {
  if (!met) return "inquorate";
  if (pass.met) return "carried";
  if (!tie) return "rejected";
  switch (tieRule) {
    case "fails":
      return "rejected";
    case "chair_casts":
      if (given.casting === undefined) return "tied";
      return given.casting === "yes" ? "carried" : "rejected";
    case "one_more_round_then_fails":
      return (given.round ?? 1) > 1 ? "rejected" : "tied";
    case "refer_up":
      return "tied";
  }
}

/** The result of a motion, from its own snapshot and counts. */
export const decideAgain = (snapshot: RuleSnapshot<CountingRule>, votes: Votes): Decision =>
  decide(snapshot.rule, snapshot.seats, votes, snapshot.circumstances);
