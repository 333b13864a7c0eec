import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import {
  answerNomination,
  checkCandidate,
  checkRefusals,
  nominate,
  nominateRefusals,
} from "./commands/candidates";
import { castPaper, castRefusals } from "./commands/cast";
import { abortBallot, closeBallot, closeRefusals } from "./commands/close";
import { fillRefusals, fillSeats } from "./commands/fill";
import { drawLot, lotRefusals, witnessLot, witnessRefusals } from "./commands/lot";
import { openBallot, openRefusals } from "./commands/open";
import { planElection, planRefusals } from "./commands/plan";
import {
  answerObjection,
  cancelElection,
  objectTo,
  stepRefusals,
  takeStep,
} from "./commands/steps";
import { getElection } from "./queries/get";
import { listElections } from "./queries/list";
import { revisionOfElection } from "./queries/revision";
import {
  answerInput,
  answerObjectionInput,
  cancelInput,
  candidateOutput,
  castInput,
  castOutput,
  checkInput,
  electionInput,
  getInput,
  getOutput,
  listInput,
  listOutput,
  lotInput,
  nominateInput,
  objectInput,
  objectionOutput,
  openInput,
  planInput,
  revisionOutput,
  stepInput,
  stepOutput,
} from "./schema";

const root = "/alliances/{alliance}/elections";
const one = `${root}/{electionId}` as const;
const place = "tenant";
const manages = permission("election.manage");

export const electionRevisionQuery = defineQuery({
  id: "elections.revision",
  path: `${one}/revision`,
  place,
  summary: "A number that grows with every change of an election",
  permission: permission("election.read"),
  input: getInput,
  output: revisionOutput,
  run: revisionOfElection,
});

export const listElectionsQuery = defineQuery({
  id: "elections.list",
  path: root,
  place,
  summary: "Elections of all bodies",
  permission: permission("election.read"),
  input: listInput,
  output: listOutput,
  run: listElections,
});

export const getElectionQuery = defineQuery({
  id: "elections.get",
  path: one,
  place,
  summary: "One election with candidates, rounds and results",
  permission: permission("election.read"),
  input: getInput,
  output: getOutput,
  run: getElection,
});

export const planElectionCommand = defineCommand({
  id: "elections.plan",
  path: root,
  place,
  summary: "Plans an election: which seats, by whom, by which rules",
  permission: manages,
  refusals: planRefusals,
  input: planInput,
  output: stepOutput,
  run: planElection,
});

export const takeStepCommand = defineCommand({
  id: "elections.step",
  path: `${one}/step`,
  place,
  summary: "Takes an election one plain step further",
  permission: manages,
  refusals: stepRefusals,
  input: stepInput,
  output: stepOutput,
  run: takeStep,
});

export const cancelElectionCommand = defineCommand({
  id: "elections.cancel",
  path: `${one}/cancel`,
  place,
  summary: "Cancels an election with its reason",
  permission: manages,
  refusals: ["wrong-state"],
  input: cancelInput,
  output: stepOutput,
  run: cancelElection,
});

export const nominateCommand = defineCommand({
  id: "elections.nominate",
  path: `${one}/candidates`,
  place,
  summary: "Nominates a candidate",
  permission: permission("election.nominate"),
  refusals: nominateRefusals,
  input: nominateInput,
  output: candidateOutput,
  run: nominate,
});

export const answerNominationCommand = defineCommand({
  id: "elections.answer",
  path: `${root}/candidates/{candidateId}/answer`,
  place,
  summary: "The candidate accepts or declines the nomination",
  permission: permission("election.nominate"),
  refusals: ["wrong-state"],
  input: answerInput,
  output: candidateOutput,
  run: answerNomination,
});

export const checkCandidateCommand = defineCommand({
  id: "elections.check",
  path: `${root}/candidates/{candidateId}/check`,
  place,
  summary: "Finds a candidate eligible, or not with the reason",
  permission: manages,
  refusals: checkRefusals,
  input: checkInput,
  output: candidateOutput,
  run: checkCandidate,
});

export const openBallotCommand = defineCommand({
  id: "elections.open",
  path: `${one}/open`,
  place,
  summary: "Freezes candidates and electors and opens the secret ballot, or a run-off",
  permission: manages,
  refusals: openRefusals,
  input: openInput,
  output: stepOutput,
  run: openBallot,
});

export const castPaperCommand = defineCommand({
  id: "elections.cast",
  path: `${root}/rounds/{roundId}/papers`,
  place,
  summary: "Casts the secret paper of one seat",
  permission: permission("election.vote"),
  refusals: castRefusals,
  input: castInput,
  output: castOutput,
  run: castPaper,
});

export const closeBallotCommand = defineCommand({
  id: "elections.close",
  path: `${one}/close`,
  place,
  summary: "Closes the ballot and counts it",
  permission: manages,
  refusals: closeRefusals,
  input: electionInput,
  output: stepOutput,
  run: closeBallot,
});

export const abortBallotCommand = defineCommand({
  id: "elections.abort",
  path: `${one}/abort`,
  place,
  summary: "Aborts a ballot; its papers are destroyed unread",
  permission: manages,
  refusals: ["wrong-state"],
  input: cancelInput,
  output: stepOutput,
  run: abortBallot,
});

export const drawLotCommand = defineCommand({
  id: "elections.lot",
  path: `${one}/lot`,
  place,
  summary: "Records the lot after a tied run-off, with two witnesses",
  permission: manages,
  refusals: lotRefusals,
  input: lotInput,
  output: stepOutput,
  run: drawLot,
});

export const witnessLotCommand = defineCommand({
  id: "elections.witnessLot",
  path: `${one}/lot/witness`,
  place,
  summary: "A second person confirms the recorded lot",
  permission: permission("election.witness_lot"),
  refusals: witnessRefusals,
  input: electionInput,
  output: stepOutput,
  run: witnessLot,
});

export const objectCommand = defineCommand({
  id: "elections.object",
  path: `${one}/objections`,
  place,
  summary: "Objects to a declared result",
  permission: permission("election.object"),
  refusals: ["wrong-state", "objection-too-late"],
  limits: [{ per: "account", count: 10, seconds: 3600 }],
  input: objectInput,
  output: objectionOutput,
  run: objectTo,
});

export const answerObjectionCommand = defineCommand({
  id: "elections.answerObjection",
  path: `${root}/objections/{objectionId}/answer`,
  place,
  summary: "Answers an objection; upheld, the election is cancelled",
  permission: manages,
  refusals: ["wrong-state", "second-person-needed"],
  input: answerObjectionInput,
  output: objectionOutput,
  run: answerObjection,
});

export const fillSeatsCommand = defineCommand({
  id: "elections.fill",
  path: `${one}/fill`,
  place,
  summary: "Winners become holders of their seats, and the new term begins",
  permission: manages,
  isolation: "serializable",
  refusals: fillRefusals,
  input: electionInput,
  output: stepOutput,
  run: fillSeats,
});
