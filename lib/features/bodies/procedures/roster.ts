import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { getRoster, listBodies } from "../queries/roster";
import { getRosterInput, listBodiesInput, listBodiesOutput, rosterOutput } from "../schema/roster";

export const listBodiesQuery = defineQuery({
  id: "bodies.list",
  path: "/alliances/{alliance}/bodies",
  place: "tenant",
  summary: "Governance bodies with their number of voting seats",
  permission: permission("seat.read"),
  input: listBodiesInput,
  output: listBodiesOutput,
  run: listBodies,
});

export const getRosterQuery = defineQuery({
  id: "bodies.roster",
  path: "/alliances/{alliance}/bodies/{bodyId}/roster",
  place: "tenant",
  summary: "Holders of the seats of a body on a day, and the rules in force on it",
  permission: permission("meeting.record"),
  input: getRosterInput,
  output: rosterOutput,
  run: getRoster,
});
