import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { applyImport } from "@/lib/features/memberships/commands/apply-import";
import { stageImport } from "@/lib/features/memberships/commands/stage-import";
import { fingerprintOf, planImport } from "@/lib/features/memberships/queries/import-plan";
import { countsOf, type PlannedRow } from "@/lib/features/memberships/rules/import-plan";
import { readImportSheet } from "@/lib/features/memberships/rules/import-sheet";
import type { ImportCells } from "@/lib/features/memberships/schema/import";
import { importWords } from "@/lib/i18n/import-words";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import { accepted, print, readOptions, type Subcommand, UsageError } from "./subcommand";
import { asSystemIn } from "./system";
import { importFaultWords } from "./words";

/** Faults beyond these are counted: a wrong column would fill the screen with one and the same. */
const MOST_SHOWN = 50;

async function readFileAt(path: string) {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : ""}`);
  });
  const sheet = accepted(await readSpreadsheet(bytes));
  return {
    fileName: basename(path).slice(0, 200),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    rows: accepted(readImportSheet(sheet, importWords)),
  };
}

function printPlan(plan: readonly PlannedRow[]): boolean {
  const counts = countsOf(plan);
  const faults = plan.flatMap(({ row, issues }) =>
    issues.map(
      ({ column, fault, detail }) => `row ${row}, ${importFaultWords(column, fault, detail)}`,
    ),
  );
  for (const fault of faults.slice(0, MOST_SHOWN)) print(`✗ ${fault}`);
  if (faults.length > MOST_SHOWN) print(`✗ … and ${faults.length - MOST_SHOWN} more`);
  print(
    `${counts.rows} rows: ${counts.create} new, ${counts.link} linked, ${counts.unchanged} unchanged, ` +
      `${counts.fault} faulty; ${counts.memberships} memberships.`,
  );
  return counts.fault === 0;
}

const apply = (slug: string, file: { fileName: string; sha256: string; rows: ImportCells[] }) =>
  asSystemIn(slug, async (tx, scope) => {
    const plan = await planImport(tx, scope, file.rows);
    if (!printPlan(plan)) return false;
    const { id } = accepted(await stageImport(tx, scope, file));
    accepted(await applyImport(tx, scope, { importId: id, fingerprint: fingerprintOf(plan) }));
    return true;
  });

export const importOrganizations: Subcommand = {
  name: "import organizations",
  usage: "FILE.xlsx --alliance SLUG [--dry-run]",
  summary:
    "enters organizations, and memberships where a position and an admission date are given; all rows or none.\n" +
    "      --dry-run only says what would be done",
  database: true,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { alliance: { type: "string" }, "dry-run": { type: "boolean", default: false } },
    });
    const { alliance } = readOptions(
      z.object({ alliance: z.string({ error: "required" }) }),
      values,
    );
    const [path] = positionals;
    if (!path || positionals.length > 1) throw new UsageError("Name one file.");
    const file = await readFileAt(path);
    const done = values["dry-run"]
      ? printPlan(await asSystemIn(alliance, (tx, scope) => planImport(tx, scope, file.rows)))
      : await apply(alliance, file);
    const nothing = values["dry-run"] || !done;
    print(nothing ? "Nothing was written." : "All rows were written in one transaction.");
    return done ? 0 : 1;
  },
};
