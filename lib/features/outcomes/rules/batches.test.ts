import { describe, expect, test } from "vitest";
import {
  type BatchFacts,
  batchFault,
  batchKey,
  checkAmend,
  openParts,
  resultsOf,
  stateOfBatch,
} from "./batches";

const facts: BatchFacts = {
  course: "示例课程",
  place: "示例教室",
  startsOn: "2026-03-02",
  endsOn: "2026-03-04",
  persons: 30,
  personTimes: 60,
  personDays: "75.50",
  fullDays: false,
  publicBenefit: false,
};

describe("domain 4.1 rule 1: 人次, 人 and 人日 are three numbers", () => {
  test.each<[string, Partial<BatchFacts>, string | undefined]>([
    ["all three", {}, undefined],
    ["people alone", { personTimes: undefined, personDays: undefined }, undefined],
    ["days alone", { persons: undefined, personTimes: undefined }, undefined],
    [
      "none of them",
      { persons: undefined, personTimes: undefined, personDays: undefined },
      "number-needed",
    ],
    ["as many people as attendances", { persons: 60 }, undefined],
    ["more people than attendances", { persons: 61 }, "more-persons-than-times"],
    ["three days of thirty people", { personDays: "90" }, undefined],
    ["more days than there are", { personDays: "90.01" }, "more-than-the-days"],
    ["half days", { personDays: "30" }, undefined],
    [
      "whole days, fewer than attendances",
      { fullDays: true, personDays: "59.99" },
      "fewer-days-than-attendances",
    ],
    ["whole days, as many", { fullDays: true, personDays: "60" }, undefined],
    [
      "whole days, people alone",
      { fullDays: true, personTimes: undefined, personDays: "29" },
      "fewer-days-than-attendances",
    ],
    ["everybody certified", { certified: 30 }, undefined],
    ["more certified than people", { certified: 31 }, "more-certified-than-persons"],
    [
      "people unknown, more certified than attendances",
      { persons: undefined, certified: 61 },
      "more-certified-than-persons",
    ],
    ["ends before it begins", { endsOn: "2026-03-01" }, "ends-before-start"],
  ])("%s", (_, change, message) => {
    expect(batchFault({ ...facts, ...change })?.message).toBe(message);
  });
});

describe("behaviour 4.4 People: one training, one key", () => {
  test("course, dates and place", () => {
    expect(batchKey(facts)).toBe("示例课程 · 2026-03-02/2026-03-04 · 示例教室");
    expect(batchKey({ ...facts, startsOn: facts.endsOn })).toBe("示例课程 · 2026-03-04 · 示例教室");
  });

  test("each number under its own metric, what is unknown under none", () => {
    expect(resultsOf(facts).map((one) => [one.metricCode, one.quantity])).toEqual([
      ["M40", "30"],
      ["M39", "60"],
      ["M41", "75.50"],
    ]);
    expect(resultsOf({ ...facts, persons: undefined, publicBenefit: true })).toEqual([
      { metricCode: "M39", quantity: "60" },
      { metricCode: "M41", quantity: "75.50" },
      { metricCode: "M84", quantity: "75.50" },
    ]);
    expect(resultsOf({ ...facts, personDays: undefined, publicBenefit: true })).toHaveLength(2);
  });
});

type States = Parameters<typeof checkAmend>[0];
const states = (persons: string, times: string, days: string) =>
  [
    { metricCode: "M40", state: persons },
    { metricCode: "M39", state: times },
    { metricCode: "M41", state: days },
  ] as States;

describe("a returned result opens the training again", () => {
  test.each<[string, States, Partial<BatchFacts>, string | undefined]>([
    ["nothing returned", states("submitted", "verified", "submitted"), {}, "batch-closed"],
    [
      "the returned number",
      states("returned", "verified", "submitted"),
      { persons: 29 },
      undefined,
    ],
    ["as it was", states("returned", "verified", "submitted"), { personDays: "75.5" }, undefined],
    [
      "a verified number",
      states("returned", "verified", "submitted"),
      { personTimes: 61 },
      "batch-number-closed",
    ],
    [
      "a waiting number",
      states("returned", "verified", "submitted"),
      { personDays: "70" },
      "batch-number-closed",
    ],
    [
      "a number taken away",
      states("returned", "returned", "returned"),
      { persons: undefined },
      "batch-number-stays",
    ],
    [
      "the place, all returned",
      states("returned", "returned", "returned"),
      { place: "示例礼堂" },
      undefined,
    ],
    [
      "the place, one verified",
      states("returned", "verified", "returned"),
      { place: "示例礼堂" },
      "batch-facts-closed",
    ],
    [
      "free of charge, said later",
      states("verified", "verified", "verified"),
      { publicBenefit: true },
      undefined,
    ],
  ])("%s", (_, records, change, reason) => {
    const result = checkAmend(records, facts, { ...facts, ...change });
    expect(result.ok ? undefined : result.reason).toBe(reason);
  });

  test("a number that was not known is added at any time, once", () => {
    const [persons, times] = states("verified", "verified", "verified");
    const known = { ...facts, personDays: undefined };
    const records = [persons, times].filter((one) => one !== undefined);
    expect(checkAmend(records, known, facts).ok).toBe(true);
    expect(checkAmend(records, known, known)).toMatchObject({ reason: "batch-closed" });
  });

  test("what is open is what the form offers", () => {
    expect(openParts(states("returned", "verified", "submitted"))).toEqual({
      any: true,
      facts: false,
      persons: true,
      personTimes: false,
      personDays: false,
    });
    expect(openParts(states("verified", "verified", "published")).any).toBe(false);
  });

  test("it stands where the least advanced of its results stands", () => {
    expect(stateOfBatch(["verified", "returned", "submitted"])).toBe("returned");
    expect(stateOfBatch(["published", "verified"])).toBe("verified");
    expect(stateOfBatch(["superseded", "published"])).toBe("published");
    expect(stateOfBatch(["superseded"])).toBe("superseded");
  });
});
