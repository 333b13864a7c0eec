import { describe, expect, test } from "vitest";
import { type Exception, exceptions, mostExceptions } from "./exceptions";
import { houseRules } from "./rules";
import { guardedPaths } from "./rules/doors";
import { type Fault, filesOf } from "./rules/rule";
import { gitFiles, houseFiles } from "./scan/files";

const covers = (rule: string, fault: Fault) => (one: Exception) =>
  one.rule === rule && one.path === fault.path && fault.what.includes(one.what);

describe("the guard is awake", () => {
  test("it examines every file that git lists, and no fewer", () => {
    const seen = new Set(houseFiles().map((file) => file.path));
    expect(gitFiles().filter((path) => !seen.has(path))).toEqual([]);
    expect(seen.size).toBeGreaterThan(250);
  });

  test("rules that name files find them", () => {
    expect(guardedPaths(houseFiles())).toHaveLength(12);
  });

  test("every exception is still needed, has a reason, and there are not more of them", () => {
    const needed = exceptions.filter((one) => {
      const rule = houseRules.find(({ name }) => name === one.rule);
      return rule?.check(houseFiles()).some((fault) => covers(one.rule, fault)(one));
    });
    expect(exceptions.filter((one) => !needed.includes(one))).toEqual([]);
    expect(exceptions.filter((one) => one.reason.length < 20)).toEqual([]);
    expect(exceptions.length).toBeLessThanOrEqual(mostExceptions);
  });
});

describe.each(houseRules)("$name", (rule) => {
  test("holds in this house", () => {
    const faults = rule
      .check(houseFiles())
      .filter((fault) => !exceptions.some(covers(rule.name, fault)))
      .map(({ path, line, what }) => `${path}:${line} ${what}`);
    expect(faults).toEqual([]);
  });

  test.each(rule.planted.map((plant) => [JSON.stringify(plant).slice(0, 120), plant] as const))(
    "sees %s",
    (_, plant) => expect(rule.check(filesOf(plant))).not.toEqual([]),
  );

  test.each(rule.fine.map((plant) => [JSON.stringify(plant).slice(0, 120), plant] as const))(
    "lets %s pass",
    (_, plant) => expect(rule.check(filesOf(plant))).toEqual([]),
  );
});
