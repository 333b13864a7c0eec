import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { decideProject, proposeRegistration, proposeTermination } from "../commands/decisions";
import { decidePowers, proposePowers } from "../commands/powers";
import { readPowers } from "../queries/powers";
import {
  decidePowersSchema,
  decideSchema,
  powersAnswer,
  powersViewSchema,
  proposeDecisionSchema,
  proposePowersSchema,
} from "../schema/powers";
import { movedSchema } from "../schema/projects";

const place = "tenant" as const;
const output = movedSchema;
const root = "/alliances/{alliance}/projects" as const;
const powers = "/alliances/{alliance}/decision-powers" as const;

export const powersQuery = defineQuery({
  id: "projects.powers",
  path: powers,
  place,
  summary: "The table of powers: who decides about projects of which amount",
  permission: permission("project.read_powers"),
  input: z.strictObject({}),
  output: powersViewSchema,
  run: readPowers,
});

export const proposePowersCommand = defineCommand({
  id: "projects.proposePowers",
  path: powers,
  place,
  summary: "Proposes the next table of powers",
  permission: permission("project.set_powers"),
  refusals: ["powers-already-proposed"],
  input: proposePowersSchema,
  output: powersAnswer,
  run: proposePowers,
});

export const decidePowersCommand = defineCommand({
  id: "projects.decidePowers",
  path: `${powers}/{id}/decide`,
  place,
  summary: "Adopts or drops a proposed table of powers; never by who proposed it",
  permission: permission("project.set_powers"),
  refusals: ["second-person-needed", "already-decided"],
  input: decidePowersSchema,
  output: powersAnswer,
  run: decidePowers,
});

export const proposeRegistrationCommand = defineCommand({
  id: "projects.propose",
  path: `${root}/{id}/propose`,
  place,
  summary: "Puts a checked project to its decision by the table of powers",
  permission: permission("project.register"),
  refusals: ["project-wrong-state", "project-incomplete", "project-needs-review"],
  input: proposeDecisionSchema,
  output,
  run: proposeRegistration,
});

export const proposeTerminationCommand = defineCommand({
  id: "projects.proposeTermination",
  path: `${root}/{id}/propose-termination`,
  place,
  summary: "Puts the early end of a project to its decision",
  permission: permission("project.decide"),
  refusals: ["project-wrong-state", "decision-open"],
  input: proposeDecisionSchema,
  output,
  run: proposeTermination,
});

export const decideProjectCommand = defineCommand({
  id: "projects.decide",
  path: `${root}/{id}/decide`,
  place,
  summary: "Decides what was put: by a second person, or by a resolution of the body above",
  permission: permission("project.decide"),
  refusals: [
    "project-wrong-state",
    "decision-missing",
    "own-project",
    "second-person-needed",
    "resolution-needed",
    "resolution-does-not-fit",
  ],
  input: decideSchema,
  output,
  run: decideProject,
});
