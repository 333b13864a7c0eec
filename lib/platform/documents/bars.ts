import "server-only";
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { centred, empty, FANG, face, HEI, runs, size } from "./official-parts";

/** `length` in thousandths of the longest bar; `earlier` is drawn in stripes, so that it is told apart without colour. */
export type PaperBar = { text: string; length: number; earlier: boolean };
/** Bars that lie below each other, each with its amount in words: a picture that every program draws from table cells. */
export type PaperChart = {
  title: string;
  lines: readonly { label: string; bars: readonly PaperBar[] }[];
  /** Unit, period and source. */
  note: string;
};

/** Twentieths of a point: together the width of the text of an official page. */
const width = { label: 2600, step: 160, amount: 3044 };
const STEPS = 20;

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const around = (border: IBorderOptions) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
});
const small = { font: face(FANG), size: size.note };

const textCell = (text: string, wide: number, rowSpan: number) =>
  new TableCell({
    borders: around(none),
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: wide, type: WidthType.DXA },
    children: [new Paragraph({ keepNext: true, children: runs(text, small) })],
  });

const barCell = (steps: number, bar: PaperBar | undefined) =>
  new TableCell({
    borders: around(bar ? line : none),
    columnSpan: steps,
    width: { size: steps * width.step, type: WidthType.DXA },
    ...(bar && {
      shading: bar.earlier
        ? { type: ShadingType.DIAGONAL_STRIPE, color: "7F7F7F", fill: "FFFFFF" }
        : { type: ShadingType.CLEAR, color: "auto", fill: "404040" },
    }),
    children: [new Paragraph({ keepNext: true, children: [] })],
  });

/** What is there has at least one step. */
const stepsOf = (length: number): number =>
  length <= 0 ? 0 : Math.min(STEPS, Math.max(1, Math.round((length * STEPS) / 1000)));

function rowOf(label: string | undefined, bars: number, bar: PaperBar): TableRow {
  const steps = stepsOf(bar.length);
  return new TableRow({
    cantSplit: true,
    height: { value: 400, rule: HeightRule.ATLEAST },
    children: [
      ...(label === undefined ? [] : [textCell(label, width.label, bars)]),
      ...(steps > 0 ? [barCell(steps, bar)] : []),
      ...(steps < STEPS ? [barCell(STEPS - steps, undefined)] : []),
      textCell(bar.text, width.amount, 1),
    ],
  });
}

export const barsOf = ({ title, lines, note }: PaperChart): (Paragraph | Table)[] => [
  centred(title, { font: face(HEI), size: size.page }),
  new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    columnWidths: [width.label, ...Array.from({ length: STEPS }, () => width.step), width.amount],
    borders: { ...around(none), insideHorizontal: none, insideVertical: none },
    rows: lines.flatMap(({ label, bars }) =>
      bars.map((bar, place) => rowOf(place === 0 ? label : undefined, bars.length, bar)),
    ),
  }),
  new Paragraph({ children: runs(note, small) }),
  empty(),
];
