import type { Prisma } from "@/prisma/generated/client";

/** The demonstration as values: table by table, before anything is written. */
export type DemoRows = {
  organization: Prisma.OrganizationCreateManyInput[];
  organizationName: Prisma.OrganizationNameCreateManyInput[];
  memberInstitution: Prisma.MemberInstitutionCreateManyInput[];
  enterprise: Prisma.EnterpriseCreateManyInput[];
  enterpriseTag: Prisma.EnterpriseTagCreateManyInput[];
  industrialPark: Prisma.IndustrialParkCreateManyInput[];
  alliance: Prisma.AllianceCreateManyInput[];
  allianceRelation: Prisma.AllianceRelationCreateManyInput[];
  positionLabel: Prisma.PositionLabelCreateManyInput[];
  chainNode: Prisma.ChainNodeCreateManyInput[];
  organizationChainNode: Prisma.OrganizationChainNodeCreateManyInput[];
  programme: Prisma.ProgrammeCreateManyInput[];
  programmeOffering: Prisma.ProgrammeOfferingCreateManyInput[];
  allianceOffering: Prisma.AllianceOfferingCreateManyInput[];
  platform: Prisma.PlatformCreateManyInput[];
  delegatedPower: Prisma.DelegatedPowerCreateManyInput[];
  person: Prisma.PersonCreateManyInput[];
  user: Prisma.UserCreateManyInput[];
  roleGrant: Prisma.RoleGrantCreateManyInput[];
  membership: Prisma.MembershipCreateManyInput[];
  membershipPeriod: Prisma.MembershipPeriodCreateManyInput[];
  membershipEvent: Prisma.MembershipEventCreateManyInput[];
  representative: Prisma.RepresentativeCreateManyInput[];
  governanceBody: Prisma.GovernanceBodyCreateManyInput[];
  term: Prisma.TermCreateManyInput[];
  seat: Prisma.SeatCreateManyInput[];
  seatHolding: Prisma.SeatHoldingCreateManyInput[];
  ruleSet: Prisma.RuleSetCreateManyInput[];
  storedFile: Prisma.StoredFileCreateManyInput[];
  meeting: Prisma.MeetingCreateManyInput[];
  attendance: Prisma.AttendanceCreateManyInput[];
  agendaItem: Prisma.AgendaItemCreateManyInput[];
  motion: Prisma.MotionCreateManyInput[];
  resolution: Prisma.ResolutionCreateManyInput[];
  membershipApplication: Prisma.MembershipApplicationCreateManyInput[];
  applicationMessage: Prisma.ApplicationMessageCreateManyInput[];
  project: Prisma.ProjectCreateManyInput[];
  projectParty: Prisma.ProjectPartyCreateManyInput[];
  projectEvent: Prisma.ProjectEventCreateManyInput[];
  fundCommitment: Prisma.FundCommitmentCreateManyInput[];
  fundReceipt: Prisma.FundReceiptCreateManyInput[];
  metricDefinition: Prisma.MetricDefinitionCreateManyInput[];
  metricValue: Prisma.MetricValueCreateManyInput[];
  outcomeRecord: Prisma.OutcomeRecordCreateManyInput[];
  counter: Prisma.CounterCreateManyInput[];
};

const noRows = (): DemoRows => ({
  organization: [],
  organizationName: [],
  memberInstitution: [],
  enterprise: [],
  enterpriseTag: [],
  industrialPark: [],
  alliance: [],
  allianceRelation: [],
  positionLabel: [],
  chainNode: [],
  organizationChainNode: [],
  programme: [],
  programmeOffering: [],
  allianceOffering: [],
  platform: [],
  delegatedPower: [],
  person: [],
  user: [],
  roleGrant: [],
  membership: [],
  membershipPeriod: [],
  membershipEvent: [],
  representative: [],
  governanceBody: [],
  term: [],
  seat: [],
  seatHolding: [],
  ruleSet: [],
  storedFile: [],
  meeting: [],
  attendance: [],
  agendaItem: [],
  motion: [],
  resolution: [],
  membershipApplication: [],
  applicationMessage: [],
  project: [],
  projectParty: [],
  projectEvent: [],
  fundCommitment: [],
  fundReceipt: [],
  metricDefinition: [],
  metricValue: [],
  outcomeRecord: [],
  counter: [],
});

function append<K extends keyof DemoRows>(into: DemoRows, from: Partial<DemoRows>, table: K) {
  const more: DemoRows[K] | undefined = from[table];
  if (more) into[table] = [...into[table], ...more] as DemoRows[K];
}

/** One set of rows from the parts of the story, in their order. */
export function together(...parts: Partial<DemoRows>[]): DemoRows {
  const all = noRows();
  const tables = Object.keys(all) as (keyof DemoRows)[];
  for (const part of parts) for (const table of tables) append(all, part, table);
  return all;
}
