import { describe, expect, test } from "vitest";
import { type RuleInForce, ruleOptions } from "@/lib/features/bodies/schema/roster";
import type { Electorate, ElectorLine } from "../types";
import { headcountOf, votersOf } from "./headcount";

type Options = Parameters<typeof ruleOptions.parse>[0];

const rule = (quorum: Partial<RuleInForce["quorum"]> = {}, options: Options = {}): RuleInForce => ({
  id: "r",
  version: 1,
  matter: "ordinary",
  articleRef: null,
  quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gte", ...quorum },
  pass: { base: "present", num: 1, den: 2, cmp: "gt" },
  tie: "fails",
  options: ruleOptions.parse(options),
});

const there = (number: number, over: Partial<NonNullable<ElectorLine["present"]>> = {}) => ({
  personId: `p${number}`,
  personName: `示例人员${number}`,
  capacity: "principal" as const,
  mode: "room" as const,
  unclear: false,
  ...over,
});

const seat = (number: number, over: Partial<ElectorLine> = {}): ElectorLine => ({
  seatId: `s${number}`,
  number,
  position: "member",
  voting: true,
  eligible: true,
  holderName: `示例单位${number}`,
  membershipId: `m${number}`,
  organizationId: `o${number}`,
  organizationKind: "enterprise",
  personId: `p${number}`,
  present: null,
  recused: false,
  proxyTo: null,
  instruction: null,
  ...over,
});

/** `all` seats, the first `present` of them in the room; `over` by number. */
function council(
  all: number,
  present: number,
  over: Record<number, Partial<ElectorLine>> = {},
): Electorate {
  const lines = Array.from({ length: all }, (_, index) => {
    const number = index + 1;
    return seat(number, { present: number <= present ? there(number) : null, ...over[number] });
  });
  return {
    lines,
    seats: {
      all: lines.filter((line) => line.voting).length,
      filled: lines.filter((line) => line.voting && line.holderName !== null).length,
      eligible: lines.filter((line) => line.eligible).length,
    },
  };
}

const vacant = { eligible: false, holderName: null, personId: null, organizationKind: null };
const proxyTo = (number: number) => ({ proxyTo: { proxyId: `x${number}`, seatId: `s${number}` } });

describe("the vectors of behaviour 4.2", () => {
  test.each([
    [9, 2, 3, "gte", 6],
    [10, 2, 3, "gte", 7],
    [31, 2, 3, "gte", 21],
    [39, 1, 2, "gt", 20],
    [40, 1, 2, "gt", 21],
    [40, 1, 2, "gte", 20],
    [1, 1, 1, "gte", 1],
  ] as const)("%i seats at %i/%i %s need %i", (all, num, den, cmp, least) => {
    const share = { num, den, cmp };
    const enough = headcountOf(rule(share), council(all, least));
    expect(enough.quorum).toMatchObject({ base: all, count: least, needed: least, met: true });
    expect(enough.spare).toBe(0);
    const short = headcountOf(rule(share), council(all, least - 1));
    expect(short).toMatchObject({ met: false, spare: -1 });
  });
  test("a base of nobody is never reached", () => {
    const nobody = headcountOf(rule(), council(0, 0));
    expect(nobody).toMatchObject({ present: 0, met: false, spare: -1 });
    expect(nobody.quorum.needed).toBeNull();
  });
});

describe("bases", () => {
  const chairs = council(12, 8, { 10: vacant, 11: vacant, 12: { ...vacant, voting: false } });
  test.each([
    ["seats_all", 11, 8],
    ["seats_filled", 9, 6],
    ["seats_eligible", 9, 6],
  ] as const)("Vacant seats: %s counts %i", (base, size, least) =>
    expect(headcountOf(rule({ base }), chairs).quorum).toMatchObject({ base: size, needed: least }),
  );
  test("a suspended member's seat is filled but has no vote, there or not", () => {
    const suspended = council(9, 6, { 1: { eligible: false } });
    expect(headcountOf(rule(), suspended)).toMatchObject({ present: 5, met: false, spare: -1 });
    expect(headcountOf(rule({ base: "seats_eligible" }), suspended).quorum).toMatchObject({
      base: 8,
      needed: 6,
      count: 5,
    });
  });
  test("a supervisor in the room is no elector", () =>
    expect(
      headcountOf(rule(), council(9, 6, { 1: { voting: false, eligible: false } })).present,
    ).toBe(5));
});

describe("ways of being there", () => {
  const mixed = council(9, 6, {
    1: { present: there(1, { mode: "online" }) },
    2: { present: there(22, { capacity: "alternate" }) },
    7: proxyTo(3),
  });
  test.each([
    [{}, 7],
    [{ counts: { online: false } }, 6],
    [{ counts: { alternate: false } }, 6],
    [{ counts: { proxy: false } }, 6],
    [{ proxy: { allowed: false } }, 6],
    [{ counts: { online: false, alternate: false, proxy: false } }, 4],
  ])("%j counts %i", (options, present) =>
    expect(headcountOf(rule({}, options), mixed).present).toBe(present),
  );
  test("a proxy of a holder who does not count does not count", () => {
    const online = council(9, 5, { 1: { present: there(1, { mode: "online" }) }, 7: proxyTo(1) });
    expect(headcountOf(rule({}, { counts: { online: false } }), online).present).toBe(4);
  });
  test("Network loss of an online voter: unclear after three minutes, counted until decided", () => {
    const silent = council(9, 6, { 1: { present: there(1, { mode: "online", unclear: true }) } });
    expect(headcountOf(rule(), silent)).toMatchObject({ present: 6, unclear: 1, met: true });
  });
  test("Late joiner: there from arrival on", () => {
    expect(headcountOf(rule(), council(9, 5)).met).toBe(false);
    expect(headcountOf(rule(), council(9, 6)).met).toBe(true);
  });
});

describe("proxies", () => {
  test("Holder leaves: his proxies leave with him", () => {
    const carried = { 8: proxyTo(1), 9: proxyTo(1) };
    expect(headcountOf(rule(), council(9, 6, carried)).present).toBe(8);
    expect(headcountOf(rule(), council(9, 6, { ...carried, 1: { present: null } })).present).toBe(
      5,
    );
  });
  test("the spare is what the worst departures cost", () => {
    const carried = council(9, 6, { 8: proxyTo(1), 9: proxyTo(1) });
    // Eight of six needed: whoever carries three takes them along.
    expect(headcountOf(rule(), carried).spare).toBe(0);
    expect(headcountOf(rule(), council(9, 8)).spare).toBe(2);
  });
  test("a principal who is there counts once", () => {
    const both = headcountOf(rule(), council(9, 6, { 2: { present: there(2), ...proxyTo(1) } }));
    expect(both.present).toBe(6);
  });
  test("a proxy to an absent seat, and one of a seat without a vote, count nothing", () => {
    const odd = council(9, 5, { 8: proxyTo(7), 9: { ...proxyTo(1), eligible: false } });
    expect(headcountOf(rule(), odd).present).toBe(5);
  });
  test("a chain carries nothing", () =>
    expect(headcountOf(rule(), council(9, 5, { 8: proxyTo(7), 7: proxyTo(1) })).present).toBe(6));
});

describe("recusal", () => {
  const six = { 1: { recused: true }, 2: { recused: true } };
  test("EXCLUDE shrinks the base, there or not", () => {
    const away = { ...six, 9: { recused: true } };
    expect(headcountOf(rule(), council(9, 6, away))).toMatchObject({
      present: 6,
      recused: 2,
      voters: 4,
      remaining: 6,
      met: true,
      belowMinRemaining: false,
      quorum: { base: 6, count: 4, needed: 4 },
    });
  });
  test("Recusals break the quorum: KEEP leaves the base", () =>
    expect(
      headcountOf(rule({}, { recusal: { quorumBase: "keep" } }), council(9, 6, six)),
    ).toMatchObject({ met: false, spare: -2, quorum: { base: 9, count: 4, needed: 6 } }));
  test.each([
    [6, 3, false],
    [7, 2, true],
  ])("%i recused of nine leave %i", (recused, remaining, below) => {
    const over = Object.fromEntries(
      Array.from({ length: recused }, (_, index) => [index + 1, { recused: true }]),
    );
    expect(headcountOf(rule(), council(9, 9, over))).toMatchObject({
      remaining,
      belowMinRemaining: below,
    });
  });
  test("a small body without recusals is not sent to the higher one", () =>
    expect(headcountOf(rule(), council(2, 2)).belowMinRemaining).toBe(false));
  test("proxies of the recused seat are void, those it carries cannot be cast", () => {
    const of = headcountOf(rule(), council(9, 5, { 8: { ...proxyTo(1), recused: true } }));
    expect(of).toMatchObject({ present: 5, recused: 0 });
    const by = headcountOf(
      rule(),
      council(9, 5, { 1: { present: there(1), recused: true }, 8: proxyTo(1) }),
    );
    expect(by).toMatchObject({ present: 5, recused: 1, voters: 4 });
  });
});

describe("quorum of groups", () => {
  const schools = { organizationKind: "vocational_college" };
  const group = {
    name: "院校",
    kinds: ["vocational_college"],
    num: 1,
    den: 2,
    cmp: "gte" as const,
  };
  const mixed = (present: Partial<ElectorLine>) =>
    council(9, 6, { 7: schools, 8: schools, 9: { ...schools, ...present } });
  test("every group must be there as well", () => {
    const none = headcountOf(rule({}, { groups: [group] }), mixed({}));
    expect(none).toMatchObject({ met: false, spare: -2, quorum: { met: true } });
    expect(none.groups).toEqual([
      { name: "院校", num: 1, den: 2, cmp: "gte", base: 3, count: 0, needed: 2, met: false },
    ]);
    const two = mixed({ present: there(9) });
    const eighth = two.lines.map((line) =>
      line.number === 8 ? { ...line, present: there(8) } : line,
    );
    expect(headcountOf(rule({}, { groups: [group] }), { ...two, lines: eighth })).toMatchObject({
      met: true,
      spare: 0,
    });
  });
});

test("who can cast: one entry per seat, with the seat that acts", () => {
  const mixed = council(4, 2, { 3: proxyTo(1), 2: { present: there(2), recused: true } });
  expect(
    votersOf(rule(), mixed).map(({ line, by, proxyId }) => [line.number, by.number, proxyId]),
  ).toEqual([
    [1, 1, null],
    [3, 1, "x1"],
  ]);
});
