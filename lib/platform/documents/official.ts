import "server-only";
import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/** A paper in the usual layout of official documents (GB/T 9704): A4, title, number, body, signature and seal, pages. */
export type OfficialPaper = {
  title: string;
  /** 文号, below the title. */
  number?: string | undefined;
  /** 题注: adopted by whom on which day. */
  subtitle?: string | undefined;
  body: readonly OfficialLine[];
  /** Ruled, below the text. */
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] };
  /** 落款 at the right: who, the place of the seal, the day. */
  closing?: readonly string[];
  /** Below everything, small: errata, hashes. */
  notes?: readonly string[];
};
export type OfficialLine = { text: string; heading?: boolean };

// A reader's Word falls back to 宋体 and 仿宋 where the first choice is not installed; without an eastAsia font the theme decides.
const face = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
});
const SONG = "方正小标宋简体";
const FANG = "仿宋_GB2312";
const HEI = "黑体";
const PLAIN = "宋体";

/** Sizes in half points: 二号, 三号, 四号, 小四. */
const size = { title: 44, body: 32, page: 28, note: 24 };
/** 28 points a line: 22 lines on a page. */
const spacing = { line: 560, lineRule: LineRuleType.EXACTLY };
/** Two characters of 三号. */
const indent = { firstLine: 640 };

/** Line breaks inside a text are breaks, not spaces. */
const runs = (text: string, options: IRunOptions): TextRun[] =>
  text
    .split("\n")
    .map((part, index) => new TextRun({ ...options, text: part, break: index > 0 ? 1 : 0 }));

const centred = (text: string, options: IRunOptions): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: runs(text, options) });

const body = ({ text, heading }: OfficialLine): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing,
    indent,
    children: runs(text, { font: face(heading ? HEI : FANG), size: size.body }),
  });

const empty = () => new Paragraph({ spacing, children: [] });

/** "— 1 —", centred at the foot. */
const pageNumber = () =>
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

/** Its head stands on every page. */
const tableOf = ({ head, rows }: NonNullable<OfficialPaper["table"]>) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });

function children(paper: OfficialPaper): (Paragraph | Table)[] {
  const { number, subtitle, closing = [], notes = [] } = paper;
  const plain = { font: face(FANG), size: size.body };
  return [
    centred(paper.title, { font: face(SONG), size: size.title }),
    ...(number ? [centred(number, plain)] : []),
    ...(subtitle ? [centred(subtitle, plain)] : []),
    empty(),
    ...paper.body.map(body),
    ...(paper.table ? [tableOf(paper.table)] : []),
    ...(closing.length > 0 ? [empty(), empty()] : []),
    ...closing.map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing,
          // 落款 stands four characters from the edge.
          indent: { right: 1280 },
          keepLines: true,
          children: runs(text, plain),
        }),
    ),
    ...(notes.length > 0 ? [empty()] : []),
    ...notes.map(
      (text) => new Paragraph({ children: runs(text, { font: face(PLAIN), size: size.note }) }),
    ),
  ];
}

/** Twentieths of a point in a millimetre. */
const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** The bytes of a .docx. */
export function writeOfficial(paper: OfficialPaper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: "",
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        footers: { default: pageNumber() },
        children: children(paper),
      },
    ],
  });
  return Packer.toBuffer(document);
}

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
