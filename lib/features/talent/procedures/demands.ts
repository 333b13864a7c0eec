import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  changeDemand,
  confirmDemand,
  giveBackDemand,
  openDemand,
  postDemand,
  renewDemand,
  submitDemand,
  withdrawDemand,
} from "../commands/demands";
import { saveOccupation } from "../commands/occupations";
import { getDemand } from "../queries/demand";
import { listDemands, listOccupations } from "../queries/demands";
import {
  changeDemandInput,
  demandOutput,
  demandReasonInput,
  demandStepInput,
  getDemandInput,
  getDemandOutput,
  listDemandsInput,
  listDemandsOutput,
  occupationOutput,
  occupationsInput,
  occupationsOutput,
  postDemandInput,
  saveOccupationInput,
} from "../schema/demands";

export const listDemandsQuery = defineQuery({
  id: "demands.list",
  path: "/alliances/{alliance}/talent-demands",
  place: "tenant",
  summary: "Whom enterprises need",
  permission: permission("demand.read"),
  input: listDemandsInput,
  output: listDemandsOutput,
  run: listDemands,
});

export const exportDemandsQuery = defineWhole(listDemandsQuery, {
  id: "demands.export",
  summary: "The filtered list of demands as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "demand",
  own: (row) => [row.organization.id],
});

export const getDemandQuery = defineQuery({
  id: "demands.get",
  path: "/alliances/{alliance}/talent-demands/{demandId}",
  place: "tenant",
  summary: "One demand with its matches and history",
  permission: permission("demand.read"),
  input: getDemandInput,
  output: getDemandOutput,
  run: getDemand,
});

export const listOccupationsQuery = defineQuery({
  id: "demands.occupations",
  path: "/alliances/{alliance}/occupations",
  place: "tenant",
  summary: "Occupations and the programmes that lead to them",
  permission: permission("programme.read"),
  input: occupationsInput,
  output: occupationsOutput,
  run: listOccupations,
});

export const saveOccupationCommand = defineCommand({
  id: "demands.saveOccupation",
  path: "/alliances/{alliance}/occupations",
  place: "tenant",
  summary: "Adds or changes an occupation and its programmes",
  permission: permission("occupation.manage"),
  refusals: ["name-taken"],
  input: saveOccupationInput,
  output: occupationOutput,
  run: saveOccupation,
});

export const postDemandCommand = defineCommand({
  id: "demands.post",
  path: "/alliances/{alliance}/talent-demands",
  place: "tenant",
  summary: "Writes down whom an enterprise needs",
  permission: permission("demand.post"),
  refusals: ["organization-not-member", "demand-in-past"],
  input: postDemandInput,
  output: demandOutput,
  run: postDemand,
});

export const changeDemandCommand = defineCommand({
  id: "demands.change",
  path: "/alliances/{alliance}/talent-demands/{demandId}/change",
  place: "tenant",
  summary: "Changes a demand that is not submitted yet",
  permission: permission("demand.post"),
  refusals: ["wrong-state", "demand-in-past"],
  input: changeDemandInput,
  output: demandOutput,
  run: changeDemand,
});

export const submitDemandCommand = defineCommand({
  id: "demands.submit",
  path: "/alliances/{alliance}/talent-demands/{demandId}/submit",
  place: "tenant",
  summary: "Submits a demand for confirmation",
  permission: permission("demand.post"),
  refusals: ["wrong-state"],
  input: demandStepInput,
  output: demandOutput,
  run: submitDemand,
});

export const giveBackDemandCommand = defineCommand({
  id: "demands.giveBack",
  path: "/alliances/{alliance}/talent-demands/{demandId}/give-back",
  place: "tenant",
  summary: "Gives a submitted demand back with a reason",
  permission: permission("demand.confirm"),
  refusals: ["wrong-state"],
  input: demandReasonInput,
  output: demandOutput,
  run: giveBackDemand,
});

export const confirmDemandCommand = defineCommand({
  id: "demands.confirm",
  path: "/alliances/{alliance}/talent-demands/{demandId}/confirm",
  place: "tenant",
  summary: "Confirms a submitted demand",
  permission: permission("demand.confirm"),
  refusals: ["wrong-state", "second-person-needed"],
  input: demandStepInput,
  output: demandOutput,
  run: confirmDemand,
});

export const openDemandCommand = defineCommand({
  id: "demands.open",
  path: "/alliances/{alliance}/talent-demands/{demandId}/open",
  place: "tenant",
  summary: "Opens a confirmed demand to the schools",
  permission: permission("demand.confirm"),
  refusals: ["wrong-state"],
  input: demandStepInput,
  output: demandOutput,
  run: openDemand,
});

export const renewDemandCommand = defineCommand({
  id: "demands.renew",
  path: "/alliances/{alliance}/talent-demands/{demandId}/renew",
  place: "tenant",
  summary: "Confirms again that a demand still holds",
  permission: permission("demand.post"),
  refusals: ["wrong-state"],
  input: demandStepInput,
  output: demandOutput,
  run: renewDemand,
});

export const withdrawDemandCommand = defineCommand({
  id: "demands.withdraw",
  path: "/alliances/{alliance}/talent-demands/{demandId}/withdraw",
  place: "tenant",
  summary: "Withdraws a demand",
  permission: permission("demand.post"),
  refusals: ["wrong-state", "match-in-hand"],
  input: demandReasonInput,
  output: demandOutput,
  run: withdrawDemand,
});
