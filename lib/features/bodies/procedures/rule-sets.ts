import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { activateRules, activateRulesRefusals } from "../commands/activate-rules";
import {
  answerRule,
  dateDraft,
  proposeRules,
  proposeRulesRefusals,
  withdrawDraft,
} from "../commands/rule-drafts";
import { getBodyRules, getDraft, listRules } from "../queries/rule-sets";
import {
  activateRulesInput,
  activateRulesOutput,
  answerRuleInput,
  bodyRulesInput,
  bodyRulesOutput,
  dateDraftInput,
  draftChanged,
  draftOutput,
  getDraftInput,
  listRulesInput,
  listRulesOutput,
  proposeRulesInput,
  withdrawDraftInput,
} from "../schema/rule-sets";

export const listRulesQuery = defineQuery({
  id: "rules.list",
  path: "/alliances/{alliance}/rules",
  place: "tenant",
  summary: "Bodies with the number of their rules in force",
  permission: permission("rules.read"),
  input: listRulesInput,
  output: listRulesOutput,
  run: listRules,
});

export const getBodyRulesQuery = defineQuery({
  id: "rules.get",
  path: "/alliances/{alliance}/rules/{bodyId}",
  place: "tenant",
  summary: "Every version of the rules of a body, each with its article",
  permission: permission("rules.read"),
  input: bodyRulesInput,
  output: bodyRulesOutput,
  run: getBodyRules,
});

export const getDraftQuery = defineQuery({
  id: "rules.draft",
  path: "/alliances/{alliance}/rules/{bodyId}/draft",
  place: "tenant",
  summary: "The open draft of the rules of a body beside what it would follow",
  permission: permission("rules.read_draft"),
  input: getDraftInput,
  output: draftOutput,
  run: getDraft,
});

export const proposeRulesCommand = defineCommand({
  id: "rules.propose",
  path: "/alliances/{alliance}/rules/{bodyId}/draft",
  place: "tenant",
  summary: "Begins the next version of the rules of a body, from a preset or from those in force",
  permission: permission("rules.propose"),
  refusals: proposeRulesRefusals,
  input: proposeRulesInput,
  output: draftChanged,
  run: proposeRules,
});

export const answerRuleCommand = defineCommand({
  id: "rules.answer",
  method: "PUT",
  path: "/alliances/{alliance}/rule-drafts/{draftId}/rules/{matter}",
  place: "tenant",
  summary: "Answers the questions of the wizard for one class of matters of a draft",
  permission: permission("rules.propose"),
  refusals: ["wrong-state"],
  input: answerRuleInput,
  output: draftChanged,
  run: answerRule,
});

export const dateDraftCommand = defineCommand({
  id: "rules.dateDraft",
  method: "PATCH",
  path: "/alliances/{alliance}/rule-drafts/{draftId}",
  place: "tenant",
  summary: "Changes the first day of a draft",
  permission: permission("rules.propose"),
  refusals: ["wrong-state"],
  input: dateDraftInput,
  output: draftChanged,
  run: dateDraft,
});

export const withdrawDraftCommand = defineCommand({
  id: "rules.withdrawDraft",
  path: "/alliances/{alliance}/rule-drafts/{draftId}/withdrawal",
  place: "tenant",
  summary: "Withdraws a draft of rules",
  permission: permission("rules.propose"),
  refusals: ["wrong-state"],
  input: withdrawDraftInput,
  output: draftChanged,
  run: withdrawDraft,
});

export const activateRulesCommand = defineCommand({
  id: "rules.activate",
  path: "/alliances/{alliance}/rule-drafts/{draftId}/activation",
  place: "tenant",
  summary: "Puts a draft in force: by a second person, a resolution, or the founding paper",
  permission: permission("rules.activate"),
  refusals: activateRulesRefusals,
  input: activateRulesInput,
  output: activateRulesOutput,
  run: activateRules,
});
