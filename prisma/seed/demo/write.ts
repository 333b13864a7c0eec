import type { Tx } from "@/lib/platform/db/transaction";
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
  await tx.person.createMany({ data: rows.person });
  await tx.user.createMany({ data: rows.user });
  await tx.roleGrant.createMany({ data: rows.roleGrant });
  await tx.membership.createMany({ data: rows.membership });
}

async function writeGovernance(tx: Tx, rows: DemoRows) {
  await tx.governanceBody.createMany({ data: rows.governanceBody });
  await tx.term.createMany({ data: rows.term });
  await tx.seat.createMany({ data: rows.seat });
  await tx.ruleSet.createMany({ data: rows.ruleSet });
  await tx.storedFile.createMany({ data: rows.storedFile });
  await tx.membershipApplication.createMany({ data: rows.membershipApplication });
  await tx.applicationMessage.createMany({ data: rows.applicationMessage });
  await tx.meeting.createMany({ data: rows.meeting });
  await tx.attendance.createMany({ data: rows.attendance });
  await tx.agendaItem.createMany({ data: rows.agendaItem });
  await tx.motion.createMany({ data: rows.motion });
  await tx.resolution.createMany({ data: rows.resolution });
  await tx.membershipPeriod.createMany({ data: rows.membershipPeriod });
  await tx.membershipEvent.createMany({ data: rows.membershipEvent });
  await tx.representative.createMany({ data: rows.representative });
  await tx.seatHolding.createMany({ data: rows.seatHolding });
  await tx.counter.createMany({ data: rows.counter });
}

async function writeWork(tx: Tx, rows: DemoRows) {
  await tx.project.createMany({ data: rows.project });
  await tx.projectParty.createMany({ data: rows.projectParty });
  await tx.projectEvent.createMany({ data: rows.projectEvent });
  await tx.fundCommitment.createMany({ data: rows.fundCommitment });
  await tx.fundReceipt.createMany({ data: rows.fundReceipt });
  await tx.metricDefinition.createMany({ data: rows.metricDefinition });
  await tx.metricValue.createMany({ data: rows.metricValue });
  await tx.outcomeRecord.createMany({ data: rows.outcomeRecord });
}
