import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  carryOutAdjustment,
  endorseAdjustment,
  proposeAdjustment,
  refuseAdjustment,
  withdrawAdjustment,
} from "../commands/adjustments";
import { discardReport, draftReport, publishReport, reviewReport } from "../commands/reports";
import { listAdjustments } from "../queries/adjustments";
import { getReport, listReports, talentOverview } from "../queries/reports";
import {
  adjustmentOutput,
  adjustmentStepInput,
  listAdjustmentsInput,
  listAdjustmentsOutput,
  proposeAdjustmentInput,
  refuseAdjustmentInput,
} from "../schema/adjustments";
import {
  draftReportInput,
  getReportInput,
  getReportOutput,
  listReportsInput,
  listReportsOutput,
  reportOutput,
  reportStepInput,
  talentOverviewInput,
  talentOverviewOutput,
} from "../schema/reports";

export const talentOverviewQuery = defineQuery({
  id: "talent.overview",
  path: "/alliances/{alliance}/talent-overview",
  place: "tenant",
  summary: "Demand, supply and gaps of the academic year",
  permission: permission("programme.read"),
  input: talentOverviewInput,
  output: talentOverviewOutput,
  run: talentOverview,
});

export const listAdjustmentsQuery = defineQuery({
  id: "adjustments.list",
  path: "/alliances/{alliance}/programme-adjustments",
  place: "tenant",
  summary: "Proposals to open, grow or close programmes, with the demands they cite",
  permission: permission("adjustment.read"),
  input: listAdjustmentsInput,
  output: listAdjustmentsOutput,
  run: listAdjustments,
});

export const exportAdjustmentsQuery = defineWhole(listAdjustmentsQuery, {
  id: "adjustments.export",
  summary: "The adjustments as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "adjustment",
  own: (row) => [row.school.id],
});

export const proposeAdjustmentCommand = defineCommand({
  id: "adjustments.propose",
  path: "/alliances/{alliance}/programme-adjustments",
  place: "tenant",
  summary: "Proposes to adjust a programme because of a demand",
  permission: permission("adjustment.propose"),
  refusals: [
    "organization-not-member",
    "demand-not-confirmed",
    "offering-exists",
    "offering-missing",
  ],
  input: proposeAdjustmentInput,
  output: adjustmentOutput,
  run: proposeAdjustment,
});

export const endorseAdjustmentCommand = defineCommand({
  id: "adjustments.endorse",
  path: "/alliances/{alliance}/programme-adjustments/{adjustmentId}/endorse",
  place: "tenant",
  summary: "Endorses an adjustment that another person proposed",
  permission: permission("adjustment.endorse"),
  refusals: ["wrong-state", "second-person-needed"],
  input: adjustmentStepInput,
  output: adjustmentOutput,
  run: endorseAdjustment,
});

export const refuseAdjustmentCommand = defineCommand({
  id: "adjustments.refuse",
  path: "/alliances/{alliance}/programme-adjustments/{adjustmentId}/refuse",
  place: "tenant",
  summary: "Refuses an adjustment with the reason",
  permission: permission("adjustment.endorse"),
  refusals: ["wrong-state", "second-person-needed"],
  input: refuseAdjustmentInput,
  output: adjustmentOutput,
  run: refuseAdjustment,
});

export const carryOutAdjustmentCommand = defineCommand({
  id: "adjustments.carryOut",
  path: "/alliances/{alliance}/programme-adjustments/{adjustmentId}/carry-out",
  place: "tenant",
  summary: "The school has carried an endorsed adjustment out",
  permission: permission("adjustment.propose"),
  refusals: ["wrong-state", "offering-missing"],
  input: adjustmentStepInput,
  output: adjustmentOutput,
  run: carryOutAdjustment,
});

export const withdrawAdjustmentCommand = defineCommand({
  id: "adjustments.withdraw",
  path: "/alliances/{alliance}/programme-adjustments/{adjustmentId}/withdraw",
  place: "tenant",
  summary: "Withdraws a proposal",
  permission: permission("adjustment.propose"),
  refusals: ["wrong-state"],
  input: adjustmentStepInput,
  output: adjustmentOutput,
  run: withdrawAdjustment,
});

export const listReportsQuery = defineQuery({
  id: "publications.list",
  path: "/alliances/{alliance}/talent-reports",
  place: "tenant",
  summary: "Fit reports, talent bulletins and lists of key industries",
  permission: permission("talent_report.read"),
  input: listReportsInput,
  output: listReportsOutput,
  run: listReports,
});

export const exportReportsQuery = defineWhole(listReportsQuery, {
  id: "publications.export",
  summary: "The list of reports as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "talent-report",
});

export const getReportQuery = defineQuery({
  id: "publications.get",
  path: "/alliances/{alliance}/talent-reports/{reportId}",
  place: "tenant",
  summary: "One report with the numbers that it froze",
  permission: permission("talent_report.read"),
  input: getReportInput,
  output: getReportOutput,
  run: getReport,
});

export const draftReportCommand = defineCommand({
  id: "publications.draft",
  path: "/alliances/{alliance}/talent-reports",
  place: "tenant",
  summary: "Counts and freezes the numbers of a yearly report",
  permission: permission("talent_report.draft"),
  isolation: "serializable",
  refusals: ["report-in-hand", "issuer-unknown", "correction-needed", "year-to-come"],
  input: draftReportInput,
  output: reportOutput,
  run: draftReport,
});

export const reviewReportCommand = defineCommand({
  id: "publications.review",
  path: "/alliances/{alliance}/talent-reports/{reportId}/review",
  place: "tenant",
  summary: "Reviews a draft of another person for its issuer",
  permission: permission("talent_report.review"),
  refusals: ["wrong-state", "second-person-needed"],
  input: reportStepInput,
  output: reportOutput,
  run: reviewReport,
});

export const publishReportCommand = defineCommand({
  id: "publications.publish",
  path: "/alliances/{alliance}/talent-reports/{reportId}/publish",
  place: "tenant",
  summary: "Publishes a reviewed report as the next edition of its year",
  permission: permission("talent_report.draft"),
  refusals: ["wrong-state"],
  input: reportStepInput,
  output: reportOutput,
  run: publishReport,
});

export const discardReportCommand = defineCommand({
  id: "publications.discard",
  path: "/alliances/{alliance}/talent-reports/{reportId}/discard",
  place: "tenant",
  summary: "Discards a draft",
  permission: permission("talent_report.draft"),
  refusals: ["wrong-state"],
  input: reportStepInput,
  output: reportOutput,
  run: discardReport,
});
