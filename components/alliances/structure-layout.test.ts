import { expect, test } from "vitest";
import { box, layoutStructure } from "./structure-layout";

const body = (id: string, parentId: string | null) => ({ id, parentId });
const placesOf = (bodies: ReturnType<typeof body>[]) =>
  new Map(layoutStructure(bodies).boxes.map(({ body: { id }, left, top }) => [id, { left, top }]));

test("children stand one column to the right of their parent, and boxes do not overlap", () => {
  const bodies = [body("a", null), body("b", "a"), body("c", "a"), body("d", "c"), body("x", null)];
  const places = placesOf(bodies);
  expect(places.get("b")?.left).toBe(box.width + box.across);
  expect(places.get("d")?.left).toBe(2 * (box.width + box.across));
  expect(places.get("x")?.left).toBe(0);
  const columns = Map.groupBy(places.values(), ({ left }) => left);
  for (const column of columns.values()) {
    const tops = column.map(({ top }) => top).toSorted((p, q) => p - q);
    tops.slice(1).forEach((top, at) => {
      expect(top - (tops[at] ?? 0)).toBeGreaterThanOrEqual(box.height);
    });
  }
});

test("nothing gives nothing", () => expect(layoutStructure([]).boxes).toEqual([]));

test("a missing parent and a circle lose no body", () => {
  const bodies = [body("a", "gone"), body("b", "c"), body("c", "b"), body("d", "b")];
  expect([...placesOf(bodies).keys()].toSorted()).toEqual(["a", "b", "c", "d"]);
});
