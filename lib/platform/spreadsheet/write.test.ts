import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { workbook } from "./write";

const sheetOf = (rows: Parameters<typeof workbook>[1]) =>
  strFromU8(unzipSync(workbook("技术需求", rows))["xl/worksheets/sheet1.xml"] ?? new Uint8Array());

test("A-51 what looks like a formula is written as text", () => {
  const xml = sheetOf([['=HYPERLINK("x")', "+1", "@a"]]);
  expect(xml).not.toContain("<f>");
  expect(xml.match(/t="inlineStr"/g)).toHaveLength(3);
  expect(xml).toContain("=HYPERLINK(&quot;x&quot;)");
});

test("markup and what XML cannot hold leave the sheet whole", () =>
  expect(sheetOf([["<a>&\u0001b", null, 3]])).toContain(
    '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">&lt;a&gt;&amp;b</t></is></c><c r="C1"><v>3</v></c></row>',
  ));

test("columns go on after Z", () => {
  const row = Array.from({ length: 28 }, (_, at) => at);
  expect(sheetOf([row])).toContain('<c r="AB1"><v>27</v></c>');
});
