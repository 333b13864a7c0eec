import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  agreeMatch,
  contactMatch,
  dropMatch,
  recordResult,
  suggestMatch,
} from "../commands/matches";
import {
  changeSupply,
  confirmBureau,
  confirmSchool,
  enterSupply,
  giveBackSupply,
  publishSupply,
} from "../commands/supplies";
import { listMatches, matchCandidates } from "../queries/matches";
import { getSupply, listSupplies } from "../queries/supplies";
import {
  agreeMatchInput,
  candidatesInput,
  candidatesOutput,
  changeSupplyInput,
  confirmBureauInput,
  contactMatchInput,
  dropMatchInput,
  enterSupplyInput,
  getSupplyInput,
  getSupplyOutput,
  giveBackSupplyInput,
  listMatchesInput,
  listMatchesOutput,
  listSuppliesInput,
  listSuppliesOutput,
  matchOutput,
  recordResultInput,
  suggestMatchInput,
  supplyOutput,
  supplyStepInput,
} from "../schema/supply";

export const listSuppliesQuery = defineQuery({
  id: "supplies.list",
  path: "/alliances/{alliance}/talent-supplies",
  place: "tenant",
  summary: "Whom schools train, by offering and academic year",
  permission: permission("supply.read"),
  input: listSuppliesInput,
  output: listSuppliesOutput,
  run: listSupplies,
});

export const exportSuppliesQuery = defineWhole(listSuppliesQuery, {
  id: "supplies.export",
  summary: "The filtered list of supplies as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "supply",
  own: (row) => [row.school.id],
});

export const getSupplyQuery = defineQuery({
  id: "supplies.get",
  path: "/alliances/{alliance}/talent-supplies/{supplyId}",
  place: "tenant",
  summary: "One offering in one academic year",
  permission: permission("supply.read"),
  input: getSupplyInput,
  output: getSupplyOutput,
  run: getSupply,
});

export const enterSupplyCommand = defineCommand({
  id: "supplies.enter",
  path: "/alliances/{alliance}/talent-supplies",
  place: "tenant",
  summary: "Enters the numbers of an offering in an academic year",
  permission: permission("supply.enter"),
  refusals: ["supply-exists", "offering-closed"],
  input: enterSupplyInput,
  output: supplyOutput,
  run: enterSupply,
});

export const changeSupplyCommand = defineCommand({
  id: "supplies.change",
  path: "/alliances/{alliance}/talent-supplies/{supplyId}/change",
  place: "tenant",
  summary: "Changes numbers that are not confirmed yet",
  permission: permission("supply.enter"),
  refusals: ["wrong-state"],
  input: changeSupplyInput,
  output: supplyOutput,
  run: changeSupply,
});

export const confirmSchoolCommand = defineCommand({
  id: "supplies.confirmSchool",
  path: "/alliances/{alliance}/talent-supplies/{supplyId}/confirm-school",
  place: "tenant",
  summary: "The school confirms numbers that another person entered",
  permission: permission("supply.confirm_school"),
  refusals: ["wrong-state", "second-person-needed"],
  input: supplyStepInput,
  output: supplyOutput,
  run: confirmSchool,
});

export const confirmBureauCommand = defineCommand({
  id: "supplies.confirmBureau",
  path: "/alliances/{alliance}/talent-supplies/{supplyId}/confirm-bureau",
  place: "tenant",
  summary: "Confirms numbers in the name of the education bureau",
  permission: permission("supply.confirm_bureau"),
  refusals: ["wrong-state", "second-person-needed", "not-a-government"],
  input: confirmBureauInput,
  output: supplyOutput,
  run: confirmBureau,
});

export const publishSupplyCommand = defineCommand({
  id: "supplies.publish",
  path: "/alliances/{alliance}/talent-supplies/{supplyId}/publish",
  place: "tenant",
  summary: "Publishes confirmed numbers",
  permission: permission("supply.confirm_bureau"),
  refusals: ["wrong-state"],
  input: supplyStepInput,
  output: supplyOutput,
  run: publishSupply,
});

export const giveBackSupplyCommand = defineCommand({
  id: "supplies.giveBack",
  path: "/alliances/{alliance}/talent-supplies/{supplyId}/give-back",
  place: "tenant",
  summary: "Gives confirmed numbers back with a reason",
  permission: permission("supply.confirm_bureau"),
  refusals: ["wrong-state", "graduates-promised"],
  input: giveBackSupplyInput,
  output: supplyOutput,
  run: giveBackSupply,
});

export const listMatchesQuery = defineQuery({
  id: "matches.list",
  path: "/alliances/{alliance}/talent-matches",
  place: "tenant",
  summary: "Matches of demand and supply by state",
  permission: permission("match.read"),
  input: listMatchesInput,
  output: listMatchesOutput,
  run: listMatches,
});

export const exportMatchesQuery = defineWhole(listMatchesQuery, {
  id: "matches.export",
  summary: "The matches as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "match",
  own: (row) => [row.enterprise.id, row.school.id],
});

export const matchCandidatesQuery = defineQuery({
  id: "matches.candidates",
  path: "/alliances/{alliance}/talent-demands/{demandId}/candidates",
  place: "tenant",
  summary: "Published graduates who could fill a demand",
  permission: permission("match.suggest"),
  input: candidatesInput,
  output: candidatesOutput,
  run: matchCandidates,
});

export const suggestMatchCommand = defineCommand({
  id: "matches.suggest",
  path: "/alliances/{alliance}/talent-matches",
  place: "tenant",
  summary: "Brings an open demand and published graduates together",
  permission: permission("match.suggest"),
  refusals: [
    "demand-not-open",
    "supply-not-published",
    "match-exists",
    "demand-overfilled",
    "supply-overfilled",
  ],
  input: suggestMatchInput,
  output: matchOutput,
  run: suggestMatch,
});

export const contactMatchCommand = defineCommand({
  id: "matches.contact",
  path: "/alliances/{alliance}/talent-matches/{matchId}/contact",
  place: "tenant",
  summary: "The school has spoken with the enterprise",
  permission: permission("match.act"),
  refusals: ["wrong-state"],
  input: contactMatchInput,
  output: matchOutput,
  run: contactMatch,
});

export const agreeMatchCommand = defineCommand({
  id: "matches.agree",
  path: "/alliances/{alliance}/talent-matches/{matchId}/agree",
  place: "tenant",
  summary: "The enterprise agrees on a number and a form",
  permission: permission("match.act"),
  refusals: [
    "wrong-state",
    "demand-not-open",
    "supply-not-published",
    "class-of-another-school",
    "demand-overfilled",
    "supply-overfilled",
  ],
  input: agreeMatchInput,
  output: matchOutput,
  run: agreeMatch,
});

export const recordResultCommand = defineCommand({
  id: "matches.recordResult",
  path: "/alliances/{alliance}/talent-matches/{matchId}/result",
  place: "tenant",
  summary: "Tells how many were hired",
  permission: permission("match.act"),
  refusals: ["wrong-state", "more-than-agreed"],
  input: recordResultInput,
  output: matchOutput,
  run: recordResult,
});

export const dropMatchCommand = defineCommand({
  id: "matches.drop",
  path: "/alliances/{alliance}/talent-matches/{matchId}/drop",
  place: "tenant",
  summary: "Ends a match that has no result",
  permission: permission("match.act"),
  refusals: ["wrong-state"],
  input: dropMatchInput,
  output: matchOutput,
  run: dropMatch,
});
