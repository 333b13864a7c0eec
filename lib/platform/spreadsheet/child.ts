import { readSheet } from "read-excel-file/universal";
import { spreadsheetLimits as limits, type SpreadsheetFault, Unreadable } from "./limits.ts";
import { plainWorkbook } from "./parts.ts";

/*
 * A process of its own (read.ts starts it): a file that brings it down, or keeps it busy, brings down nothing else.
 * The file comes in on standard input, the cells of its first sheet go out as JSON.
 */
export type Told = { ok: true; rows: string[][] } | { ok: false; fault: SpreadsheetFault };

/** What stands in a cell, as text. Of a formula that is the value that was saved with it; nothing is calculated. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  }
  const text = typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  if (text.length > limits.cell) throw new Unreadable("spreadsheet-too-big");
  return text;
}

/** The reader fills every row up to the widest; what is blank at the end is nobody's. */
function rowOf(cells: readonly unknown[]): string[] {
  const texts = cells.map(textOf);
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(file: Buffer): Promise<Told> {
  try {
    const plain = plainWorkbook(file);
    const bytes = new Uint8Array(plain).buffer;
    // Digits stay digits: a long number must not become 9.1E+17 on the way.
    const cells = await readSheet(bytes, 1, { trim: false, parseNumber: (digits) => digits });
    // Rows and cells without an address have passed the check of places.
    if (cells.length > limits.rows || cells.some((row) => row.length > limits.columns)) {
      throw new Unreadable("spreadsheet-too-big");
    }
    return { ok: true, rows: cells.map(rowOf) };
  } catch (error) {
    // Offsets beyond the end, broken streams and markup that does not close are all no spreadsheet.
    return { ok: false, fault: error instanceof Unreadable ? error.fault : "not-a-spreadsheet" };
  }
}

const told = JSON.stringify(await read(await readInput()));
const tooMuch: Told = { ok: false, fault: "spreadsheet-too-big" };
process.stdout.write(Buffer.byteLength(told) > limits.read ? JSON.stringify(tooMuch) : told);
