import type { Day } from "@/lib/kernel/dates";
import type { EditionState, EditionStep, EditionWait, SectionState } from "../types";

/** 3.13: the same table as the guard of the database. */
const editionEdges: Record<EditionState, readonly EditionState[]> = {
  outline: ["data_snapshot"],
  data_snapshot: ["outline", "drafting"],
  drafting: ["merge"],
  merge: ["drafting", "review"],
  review: ["merge", "council_approved"],
  council_approved: ["submitted"],
  submitted: ["published"],
  published: [],
};

export const editionMayBecome = (from: EditionState, to: EditionState): boolean =>
  editionEdges[from].includes(to);

/** By hand: merge → drafting comes with the chapter that is returned, review → merge with a reason. */
const byHand: Partial<Record<EditionState, readonly EditionStep[]>> = {
  outline: ["data_snapshot"],
  data_snapshot: ["drafting", "outline"],
  drafting: ["merge"],
  merge: ["review"],
};

export const stepsFrom = (from: EditionState): readonly EditionStep[] => byHand[from] ?? [];

/** The same table as the guard of the database; a return of an accepted chapter takes the edition back to drafting. */
const sectionEdges: Record<SectionState, readonly SectionState[]> = {
  open: ["drafting"],
  drafting: ["submitted"],
  submitted: ["returned", "accepted"],
  returned: ["drafting", "submitted"],
  accepted: ["returned"],
};

export const sectionMayBecome = (from: SectionState, to: SectionState): boolean =>
  sectionEdges[from].includes(to);

/** Its member may write in it. */
export const isInHand = (edition: EditionState, section: SectionState): boolean =>
  edition === "drafting" &&
  (section === "open" || section === "drafting" || section === "returned");

/** Titles, members and days may still be changed. */
export const isPlanned = (edition: EditionState): boolean =>
  edition === "outline" || edition === "data_snapshot" || edition === "drafting";

/** Nothing of it changes any more (I-16). */
export const isApproved = (edition: EditionState): boolean =>
  edition === "council_approved" || edition === "submitted" || edition === "published";

/** Small numbers are let stand from the first draft on until everybody reads them; the same as the guard of the database. */
export const takesConfirmations = (edition: EditionState): boolean =>
  edition !== "outline" && edition !== "data_snapshot" && edition !== "published";

/** Late is computed from the day, never kept; what was handed in waits for somebody else. */
export const isLate = (section: SectionState, dueOn: Day, today: Day): boolean =>
  section !== "submitted" && section !== "accepted" && dueOn < today;

/** For whom it waits. */
export function waitsFor(
  state: EditionState,
  facts: { unwritten: number; unchecked: number; secretary: boolean; chair: boolean },
): EditionWait {
  const waits: Record<EditionState, EditionWait> = {
    outline: "snapshot",
    data_snapshot: "start",
    drafting: facts.unchecked > 0 ? "checks" : facts.unwritten > 0 ? "drafts" : "merge",
    merge: "review",
    review: facts.chair ? "council" : facts.secretary ? "chair" : "secretary",
    council_approved: "submission",
    submitted: "publication",
    published: "nobody",
  };
  return waits[state];
}
