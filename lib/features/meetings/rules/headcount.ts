import { testOf } from "@/lib/features/bodies/rules/arithmetic";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { Test } from "@/lib/features/bodies/types";
import type { Electorate, ElectorLine, Headcount } from "../types";

/** A seat that can vote now, and the seat whose person acts for it: its own, or the one that carries its proxy. */
export type Voter = { line: ElectorLine; by: ElectorLine; proxyId: string | null };

/** Is the seat's own person there in a way that the rule counts? */
function isThere(rule: RuleInForce, line: ElectorLine): boolean {
  const { online, alternate } = rule.options.counts;
  return (
    line.present !== null &&
    (online || line.present.mode !== "online") &&
    (alternate || line.present.capacity !== "alternate")
  );
}

/**
 * Seats with a vote that are there or by proxy. A proxy counts only while its holder is there and free of a conflict,
 * and its principal has a vote, is away and free of a conflict: the holder takes it along when leaving.
 */
function presentOf(rule: RuleInForce, lines: readonly ElectorLine[]): Voter[] {
  const bySeat = new Map(lines.map((line) => [line.seatId, line]));
  const proxies = rule.options.proxy.allowed && rule.options.counts.proxy;
  return lines.flatMap((line) => {
    if (!line.eligible) return [];
    if (line.present) return isThere(rule, line) ? [{ line, by: line, proxyId: null }] : [];
    const holder = line.proxyTo && bySeat.get(line.proxyTo.seatId);
    const valid = proxies && holder && isThere(rule, holder) && !holder.recused && !line.recused;
    return valid ? [{ line, by: holder, proxyId: line.proxyTo?.proxyId ?? null }] : [];
  });
}

/** Everybody who could cast now: one entry per seat, never two. */
export const votersOf = (rule: RuleInForce, { lines }: Electorate): Voter[] =>
  presentOf(rule, lines).filter(({ line }) => !line.recused);

/** How many people may leave before `test` is lost: the worst case, in which those leave first who carry most seats. */
function spareOf(test: Test, voters: readonly Voter[]): number {
  const least = test.needed ?? test.count + 1;
  if (test.count < least) return test.count - least;
  const carried = new Map<string, number>();
  for (const { by } of voters) {
    const person = by.present?.personId ?? by.seatId;
    carried.set(person, (carried.get(person) ?? 0) + 1);
  }
  let left = test.count;
  let gone = 0;
  for (const seats of [...carried.values()].sort((a, b) => b - a)) {
    left -= seats;
    if (left < least) return gone;
    gone += 1;
  }
  return gone;
}

function quorumBaseOf(rule: RuleInForce, { seats }: Electorate, recused: number): number {
  const base = { seats_all: seats.all, seats_filled: seats.filled, seats_eligible: seats.eligible }[
    rule.quorum.base
  ];
  return rule.options.recusal.quorumBase === "exclude" ? Math.max(0, base - recused) : base;
}

/** Seats of the named kinds that the group's share is taken of: vacant seats are of no kind. */
function groupBaseOf(rule: RuleInForce, lines: readonly ElectorLine[]): number {
  const exclude = rule.options.recusal.quorumBase === "exclude";
  return lines.filter(
    (line) =>
      (rule.quorum.base === "seats_eligible"
        ? line.eligible
        : line.voting && line.holderName !== null) && !(exclude && line.recused),
  ).length;
}

/** What the rule says about those who are there now. Integers only; a base of nobody is never reached. */
export function headcountOf(rule: RuleInForce, electorate: Electorate): Headcount {
  const { lines } = electorate;
  const present = presentOf(rule, lines);
  const voters = present.filter(({ line }) => !line.recused);
  const conflicted = lines.filter((line) => line.eligible && line.recused).length;
  const quorum = testOf(voters.length, quorumBaseOf(rule, electorate, conflicted), rule.quorum);
  const groups = rule.options.groups.map((group) => {
    const of = (line: ElectorLine) => group.kinds.includes(line.organizationKind ?? "");
    const members = voters.filter(({ line }) => of(line));
    const test = testOf(members.length, groupBaseOf(rule, lines.filter(of)), group);
    return { test: { ...test, name: group.name }, members };
  });
  const remaining = lines.filter((line) => line.eligible && !line.recused).length;
  const spares = groups.map(({ test, members }) => spareOf(test, members));
  return {
    present: present.length,
    recused: present.length - voters.length,
    voters: voters.length,
    unclear: present.filter(({ by }) => by.present?.unclear).length,
    quorum,
    groups: groups.map(({ test }) => test),
    met: quorum.met && groups.every(({ test }) => test.met),
    spare: Math.min(spareOf(quorum, voters), ...spares),
    remaining,
    belowMinRemaining: conflicted > 0 && remaining < rule.options.recusal.minRemaining,
  };
}
