import { describe, expect, test } from "vitest";
import { structureTemplates } from "../types";
import { templateBodies } from "./structure-templates";

const count = (template: (typeof structureTemplates)[number], kind: string) =>
  templateBodies(template).filter((body) => body.kind === kind).length;

describe("structure templates", () => {
  test.each(structureTemplates)("%s: every parent stands before its children, once", (template) => {
    const seen = new Set<string>();
    for (const body of templateBodies(template)) {
      expect(body.parent === null || seen.has(body.parent)).toBe(true);
      expect(seen.has(body.key)).toBe(false);
      seen.add(body.key);
    }
  });

  test("1+2+6+N is one council, secretariat and experts, six special committees", () => {
    expect(templateBodies("one_two_six_n")).toHaveLength(9);
    expect(count("one_two_six_n", "council")).toBe(1);
    expect(count("one_two_six_n", "secretariat") + count("one_two_six_n", "expert_committee")).toBe(
      2,
    );
    expect(count("one_two_six_n", "special_committee")).toBe(6);
  });

  test("1+1+2 is a council, a cooperation committee and two entities below it", () => {
    expect(templateBodies("one_one_two").map(({ kind, parent }) => [kind, parent])).toEqual([
      ["council", null],
      ["cooperation_committee", "council"],
      ["operating_entity", "cooperation"],
      ["operating_entity", "cooperation"],
    ]);
  });

  test("Suzhou's full set holds 1+1+2 and the bodies around it", () => {
    const kinds = templateBodies("suzhou_full").map(({ kind }) => kind);
    for (const kind of [
      "guidance_committee",
      "party_committee",
      "supervisory_board",
      "secretariat",
      "expert_committee",
      "manager_office",
      "member_assembly",
    ] as const) {
      expect(kinds).toContain(kind);
    }
    expect(kinds.filter((kind) => kind === "operating_entity")).toHaveLength(2);
  });

  test("empty has none", () => expect(templateBodies("empty")).toEqual([]));
});
