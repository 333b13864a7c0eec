import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { getDashboard } from "./queries/get";
import { dashboardFilterSchema, dashboardSchema } from "./schema";

export const getDashboardProcedure = defineQuery({
  id: "dashboards.get",
  path: "/alliances/{alliance}/dashboard",
  place: "tenant",
  summary:
    "Numbers of the alliance or of one member: standing, funds and results by year, each with its state and coverage",
  permission: permission("fund.read_summary"),
  input: dashboardFilterSchema,
  output: dashboardSchema,
  run: getDashboard,
});
