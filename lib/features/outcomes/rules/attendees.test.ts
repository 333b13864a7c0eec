import { describe, expect, test } from "vitest";
import { isIdentityNumber, readAttendees } from "./attendees";

/** What the last character must be. */
const whole = (seventeen: string) =>
  [..."0123456789X"].map((last) => seventeen + last).filter(isIdentityNumber);

describe("GB 11643", () => {
  test("one of eleven characters ends a number", () => {
    expect(whole("99999919900101000")).toHaveLength(1);
    expect(whole("99999900000000001")).toHaveLength(1);
  });

  test.each(["", "1", "110101900101001", "0".repeat(18), "9999991990010100161"])(
    "%s is none",
    (text) => {
      expect(isIdentityNumber(text)).toBe(false);
    },
  );
});

describe("behaviour 4.4 People: optional ids", () => {
  const people = ["99999919900101001", "99999919900101004"].flatMap(whole);
  const [one = "", two = ""] = people;

  test("a column with its heading, wide digits, spaces, empty lines and a person twice", () => {
    const wide = one.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(readAttendees(`身份证号\r\n${wide}\r\n\r\n ${two.toLowerCase()} \n${one}\n`)).toEqual({
      ok: true,
      value: [one, two],
    });
  });

  test("what is no number is told by its line and not by its text", () => {
    const wrong = `${one.slice(0, 17)}${one.endsWith("1") ? "2" : "1"}`;
    const answer = readAttendees(`${one}\n${wrong}\n示例1`);
    expect(answer).toEqual({
      ok: false,
      reason: "attendees-unreadable",
      details: { field: "numbers", count: 2, rows: "2, 3" },
    });
    expect(JSON.stringify(answer)).not.toContain(wrong);
  });

  test("nothing is no list", () => {
    expect(readAttendees("姓名\n\n")).toMatchObject({ ok: false, reason: "attendees-unreadable" });
  });
});
