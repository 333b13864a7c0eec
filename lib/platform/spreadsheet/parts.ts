import { spreadsheetLimits as limits, Unreadable } from "./limits.ts";
import { readDirectory, unpack, writeStored } from "./zip.ts";

/** What is needed for the text of the cells. Drawings, macros, links to other files and the rest stay packed. */
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/;
const SHEET = /^xl\/worksheets\//;
const CELL = /<c\s[^>]*?\br="([A-Za-z]{1,4})(\d{1,8})"/g;
const ROW = /<row\s[^>]*?\br="(\d{1,8})"/g;

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A row far below or a cell far to the right makes every reader lay out what lies between. */
function checkPlaces(xml: string): void {
  for (const [, row = ""] of xml.matchAll(ROW)) {
    if (Number(row) > limits.rows) throw new Unreadable("spreadsheet-too-big");
  }
  for (const [, letters = "", row = ""] of xml.matchAll(CELL)) {
    if (Number(row) > limits.rows || columnOf(letters) > limits.columns) {
      throw new Unreadable("spreadsheet-too-big");
    }
  }
}

/** The cells of a sheet and nothing else: rules over whole columns have stopped servers (security, finding 8). */
function cellsOf(xml: string): string {
  const begin = xml.search(/<sheetData[\s/>]/);
  if (begin === -1) throw new Unreadable("not-a-spreadsheet");
  const last = xml.indexOf("</sheetData>", begin);
  const data = last === -1 ? "<sheetData/>" : xml.slice(begin, last + "</sheetData>".length);
  checkPlaces(data);
  const opening = /<worksheet\b[^>]*>/.exec(xml)?.[0];
  if (!opening || opening.endsWith("/>")) throw new Unreadable("not-a-spreadsheet");
  return `<?xml version="1.0" encoding="UTF-8"?>${opening}${data}</worksheet>`;
}

function cleaned(name: string, bytes: Buffer): Buffer {
  // UTF-16 would hide what the next line looks for.
  if (bytes.includes(0)) throw new Unreadable("not-a-spreadsheet");
  const xml = bytes.toString("utf8");
  // entities can name files and servers, or grow without end.
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Unreadable("not-a-spreadsheet");
  return SHEET.test(name) ? Buffer.from(cellsOf(xml)) : bytes;
}

/** The workbook as a file that holds nothing but cells, their texts and their formats. */
export function plainWorkbook(file: Buffer): Buffer {
  const directory = readDirectory(file);
  if (!directory.has("xl/workbook.xml")) throw new Unreadable("not-a-spreadsheet");
  const parts = new Map<string, Buffer>();
  for (const [name, part] of directory) {
    if (needed.test(name)) parts.set(name, cleaned(name, unpack(part)));
  }
  return writeStored(parts);
}
