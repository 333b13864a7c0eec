import { permission } from "@/lib/features/access/policy";
import { defineQuery } from "@/lib/platform/corridor/use-case";
import { getDashboard } from "./queries";
import { dashboardFilterSchema, dashboardSchema } from "./schema";

export const getDashboardProcedure = defineQuery({
  id: "dashboards.get",
  path: "/alliances/{alliance}/dashboard",
  place: "tenant",
  summary: "Funds and verified metrics by year, of the alliance or of one member",
  permission: permission("fund.read_summary"),
  input: dashboardFilterSchema,
  output: dashboardSchema,
  run: getDashboard,
});
