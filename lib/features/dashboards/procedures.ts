import { permission } from "@/lib/features/access/policy";
import { defineQuery, defineStatedQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { aggregateStatement } from "./queries/aggregate";
import { exportDashboard } from "./queries/export";
import { getDashboard } from "./queries/get";
import { openData } from "./queries/open-data";
import { listParts } from "./queries/parts";
import { getPictures } from "./queries/pictures";
import { openDataRows } from "./rules/open-data";
import {
  aggregateInput,
  aggregateSchema,
  dashboardExportSchema,
  dashboardFilterSchema,
  dashboardSchema,
  exportDashboardSchema,
  openDataInput,
  openDataSchema,
  partsInput,
  partsSchema,
  picturesInput,
  picturesSchema,
} from "./schema";

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

export const exportDashboardProcedure = defineQuery({
  id: "dashboards.export",
  path: "/alliances/{alliance}/dashboard/export",
  place: "tenant",
  summary: "The dashboard or one tile of it with the parts of every sum; each export is recorded",
  permission: permission("export.table"),
  input: exportDashboardSchema,
  output: dashboardExportSchema,
  run: exportDashboard,
});

export const openDataProcedure = defineQuery({
  id: "dashboards.openData",
  path: "/alliances/{alliance}/open-data",
  place: "tenant",
  summary:
    "Open data: published figures with their source, published results by kind of member and year; JSON or CSV",
  permission: permission("figure.read_approved"),
  input: openDataInput,
  output: openDataSchema,
  run: openData,
  csv: openDataRows,
});

export const partsProcedure = defineQuery({
  id: "dashboards.parts",
  path: "/alliances/{alliance}/dashboard/parts",
  place: "tenant",
  summary: "One result by member and year, as it closed on a day, beside the same of today",
  permission: permission("figure.read_approved"),
  input: partsInput,
  output: partsSchema,
  run: listParts,
});

export const exportPartsQuery = defineWhole(partsProcedure, {
  id: "dashboards.exportParts",
  summary: "One result by member and year as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "dashboard",
  own: (row) => [row.organization.id],
});

export const picturesProcedure = defineQuery({
  id: "dashboards.pictures",
  path: "/alliances/{alliance}/dashboard/pictures",
  place: "tenant",
  summary:
    "Where the money comes from and goes, by party, and the eight levels of skill of the studios",
  permission: permission("platform.read"),
  input: picturesInput,
  output: picturesSchema,
  run: getPictures,
});

export const aggregateProcedure = defineStatedQuery({
  id: "dashboards.aggregate",
  path: "/alliances/{alliance}/aggregates",
  place: "tenant",
  summary: "Verified results by metric and year",
  permission: permission("figure.read_approved"),
  input: aggregateInput,
  output: aggregateSchema,
  statement: aggregateStatement,
});
