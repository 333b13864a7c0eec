import { expect, test } from "vitest";
import { codesIn, difference, partsOf, plain } from "./numbers";

test("numbers are taken out of a line, the words around them stay", () => {
  expect(partsOf("授权专利{{M36}}，其中发明 {{5.3/patents}} 项")).toEqual([
    { kind: "text", text: "授权专利" },
    { kind: "number", code: "M36" },
    { kind: "text", text: "，其中发明 " },
    { kind: "number", code: "5.3/patents" },
    { kind: "text", text: " 项" },
  ]);
});

test("a number named twice is one; an empty pair of braces is a number that nobody froze", () => {
  expect(codesIn("{{M36}} {{ M36 }} {{}}")).toEqual(["M36", ""]);
});

test.each([
  ["147.0000", "147"],
  ["0.5000", "0.5"],
  ["100", "100"],
])("%s reads %s", (value, expected) => {
  expect(plain(value)).toBe(expected);
});

test.each([
  ["147", "120", "27"],
  ["1.10", "1.2", "-0.1"],
  ["5", "5", "0"],
])("%s less %s is %s", (value, before, expected) => {
  expect(difference(value, before)).toBe(expected);
});

test("finer than hundredths is not told", () => {
  expect(difference("0.1234", "0.1")).toBeUndefined();
});
