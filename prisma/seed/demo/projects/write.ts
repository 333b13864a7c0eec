import type { Tx } from "@/lib/platform/db/transaction";
import { suzhouId } from "../suzhou/members";
import * as deyang from "./deyang";
import * as panels from "./panels";
import * as rows from "./rows";
import * as running from "./running";
import { isNumbered, statePlans } from "./states";

/** One project in each state that the story has not, with what leads to it; their numbers follow those of the year. */
export async function writeProjects(tx: Tx): Promise<void> {
  const series = { allianceId: suzhouId, series: "project", year: rows.YEAR };
  const counter = await tx.counter.findUnique({
    where: { allianceId_series_year: series },
    select: { value: true },
  });
  const before = counter?.value ?? 0;
  await tx.decisionPowers.create({ data: rows.powersRow });
  await tx.project.createMany({ data: rows.projectRows(before) });
  await tx.projectParty.createMany({ data: rows.partyRows });
  await tx.projectMilestone.createMany({ data: rows.milestoneRows });
  await tx.milestoneCriterion.createMany({ data: rows.criterionRows });
  await tx.milestoneEvidence.createMany({ data: rows.evidenceRows });
  await tx.projectPlan.createMany({ data: rows.planRows });
  await tx.projectEvent.createMany({ data: rows.eventRows });
  await tx.projectDecision.createMany({ data: rows.decisionRows });
  await tx.projectPanel.createMany({ data: panels.panelRows });
  await tx.projectPanelSeat.createMany({ data: panels.seatRows });
  await tx.projectPanelScore.createMany({ data: panels.scoreRows });
  await tx.projectReworkItem.createMany({ data: panels.reworkRows });
  const value = before + statePlans.filter(isNumbered).length + 1;
  await writeRunning(tx, value);
  await writeDeyang(tx);
  // A counter grows by one (I-24), so the numbers of the series are given one by one.
  for (let next = before + 1; next <= value; next += 1) {
    await tx.counter.upsert({
      where: { allianceId_series_year: series },
      create: { ...series, value: next },
      update: { value: next },
    });
  }
}

async function writeRunning(tx: Tx, codeNumber: number) {
  await tx.project.create({ data: running.runningProject(codeNumber) });
  await tx.projectParty.createMany({ data: running.runningParties });
  await tx.projectMilestone.createMany({ data: running.runningMilestones });
  await tx.milestoneCriterion.createMany({ data: running.runningCriteria });
  await tx.milestoneEvidence.createMany({ data: running.runningEvidence });
  await tx.projectPlan.createMany({ data: running.runningPlans });
  await tx.projectChange.createMany({ data: running.runningChanges });
  await tx.projectReport.createMany({ data: running.runningReports });
  await tx.projectEvent.createMany({ data: running.runningEvents });
  await tx.projectDecision.create({ data: running.runningDecision });
  await tx.projectPanel.create({ data: running.midterm.panel });
  await tx.projectPanelSeat.createMany({ data: running.midterm.seats });
  await tx.projectPanelScore.createMany({ data: running.midterm.scores });
  await tx.projectCredit.createMany({ data: running.runningCredits });
  await tx.projectFollowUp.createMany({ data: running.followUps });
  await tx.fundCommitment.create({ data: running.runningMoney.commitment });
  await tx.fundInstalment.createMany({ data: running.runningMoney.instalments });
  await tx.fundEntry.create({ data: running.runningMoney.entry });
}

async function writeDeyang(tx: Tx) {
  const { allianceId } = deyang.deyangProject;
  await tx.project.create({ data: deyang.deyangProject });
  await tx.projectParty.createMany({ data: deyang.deyangParties });
  await tx.projectEvent.createMany({ data: deyang.deyangEvents });
  await tx.fundCommitment.create({ data: deyang.deyangPromise });
  await tx.counter.create({
    data: { allianceId, series: "project", year: deyang.DEYANG_YEAR, value: 1 },
  });
}
