import { expect, test } from "vitest";
import { newId } from "./ids";

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("ids have the form of version 7, differ, and sort in the order of their making", () => {
  const ids = Array.from({ length: 20_000 }, () => newId(new Date(2026, 0, 1)));
  expect(ids.every((id) => FORM.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test("an id begins with the time of its making", () => {
  const at = new Date("2031-01-02T03:04:05.678Z");
  expect(Number.parseInt(newId(at).replace("-", "").slice(0, 12), 16)).toBe(at.getTime());
});
