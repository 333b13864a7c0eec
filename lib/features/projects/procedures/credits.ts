import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { confirmCredit, setCredits } from "../commands/credits";
import { creditedProjects } from "../queries/credits";
import {
  confirmCreditSchema,
  creditedSchema,
  creditedViewSchema,
  setCreditsSchema,
} from "../schema/life";
import { movedSchema } from "../schema/projects";

const place = "tenant" as const;
const root = "/alliances/{alliance}" as const;

export const setCreditsCommand = defineCommand({
  id: "projects.setCredits",
  path: `${root}/projects/{id}/credits`,
  place,
  summary: "Says to which alliances a project counts, in shares that make a whole",
  permission: permission("project.credit"),
  refusals: ["project-wrong-state", "credits-not-whole", "credits-without-own", "alliance-unknown"],
  input: setCreditsSchema,
  output: movedSchema,
  run: setCredits,
});

export const creditedQuery = defineQuery({
  id: "projects.credited",
  path: `${root}/credited-projects`,
  place,
  summary: "Projects of other alliances that count here in part",
  permission: permission("project.read_powers"),
  input: creditedSchema,
  output: creditedViewSchema,
  run: creditedProjects,
});

export const confirmCreditCommand = defineCommand({
  id: "projects.confirmCredit",
  path: `${root}/credited-projects/{projectId}/confirm`,
  place,
  summary: "Takes the share of a project that another alliance offers",
  permission: permission("project.credit"),
  refusals: ["already-done", "nothing-offered"],
  input: confirmCreditSchema,
  output: z.object({ projectId: z.uuid() }),
  run: confirmCredit,
});
