import { expect, test } from "vitest";
import { z } from "zod";
import { addressWith, knownSearch } from "./address";

const shape = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  state: z.enum(["open", "closed"]).optional(),
});

test("unknown, repeated and refused parameters are dropped", () => {
  expect(knownSearch(shape, { page: "2", state: "open", utm_source: "x" })).toEqual({
    page: "2",
    state: "open",
  });
  expect(knownSearch(shape, { page: "0", state: ["open", "closed"] })).toEqual({});
  expect(knownSearch(shape, { page: "", __proto__: "x" } as never)).toEqual({});
});

test("an address changes only what is named", () => {
  expect(
    addressWith("/a/x/members", { page: "2", q: "汇川" }, { page: undefined, kind: "enterprise" }),
  ).toBe("/a/x/members?q=%E6%B1%87%E5%B7%9D&kind=enterprise");
  expect(addressWith("/a/x", { page: "2" }, { page: "" })).toBe("/a/x");
});
