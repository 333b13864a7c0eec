import { randomUUID } from "node:crypto";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { createMembership, createUserWithRole } from "@/prisma/seed/factories/basics";
import { createApplication } from "@/prisma/seed/factories/governance";
import {
  createCommitmentRow,
  createReceiptRow,
  createRegisteredProject,
} from "@/prisma/seed/factories/projects";
import { hangCallsOn } from "./calls";
import { hangCollegesOn } from "./colleges";
import { hangEvaluationsOn } from "./evaluations";
import { addOrganization } from "./scene";
import { hangTrainingsOn } from "./trainings";

/** As the enterprise that gained, and as the member that reports on it. */
async function hangCertificatesOn(db: Tx, allianceId: string, organizationId: string) {
  const partner = await addOrganization(db, "示例效益证明另一方");
  const of = { allianceId, year: 2025, savings: 1, preparedById: randomUUID() };
  await db.benefitCertificate.createMany({
    data: [
      { ...of, enterpriseId: organizationId, claimantId: partner.id },
      { ...of, enterpriseId: partner.id, claimantId: organizationId },
    ],
  });
}

/** One row, at least, at every place that can name an organization; also those that never change otherwise. */
export async function hangEverythingOn(db: Tx, allianceId: string, organizationId: string) {
  const own = { allianceId, organizationId };
  await createMembership(db, { ...own, number: 900 });
  await db.organizationName.createMany({
    data: [
      { organizationId, kind: "official", name: "示例重复单位正式名" },
      { organizationId, kind: "former", name: "示例重复单位旧名", validTo: dateOf("2020-01-01") },
    ],
  });
  await db.enterprise.create({ data: { organizationId, scale: "small" } });
  await db.memberInstitution.create({ data: { organizationId } });
  await db.industrialPark.create({ data: { organizationId } });
  await db.enterpriseTag.create({ data: { organizationId, tag: "high_tech" } });
  const node = await db.chainNode.create({
    data: { allianceId, position: "upstream", name: "示例合并环节", sortOrder: 1 },
  });
  await db.organizationChainNode.create({ data: { ...own, chainNodeId: node.id } });
  const { user: contact } = await createUserWithRole(db, { role: "enterprise_contact", ...own });
  await createApplication(db, { ...own, creditCode: syntheticCreditCode(5550) });
  const body = await db.governanceBody.create({
    data: {
      allianceId,
      kind: "secretariat",
      name: "示例秘书处",
      sortOrder: 9,
      hostId: organizationId,
    },
  });
  await db.alliance.update({ where: { id: allianceId }, data: { baseParkId: organizationId } });
  await db.platform.create({
    data: { allianceId, name: "示例平台", kind: "research", hostId: organizationId },
  });
  await db.delegatedPower.create({
    data: { allianceId, kind: "industry_policy", state: "proposed", grantorId: organizationId },
  });
  const programme = await db.programme.create({ data: { name: "示例合并专业", level: "college" } });
  const offering = await db.programmeOffering.create({
    data: { organizationId, programmeId: programme.id },
  });
  await db.allianceOffering.create({ data: { allianceId, offeringId: offering.id } });
  await hangReportOn(db, own);
  await hangTalentOn(db, own, { offeringId: offering.id, programmeId: programme.id });
  const { user } = await createUserWithRole(db, { role: "secretariat", allianceId });
  await db.roleProposal.create({
    data: { ...own, userId: contact.id, role: "delegate", reason: "示例", proposedById: user.id },
  });
  await db.organizationChange.create({
    data: { ...own, fields: { name: ["示例", "示例新名"] }, proposedById: user.id },
  });
  await hangDecisionsOn(db, { ...own, bodyId: body.id, personId: user.personId, userId: user.id });
  await hangMoneyOn(db, allianceId, organizationId);
  await hangFiguresOn(db, allianceId, organizationId);
  await hangTrainingsOn(db, allianceId, organizationId);
  await hangCollegesOn(db, allianceId, organizationId);
  await hangEvaluationsOn(db, allianceId, organizationId);
  await hangCallsOn(db, allianceId, organizationId);
  await addOrganization(db, "示例下属单位", { parentId: organizationId });
  await addOrganization(db, "示例举办单位", { sponsorId: organizationId });
  await addOrganization(db, "示例先前并入", { status: "merged", mergedIntoId: organizationId });
}

/** What bodies, meetings and tasks say of it. */
async function hangDecisionsOn(
  db: Tx,
  given: {
    allianceId: string;
    organizationId: string;
    bodyId: string;
    personId: string;
    userId: string;
  },
) {
  const { bodyId, personId, userId, ...own } = given;
  const other = await addOrganization(db, "示例利害关系单位");
  await db.operatingEntity.create({
    data: {
      ...own,
      bodyId,
      kind: "company",
      functions: "示例职能",
      shares: { create: { organizationId: own.organizationId, share: 10_000 } },
    },
  });
  await db.task.create({
    data: { ...own, title: "示例任务", personId, dueOn: dateOf("2026-12-31") },
  });
  await db.agendaProposal.create({
    data: { ...own, bodyId, title: "示例议题", explanation: "示例", proposedById: userId },
  });
  await hangSittingsOn(db, { ...own, bodyId });
  const interest = { allianceId: own.allianceId, validFrom: dateOf("2026-01-01") };
  await db.interest.createMany({
    data: [
      {
        ...interest,
        kind: "supplier",
        organizationId: own.organizationId,
        counterpartId: other.id,
      },
      { ...interest, kind: "equity", personId, counterpartId: own.organizationId },
    ],
  });
}

/** A seat that is called to a meeting, and one of the electorate of a meeting that was opened. */
async function hangSittingsOn(
  db: Tx,
  given: { allianceId: string; organizationId: string; bodyId: string },
) {
  const { bodyId, organizationId, allianceId } = given;
  const seat = await db.seat.create({
    data: { allianceId, bodyId, number: 1, position: "member", basis: "unit" },
  });
  for (const frozenAt of [null, new Date()]) {
    const meeting = await db.meeting.create({
      data: {
        allianceId,
        bodyId,
        title: "示例会议",
        mode: "room",
        state: frozenAt ? "open" : "noticed",
        scheduledAt: new Date(),
      },
    });
    await db.meetingSeat.create({
      data: {
        allianceId,
        meetingId: meeting.id,
        seatId: seat.id,
        number: 1,
        position: "member",
        voting: true,
        eligible: true,
        organizationId,
        frozenAt,
      },
    });
  }
}

/** A posted receipt, its reversal and a payment: the hardest rows to move; and a special fund. */
async function hangMoneyOn(db: Tx, allianceId: string, organizationId: string) {
  const own = { allianceId, organizationId };
  const project = await createRegisteredProject(db, {
    allianceId,
    organizationIds: [organizationId],
    year: 2026,
    number: 1,
  });
  await db.project.update({
    where: { id: project.id },
    data: { parkId: own.organizationId },
  });
  await db.projectLead.create({
    data: { ...own, projectId: project.id, name: "示例前牵头单位", untilOn: dateOf("2026-01-31") },
  });
  const commitment = await createCommitmentRow(db, { ...own, projectId: project.id });
  const money = { ...own, projectId: project.id, commitmentId: commitment.id };
  const receipt = await createReceiptRow(db, { ...money, voucherNo: "示例凭证 合并" });
  await createReceiptRow(db, {
    ...money,
    amount: "-1000.00",
    voucherNo: "示例凭证 合并",
    reversalOfId: receipt.id,
    reason: "示例：冲销",
  });
  await createReceiptRow(db, { ...money, voucherNo: "示例凭证 再到账" });
  await createReceiptRow(db, {
    ...{ ...own, projectId: project.id, flow: "spending" as const },
    amount: "400.00",
    payeeOrganizationId: organizationId,
  });
  await db.fundProgramme.create({
    data: {
      ...{ allianceId, governmentId: organizationId, title: "示例专项资金", year: 2026 },
      total: "100000.00",
      basis: "示例文件",
    },
  });
}

async function hangFiguresOn(db: Tx, allianceId: string, organizationId: string) {
  const words = { zh: "示例", en: "Sample" };
  await db.metricDefinition.create({
    data: {
      code: "T01",
      sortOrder: 1,
      nameZh: words.zh,
      nameEn: words.en,
      unitZh: "项",
      unitEn: "items",
      aggregation: "sum",
      yearBasis: "calendar",
      definitionZh: words.zh,
      definitionEn: words.en,
    },
  });
  const record = { allianceId, organizationId, metricCode: "T01", title: "示例成果", year: 2026 };
  await db.outcomeRecord.createMany({
    data: [
      { ...record, occurredOn: dateOf("2026-03-01"), quantity: 2, state: "draft" },
      {
        ...record,
        occurredOn: dateOf("2026-03-02"),
        quantity: 3,
        state: "verified",
        verifiedAt: new Date("2026-04-01T00:00:00Z"),
      },
    ],
  });
  const shared = await db.outcomeRecord.findFirstOrThrow({
    where: { allianceId, organizationId, state: "draft" },
  });
  const approved = await db.outcomeRecord.findFirstOrThrow({
    where: { allianceId, organizationId, state: "verified" },
  });
  await db.correctionCase.create({
    data: {
      allianceId,
      number: 1,
      recordId: approved.id,
      recordVersion: approved.version,
      reasonCode: "clerical",
      reason: "示例",
      newOrganizationId: organizationId,
      requestedById: randomUUID(),
    },
  });
  const partner = await addOrganization(db, "示例共有单位");
  await db.outcomeShare.createMany({
    data: [
      { allianceId, recordId: shared.id, organizationId, share: 6667 },
      { allianceId, recordId: shared.id, organizationId: partner.id, share: 3333 },
    ],
  });
  const theirs = await db.outcomeRecord.create({
    data: {
      ...record,
      organizationId: partner.id,
      occurredOn: dateOf("2026-03-03"),
      quantity: 1,
      state: "submitted",
    },
  });
  const claim = {
    allianceId,
    recordId: theirs.id,
    organizationId,
    offered: false,
    share: 100,
    note: "示例",
    dueOn: dateOf("2099-01-01"),
  };
  await db.outcomeCoClaim.createMany({ data: [claim, { ...claim, state: "withdrawn" }] });
  await db.siteVisit.create({
    data: {
      allianceId,
      organizationId,
      visitedOn: dateOf("2026-03-01"),
      place: "示例地点",
      visitors: "示例人员",
      findings: "示例",
      recordedById: randomUUID(),
    },
  });
  await hangCertificatesOn(db, allianceId, organizationId);
  await db.metricTarget.create({
    data: {
      allianceId,
      organizationId,
      metricCode: "T01",
      year: 2026,
      value: 5,
      basis: "示例计划",
      setById: randomUUID(),
    },
  });
  await db.metricValue.create({
    data: {
      key: "test/merge",
      organizationId,
      subjectZh: words.zh,
      subjectEn: words.en,
      labelZh: words.zh,
      labelEn: words.en,
      value: 1,
      unitZh: "项",
      unitEn: "items",
      qualifier: "exact",
      state: "published",
      source: "test",
      sortOrder: 1,
    },
  });
}

type Own = { allianceId: string; organizationId: string };

/** Groups, classes, demands, adjustments and what is confirmed or issued in the unit's name. */
async function hangTalentOn(
  db: Tx,
  own: Own,
  { offeringId, programmeId }: { offeringId: string; programmeId: string },
) {
  const { allianceId, organizationId } = own;
  await db.programmeGroup.create({ data: { ...own, name: "示例合并专业群" } });
  const trainingClass = await db.trainingClass.create({
    data: { ...own, kind: "order", name: "示例合并订单班" },
  });
  await db.trainingClassPartner.create({
    data: { ...own, classId: trainingClass.id, mentors: 3 },
  });
  const occupation = await db.occupation.create({ data: { allianceId, name: "示例合并职业" } });
  const demand = await db.talentDemand.create({
    data: {
      ...own,
      occupationId: occupation.id,
      skillLevel: "junior",
      headcount: 2,
      fromOn: dateOf("2026-09-01"),
      toOn: dateOf("2026-12-31"),
      academicYear: 2026,
    },
  });
  await db.programmeAdjustment.create({
    data: {
      ...own,
      programmeId,
      offeringId,
      demandId: demand.id,
      kind: "warn",
      academicYear: 2026,
      reason: "示例",
    },
  });
  await db.talentSupply.create({
    data: {
      allianceId,
      offeringId,
      academicYear: 2026,
      enrolled: 1,
      onRoll: 1,
      graduates: 1,
      capacity: 1,
      bureauId: organizationId,
    },
  });
  const edition = await db.edition.create({
    data: { allianceId, year: 2026, title: "示例合并年度报告", dueOn: dateOf("2026-12-31") },
  });
  await db.editionSection.create({
    data: {
      ...own,
      editionId: edition.id,
      kind: "overview",
      sortOrder: 1,
      title: "示例",
      dueOn: dateOf("2026-12-01"),
    },
  });
  const told = await db.typicalCase.create({
    data: {
      ...own,
      year: 2026,
      title: "示例案例",
      background: "示例",
      practice: "示例",
      effect: "示例",
      authorIds: [organizationId],
    },
  });
  await db.caseLink.create({
    data: { allianceId, caseId: told.id, classId: trainingClass.id },
  });
  await db.talentReport.create({
    data: {
      allianceId,
      kind: "bulletin",
      year: 2025,
      issuerId: organizationId,
      snapshot: {},
      sha256: "0".repeat(64),
      takenAt: dateOf("2026-01-01"),
    },
  });
}

/** What it owes in a cycle of reporting. */
async function hangReportOn(db: Tx, own: { allianceId: string; organizationId: string }) {
  const { allianceId } = own;
  const set = await db.indicatorSet.create({
    data: { allianceId, code: "merged", edition: 1, nameZh: "示例指标体系", source: "示例" },
  });
  const day = dateOf("2026-07-01");
  const days = { opensOn: day, dueOn: day, verifyBy: day, closesOn: day };
  const cycle = await db.reportingCycle.create({
    data: {
      ...days,
      allianceId,
      setId: set.id,
      name: "示例周期",
      periodKind: "month",
      periodFrom: day,
      periodTo: dateOf("2026-07-31"),
    },
  });
  await db.obligation.create({ data: { ...own, cycleId: cycle.id, setId: set.id } });
}
