import { permission } from "@/lib/features/access/policy";
import { defineCommand } from "@/lib/platform/corridor/use-case";
import { answerObjection, chooseBid, chooseRefusals, objectTo } from "../commands/choose";
import { contractRefusals, signAcceptance, signContract } from "../commands/contract";
import { remindCalls } from "../commands/letters";
import {
  answerObjectionInput,
  chooseInput,
  contractInput,
  objectInput,
  objectionAnswer,
  remindedOutput,
  remindInput,
  signAcceptanceInput,
} from "../schema/award";
import { callAnswer } from "../schema/needs";

const place = "tenant" as const;
const root = "/alliances/{alliance}/calls" as const;
const one = `${root}/{id}` as const;

export const chooseBidCommand = defineCommand({
  id: "calls.choose",
  path: `${one}/choice`,
  place,
  summary: "The enterprise chooses a bid, with its reason; the public notice begins",
  permission: permission("call.choose"),
  refusals: chooseRefusals,
  input: chooseInput,
  output: callAnswer,
  run: chooseBid,
});

export const objectCommand = defineCommand({
  id: "calls.object",
  path: `${root}/{callId}/objections`,
  place,
  summary: "Objects to the choice while the public notice runs",
  permission: permission("call.object"),
  refusals: ["call-wrong-state", "call-notice-over"],
  limits: [{ per: "account", count: 20, seconds: 3600 }],
  input: objectInput,
  output: objectionAnswer,
  run: objectTo,
});

export const answerObjectionCommand = defineCommand({
  id: "calls.answerObjection",
  path: `${root}/objections/{objectionId}/answer`,
  place,
  summary:
    "Somebody else than who chose answers an objection; one that is right sends the choice back",
  permission: permission("call.answer_objection"),
  refusals: ["call-wrong-state", "objection-answered", "objection-own", "objection-of-choice"],
  input: answerObjectionInput,
  output: objectionAnswer,
  run: answerObjection,
});

export const signContractCommand = defineCommand({
  id: "calls.signContract",
  path: `${one}/contract`,
  place,
  summary:
    "Notes the contract: the award becomes a registered project and its money a promise, or neither",
  permission: permission("call.manage"),
  refusals: contractRefusals,
  input: contractInput,
  output: callAnswer,
  run: signContract,
});

export const signAcceptanceCommand = defineCommand({
  id: "calls.signAcceptance",
  path: `${one}/acceptance`,
  place,
  summary: "The enterprise signs the acceptance: what was measured beside what was wanted",
  permission: permission("call.post"),
  refusals: ["call-wrong-state", "milestones-open", "criteria-incomplete"],
  input: signAcceptanceInput,
  output: callAnswer,
  run: signAcceptance,
});

export const remindCallsCommand = defineCommand({
  id: "calls.remind",
  path: "/alliances/{alliance}/call-reminders",
  place,
  summary:
    "Writes to those who bid a day before a deadline, and to those who open once it has passed",
  permission: permission("call.manage"),
  refusals: [],
  input: remindInput,
  output: remindedOutput,
  run: remindCalls,
});
