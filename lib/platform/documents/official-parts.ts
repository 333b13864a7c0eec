import "server-only";
import {
  AlignmentType,
  Footer,
  type IRunOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/*
 * What papers in the layout of GB/T 9704 are made of: typefaces, sizes, line pitch, ruled tables, page numbers, margins.
 */

// A reader's Word falls back to 宋体 and 仿宋 where the first choice is not installed; without an eastAsia font the theme decides.
export const face = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
});
export const SONG = "方正小标宋简体";
export const FANG = "仿宋_GB2312";
export const HEI = "黑体";
export const KAI = "楷体_GB2312";
export const PLAIN = "宋体";

/** Sizes in half points: 二号, 三号, 四号, 小四. */
export const size = { title: 44, body: 32, page: 28, note: 24 };
/** 28 points a line: 22 lines on a page. */
export const spacing = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of 三号. */
export const indent = { firstLine: 640 };

/** Line breaks inside a text are breaks, not spaces. */
export const runs = (text: string, options: IRunOptions): TextRun[] =>
  text
    .split("\n")
    .map((part, index) => new TextRun({ ...options, text: part, break: index > 0 ? 1 : 0 }));

export const centred = (text: string, options: IRunOptions): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: runs(text, options) });

export const empty = () => new Paragraph({ spacing, children: [] });

/** "— 1 —", centred at the foot. */
export const pageNumber = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            font: face(PLAIN),
            size: size.page,
            children: ["— ", PageNumber.CURRENT, " —"],
          }),
        ],
      }),
    ],
  });

const row = (cells: readonly string[], header: boolean) =>
  new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children: [
            new Paragraph({
              children: runs(text, { font: face(header ? HEI : FANG), size: size.note }),
            }),
          ],
        }),
    ),
  });

export type RuledTable = {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Of the text's width, per cent of each column; without them all are equal. */
  widths?: readonly number[];
};

/** Twentieths of a point in a millimetre. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** Of A4 between the margins of the standard. */
const TEXT_WIDTH = mm(210 - 28 - 26);

/** Its head stands on every page. */
export const tableOf = ({ head, rows, widths }: RuledTable) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(widths && {
      layout: TableLayoutType.FIXED,
      columnWidths: widths.map((share) => Math.round((TEXT_WIDTH * share) / 100)),
    }),
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });

/** A4 with the margins of the standard. */
export const officialPage = {
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
  },
};
