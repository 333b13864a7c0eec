import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { spreadsheetLimits as limits } from "./limits";
import { readSpreadsheet } from "./read";
import { writeStored } from "./zip";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A workbook written by hand, so that a part of it can be whatever an attacker makes it. */
function parts(sheet: string, more: Record<string, string | Buffer> = {}) {
  const given: Record<string, string | Buffer> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...more,
  };
  return new Map(Object.entries(given).map(([name, text]) => [name, Buffer.from(text)]));
}
const workbook = (sheet: string, more?: Record<string, string | Buffer>) =>
  writeStored(parts(sheet, more));
const cell = (at: string, inner: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${inner}</t></is></c>`;
const row = (n: number, cells: string) => `<row r="${n}">${cells}</row>`;
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const plain = data(row(1, cell("A1", "名称")) + row(2, cell("A2", "示例")));

/** A whole workbook whose sheet is deflated, and whose directory says of it what it likes. */
function lying(size: number, content: Buffer): Buffer {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const others = parts("");
  others.delete(name.toString());
  const zip = writeStored(others);
  const end = zip.subarray(zip.length - 22);
  const listed = end.readUInt32LE(16);
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(content), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(listed, 42);
  const body = Buffer.concat([zip.subarray(0, listed), local, name, packed]);
  const directory = Buffer.concat([zip.subarray(listed, zip.length - 22), entry, name]);
  const last = Buffer.from(end);
  last.writeUInt16LE(others.size + 1, 8);
  last.writeUInt16LE(others.size + 1, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, last]);
}

describe("what is read", () => {
  test("cells of a file that a program wrote, as text: days as days, numbers with their digits", async () => {
    const file = await writeExcelFile([
      [{ value: "名称" }, { value: "日期" }, { value: "数" }],
      [
        { value: " 示例，甲 " },
        { value: new Date("2023-10-01T00:00:00Z"), type: Date, format: "yyyy-mm-dd" },
        { value: 320506, type: Number },
      ],
    ]).toBuffer();
    expect(await readSpreadsheet(file)).toEqual({
      ok: true,
      value: [
        ["名称", "日期", "数"],
        [" 示例，甲 ", "2023-10-01", "320506"],
      ],
    });
  });

  test("of a formula the value that was saved with it, never its text and never its result", async () => {
    const formula = (at: string, code: string, saved: string) =>
      `<c r="${at}" t="str"><f>${code}</f><v>${saved}</v></c>`;
    const file = workbook(
      data(
        row(
          1,
          formula("A1", "1+1", "7") + formula("B1", "HYPERLINK(&quot;http://x&quot;)", "点我"),
        ) + row(2, `${cell("A2", "=1+1")}<c r="B2"><f>2*3</f></c>`),
      ),
    );
    expect(await readSpreadsheet(file)).toEqual({
      ok: true,
      value: [["7", "点我"], ["=1+1"]],
    });
  });

  test("A-52 rules over whole columns are left out: the file that stopped servers is read at once", async () => {
    const rules =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>' +
      '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="cellIs"/></conditionalFormatting><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const started = performance.now();
    const file = workbook(`<dimension ref="A1:XFD1048576"/>${plain}${rules}`);
    expect(await readSpreadsheet(file)).toEqual({ ok: true, value: [["名称"], ["示例"]] });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("A-52, A-53 what is refused", () => {
  const refusals: [string, () => Buffer, string][] = [
    ["no zip", () => Buffer.from("名称\n示例\n"), "not-a-spreadsheet"],
    ["an empty file", () => Buffer.alloc(0), "not-a-spreadsheet"],
    ["a zip that is cut off", () => workbook(plain).subarray(0, 300), "not-a-spreadsheet"],
    [
      "a zip without a workbook",
      () => writeStored(new Map([["a.txt", Buffer.from("a")]])),
      "not-a-spreadsheet",
    ],
    [
      "an entity",
      () =>
        workbook(plain, {
          "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:9/x">]><workbook>&b;</workbook>`,
        }),
      "not-a-spreadsheet",
    ],
    [
      "an entity in UTF-16",
      () =>
        workbook(plain, {
          "xl/styles.xml": Buffer.from(`<!DOCTYPE a [<!ENTITY b "c">]><a/>`, "utf16le"),
        }),
      "not-a-spreadsheet",
    ],
    [
      "too many parts",
      () =>
        workbook(
          plain,
          Object.fromEntries(
            Array.from({ length: limits.parts }, (_, n) => [`xl/media/${n}`, "x"]),
          ),
        ),
      "spreadsheet-too-big",
    ],
    [
      "a row far below",
      () => workbook(data(row(limits.rows + 1, cell(`A${limits.rows + 1}`, "x")))),
      "spreadsheet-too-big",
    ],
    [
      "a cell far to the right",
      () => workbook(data(row(1, cell("XFD1", "x")))),
      "spreadsheet-too-big",
    ],
    [
      "a cell with too much text",
      () => workbook(data(row(1, cell("A1", "长".repeat(limits.cell + 1))))),
      "spreadsheet-too-big",
    ],
    [
      "a part that says it is huge",
      () => lying(0xffffffff, Buffer.from("x")),
      "spreadsheet-too-big",
    ],
    [
      "a bomb that says what it is",
      () => lying(40 * 1024 * 1024, Buffer.alloc(40 * 1024 * 1024)),
      "spreadsheet-too-big",
    ],
    [
      "a bomb that says it is small",
      () => lying(1000, Buffer.alloc(40 * 1024 * 1024)),
      "not-a-spreadsheet",
    ],
    [
      "a part that is smaller than it says",
      () => lying(900, Buffer.from("<worksheet/>".repeat(3))),
      "not-a-spreadsheet",
    ],
    ["more bytes than a file may have", () => Buffer.alloc(limits.file + 1), "spreadsheet-too-big"],
  ];
  test.each(refusals)("%s", async (_, file, reason) => {
    expect(await readSpreadsheet(file())).toMatchObject({ ok: false, reason });
  });

  test("the limits themselves are allowed", async () => {
    const file = workbook(
      data(
        row(1, cell("A1", "长".repeat(limits.cell))) +
          row(limits.rows, cell(`GR${limits.rows}`, "x")),
      ),
    );
    const read = await readSpreadsheet(file);
    expect(read.ok && read.value.length).toBe(limits.rows);
  });

  test("what is large in a small file is stopped by memory, time or its text, and the next file is read", async () => {
    // Different digits keep the ratio low.
    const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
    const columns = [...letters, ...letters.map((letter) => `A${letter}`)];
    const line = (_: unknown, n: number) =>
      row(
        n + 1,
        columns
          .map(
            (at, m) =>
              `<c r="${at}${n + 1}"><v>${(n * m * 7919 + 99_999_999) % 1_000_000_007}${n}</v></c>`,
          )
          .join(""),
      );
    const sheet = `<worksheet xmlns="${MAIN}">${data(Array.from({ length: 22_000 }, line).join(""))}</worksheet>`;
    const content = Buffer.from(sheet);
    const started = performance.now();
    const read = await readSpreadsheet(lying(content.length, content));
    expect(read.ok ? "read" : read.reason).toMatch(/^spreadsheet-(too-big|unreadable)$/);
    expect(performance.now() - started).toBeLessThan(limits.milliseconds + 5_000);
    expect(await readSpreadsheet(workbook(plain))).toMatchObject({ ok: true });
  });
});
