import { type CountingRule, decide } from "@/lib/features/bodies/rules/decide";
import type { Circumstances, Decision, GroupCount, Votes } from "@/lib/features/bodies/types";
import type { ElectorLine } from "@/lib/features/meetings/types";
import type { CastingVote, Closing, NamedBallot, Opening, PaperChoice, Voter } from "../types";

const conflicted = (lines: readonly ElectorLine[]): number =>
  lines.filter((line) => line.eligible && line.recused).length;

/** Further quorums, counted over the seats of the opening and those who were still there. */
function groupCounts(
  rule: CountingRule,
  lines: readonly ElectorLine[],
  stayed: ReadonlySet<string>,
): GroupCount[] {
  const options = rule.options;
  if (!options) return [];
  const exclude = options.recusal.quorumBase === "exclude";
  const held = (line: ElectorLine) =>
    rule.quorum.base === "seats_eligible" ? line.eligible : line.voting && line.holderName !== null;
  return options.groups.map((group) => {
    const members = lines.filter((line) => group.kinds.includes(line.organizationKind ?? ""));
    return {
      name: group.name,
      count: members.filter((line) => stayed.has(line.seatId)).length,
      base: members.filter((line) => held(line) && !(exclude && line.recused)).length,
    };
  });
}

export type Count = Record<PaperChoice, number>;

export const nobody: Count = { yes: 0, no: 0, abstain: 0, invalid: 0 };

export function countBallots(ballots: readonly { choice: PaperChoice }[]): Count {
  const count = { ...nobody };
  for (const { choice } of ballots) count[choice] += 1;
  return count;
}

/**
 * The seats of the opening, with those that stepped back while the vote ran: who was asked about a conflict and had not
 * answered may answer until the close, and has no ballot before.
 */
function answered(opening: readonly ElectorLine[], closing: readonly ElectorLine[]): ElectorLine[] {
  const back = new Set(closing.filter((line) => line.recused).map(({ seatId }) => seatId));
  return opening.map((line) => (back.has(line.seatId) ? { ...line, recused: true } : line));
}

type Counted = {
  at: string;
  lines: ElectorLine[];
  /** Seats of the opening's voters that could still vote at the close. */
  stayed: ReadonlySet<string>;
  count: Count;
  /** Seats that cast, where it is known which. */
  cast: ReadonlySet<string>;
  ballots: NamedBallot[] | null;
  unconfirmed: string[];
};

/**
 * What is measured: those who stayed or have cast are the "present"; only those who stayed make the quorum. In a
 * correspondence vote a reply is both.
 */
export function closingOf(opening: Opening, given: Counted): Closing {
  const { count, stayed, cast } = given;
  const ballots = count.yes + count.no + count.abstain + count.invalid;
  const lines = answered(opening.lines, given.lines);
  const out = conflicted(lines);
  const recused = new Set(lines.filter((line) => line.recused).map(({ seatId }) => seatId));
  const asked = opening.voters.filter(({ seatId }) => !recused.has(seatId)).length;
  const there = opening.mail ? ballots : Math.max(new Set([...stayed, ...cast]).size, ballots);
  const recusedThere = opening.mail
    ? out
    : lines.filter((line) => line.eligible && line.recused && line.present).length;
  const votes: Votes = { present: there + recusedThere, recused: recusedThere, ...count };
  const circumstances: Circumstances = {
    conflicted: out,
    round: opening.round,
    ...(opening.mail
      ? { mail: { replies: ballots, silent: asked - ballots } }
      : { voters: stayed.size }),
    groups: groupCounts(opening.rule, lines, opening.mail ? cast : stayed),
  };
  return {
    at: given.at,
    lines: given.lines,
    stayed: stayed.size,
    votes,
    circumstances,
    ballots: given.ballots,
    unconfirmed: given.unconfirmed,
  };
}

/** The result, from the two snapshots and the casting vote alone (I-04): no member, seat or rule of today is asked. */
export function resultOf(
  opening: Opening,
  closing: Closing,
  casting: CastingVote | null,
): { decision: Decision; circumstances: Circumstances } {
  const circumstances = { ...closing.circumstances, ...(casting && { casting: casting.choice }) };
  return {
    decision: decide(opening.rule, opening.seats, closing.votes, circumstances),
    circumstances,
  };
}

/** Seats of the opening that a unanimous secret vote gives away: everybody knows what everybody chose. */
export const isUnanimous = ({ yes, no, abstain, invalid }: Votes): boolean => {
  const total = yes + no + abstain + invalid;
  return total > 0 && [yes, no, abstain, invalid].includes(total);
};

export const votersOfLines = (
  voters: readonly { line: ElectorLine; by: ElectorLine; proxyId: string | null }[],
): Voter[] =>
  voters.map(({ line, by, proxyId }) => ({
    seatId: line.seatId,
    number: line.number,
    holderName: line.holderName ?? "",
    personId: by.present?.personId ?? null,
    proxySeatId: proxyId ? by.seatId : null,
    proxyId,
  }));

/** In a correspondence vote every seat that has a vote and no conflict is asked. */
export const votersByMail = (lines: readonly ElectorLine[]): Voter[] =>
  lines
    .filter((line) => line.eligible && !line.recused)
    .map((line) => ({
      seatId: line.seatId,
      number: line.number,
      holderName: line.holderName ?? "",
      personId: line.personId,
      proxySeatId: null,
      proxyId: null,
    }));
