import { describe, expect, test } from "vitest";
import { placesOf, readBlock } from "./block";

const rows = ["Q1.1", "Q1.2", "Q2.1"].map((code) => ({ code, indicatorId: `id-${code}` }));
const placed = (text: string, from = "id-Q1.1") =>
  placesOf(readBlock(text), rows, from).places.map(({ id, typed }) => `${id.slice(3)}=${typed}`);

describe("a block from a spreadsheet", () => {
  test("one column goes downwards from the cell, and what is beyond the last row has no place", () => {
    expect(placed("46\n320\n12")).toEqual(["Q1.1=46", "Q1.2=320", "Q2.1=12"]);
    expect(placed("320\n12\n9", "id-Q1.2")).toEqual(["Q1.2=320", "Q2.1=12"]);
  });

  test("lines with codes find their rows in any order", () => {
    expect(placed("Q2.1\t到账额\t万元\t12\nQ1.1\t企业数\t家\t46")).toEqual(["Q2.1=12", "Q1.1=46"]);
  });

  test("the whole form may be pasted with its head: no cell takes a heading or another row's number", () => {
    expect(
      placed("编号\t指标\t单位\t本期\nQ1.1\t企业数\t家\t46\nQ1.2\t人数\t人\t320\n合计\t\t\t366"),
    ).toEqual(["Q1.1=46", "Q1.2=320"]);
  });

  test("a selection that went beyond the form empties no cell; a value left blank in the form stays blank", () => {
    expect(placed("Q1.1\t企业数\t家\t46\t\nQ1.2\t人数\t人\t320\t\t")).toEqual([
      "Q1.1=46",
      "Q1.2=320",
    ]);
    expect(placed("Q1.1\t企业数\t家\t\t\nQ1.2\t人数\t人\t320\t")).toEqual(["Q1.1=", "Q1.2=320"]);
    expect(placed("Q1.1\t企业数\t家\t\t")).toEqual(["Q1.1="]);
    expect(placed("Q1.1\t46")).toEqual(["Q1.1=46"]);
    expect(placed("Q1.1\t")).toEqual(["Q1.1="]);
  });

  test.each([
    ["46\t320\t12", ["Q1.1=46"], 2],
    ["46\t\t12\t", ["Q1.1=46"], 1],
    ["46\t320\n9\t8", ["Q1.1=46", "Q1.2=9"], 2],
    ["46\n320", ["Q1.1=46", "Q1.2=320"], 0],
    ["Q1.1\t企业数\t家\t46", ["Q1.1=46"], 0],
    // What lies below the last row is told as such, not twice.
    ["1\n2\n3\n4\t5", ["Q1.1=1", "Q1.2=2", "Q2.1=3"], 0],
  ])(
    "%j fills %j; values side by side come to no other row, and are counted: %i",
    (text, filled, aside) => {
      expect(placed(text)).toEqual(filled);
      expect(placesOf(readBlock(text), rows, "id-Q1.1").aside).toBe(aside);
    },
  );

  test("a line break inside quotes belongs to its cell", () => {
    expect(readBlock('"第一行\n第二行"\t9\r\n8\n')).toEqual([["第一行\n第二行", "9"], ["8"]]);
  });
});
