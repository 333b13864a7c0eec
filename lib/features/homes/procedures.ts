import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { governanceHome, organizationHome } from "./queries/home";
import {
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
