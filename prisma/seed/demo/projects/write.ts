import type { Tx } from "@/lib/platform/db/transaction";
import { suzhouId } from "../suzhou/members";
import * as panels from "./panels";
import * as rows from "./rows";
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
  const value = before + statePlans.filter(isNumbered).length;
  // A counter grows by one (I-24), so the numbers of the series are given one by one.
  for (let next = before + 1; next <= value; next += 1) {
    await tx.counter.upsert({
      where: { allianceId_series_year: series },
      create: { ...series, value: next },
      update: { value: next },
    });
  }
}
