import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bitsOf, countRound, marksOf, paperFits, quorumOf, standingOf } from "./count";

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    candidateId: `c${index + 1}`,
    name: `示例候选人 ${index + 1}`,
  }));
const half = { num: 1, den: 2, cmp: "gt" } as const;
const quorum = quorumOf(
  { num: 2, den: 3, cmp: "gte", base: "seats_filled" },
  { all: 9, filled: 9, eligible: 9 },
  9,
);
const count = (
  seats: number,
  candidates: number,
  papers: string[][],
  approval: typeof half | null = half,
) => countRound({ seats, approval, candidates: names(candidates) }, papers, quorum);

describe("等额 and 差额", () => {
  test("equal: as many candidates as seats, each needs the approval share", () => {
    const tally = count(2, 2, [["c1", "c2"], ["c1"], ["c1"]]);
    expect(tally.elected).toEqual(["c1"]);
    expect(tally.counts.map(({ marks, approved }) => [marks, approved])).toEqual([
      [3, true],
      [1, false],
    ]);
  });
  test("contested: the most marks win; more than half means one more than half", () => {
    expect(count(1, 3, [["c1"], ["c1"], ["c2"], ["c3"]]).elected).toEqual([]);
    expect(count(1, 3, [["c1"], ["c1"], ["c1"], ["c3"]]).elected).toEqual(["c1"]);
  });
  test("a blank paper is cast and for nobody: it makes the share harder", () => {
    expect(count(1, 2, [["c1"], []])).toMatchObject({ cast: 2, blank: 1, needed: 2, elected: [] });
    expect(count(1, 2, [])).toMatchObject({ needed: null, elected: [] });
  });
});

describe("tie for the last seat", () => {
  const tied = [
    ["c1", "c2"],
    ["c1", "c3"],
    ["c1", "c2"],
    ["c1", "c3"],
    ["c2", "c3"],
    ["c2", "c3"],
  ];
  test("the tied alone go on, for the seats they tied for", () => {
    const tally = count(1, 3, tied);
    expect(tally.elected).toEqual([]);
    expect(tally.tie).toEqual({ candidateIds: ["c1", "c2", "c3"], seats: 1 });
  });
  test("those level below the last seat have no tie", () => {
    expect(count(3, 3, tied)).toMatchObject({ elected: ["c1", "c2", "c3"], tie: null });
  });
  test("tied candidates without the approval share fill nothing and tie for nothing", () => {
    expect(count(1, 2, [["c1"], ["c2"]])).toMatchObject({ elected: [], tie: null });
  });
  test("a run-off needs no share; tied again, the lot is due, and then nothing", () => {
    const first = { tally: count(1, 3, tied), runOff: false, lot: null };
    expect(standingOf([first])).toMatchObject({ elected: [], lotDue: false });
    const again = { tally: count(1, 2, [["c1"], ["c2"], [], []], null), runOff: true, lot: null };
    expect(standingOf([first, again])).toMatchObject({ elected: [], lotDue: true });
    const lot = { winners: ["c2"], witnesses: ["s1", "s2"], at: "2026-01-01T00:00:00Z" };
    expect(standingOf([first, { ...again, lot }])).toEqual({
      elected: ["c2"],
      tie: null,
      lotDue: false,
    });
  });
});

test("a paper keeps to its marks", () => {
  const opening = { candidates: names(5), minMarks: 2, maxMarks: 3 };
  expect(paperFits(opening, [])).toBe(true);
  expect(paperFits(opening, ["c1"])).toBe(false);
  expect(paperFits(opening, ["c1", "c2"])).toBe(true);
  expect(paperFits(opening, ["c1", "c2", "c3", "c4"])).toBe(false);
  expect(paperFits(opening, ["c1", "c1"])).toBe(false);
  expect(paperFits(opening, ["c1", "x"])).toBe(false);
});

/** Counts the way a hand would: one heap per candidate, then the highest heaps that are high enough. */
function byHand(seats: number, candidates: number, papers: string[][]) {
  const heaps = names(candidates).map(({ candidateId }) => ({
    id: candidateId,
    height: papers.reduce((sum, paper) => sum + (paper.includes(candidateId) ? 1 : 0), 0),
  }));
  const high = heaps.filter(({ height }) => height * 2 > papers.length);
  const sure = high.filter(
    (one) =>
      high.filter((other) => other.id !== one.id && other.height >= one.height).length < seats,
  );
  const open = high.filter(
    (one) =>
      !sure.includes(one) && high.filter((other) => other.height > one.height).length < seats,
  );
  return { sure: sure.map(({ id }) => id).sort(), open: open.map(({ id }) => id).sort() };
}

test("against an independent count, 5,000 random elections; bits lose nothing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), { maxLength: 25 }),
      (seats, candidates, raw) => {
        const papers = raw.map((paper) => [
          ...new Set(paper.filter((n) => n <= candidates).map((n) => `c${n}`)),
        ]);
        const tally = count(seats, candidates, papers);
        const hand = byHand(seats, candidates, papers);
        expect([...tally.elected].sort()).toEqual(hand.sure);
        expect([...(tally.tie?.candidateIds ?? [])].sort()).toEqual(hand.open);
        for (const paper of papers) {
          const bits = bitsOf(names(candidates), paper);
          expect(bits).toHaveLength(Math.ceil(candidates / 8));
          expect(marksOf(names(candidates), bits).sort()).toEqual([...paper].sort());
        }
      },
    ),
    { numRuns: 5000 },
  );
});
