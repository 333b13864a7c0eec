import { reachOf } from "@/lib/features/access/policy";
import type { Actor } from "@/lib/platform/auth/actor";
import { isConfirmed } from "./rules";
import type { MinutesState } from "./types";

type Action = Parameters<typeof reachOf>[0];

const holds = (actor: Actor, allianceId: string, action: Action): boolean =>
  reachOf(action, actor.roles, allianceId)?.whole === true;

export const isChair = (actor: Actor, allianceId: string): boolean =>
  actor.roles.some((held) => held.role === "chair" && held.allianceId === allianceId);

export function rightsOver(actor: Actor, allianceId: string) {
  const does = (action: Action) => !actor.readOnly && holds(actor, allianceId, action);
  return {
    draft: does("minutes.draft"),
    review: does("minutes.review"),
    comment: does("minutes.comment"),
    archive: holds(actor, allianceId, "meeting.archive"),
    correct: does("minutes.correct"),
    approveClerical: does("minutes.correct") && isChair(actor, allianceId),
  };
}

/** How much of the minutes a person sees: all, the public version, or not even that there are any. */
export type View = "full" | "public" | "none";

/**
 * A draft is between secretariat and chair; in circulation it is before those who may object; members read the
 * published text, everybody else its public version.
 */
export function viewOf(
  actor: Actor,
  alliance: { id: string; published: boolean },
  state: MinutesState,
): View {
  const may = (action: Action) => holds(actor, alliance.id, action);
  if (may("minutes.review")) return "full";
  if (state === "draft" || state === "chair_review") return "none";
  if (may("minutes.comment")) return "full";
  if (!isConfirmed(state) || state !== "published") return "none";
  if (may("minutes.read_approved")) return "full";
  return alliance.published ? "public" : "none";
}
