import type { Tx } from "@/lib/platform/db/transaction";
import { writeCalls } from "./calls/write";
import type { DemoRows } from "./rows";

/** One statement per table, parents before children. */
export async function writeRows(tx: Tx, rows: DemoRows): Promise<void> {
  await writeRegister(tx, rows);
  await writeGovernance(tx, rows);
  await writeWork(tx, rows);
}

async function writeRegister(tx: Tx, rows: DemoRows) {
  await tx.organization.createMany({ data: rows.organization });
  await tx.organizationName.createMany({ data: rows.organizationName });
  await tx.memberInstitution.createMany({ data: rows.memberInstitution });
  await tx.enterprise.createMany({ data: rows.enterprise });
  await tx.enterpriseTag.createMany({ data: rows.enterpriseTag });
  await tx.industrialPark.createMany({ data: rows.industrialPark });
  await tx.alliance.createMany({ data: rows.alliance });
  await tx.allianceRelation.createMany({ data: rows.allianceRelation });
  await tx.positionLabel.createMany({ data: rows.positionLabel });
  await tx.chainNode.createMany({ data: rows.chainNode });
  await tx.organizationChainNode.createMany({ data: rows.organizationChainNode });
  await tx.programme.createMany({ data: rows.programme });
  await tx.programmeOffering.createMany({ data: rows.programmeOffering });
  await tx.allianceOffering.createMany({ data: rows.allianceOffering });
  await tx.platform.createMany({ data: rows.platform });
  await tx.delegatedPower.createMany({ data: rows.delegatedPower });
  await tx.delegatedPowerEvent.createMany({ data: rows.delegatedPowerEvent });
  await tx.person.createMany({ data: rows.person });
  await tx.user.createMany({ data: rows.user });
  await tx.roleGrant.createMany({ data: rows.roleGrant });
  await tx.membership.createMany({ data: rows.membership });
}

async function writeGovernance(tx: Tx, rows: DemoRows) {
  await tx.governanceBody.createMany({ data: rows.governanceBody });
  await tx.term.createMany({ data: rows.term });
  await tx.seat.createMany({ data: rows.seat });
  await tx.operatingEntity.createMany({ data: rows.operatingEntity });
  await tx.storedFile.createMany({ data: rows.storedFile });
  await writeLibrary(tx, rows);
  await tx.ruleSet.createMany({ data: rows.ruleSet });
  await tx.membershipApplication.createMany({ data: rows.membershipApplication });
  await tx.applicationMessage.createMany({ data: rows.applicationMessage });
  await tx.meeting.createMany({ data: rows.meeting });
  await tx.attendance.createMany({ data: rows.attendance });
  await tx.agendaItem.createMany({ data: rows.agendaItem });
  await tx.itemPaper.createMany({ data: rows.itemPaper });
  await tx.motion.createMany({ data: rows.motion });
  await tx.resolution.createMany({ data: rows.resolution });
  await writeMinutes(tx, rows);
  await tx.task.createMany({ data: rows.task });
  await tx.taskEvent.createMany({ data: rows.taskEvent });
  await tx.membershipPeriod.createMany({ data: rows.membershipPeriod });
  await tx.membershipEvent.createMany({ data: rows.membershipEvent });
  await tx.representative.createMany({ data: rows.representative });
  await tx.seatHolding.createMany({ data: rows.seatHolding });
  await tx.seatDelegate.createMany({ data: rows.seatDelegate });
  await tx.compositionRule.createMany({ data: rows.compositionRule });
  await tx.counter.createMany({ data: rows.counter });
  await writeVotes(tx, rows);
  await writeElections(tx, rows);
}

/** Articles are written into drafts; the guards of the database let nobody write into what was adopted. */
async function writeLibrary(tx: Tx, rows: DemoRows) {
  await tx.document.createMany({
    data: rows.document.map((document) => ({ ...document, state: "draft" as const })),
  });
  await tx.documentArticle.createMany({ data: rows.documentArticle });
  for (const { id, state } of rows.document) {
    if (id && state) await tx.document.update({ where: { id }, data: { state } });
  }
}

/** Electors are written before the opening; the guards of the database know no other order. */
async function writeVotes(tx: Tx, rows: DemoRows) {
  await tx.meetingSeat.createMany({ data: rows.meetingSeat });
  await tx.interest.createMany({ data: rows.interest });
  await tx.recusal.createMany({ data: rows.recusal });
  await tx.vote.createMany({ data: rows.vote.map((vote) => ({ ...vote, state: "prepared" })) });
  await tx.voteElector.createMany({ data: rows.voteElector });
  for (const { id, state } of rows.vote) {
    if (id && state) await tx.vote.update({ where: { id }, data: { state } });
  }
}

/** A box is filled while its round is open, and the round is counted then: the guards of the database know no other way. */
async function writeElections(tx: Tx, rows: DemoRows) {
  await tx.election.createMany({ data: rows.election });
  await tx.electionSeat.createMany({ data: rows.electionSeat });
  await tx.electionCandidate.createMany({ data: rows.electionCandidate });
  await tx.electionRound.createMany({
    data: rows.electionRound.map(({ tally: _, closedAt: __, closedById: ___, ...round }) => ({
      ...round,
      state: "open" as const,
      closesAt: new Date("2199-01-01T00:00:00Z"),
      sealKey: round.sealPublicKey,
    })),
  });
  await tx.electionElector.createMany({ data: rows.electionElector });
  await tx.electionIssue.createMany({ data: rows.electionIssue });
  await tx.electionBox.createMany({ data: rows.electionBox });
  for (const { id, tally, state, closesAt, closedAt, closedById } of rows.electionRound) {
    await tx.electionRound.update({
      where: { id },
      data: { state, tally, closesAt, closedAt, closedById, sealKey: null },
    });
  }
  await tx.electionWinner.createMany({ data: rows.electionWinner });
}

/** Years are closed when their entries stand: nothing is posted into a closed one. */
async function writeMoney(tx: Tx, rows: DemoRows) {
  await tx.fundProgramme.createMany({ data: rows.fundProgramme });
  await tx.fundCommitment.createMany({ data: rows.fundCommitment });
  await tx.fundInstalment.createMany({ data: rows.fundInstalment });
  await tx.budgetLine.createMany({ data: rows.budgetLine });
  await tx.budgetRevision.createMany({ data: rows.budgetRevision });
  await tx.budgetAmount.createMany({ data: rows.budgetAmount });
  await tx.fundEntry.createMany({ data: rows.fundEntry });
  await tx.fundEntryEvent.createMany({ data: rows.fundEntryEvent });
  await tx.fundYear.createMany({ data: rows.fundYear });
}

async function writeWork(tx: Tx, rows: DemoRows) {
  await tx.project.createMany({ data: rows.project });
  await tx.projectParty.createMany({ data: rows.projectParty });
  await tx.projectEvent.createMany({ data: rows.projectEvent });
  await writeMoney(tx, rows);
  await writeCalls(tx, rows);
  await tx.metricDefinition.createMany({ data: rows.metricDefinition });
  await tx.metricValue.createMany({ data: rows.metricValue });
  // What results rest on is there before them.
  await tx.benefitCertificate.createMany({ data: rows.benefitCertificate });
  await tx.outcomeRecord.createMany({ data: rows.outcomeRecord });
}

/** A text is written while it is a draft, and confirmed with its number and hash; after that nobody writes in it. */
async function writeMinutes(tx: Tx, rows: DemoRows) {
  await tx.minutes.createMany({
    data: rows.minutes.map(({ id, allianceId, meetingId, draftedById, createdAt }) => ({
      id,
      allianceId,
      meetingId,
      draftedById,
      createdAt,
    })),
  });
  await tx.minutesParagraph.createMany({ data: rows.minutesParagraph });
  await tx.minutesSignature.createMany({ data: rows.minutesSignature });
  for (const { id, ...whole } of rows.minutes) {
    await tx.minutes.update({ where: { id }, data: whole });
  }
}
