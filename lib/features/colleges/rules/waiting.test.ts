import { describe, expect, test } from "vitest";
import { approvalItems, collegeStates } from "../types";
import type { ApprovalFacts } from "./approval";
import { type CollegeWait, examinationWaitsFor, waitsFor, waitsSince } from "./waiting";

const school = { role: "school_body", share: null, signed: true } as const;
const firm = { role: "enterprise_body", share: null, signed: true } as const;
const complete: ApprovalFacts = {
  kind: "modern_industry",
  ownership: "joint",
  checks: approvalItems,
  parties: [school, firm],
  contributions: 1,
  schoolOpinion: true,
};
const nothing: Partial<ApprovalFacts> = { checks: [], contributions: 0, schoolOpinion: false };
const unsigned = { parties: [school, { ...firm, signed: false }] };

describe("an examination waits for whoever can act, and for the council only when nothing is missing", () => {
  test.each<[string, Partial<ApprovalFacts>, CollegeWait]>([
    ["everything is there", {}, "council"],
    [
      "one piece of evidence is missing, all else is there",
      { checks: approvalItems.slice(1) },
      "evidence",
    ],
    ["no evidence at all, though the school has spoken", { checks: [] }, "evidence"],
    ["neither evidence nor the school's opinion", { checks: [], schoolOpinion: false }, "evidence"],
    ["only the school's opinion is missing", { schoolOpinion: false }, "school"],
    ["one party has not signed", unsigned, "signatures"],
    ["not signed, and no evidence", { ...unsigned, checks: [] }, "signatures"],
    ["nobody brings anything in, signed or not", { contributions: 0 }, "contributions"],
    ["nothing but the parties", { ...nothing, ...unsigned }, "contributions"],
    ["no counterpart", { ...nothing, parties: [school] }, "table"],
    ["no school", { parties: [firm] }, "table"],
    ["mixed ownership without shares", { ownership: "mixed" }, "table"],
    [
      "mixed ownership with whole shares",
      {
        ownership: "mixed",
        parties: [
          { ...school, share: 5100 },
          { ...firm, share: 4900 },
        ],
      },
      "council",
    ],
    [
      "a college for the countryside without a government",
      { kind: "rural_revitalisation" },
      "table",
    ],
  ])("%s", (_, facts, wait) => expect(examinationWaitsFor({ ...complete, ...facts })).toBe(wait));
});

test("in every other state somebody is named, but where there is nothing to do", () => {
  const facts = { approval: complete, reviewedThisYear: false, unreported: 1 };
  const waits = collegeStates.map((state) => [state, waitsFor(state, facts)]);
  expect(Object.fromEntries(waits)).toEqual({
    proposed: "secretariat",
    feasibility: "council",
    approved: "agreement",
    agreement_signed: "board",
    board_formed: "start",
    operating: "review",
    yearly_review: "decision",
    rectifying: "rectification",
    renewed: "review",
    exiting: "exit",
    closed: "nobody",
  });
  const reviewed = { ...facts, reviewedThisYear: true };
  expect([waitsFor("operating", reviewed), waitsFor("renewed", reviewed)]).toEqual([
    "nobody",
    "nobody",
  ]);
  expect(waitsFor("rectifying", { ...facts, unreported: 0 })).toBe("acceptance");
});

test("it waits since its state began, or since what had to come first", () => {
  const days = {
    stateSince: "2025-03-01",
    signedOn: ["2025-03-04", "2025-02-20"],
    checkedOn: ["2025-03-08"],
    opinionOn: "2025-02-25",
    reportedOn: ["2025-03-20"],
    returnedOn: ["2025-03-25"],
    today: "2026-05-01",
  };
  expect(waitsSince("signatures", days)).toBe("2025-03-01");
  expect(waitsSince("evidence", days)).toBe("2025-03-04");
  expect(waitsSince("school", days)).toBe("2025-03-08");
  expect(waitsSince("council", days)).toBe("2025-03-08");
  expect(waitsSince("council", { ...days, opinionOn: "2025-04-01" })).toBe("2025-04-01");
  expect(waitsSince("acceptance", days)).toBe("2025-03-20");
  expect(waitsSince("rectification", days)).toBe("2025-03-25");
  expect(waitsSince("review", days)).toBe("2026-01-01");
  expect(waitsSince("review", { ...days, stateSince: "2026-02-01" })).toBe("2026-02-01");
});
