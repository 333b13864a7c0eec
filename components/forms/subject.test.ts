import { expect, test } from "vitest";
import { subjectOf } from "./subject";

test("a form about the next item is another form", () => {
  expect(subjectOf({ itemId: "a" })).not.toBe(subjectOf({ itemId: "b" }));
  expect(subjectOf({ meetingId: "a", seatId: "b" })).not.toBe(
    subjectOf({ meetingId: "b", seatId: "a" }),
  );
  expect(subjectOf({ id: "a" })).not.toBe(subjectOf({}));
});

test("the same record read again is the same form, whatever its version and the order of its names", () => {
  expect(subjectOf({ voteId: "a", itemId: "b", version: 1 })).toBe(
    subjectOf({ itemId: "b", voteId: "a", version: 2 }),
  );
  expect(subjectOf()).toBe("");
});
