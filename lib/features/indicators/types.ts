import type {
  CheckStrength,
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorKind,
  IndicatorSetState,
} from "@/prisma/generated/enums";

export type {
  CheckStrength,
  IndicatorAggregation,
  IndicatorDirection,
  IndicatorKind,
  IndicatorSetState,
};

export const setStates = [
  "draft",
  "in_force",
  "superseded",
] as const satisfies readonly IndicatorSetState[];

export const indicatorKinds = [
  "stock",
  "flow",
  "ratio",
  "yes_no",
  "text",
] as const satisfies readonly IndicatorKind[];

export const indicatorAggregations = [
  "sum",
  "max",
  "last",
  "average",
  "distinct",
  "ratio",
] as const satisfies readonly IndicatorAggregation[];

export const indicatorDirections = [
  "up",
  "down",
  "neither",
] as const satisfies readonly IndicatorDirection[];

export const yearBases = ["calendar", "academic", "cohort"] as const;

export const strengths = ["block", "reason", "info"] as const satisfies readonly CheckStrength[];

/** What a new set begins with. The text of the national standard is not at hand, so its frame is empty. */
export const setTemplates = ["metrics", "national", "blank"] as const;
export type SetTemplate = (typeof setTemplates)[number];

/** Columns of the spreadsheet that fills a set. */
export const fillColumns = [
  "code",
  "parent",
  "name",
  "nameEn",
  "definition",
  "kind",
  "unit",
  "unitEn",
  "direction",
  "aggregation",
  "yearBasis",
  "weight",
  "target",
  "lowest",
  "highest",
  "partOf",
  "evidenceRequired",
  "evidence",
  "veto",
] as const;
export type FillColumn = (typeof fillColumns)[number];

/** A row of a spreadsheet, by the names of its columns; what is blank is absent. */
export type FillCells = { row: number } & { [column in FillColumn]?: string | undefined };

export const MOST_INDICATORS = 500;
