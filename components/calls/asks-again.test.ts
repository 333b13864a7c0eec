import { expect, test } from "vitest";
import { asksAgain } from "./asks-again";

const refused = { typed: "35700000", code: "amount-too-large", ticked: false };

test("an unusual amount is asked about once it was refused for its size, or a draft had it ticked", () => {
  expect(asksAgain(refused)).toBe(true);
  expect(asksAgain({ ...refused, code: "amount-too-small" })).toBe(true);
  expect(asksAgain({ ...refused, code: undefined })).toBe(false);
  expect(asksAgain({ ...refused, code: undefined, ticked: true })).toBe(true);
});

test.each(["", "  ", "about 3", "1.234", "99999999999999999"])(
  "of %j nobody is asked whether it is right",
  (typed) => {
    expect(asksAgain({ ...refused, typed })).toBe(false);
    expect(asksAgain({ ...refused, typed, code: "malformed" })).toBe(false);
    expect(asksAgain({ ...refused, typed, ticked: true })).toBe(false);
  },
);

test("a missing or unreadable amount is another fault than an unusual one", () =>
  expect(asksAgain({ ...refused, code: "malformed" })).toBe(false));
