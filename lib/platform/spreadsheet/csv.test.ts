import { describe, expect, test } from "vitest";
import { readCsv } from "./csv";
import { spreadsheetLimits as limits } from "./limits";

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = (text: string) => {
  const read = readCsv(bytes(text));
  return read.ok ? read.value : read.reason;
};

describe("comma-separated files", () => {
  test.each([
    [
      "plain",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a line at the end",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["quotes, separators and lines in them", '"a,""b""","c\nd"\ne', [['a,"b"', "c\nd"], ["e"]]],
    [
      "semicolons and a last empty cell",
      "a;b;\nc;d;",
      [
        ["a", "b", ""],
        ["c", "d", ""],
      ],
    ],
    ["tabs, and a quote that is no quote", 'a\tb"c', [["a", 'b"c']]],
    ["empty lines are rows", "a\n\nb", [["a"], [""], ["b"]]],
    ["a mark at the beginning", "\uFEFFa,b", [["a", "b"]]],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => expect(rows(text)).toEqual(expected));

  test("what Excel writes in China", () => {
    // 姓名,号 in GB 18030.
    const file = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xba, 0xc5]);
    expect(readCsv(file)).toEqual({ ok: true, value: [["姓名", "号"]] });
  });

  test.each([
    ["a quote that never ends", 'a\n"b', "spreadsheet-unreadable"],
    ["a NUL", "a\0b", "not-a-spreadsheet"],
    ["too many rows", "1\n".repeat(limits.rows + 1), "spreadsheet-too-big"],
    ["too many columns", ",".repeat(limits.columns), "spreadsheet-too-big"],
    ["a cell without end", "1".repeat(limits.cell + 1), "spreadsheet-too-big"],
    ["too many bytes", "1".repeat(limits.file + 1), "spreadsheet-too-big"],
  ])("%s is refused", (_, text, fault) => expect(rows(text)).toBe(fault));

  test("as many rows as may be are read", () =>
    expect(rows("1\n".repeat(limits.rows))).toHaveLength(limits.rows));
});
