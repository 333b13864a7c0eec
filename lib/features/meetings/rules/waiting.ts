import type { MeetingState } from "../types";

export const meetingWaits = [
  "notice",
  "replies",
  "opening",
  "resuming",
  "new_date",
  "second_call",
  "minutes",
  "chair",
  "members",
  "publication",
] as const;
export type MeetingWait = (typeof meetingWaits)[number];

/** How far the reader follows the minutes: from the draft on, from the circulation on, or when they are published. */
export type MinutesEyes = "review" | "comment" | "published";

export type MeetingWaitFacts = {
  state: MeetingState;
  correspondence: boolean;
  /** Held on paper: its signed original is its record, and minutes are there only where somebody drafts them. */
  recordOnly: boolean;
  /** Another meeting continues it, or was called in its place. */
  continued: boolean;
  minutes: "draft" | "chair_review" | "circulated" | "confirmed" | "published" | null;
};

function minutesWait({ minutes }: MeetingWaitFacts, eyes: MinutesEyes): MeetingWait | null {
  if (minutes === "published") return null;
  if (eyes === "published" || minutes === null || minutes === "draft") return "minutes";
  if (minutes === "chair_review") return eyes === "review" ? "chair" : "minutes";
  return minutes === "circulated" ? "members" : "publication";
}

/** Whose turn it is; null where nobody has to act: the day is only awaited, the meeting goes on, or it is all done. */
export function meetingWait(facts: MeetingWaitFacts, eyes: MinutesEyes): MeetingWait | null {
  switch (facts.state) {
    case "draft":
      return "notice";
    case "noticed":
      return facts.correspondence ? "replies" : null;
    case "check_in":
      return "opening";
    case "suspended":
      return "resuming";
    case "postponed":
      return "new_date";
    case "inquorate":
      return facts.continued ? null : "second_call";
    case "closed":
    case "archived":
      return facts.recordOnly && facts.minutes === null ? null : minutesWait(facts, eyes);
    case "open":
      return facts.correspondence ? "replies" : null;
    case "adjourned":
    case "cancelled":
      return null;
  }
}
