import { describe, expect, test } from "vitest";
import { readAttendeeSheet } from "./attendee-sheet";
import { isIdentityNumber, MOST_ATTENDEES } from "./attendees";

/** Numbers of a region that is no place, so that they belong to nobody. */
const person = (serial: number): string => {
  const first = `9999991990${String(serial).padStart(7, "0")}`;
  return [..."0123456789X"].map((last) => first + last).find(isIdentityNumber) ?? first;
};
const [a, b, c] = [person(1), person(2), person(3)];
const broken = a.slice(0, 17) + (a.endsWith("1") ? "2" : "1");

describe("behaviour 4.4 People: the column of identity numbers", () => {
  test.each<[string, string[][], string[]]>([
    ["alone, without a heading", [[a], [b]], [a, b]],
    [
      "under its heading, with a title above",
      [["示例签到表"], ["序号", "姓名", "身份证号"], ["1", "甲", a], ["2", "乙", b]],
      [a, b],
    ],
    [
      "found by its digits",
      [
        ["序号", "电话", "号码"],
        ["1", "13800000000", a],
        ["2", "13900000000", b],
      ],
      [a, b],
    ],
    [
      "named, beside another that would do",
      [
        ["监护人", "身份证号码"],
        [c, a],
        [c, b],
      ],
      [a, b],
    ],
    [
      "in words of English, with empty rows and a person twice",
      [["Name", "ID number"], ["A", a], [], ["A", a], ["", " "]],
      [a],
    ],
    ["as text of a spreadsheet", [[`="${a}"`], [`'${b}`]], [a, b]],
  ])("%s", (_, rows, people) =>
    expect(readAttendeeSheet(rows)).toEqual({ ok: true, value: people }),
  );

  test.each<[string, string[][], object]>([
    ["no table", [], { reason: "attendees-column-unknown" }],
    ["no column", [["姓名"], ["甲"]], { reason: "attendees-column-unknown" }],
    ["a heading alone", [["身份证号"]], { reason: "attendees-column-unknown" }],
    [
      "two that would do",
      [
        ["号码", "另一号码"],
        [a, b],
      ],
      { reason: "attendees-columns", details: { count: 2 } },
    ],
    [
      "two of that name",
      [
        ["身份证号", "证件号码"],
        [a, b],
      ],
      { reason: "attendees-columns" },
    ],
  ])("%s is refused", (_, rows, refusal) => expect(readAttendeeSheet(rows)).toMatchObject(refusal));
});

describe("rows that are nobody", () => {
  test("each is told by its number and kind, never by its text, and nobody is taken", () => {
    const rows = [
      ["姓名", "身份证号"],
      ["甲", a],
      // The rest of a merged cell, or a formula without a value.
      ["乙", ""],
      ["丙", broken],
      ["丁", "9.9999919900101E+17"],
      ["戊", `${person(45678).slice(0, 15)}000`],
      ["己", "999999900101001"],
      ["合计 6 人"],
      ["庚", "#N/A"],
    ];
    const answer = readAttendeeSheet(rows);
    expect(answer).toEqual({
      ok: false,
      reason: "attendees-rows",
      details: { count: 7, missing: "3, 8", rounded: "5, 6", wrong: "4, 7, 9" },
    });
    expect(JSON.stringify(answer)).not.toContain(broken);
  });

  test("of many the first ten are named", () => {
    const rows = [["身份证号"], ...Array.from({ length: 12 }, () => ["1"])];
    expect(readAttendeeSheet(rows)).toMatchObject({
      details: { count: 12, wrong: "2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …", missing: "none" },
    });
  });

  test("as many people as may be, and one more", () => {
    const rows = Array.from({ length: MOST_ATTENDEES + 1 }, (_, place) => [person(place)]);
    expect(readAttendeeSheet(rows.slice(1))).toMatchObject({ ok: true });
    expect(readAttendeeSheet(rows)).toMatchObject({ reason: "attendees-too-many" });
  });
});
