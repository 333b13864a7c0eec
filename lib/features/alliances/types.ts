/** What an alliance is called in addresses: small letters and digits in groups, a hyphen between them. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const allianceTypes = [
  "city_alliance",
  "industry_community",
  "vocational_group",
  "school_enterprise_league",
  "regional_league",
  "college_collaborative",
  "school_council",
] as const;
export type AllianceType = (typeof allianceTypes)[number];

export const allianceStatuses = [
  "preparing",
  "founded",
  "approved",
  "operating",
  "rectifying",
  "suspended",
  "dissolved",
] as const;
export type AllianceStatus = (typeof allianceStatuses)[number];

export const structureTemplates = [
  "one_two_six_n",
  "one_one_two",
  "suzhou_full",
  "development_council",
  "empty",
] as const;
export type StructureTemplate = (typeof structureTemplates)[number];

/** What is added to a structure that stands: bodies below a college or a programme group, entities, a council of development. */
export const branchTemplates = [
  "industry_college",
  "programme_group",
  "development_council",
  "cooperation_entities",
] as const;
export type BranchTemplate = (typeof branchTemplates)[number];

export const entityKinds = ["institute", "company"] as const;

export const bodyKinds = [
  "guidance_committee",
  "party_committee",
  "member_assembly",
  "council",
  "standing_council",
  "supervisory_board",
  "secretariat",
  "manager_office",
  "expert_committee",
  "cooperation_committee",
  "special_committee",
  "chain_committee",
  "programme_group_committee",
  "college_board",
  "operating_entity",
] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyTiers = ["decision", "coordination", "execution"] as const;
export type BodyTier = (typeof bodyTiers)[number];

export const programmeLevels = ["secondary", "college", "bachelor"] as const;
export const platformKinds = [
  "training_base",
  "public_training_centre",
  "practice_centre",
  "master_studio",
  "engineering_centre",
  "research",
  "transfer_centre",
  "pilot_plant",
  "incubator",
  "think_tank",
  "data_centre",
  "competition_centre",
  "pilot_zone",
  "virtual_simulation",
  "community_college",
  "practice_base",
] as const;

export const powerKinds = [
  "industry_policy",
  "special_fund_management",
  "talent_policy",
  "industrial_workforce_reform",
  "enterprise_training_centre",
  "skills_competition",
  "skills_appraisal",
  "dual_teacher_recognition",
] as const;

export const powerStates = [
  "proposed",
  "department_agreed",
  "signed",
  "in_force",
  "reviewed",
  "renewed",
  "withdrawn",
] as const;
export type PowerState = (typeof powerStates)[number];

export const relationKinds = ["umbrella", "peer", "precursor"] as const;

/** A body of the tree as it is read: flat, with its parent's id. */
export type BodyNode = {
  id: string;
  parentId: string | null;
  kind: BodyKind;
  name: string;
  nameEn: string | null;
  tier: BodyTier | null;
  host: { id: string; name: string } | null;
  seatsPlanned: number | null;
  /** Seats that exist, those with a holder today, and those that vote. */
  seats: number;
  filled: number;
  voting: number;
  duties: string | null;
  dutiesEn: string | null;
  /** The last day of a body that is no more. */
  dissolvedOn: string | null;
};
