import { z } from "zod";
import { day, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { creditCode, organizationRef, regionCode } from "../../organizations/schema/organizations";
import { organizationKinds } from "../../organizations/types";
import {
  importColumns,
  importFaults,
  importNotes,
  importOutcomes,
  MOST_IMPORT_ROWS,
  memberPositions,
} from "../types";

/** A cell as it came: what is wrong with it is said beside it, and does not stop the others. */
const cell = z.string().max(32_767, "too-long").optional();

export const importCells = z.strictObject({
  /** The row's number in the file, as the spreadsheet shows it. */
  row: z.number().int().min(1).max(1_000_000),
  ...(Object.fromEntries(importColumns.map((column) => [column, cell])) as Record<
    (typeof importColumns)[number],
    typeof cell
  >),
});
export type ImportCells = z.output<typeof importCells>;

export const stageImportInput = z.strictObject({
  fileName: line(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
  rows: z.array(importCells).min(1, "required").max(MOST_IMPORT_ROWS, "too-long"),
});
export const stageImportOutput = z.object({ id: z.string(), rows: z.number() });

const yes = z.preprocess(
  (value) => (value === "true" ? true : value === "false" ? false : value),
  z.boolean({ error: "not-yes-or-no" }),
);

/** A row whose cells mean something. */
export const importRow = z
  .strictObject({
    row: z.number(),
    creditCode: optional(creditCode()),
    name: line(200),
    shortName: optional(line(60)),
    nameEn: optional(line(200)),
    alias: optional(line(200)),
    kind: z
      .string({ error: "required" })
      .min(1, "required")
      .pipe(z.enum(organizationKinds, { error: "not-a-kind" })),
    regionCode: optional(regionCode()),
    address: optional(line(300)),
    position: optional(z.enum(memberPositions, { error: "not-a-position" })),
    admittedOn: optional(day()),
    isLead: optional(yes),
  })
  // One without the other opens no membership: rather asked than guessed.
  .refine((row) => !row.admittedOn || row.position, { path: ["position"], error: "required" })
  .refine((row) => !row.position || row.admittedOn, { path: ["admittedOn"], error: "required" });
export type ImportRow = z.output<typeof importRow>;

export const importIssue = z.object({
  column: z.enum(importColumns),
  fault: z.enum(importFaults),
  /** The other row, or what stands on the register. */
  detail: z.string().nullable(),
});

const plannedRow = z.object({
  row: z.number(),
  outcome: z.enum(importOutcomes),
  /** A membership begins with this row. */
  opens: z.boolean(),
  /** The cells as they came, for the reader to find them in the file. */
  name: z.string(),
  creditCode: z.string(),
  position: z.enum(memberPositions).nullable(),
  admittedOn: z.string().nullable(),
  found: organizationRef.nullable(),
  issues: z.array(importIssue),
  notes: z.array(z.object({ note: z.enum(importNotes), detail: z.string().nullable() })),
});

export const importCounts = z.object({
  rows: z.number(),
  create: z.number(),
  link: z.number(),
  unchanged: z.number(),
  fault: z.number(),
  memberships: z.number(),
});

export const getImportInput = z.strictObject({
  importId: id(),
  outcome: optional(z.enum(importOutcomes)),
  ...pagingShape,
});

export const getImportOutput = pageOf(plannedRow).extend({
  id: z.string(),
  fileName: z.string(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  /** When it was applied; then there are no rows any more, and the counts say what was done. */
  appliedAt: z.string().nullable(),
  counts: importCounts,
  /** Names this very outcome of all rows; applying asks for it, so that nothing else is applied than what was seen. */
  fingerprint: z.string(),
});

export const applyImportInput = z.strictObject({
  importId: id(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, "invalid"),
});
export const applyImportOutput = importCounts.extend({ id: z.string() });
