import { describe, expect, test } from "vitest";
import { type Read, weigh } from "./reading";

const nothing: Read = { paperOn: undefined, ownerNamed: undefined };
const calendar = { year: 2026, yearBasis: "calendar" } as const;
const academic = { year: 2025, yearBasis: "academic" } as const;

describe("Evidence: date must lie in the period; organisation name must occur", () => {
  test.each([
    ["nothing read", nothing, calendar, []],
    ["a paper of the year", { ...nothing, paperOn: "2026-12-31" }, calendar, []],
    [
      "a paper of the year before",
      { ...nothing, paperOn: "2025-12-31" },
      calendar,
      ["paper_outside_period"],
    ],
    ["a paper of the school year", { ...nothing, paperOn: "2026-08-31" }, academic, []],
    [
      "a paper of the next school year",
      { ...nothing, paperOn: "2026-09-01" },
      academic,
      ["paper_outside_period"],
    ],
    ["named", { ...nothing, ownerNamed: true }, calendar, []],
    ["not named", { ...nothing, ownerNamed: false }, calendar, ["owner_not_named"]],
  ] as const)("%s", (_words, read, record, wants) => {
    expect(weigh([], read, record)).toEqual({ blocks: [], wants });
  });

  test("a block is no matter of reasons, and what is good to know asks for none", () => {
    const noticed = [
      { kind: "evidence_missing", strength: "block" },
      { kind: "evidence_reused", strength: "reason" },
      { kind: "other", strength: "info" },
    ] as const;
    expect(weigh(noticed, nothing, calendar)).toEqual({
      blocks: ["evidence_missing"],
      wants: ["evidence_reused"],
    });
  });
});
