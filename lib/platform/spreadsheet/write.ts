import { strToU8, zipSync } from "fflate";

/** Yuan and their like go as the digits they are: no float stands between the database and the sheet. */
export type Decimal = { decimal: string };
export type Cell = string | number | Decimal | null;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Characters that XML cannot hold at all. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

/** A, B, …, Z, AA, … */
function columnOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnOf(Math.floor(index / 26) - 1) + letter;
}

/** Text is written as text: a spreadsheet takes no cell of this kind for a formula (A-51). */
function cellXml(cell: Cell, place: string): string {
  if (cell === null || cell === "") return "";
  const number = typeof cell === "object" ? cell.decimal : cell;
  return typeof cell !== "string"
    ? `<c r="${place}"><v>${number}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

export const rowXml = (row: readonly Cell[], index: number): string =>
  `<row r="${index + 1}">${row.map((cell, at) => cellXml(cell, `${columnOf(at)}${index + 1}`)).join("")}</row>`;

/** What stands before and after the rows of a sheet. */
export const sheetHead = `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
export const sheetFoot = "</sheetData></worksheet>";

const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relations = (all: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;

/** Sheet names are at most 31 characters, without some of them, and no two alike. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given, place) => {
    const name =
      given
        .replace(/[[\]:*?/\\']/g, " ")
        .slice(0, 31)
        .trim() || String(place + 1);
    const tail = ` ${place + 1}`;
    const own = taken.has(name.toLowerCase()) ? `${name.slice(0, 31 - tail.length)}${tail}` : name;
    taken.add(own.toLowerCase());
    return own;
  });
}

export const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

/** The parts of a workbook beside its sheets, by their paths. */
export function frameOf(names: readonly string[]): Record<string, string> {
  const sheets = sheetNames(names);
  const each = (line: (name: string, place: number) => string) => sheets.map(line).join("");
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${each((_, place) => override(`worksheets/sheet${place + 1}`, "worksheet"))}</Types>`,
    "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      each((_, place) => relation(place + 1, "worksheet", `worksheets/sheet${place + 1}.xml`)),
    ),
  };
}

/** A workbook with one sheet, small enough to be made in memory. */
export function workbook(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const parts = {
    ...frameOf([name]),
    [sheetPath(0)]: `${sheetHead}${rows.map(rowXml).join("")}${sheetFoot}`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
}
