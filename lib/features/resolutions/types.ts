import type { RequestablePosition } from "@/lib/features/applications/types";
import type { MemberPosition } from "@/lib/features/memberships/types";
import type { Day } from "@/lib/kernel/dates";

/** What a carried vote does by itself, the moment its resolution is adopted (behaviour 4.2, resolution). */
export type Effect =
  | { kind: "none" }
  | { kind: "admit"; applicationId: string; position?: RequestablePosition | undefined }
  | {
      kind: "appoint";
      seatId: string;
      membershipId?: string | undefined;
      personId?: string | undefined;
      from: Day;
    }
  | { kind: "end_seat"; holdingId: string; on: Day; reason: string }
  | { kind: "adopt_document"; documentId: string }
  | {
      kind: "change_position";
      membershipId: string;
      position: MemberPosition;
      /** Seats tied to a higher position are kept until the end of the term. */
      keepSeats?: boolean | undefined;
    }
  | { kind: "suspend"; membershipId: string; from: Day; to?: Day | undefined }
  | { kind: "resume"; membershipId: string }
  | { kind: "expel"; membershipId: string }
  /** A membership may end by its notice in spite of what is open; the open items become tasks. */
  | { kind: "end_in_spite"; membershipId: string }
  | { kind: "extend_term"; termId: string; until: Day }
  | { kind: "grant_power"; powerId: string };
export type EffectKind = Effect["kind"];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

export const effectKinds = [
  "none",
  "admit",
  "appoint",
  "end_seat",
  "adopt_document",
  "change_position",
  "suspend",
  "resume",
  "expel",
  "end_in_spite",
  "extend_term",
  "grant_power",
] as const satisfies readonly EffectKind[];

/** A resolution as the commands that follow from it need to know it. */
export type Adopted = {
  id: string;
  year: number;
  number: number;
  bodyId: string;
  itemId: string;
  adoptedOn: Day;
  effectiveFrom: Day;
};

export const voteMethods = ["named", "hands", "secret"] as const;

/** What became of a resolution; computed from its dates and events, never stored. */
export const resolutionStates = [
  "adopted",
  "in_force",
  "amended",
  "superseded",
  "repealed",
  "expired",
  "completed",
] as const;
export type ResolutionState = (typeof resolutionStates)[number];

export const lifeKinds = [
  "amended",
  "superseded",
  "repealed",
  "completed",
  "under_review",
  "review_ended",
] as const;
export type LifeKind = (typeof lifeKinds)[number];

/** Whom or what a resolution waits for. */
export const resolutionWaits = [
  "task",
  "execution",
  "acceptance",
  "completion",
  "review",
  "undo",
  "effect",
  "nobody",
] as const;
export type ResolutionWait = (typeof resolutionWaits)[number];

/** How many tasks of a resolution are where. */
export type TaskCounts = { total: number; open: number; reported: number; overdue: number };

/** States of the tasks that follow from resolutions (lib/features/tasks). */
export const taskStates = ["open", "running", "reported", "accepted", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];
