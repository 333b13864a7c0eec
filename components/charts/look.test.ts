import { expect, test } from "vitest";
import { fitted, widthOf } from "./look";

test("a Chinese character takes the room of about two Latin ones", () => {
  expect(widthOf("苏州", 13)).toBe(26);
  expect(widthOf("abcd", 10)).toBeCloseTo(22.4);
});

test("a name that fits is whole, a longer one ends in an ellipsis within its width", () => {
  expect(fitted("职业院校", 52, 13)).toBe("职业院校");
  const cut = fitted("苏州机器人与智能制造行业企业", 80, 13);
  expect(cut).toBe("苏州机器人…");
  expect(widthOf(cut, 13)).toBeLessThanOrEqual(80);
});
