import "server-only";
import { Document, LineRuleType, Packer, PageBreak, Paragraph, type Table } from "docx";
import { barsOf, type PaperChart } from "./bars";
import {
  centred,
  empty,
  FANG,
  face,
  HEI,
  indent,
  KAI,
  officialPage,
  pageNumber,
  type RuledTable,
  runs,
  SONG,
  size,
  spacing,
  tableOf,
} from "./official-parts";

/** Level 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）. */
export type ReportBlock =
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "table"; title: string; table: RuledTable }
  | { kind: "bars"; chart: PaperChart }
  | { kind: "note"; text: string };

/** A long paper: cover, contents, chapters with tables. */
export type LongReport = {
  title: string;
  /** On the cover below the title: who, when. */
  cover: readonly string[];
  contents?: { title: string; lines: readonly string[] };
  blocks: readonly ReportBlock[];
};

const faces = { 1: HEI, 2: KAI, 3: FANG, 4: FANG } as const;

function drawn(block: ReportBlock): (Paragraph | Table)[] {
  if (block.kind === "table") {
    const caption = { font: face(HEI), size: size.page };
    return [centred(block.title, caption), tableOf(block.table), empty()];
  }
  if (block.kind === "bars") return barsOf(block.chart);
  const heading = block.kind === "heading" ? block.level : undefined;
  return [
    new Paragraph({
      spacing,
      indent,
      // Word's navigation shows chapters by their level; the look is the standard's own and no style of Word.
      ...(heading && { outlineLevel: heading - 1, keepNext: true }),
      children: runs(block.text, {
        font: face(heading ? faces[heading] : FANG),
        size: block.kind === "note" ? size.note : size.body,
        bold: heading === 3,
      }),
    }),
  ];
}

/** After a table a paper has to go on; where nothing follows, that takes no line and so begins no page of its own. */
const close = () =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] });

function body(blocks: readonly ReportBlock[]): (Paragraph | Table)[] {
  const parts = blocks.flatMap(drawn);
  return blocks.at(-1)?.kind === "table" ? [...parts.slice(0, -1), close()] : parts;
}

const onNewPage = () => new Paragraph({ children: [new PageBreak()] });

function cover({ title, cover: lines, contents }: LongReport): Paragraph[] {
  const plain = { font: face(FANG), size: size.body };
  const head = centred(title, { font: face(SONG), size: size.title });
  if (!contents) return [head, ...lines.map((line) => centred(line, plain)), empty()];
  return [
    ...Array.from({ length: 6 }, empty),
    head,
    ...Array.from({ length: 10 }, empty),
    ...lines.map((line) => centred(line, plain)),
    onNewPage(),
    centred(contents.title, { font: face(HEI), size: size.body }),
    ...contents.lines.map((line) => new Paragraph({ spacing, children: runs(line, plain) })),
    onNewPage(),
  ];
}

/** The bytes of a .docx. */
export function writeReport(report: LongReport): Promise<Buffer> {
  const document = new Document({
    title: report.title,
    creator: "",
    sections: [
      {
        properties: officialPage,
        footers: { default: pageNumber() },
        children: [...cover(report), ...body(report.blocks)],
      },
    ],
  });
  return Packer.toBuffer(document);
}
