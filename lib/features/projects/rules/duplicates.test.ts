import { describe, expect, test } from "vitest";
import { duplicateLikelihood, titleSimilarity } from "./duplicates";

const one = {
  title: "工业机器人现场工程师联合培养项目",
  organizationIds: ["a", "b"],
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
};

describe("Same project registered by school and enterprise", () => {
  test.each([
    ["the very same", {}, "same"],
    ["other punctuation and width", { title: "工业机器人 现场工程师（联合培养）" }, "same"],
    ["a title that is nearly the same", { title: "工业机器人现场工程师培养" }, "likely"],
    ["parties named in another order, with a third", { organizationIds: ["c", "b", "a"] }, "same"],
    ["dates that meet on one day", { startsOn: "2026-12-31", endsOn: "2027-12-31" }, "same"],
    ["dates apart", { startsOn: "2027-01-01", endsOn: "2027-12-31" }, "none"],
    ["one party in common", { organizationIds: ["a", "c"] }, "none"],
    ["another subject", { title: "数控加工产线技术改造" }, "none"],
  ] as const)("%s: %s", (_, change, expected) =>
    expect(duplicateLikelihood(one, { ...one, ...change })).toBe(expected),
  );
  test("is the same question both ways", () => {
    const other = { ...one, title: "现场工程师培养" };
    expect(duplicateLikelihood(one, other)).toBe(duplicateLikelihood(other, one));
  });
  test("words of the trade make no title alike", () =>
    expect(titleSimilarity("关于合作建设项目 甲", "关于合作建设项目 乙")).toBe(0));
  test.each([
    ["项目", "项目", 100],
    ["", "项目", 0],
    ["！！", "？？", 0],
  ])("%j and %j: %i", (a, b, expected) => expect(titleSimilarity(a, b)).toBe(expected));
});
