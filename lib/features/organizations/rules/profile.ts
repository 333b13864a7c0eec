import type { OrganizationKind, ProfileKind } from "../types";

const profiles: Record<OrganizationKind, ProfileKind> = {
  government: "none",
  park: "park",
  enterprise: "enterprise",
  university: "institution",
  vocational_university: "institution",
  vocational_college: "institution",
  secondary_vocational: "institution",
  technician_school: "institution",
  research_institute: "none",
  industry_association: "none",
  other: "none",
};

/** Which one-to-one profile goes with a kind. */
export const profileKind = (kind: OrganizationKind): ProfileKind => profiles[kind];

/** May the new name begin on this day? After the present one began, and not in the future. */
export const isRenameDay = (day: string, presentFrom: string | null, today: string): boolean =>
  day <= today && (presentFrom === null || day > presentFrom);
