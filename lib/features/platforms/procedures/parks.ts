import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { createPairing, endPairing, visitPairing } from "../commands/pairings";
import { applyPlacement, createCall, stepPlacement } from "../commands/placements";
import { getPairing, listPairings } from "../queries/pairings";
import { listPlacements } from "../queries/placements";
import {
  applyPlacementInput,
  createCallInput,
  createPairingInput,
  endPairingInput,
  getPairingInput,
  listPairingsInput,
  listPlacementsInput,
  pairingChanged,
  pairingOutput,
  pairingPage,
  placementChanged,
  placementPage,
  stepPlacementInput,
  visitPairingInput,
} from "../schema/parks";

const place = "tenant" as const;
const pairings = "/alliances/{alliance}/pairings" as const;
const placements = "/alliances/{alliance}/placements" as const;

export const listPairingsQuery = defineQuery({
  id: "pairings.list",
  path: pairings,
  place,
  summary: "Second-level colleges and the parks they are paired with",
  permission: permission("pairing.read"),
  input: listPairingsInput,
  output: pairingPage,
  run: listPairings,
});

export const exportPairingsQuery = defineWhole(listPairingsQuery, {
  id: "pairings.export",
  summary: "The filtered list of pairings as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "pairing",
  own: (row) => [row.school.id, row.park.id],
});

export const getPairingQuery = defineQuery({
  id: "pairings.get",
  path: `${pairings}/{pairingId}`,
  place,
  summary: "One pairing with its visits",
  permission: permission("pairing.read"),
  input: getPairingInput,
  output: pairingOutput,
  run: getPairing,
});

export const createPairingCommand = defineCommand({
  id: "pairings.create",
  path: pairings,
  place,
  summary: "Pairs a second-level college with a park, each in one pairing at a time",
  permission: permission("pairing.manage"),
  refusals: ["pairing-unit-taken", "pairing-park-taken", "pairing-no-park"],
  input: createPairingInput,
  output: pairingChanged,
  run: createPairing,
});

export const endPairingCommand = defineCommand({
  id: "pairings.end",
  path: `${pairings}/{pairingId}/end`,
  place,
  summary: "Ends a pairing on a day, with a reason",
  permission: permission("pairing.manage"),
  refusals: ["pairing-ended", "ends-before-start"],
  input: endPairingInput,
  output: pairingChanged,
  run: endPairing,
});

export const visitPairingCommand = defineCommand({
  id: "pairings.visit",
  path: `${pairings}/{pairingId}/visits`,
  place,
  summary: "Records a visit between the two sides",
  permission: permission("pairing.visit"),
  refusals: ["day-in-future", "pairing-not-then"],
  input: visitPairingInput,
  output: pairingChanged,
  run: visitPairing,
});

export const listPlacementsQuery = defineQuery({
  id: "placements.list",
  path: placements,
  place,
  summary: "Doctors sent into parks, by reference, with the progress of each call",
  permission: permission("placement.read"),
  input: listPlacementsInput,
  output: placementPage,
  run: listPlacements,
});

export const exportPlacementsQuery = defineWhole(listPlacementsQuery, {
  id: "placements.export",
  summary: "The filtered list of placements as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "placement",
  own: (row) => [row.school.id, row.host?.id],
});

export const createCallCommand = defineCommand({
  id: "placements.openCall",
  path: `${placements}/calls`,
  place,
  summary: "Opens a call with its target",
  permission: permission("placement.manage"),
  refusals: ["placement-call-exists"],
  input: createCallInput,
  output: placementChanged,
  run: createCall,
});

export const applyPlacementCommand = defineCommand({
  id: "placements.apply",
  path: placements,
  place,
  summary: "A school sends one doctor, by its own reference",
  permission: permission("placement.apply"),
  refusals: ["placement-call-closed", "placement-known"],
  input: applyPlacementInput,
  output: placementChanged,
  run: applyPlacement,
});

export const stepPlacementCommand = defineCommand({
  id: "placements.step",
  path: `${placements}/{placementId}/steps`,
  place,
  summary: "Matches, sends, reviews at mid-term, appraises or withdraws a placement",
  permission: permission("placement.manage"),
  refusals: ["wrong-state", "same-person"],
  input: stepPlacementInput,
  output: placementChanged,
  run: stepPlacement,
});
