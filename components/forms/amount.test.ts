import { expect, test } from "vitest";
import { readAmount } from "./amount";

test.each([
  ["35700000", "35700000"],
  ["35,700,000.00 元", "35700000.00"],
  ["￥1,200", "1200"],
  ["３５７０万元", "35700000"],
  ["1.2亿", "120000000"],
  ["0.000001 万", "0.01"],
  ["-12.5", "-12.5"],
  ["12.", "12"],
])("an amount pasted as %j is read as %s", (typed, yuan) => expect(readAmount(typed)).toBe(yuan));

test.each(["", "about 3", "1.234", "0.0000001万", "99999999亿", "1e5", "12元5角", "1,2万3"])(
  "%j stays as typed, so that the fault is shown beside the person's own words",
  (typed) => expect(readAmount(typed)).toBe(typed),
);
