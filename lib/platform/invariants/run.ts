import pg from "pg";
import type { Keeper } from "../files/keeper";
import { awardedProjects, clearJudges, sealedBids, twoOpeners } from "./calls";
import { caseHands, caseLinks, caseSources, numbersLetStand } from "./cases";
import { auditChains } from "./chain";
import type { Check, Finding } from "./check";
import {
  adjustedNumbers,
  disputedResults,
  independentVerifiers,
  judgedPairs,
  judgesWhoAsk,
  shareSums,
} from "./claims";
import {
  agreementSeals,
  collegeApprovals,
  collegeHands,
  collegeShares,
  pairings,
  platformLevels,
} from "./colleges";
import { closingBalances, correctedRecords, correctionHands } from "./corrections";
import { evaluationGates, evaluationHands, schemeHands, schemeWeights } from "./evaluations";
import { storedFiles } from "./files";
import {
  closedYears,
  fundAccounts,
  overspending,
  schedules,
  separateHands,
  specialFunds,
} from "./money";
import { counters, gaps } from "./numbers";
import { panelGates, projectCredits, projectHands, projectPlans, projectsAsked } from "./projects";
import {
  admissions,
  attendance,
  endedMemberships,
  motions,
  resolutions,
  reversals,
  type StoredMotion,
} from "./records";
import { indicatorVersions, indicatorWeights, reportHands, reportVersions } from "./reporting";
import { approvedEditions, editionHands, editionTexts } from "./reports";
import { classStages, demandHeads, reportEditions, supplyHeads } from "./talent";
import { targets } from "./targets";
import { guards, references } from "./tenants";
import {
  allianceTotals,
  fundDays,
  fundSpans,
  fundTotals,
  memberCounts,
  outcomeTotals,
  projectTotals,
  readyJson,
  sortNames,
} from "./totals";
import { trainingLists, trainingResults } from "./trainings";
import { passedFindings, publishedHands, samplesDrawn } from "./verification";
import { ballotCounts, electorates, handCounts, secretBoxes, turnout, voteMotions } from "./votes";

export type Report = { check: Check; findings: Finding[]; milliseconds: number };

export type Subject = {
  url: string;
  keeper: Keeper;
  outcomeOf: (motion: StoredMotion) => string;
};

export const checksOf = ({ keeper, outcomeOf }: Subject): Check[] => [
  auditChains,
  guards,
  references,
  counters,
  gaps,
  admissions,
  endedMemberships,
  resolutions,
  attendance,
  motions(outcomeOf),
  electorates,
  turnout,
  ballotCounts,
  handCounts,
  voteMotions,
  secretBoxes,
  outcomeTotals,
  shareSums,
  publishedHands,
  passedFindings,
  samplesDrawn,
  adjustedNumbers,
  independentVerifiers,
  judgesWhoAsk,
  disputedResults,
  judgedPairs,
  fundTotals,
  fundSpans,
  fundDays,
  memberCounts,
  allianceTotals,
  projectTotals,
  readyJson,
  sortNames,
  reversals,
  projectHands,
  projectCredits,
  projectPlans,
  projectsAsked,
  panelGates,
  fundAccounts,
  overspending,
  separateHands,
  closedYears,
  specialFunds,
  schedules,
  schemeWeights,
  schemeHands,
  evaluationHands,
  evaluationGates,
  collegeShares,
  platformLevels,
  pairings,
  agreementSeals,
  collegeHands,
  collegeApprovals,
  sealedBids,
  twoOpeners,
  clearJudges,
  awardedProjects,
  approvedEditions,
  editionHands,
  editionTexts,
  demandHeads,
  supplyHeads,
  classStages,
  targets,
  reportEditions,
  caseHands,
  caseSources,
  caseLinks,
  numbersLetStand,
  trainingResults,
  trainingLists,
  closingBalances,
  correctedRecords,
  correctionHands,
  indicatorWeights,
  indicatorVersions,
  reportHands,
  reportVersions,
  storedFiles(keeper),
];

/** Looks at everything in one snapshot, so that a portal at work does not look broken. Changes nothing. */
export async function verify(subject: Subject, told?: (report: Report) => void): Promise<Report[]> {
  const client = new pg.Client({ connectionString: subject.url });
  await client.connect();
  try {
    await client.query("SET timezone TO 'UTC'");
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const reports: Report[] = [];
    for (const check of checksOf(subject)) {
      const started = performance.now();
      const findings = await check.find(client);
      const report = { check, findings, milliseconds: Math.round(performance.now() - started) };
      reports.push(report);
      told?.(report);
    }
    return reports;
  } finally {
    await client.end();
  }
}
