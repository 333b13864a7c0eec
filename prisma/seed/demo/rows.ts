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
  delegatedPowerEvent: Prisma.DelegatedPowerEventCreateManyInput[];
  document: Prisma.DocumentCreateManyInput[];
  documentArticle: Prisma.DocumentArticleCreateManyInput[];
  operatingEntity: Prisma.OperatingEntityCreateManyInput[];
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
  seatDelegate: Prisma.SeatDelegateCreateManyInput[];
  compositionRule: Prisma.CompositionRuleCreateManyInput[];
  ruleSet: Prisma.RuleSetCreateManyInput[];
  storedFile: Prisma.StoredFileCreateManyInput[];
  meeting: Prisma.MeetingCreateManyInput[];
  attendance: Prisma.AttendanceCreateManyInput[];
  meetingSeat: Prisma.MeetingSeatCreateManyInput[];
  agendaItem: Prisma.AgendaItemCreateManyInput[];
  itemPaper: Prisma.ItemPaperCreateManyInput[];
  motion: Prisma.MotionCreateManyInput[];
  voteElector: Prisma.VoteElectorCreateManyInput[];
  vote: Prisma.VoteCreateManyInput[];
  recusal: Prisma.RecusalCreateManyInput[];
  interest: Prisma.InterestCreateManyInput[];
  election: Prisma.ElectionCreateManyInput[];
  electionSeat: Prisma.ElectionSeatCreateManyInput[];
  electionCandidate: Prisma.ElectionCandidateCreateManyInput[];
  electionRound: Prisma.ElectionRoundCreateManyInput[];
  electionElector: Prisma.ElectionElectorCreateManyInput[];
  electionIssue: Prisma.ElectionIssueCreateManyInput[];
  electionBox: Prisma.ElectionBoxCreateManyInput[];
  electionWinner: Prisma.ElectionWinnerCreateManyInput[];
  resolution: Prisma.ResolutionCreateManyInput[];
  minutes: Prisma.MinutesCreateManyInput[];
  minutesParagraph: Prisma.MinutesParagraphCreateManyInput[];
  minutesSignature: Prisma.MinutesSignatureCreateManyInput[];
  task: Prisma.TaskCreateManyInput[];
  taskEvent: Prisma.TaskEventCreateManyInput[];
  membershipApplication: Prisma.MembershipApplicationCreateManyInput[];
  applicationMessage: Prisma.ApplicationMessageCreateManyInput[];
  project: Prisma.ProjectCreateManyInput[];
  projectParty: Prisma.ProjectPartyCreateManyInput[];
  projectEvent: Prisma.ProjectEventCreateManyInput[];
  fundCommitment: Prisma.FundCommitmentCreateManyInput[];
  fundProgramme: Prisma.FundProgrammeCreateManyInput[];
  fundInstalment: Prisma.FundInstalmentCreateManyInput[];
  budgetLine: Prisma.BudgetLineCreateManyInput[];
  budgetRevision: Prisma.BudgetRevisionCreateManyInput[];
  budgetAmount: Prisma.BudgetAmountCreateManyInput[];
  fundEntry: Prisma.FundEntryCreateManyInput[];
  fundEntryEvent: Prisma.FundEntryEventCreateManyInput[];
  fundYear: Prisma.FundYearCreateManyInput[];
  livingListItem: Prisma.LivingListItemCreateManyInput[];
  call: Prisma.CallCreateManyInput[];
  callIndicator: Prisma.CallIndicatorCreateManyInput[];
  callCriterion: Prisma.CallCriterionCreateManyInput[];
  callExpert: Prisma.CallExpertCreateManyInput[];
  needOpinion: Prisma.NeedOpinionCreateManyInput[];
  bid: Prisma.BidCreateManyInput[];
  bidScore: Prisma.BidScoreCreateManyInput[];
  callEvent: Prisma.CallEventCreateManyInput[];
  metricDefinition: Prisma.MetricDefinitionCreateManyInput[];
  metricValue: Prisma.MetricValueCreateManyInput[];
  benefitCertificate: Prisma.BenefitCertificateCreateManyInput[];
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
  delegatedPowerEvent: [],
  document: [],
  documentArticle: [],
  operatingEntity: [],
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
  seatDelegate: [],
  compositionRule: [],
  ruleSet: [],
  storedFile: [],
  meeting: [],
  attendance: [],
  meetingSeat: [],
  agendaItem: [],
  itemPaper: [],
  motion: [],
  voteElector: [],
  vote: [],
  recusal: [],
  interest: [],
  election: [],
  electionSeat: [],
  electionCandidate: [],
  electionRound: [],
  electionElector: [],
  electionIssue: [],
  electionBox: [],
  electionWinner: [],
  resolution: [],
  minutes: [],
  minutesParagraph: [],
  minutesSignature: [],
  task: [],
  taskEvent: [],
  membershipApplication: [],
  applicationMessage: [],
  project: [],
  projectParty: [],
  projectEvent: [],
  fundCommitment: [],
  fundProgramme: [],
  fundInstalment: [],
  budgetLine: [],
  budgetRevision: [],
  budgetAmount: [],
  fundEntry: [],
  fundEntryEvent: [],
  fundYear: [],
  livingListItem: [],
  call: [],
  callIndicator: [],
  callCriterion: [],
  callExpert: [],
  needOpinion: [],
  bid: [],
  bidScore: [],
  callEvent: [],
  metricDefinition: [],
  metricValue: [],
  benefitCertificate: [],
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
