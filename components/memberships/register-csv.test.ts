import fc from "fast-check";
import { expect, test } from "vitest";
import type { MemberRow } from "@/lib/features/memberships/schema/register";
import { type RegisterWords, registerCsv } from "./register-csv";

const words: RegisterWords = {
  header: (column) => column,
  lead: "lead",
  status: (status) => status,
  position: (position) => position,
  kind: (kind) => kind,
  chain: (chain) => chain,
  tag: (tag) => tag,
};
const row: MemberRow = {
  membershipId: "m",
  organizationId: "o",
  number: 7,
  name: "示例企业",
  nameNow: null,
  shortName: null,
  nameEn: null,
  kind: "enterprise",
  regionCode: null,
  position: "member_unit",
  isLead: true,
  status: "active",
  since: "2023-01-01",
  until: null,
  chain: ["upstream", "support"],
  tags: [],
  seats: 0,
  synthetic: true,
  creditCode: null,
  representative: null,
  letterUntil: null,
};

/** A second reader, written apart: quoted cells, doubled quotes. */
function parse(text: string): string[][] {
  const records: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  cell.lastIndex = 1;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    records.at(-1)?.push((match[1] ?? "").replaceAll('""', '"'));
    if (match[2] === "\r\n") records.push([]);
  }
  return records.slice(0, -1);
}

test("a spreadsheet sees UTF-8, a heading and the columns chosen", () => {
  const text = registerCsv([row], ["kind", "chain"], words);
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(parse(text)).toEqual([
    ["number", "name", "lead", "kind", "chain"],
    ["7", "示例企业", "✓", "enterprise", "upstream；support"],
  ]);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"])(
  "A-51 %j is no formula",
  (name) => {
    const cell = parse(registerCsv([{ ...row, name }], [], words))[1]?.[1] ?? "";
    expect(cell).toBe(`'${name}`);
  },
);

test("A-51 whatever a name is, no cell begins a formula and the rest comes back", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const cell = parse(registerCsv([{ ...row, name }], [], words))[1]?.[1] ?? "";
      expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(cell.replace(/^'/, "")).toBe(name.replace(/^'/, ""));
    }),
  ));
