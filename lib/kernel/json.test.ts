import fc from "fast-check";
import { expect, test } from "vitest";
import { asJson, canonicalJson } from "./json";

test("key order and what is undefined do not make another text", () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}');
  expect(canonicalJson({ a: null, b: [{ d: 1 }] })).toBe('{"a":null,"b":[{"d":1}]}');
});

test("the order of a list is content", () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test("a value and what a column gave back of it have one text", () => {
  fc.assert(
    fc.property(fc.object({ withDate: true }), (value) => {
      expect(canonicalJson(asJson(value))).toBe(canonicalJson(JSON.parse(JSON.stringify(value))));
    }),
  );
});
