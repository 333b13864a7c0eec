import type { CollegeState, CollegeStep } from "../types";

/** 3.8, the whole life: the same table as the guard of the database. */
export const collegeEdges: Record<CollegeState, readonly CollegeState[]> = {
  proposed: ["feasibility", "closed"],
  feasibility: ["proposed", "approved", "closed"],
  approved: ["agreement_signed"],
  agreement_signed: ["board_formed"],
  board_formed: ["operating"],
  operating: ["yearly_review", "renewed", "exiting"],
  yearly_review: ["operating", "rectifying"],
  rectifying: ["operating", "exiting"],
  renewed: ["yearly_review", "exiting"],
  exiting: ["closed"],
  closed: [],
};

export const collegeMayBecome = (from: CollegeState, to: CollegeState): boolean =>
  collegeEdges[from].includes(to);

/** By hand: not what a review brings about. */
export const mayStep = (from: CollegeState, to: CollegeStep): boolean =>
  collegeMayBecome(from, to) && !(to === "operating" && from !== "board_formed");

/** Steps after which somebody will ask why. */
export const needsNote = (from: CollegeState, to: CollegeStep): boolean =>
  to === "proposed" || to === "exiting" || (to === "closed" && from !== "exiting");

/** It may still be changed, and its table of contributions signed anew. */
export const isPlanned = (state: CollegeState): boolean =>
  state === "proposed" || state === "feasibility";

/** Reviewed once a year while it works. */
export const isReviewable = (state: CollegeState): boolean =>
  state === "operating" || state === "renewed";

/** The public may know of it: it has been approved. */
export const isPublic = (state: CollegeState): boolean => !isPlanned(state);
