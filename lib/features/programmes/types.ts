import type { OfferingStatus, PathwayModel, ProgrammeLevel } from "@/prisma/generated/enums";

export type { OfferingStatus, PathwayModel, ProgrammeLevel };

export const offeringStatuses = [
  "running",
  "warned",
  "exiting",
  "closed",
] as const satisfies readonly OfferingStatus[];

export const pathwayModels = [
  "three_plus_two",
  "three_plus_three",
  "three_plus_four",
  "five_year",
  "two_plus_two",
  "three_plus_one",
  "four_plus_zero",
] as const satisfies readonly PathwayModel[];

/** Kinds of organizations that teach. */
export const schoolKinds = [
  "university",
  "vocational_university",
  "vocational_college",
  "secondary_vocational",
  "technician_school",
] as const;
