import { accept, type Result, refuse } from "@/lib/kernel/result";
import { spreadsheetLimits as limits, type SpreadsheetFault } from "./limits";

/** UTF-8 where it is that, else what Excel writes in China. */
function decode(file: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("gb18030").decode(file);
  }
}

/** What stands between the cells of the first line, outside quotes. */
function separatorOf(text: string): string {
  const first = text.slice(0, limits.cell).split(/[\r\n]/, 1)[0] ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const count = (mark: string) => bare.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Behind the quote that ends a cell; a quote twice is one in it. -1: nothing ends it. */
function endOfQuoted(text: string, from: number): number {
  for (let place = from; ; place += 2) {
    place = text.indexOf('"', place);
    if (place === -1) return -1;
    if (text[place + 1] !== '"') return place + 1;
  }
}

const unquoted = (text: string): string => text.replaceAll('""', '"');

/**
 * The cells of a comma-separated file (RFC 4180) row by row; an empty line is an empty row, so rows keep their numbers.
 * Too much is refused, not cut, as of an .xlsx file.
 */
export function readCsv(file: Uint8Array): Result<string[][], SpreadsheetFault> {
  if (file.byteLength > limits.file) return refuse("spreadsheet-too-big");
  const text = decode(file);
  if (text.includes("\0")) return refuse("not-a-spreadsheet");
  const separator = separatorOf(text);
  const ending = new RegExp(`${separator}|\\r\\n|\\r|\\n`, "g");
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 0;
  while (place < text.length || row.length > 0) {
    const quoted = text[place] === '"' ? endOfQuoted(text, place + 1) : place;
    if (quoted === -1) return refuse("spreadsheet-unreadable");
    ending.lastIndex = quoted;
    const end = ending.exec(text);
    const cell = text.slice(place, end?.index ?? text.length);
    row.push(quoted === place ? cell : unquoted(text.slice(place + 1, quoted - 1)));
    if (row.length > limits.columns || cell.length > limits.cell) {
      return refuse("spreadsheet-too-big");
    }
    place = end ? ending.lastIndex : text.length;
    if (end?.[0] === separator) continue;
    rows.push(row);
    row = [];
    if (rows.length > limits.rows) return refuse("spreadsheet-too-big");
  }
  return accept(rows);
}
