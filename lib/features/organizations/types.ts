export const organizationKinds = [
  "government",
  "park",
  "enterprise",
  "university",
  "vocational_university",
  "vocational_college",
  "secondary_vocational",
  "technician_school",
  "research_institute",
  "industry_association",
  "other",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** The four kinds that the sources count together as 职业院校. */
export const vocationalKinds = [
  "vocational_university",
  "vocational_college",
  "secondary_vocational",
  "technician_school",
] as const satisfies readonly OrganizationKind[];

export const organizationStatuses = ["active", "merged", "dissolved"] as const;

export const enterpriseTags = [
  "chain_leader",
  "leading",
  "above_scale",
  "innovative_sme",
  "specialised_sme",
  "little_giant",
  "high_tech",
  "integrated",
  "listed",
] as const;
export type EnterpriseTagName = (typeof enterpriseTags)[number];

export const enterpriseScales = ["large", "medium", "small", "micro"] as const;
export const zoneTypes = ["economic", "high_tech", "other_zone"] as const;

/** Who recognised it. In a municipality 市级 is the provincial level (domain 2.3). */
export const recognitionLevels = [
  "national",
  "provincial",
  "municipal",
  "district",
  "school",
] as const;
export type RecognitionLevel = (typeof recognitionLevels)[number];

export const nameKinds = ["official", "former", "alias"] as const;

export const chainPositions = ["upstream", "midstream", "downstream", "support"] as const;
export type ChainPosition = (typeof chainPositions)[number];

/** Which one-to-one profile a kind has. */
export type ProfileKind = "enterprise" | "institution" | "park" | "none";

export const mergeStates = ["proposed", "approved", "rejected", "withdrawn"] as const;
export type MergeState = (typeof mergeStates)[number];

/** Kinds of rows that can hang on an organization, in the order in which a merge shows them. */
export const mergeParts = [
  "memberships",
  "names",
  "tags",
  "chain",
  "profile",
  "roles",
  "applications",
  "bodies",
  "alliances",
  "platforms",
  "powers",
  "entities",
  "shares",
  "offerings",
  "projects",
  "parties",
  "commitments",
  "receipts",
  "specialFunds",
  "agreements",
  "platformParties",
  "collegeParties",
  "pairings",
  "placements",
  "calls",
  "livingLists",
  "outcomes",
  "metrics",
  "children",
  "sponsored",
  "absorbed",
  "changes",
  "tasks",
  "proposals",
  "interests",
  "sittings",
  "targets",
  "bookings",
  "certificates",
  "trainings",
] as const;

/** What a unit is known by everywhere: in an organization of several alliances each of them agrees before it changes. */
export const keyFields = ["name", "kind", "creditCode"] as const;
export type KeyField = (typeof keyFields)[number];

export const changeStates = ["proposed", "applied", "refused", "stale", "withdrawn"] as const;
export type ChangeState = (typeof changeStates)[number];

export const changeAnswers = ["waiting", "accepted", "refused"] as const;
