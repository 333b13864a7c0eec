import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { expertHome } from "./queries/expert";
import { governanceHome, organizationHome } from "./queries/home";
import {
  expertHomeInput,
  expertHomeSchema,
  governanceHomeInput,
  governanceHomeSchema,
  organizationHomeInput,
  organizationHomeSchema,
} from "./schema";

export const governanceHomeProcedure = defineQuery({
  id: "homes.governance",
  path: "/alliances/{alliance}/homes/governance",
  place: "tenant",
  summary: "The first screen of secretariat, chair, delegates, supervisors or observers",
  permission: permission("home.read_governance"),
  input: governanceHomeInput,
  output: governanceHomeSchema,
  run: governanceHome,
});

export const organizationHomeProcedure = defineQuery({
  id: "homes.organization",
  path: "/alliances/{alliance}/homes/organization",
  place: "tenant",
  summary:
    "The first screen of a member: what it owes, its money, projects and results against targets",
  permission: permission("home.read_organization"),
  input: organizationHomeInput,
  output: organizationHomeSchema,
  run: organizationHome,
});

export const expertHomeProcedure = defineQuery({
  id: "homes.expert",
  path: "/alliances/{alliance}/homes/expert",
  place: "tenant",
  summary: "The first screen of an expert: what is to declare, to judge, and what was given in",
  permission: permission("home.read_expert"),
  input: expertHomeInput,
  output: expertHomeSchema,
  run: expertHome,
});
