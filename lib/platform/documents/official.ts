import "server-only";
import { AlignmentType, Document, Packer, Paragraph, type Table } from "docx";
import {
  centred,
  empty,
  FANG,
  face,
  HEI,
  indent,
  officialPage,
  PLAIN,
  pageNumber,
  type RuledTable,
  runs,
  SONG,
  size,
  spacing,
  tableOf,
} from "./official-parts";

/** A paper in the usual layout of official documents (GB/T 9704): A4, title, number, body, signature and seal, pages. */
export type OfficialPaper = {
  title: string;
  /** 文号, below the title. */
  number?: string | undefined;
  /** 题注: adopted by whom on which day. */
  subtitle?: string | undefined;
  body: readonly OfficialLine[];
  /** Ruled, below the text. */
  table?: RuledTable;
  /** 落款 at the right: who, the place of the seal, the day. */
  closing?: readonly string[];
  /** Below everything, small: errata, hashes. */
  notes?: readonly string[];
};
export type OfficialLine = { text: string; heading?: boolean };

const body = ({ text, heading }: OfficialLine): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing,
    indent,
    children: runs(text, { font: face(heading ? HEI : FANG), size: size.body }),
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

/** The bytes of a .docx. */
export function writeOfficial(paper: OfficialPaper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: "",
    sections: [
      {
        properties: officialPage,
        footers: { default: pageNumber() },
        children: children(paper),
      },
    ],
  });
  return Packer.toBuffer(document);
}

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
