import { expect, test } from "vitest";
import { meetingStates } from "../types";
import { type MeetingWaitFacts, meetingWait } from "./waiting";

const held: MeetingWaitFacts = {
  state: "closed",
  correspondence: false,
  recordOnly: false,
  continued: false,
  minutes: null,
};

test("each state names who acts, or nobody where the day is only awaited", () => {
  const waits = meetingStates.map((state) => [state, meetingWait({ ...held, state }, "review")]);
  expect(Object.fromEntries(waits)).toEqual({
    draft: "notice",
    noticed: null,
    check_in: "opening",
    open: null,
    suspended: "resuming",
    closed: "minutes",
    archived: "minutes",
    cancelled: null,
    postponed: "new_date",
    adjourned: null,
    inquorate: "second_call",
  });
});

test.each([
  [{ state: "noticed", correspondence: true }, "replies"],
  [{ state: "open", correspondence: true }, "replies"],
  [{ state: "inquorate", continued: true }, null],
  [{ recordOnly: true }, null],
  [{ recordOnly: true, minutes: "draft" }, "minutes"],
  [{ minutes: "published" }, null],
] as const)("%j waits for %s", (facts, wait) =>
  expect(meetingWait({ ...held, ...facts }, "review")).toBe(wait),
);

test("nobody learns of a draft of the minutes who may not read it", () => {
  const seen = (eyes: "review" | "comment" | "published") =>
    (["draft", "chair_review", "circulated", "confirmed", "published"] as const).map((minutes) =>
      meetingWait({ ...held, minutes }, eyes),
    );
  expect(seen("review")).toEqual(["minutes", "chair", "members", "publication", null]);
  expect(seen("comment")).toEqual(["minutes", "minutes", "members", "publication", null]);
  expect(seen("published")).toEqual(["minutes", "minutes", "minutes", "minutes", null]);
});
