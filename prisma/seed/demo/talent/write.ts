import type { Day } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { allianceId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { fitReport } from "./fit-report";
import { namedClassRows, namedPartnerRows, namedStageRows } from "./named-classes";
import { issuerId, publications } from "./publications";
import * as suzhou from "./suzhou";
import * as technicians from "./technicians";

/** Programmes, classes, the agreements about them, demand and supply: one statement per table, parents before children. */
export async function writeTalent(tx: Tx, today: Day): Promise<void> {
  await writeProgrammes(tx);
  await writeClasses(tx);
  await tx.agreementLink.createMany({ data: suzhou.agreementLinkRows });
  await writeMarket(tx, today);
  await tx.talentReport.create({ data: fitReport });
  const names = await namesOn(tx);
  await tx.talentReport.createMany({ data: publications(today, names) });
}

/** What stands above a publication of Suzhou. */
async function namesOn(tx: Tx) {
  const alliance = await tx.alliance.findUniqueOrThrow({ where: { id: allianceId(SUZHOU) } });
  const issuer = await tx.organization.findUniqueOrThrow({ where: { id: issuerId } });
  return { alliance: alliance.name, issuer: issuer.name };
}

async function writeProgrammes(tx: Tx) {
  await tx.programme.createMany({ data: technicians.programmes });
  await tx.programmeOffering.createMany({ data: technicians.programmeOfferings });
  await tx.industry.createMany({ data: [...technicians.industries, ...suzhou.industryRows] });
  await tx.industryYear.createMany({ data: suzhou.industryYearRows });
  await tx.allianceOffering.createMany({ data: technicians.allianceOfferings });
  for (const { industryId, offeringIds } of suzhou.placed) {
    await tx.allianceOffering.updateMany({
      where: { allianceId: allianceId(SUZHOU), offeringId: { in: offeringIds } },
      data: { industryId },
    });
  }
  await tx.programmePathway.createMany({ data: suzhou.pathwayRows });
  await tx.pathwayTransition.createMany({ data: suzhou.transitionRows });
}

async function writeClasses(tx: Tx) {
  await tx.trainingClass.createMany({
    data: [...technicians.trainingClasses, ...suzhou.classRows, ...namedClassRows],
  });
  await tx.trainingStage.createMany({ data: [...suzhou.stageRows, ...namedStageRows] });
  await tx.trainingClassPartner.createMany({ data: [...suzhou.partnerRows, ...namedPartnerRows] });
  await tx.trainingClassYear.createMany({
    data: [...technicians.trainingYears, ...suzhou.yearRows],
  });
}

/** Demands are open while matches are made; how they stand follows from these. */
async function writeMarket(tx: Tx, today: Day) {
  await tx.occupation.createMany({ data: suzhou.occupations });
  await tx.occupationProgramme.createMany({ data: suzhou.occupationProgrammes });
  await tx.talentDemand.createMany({ data: suzhou.demandRows(today) });
  await tx.talentSupply.createMany({ data: suzhou.supplyRows(today) });
  await tx.talentMatch.createMany({ data: suzhou.matchRows });
  for (const { id, state } of suzhou.settled) {
    await tx.talentDemand.update({ where: { id }, data: { state } });
  }
  await tx.talentDemandEvent.createMany({ data: suzhou.eventRows(today) });
  await tx.programmeAdjustment.createMany({ data: suzhou.adjustmentRows(today) });
  await tx.allianceOffering.updateMany({
    where: { allianceId: allianceId(SUZHOU), offeringId: suzhou.warned },
    data: { status: "warned" },
  });
}
