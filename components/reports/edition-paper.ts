import { listedFigures } from "@/lib/features/reports/rules/charts";
import { partsOf } from "@/lib/features/reports/rules/numbers";
import { chineseNumber, linesOf } from "@/lib/features/reports/rules/text";
import type { EditionView } from "@/lib/features/reports/schema/editions";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import { nothing } from "@/lib/i18n/format";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { type DrawnChart, drawnCharts } from "./drawn-charts";
import { amountText } from "./figure-amount";
import { differenceText, figureText, sourceText } from "./figure-words";
import { readChapters } from "./read-chapters";

type Block =
  | { kind: "heading"; level: 1 | 2 | 3 | 4; text: string }
  | { kind: "paragraph" | "note"; text: string }
  | { kind: "table"; title: string; table: { head: string[]; rows: string[][]; widths: number[] } }
  | { kind: "bars"; chart: DrawnChart };

/** Title, cover, contents and text: the Word file is made of it. */
export type EditionPaper = {
  title: string;
  cover: string[];
  contents: { title: string; lines: string[] };
  blocks: Block[];
};

/* Official papers are in the language of the alliances, whoever fetches them. */
const LANGUAGE = "zh-CN";

const say = (
  pick: Parameters<typeof mailWords>[1],
  values: Record<string, string | number> = {},
): string => mailWords(LANGUAGE, pick, values);

/** A line with its numbers in words; what nobody froze stays to be seen as what it is. */
const filled = (text: string, figures: readonly FigureView[]): string =>
  partsOf(text)
    .map((part) => {
      if (part.kind === "text") return part.text;
      const figure = figures.find(({ code }) => code === part.code);
      return figure ? figureText(figure, LANGUAGE) : `{{${part.code}}}`;
    })
    .join("");

function chapterBlocks(edition: EditionView): Block[] {
  return readChapters(edition).flatMap(({ title, text }, place) => [
    {
      kind: "heading" as const,
      level: 1 as const,
      text: `${chineseNumber(place + 1)}、${title}`,
    },
    ...linesOf(text).map((line) => ({ ...line, text: filled(line.text, edition.figures) })),
  ]);
}

/** The texts that published figures stand in, each once: a title in every row would be the longest cell of the table. */
const textsOf = (figures: readonly FigureView[]): string[] => [
  ...new Set(figures.flatMap((figure) => (figure.kind === "figure" ? [figure.source] : []))),
];

const rowOf = (figure: FigureView, texts: readonly string[]): string[] => [
  figure.nameZh,
  figureText(figure, LANGUAGE),
  figure.previous
    ? `${amountText(figure, figure.previous.value, LANGUAGE)}（${differenceText(figure, LANGUAGE) ?? nothing}）`
    : nothing,
  figure.period ?? nothing,
  figure.definitionZh,
  figure.kind === "figure"
    ? say((w) => w.reports.paper.see, { n: texts.indexOf(figure.source) + 1 })
    : sourceText(figure, LANGUAGE),
];

/** Every frozen number with its source and definition, and what has changed since where that is known. */
function tableBlocks(figures: readonly FigureView[]): Block[] {
  if (figures.length === 0) return [];
  const changed = figures.flatMap((figure) =>
    figure.present === null
      ? []
      : [
          {
            kind: "note" as const,
            text: say((w) => w.reports.paper.changed, {
              name: figure.nameZh,
              old: figureText(figure, LANGUAGE),
              now: amountText(figure, figure.present, LANGUAGE),
            }),
          },
        ],
  );
  const texts = textsOf(figures);
  return [
    {
      kind: "table",
      title: say((w) => w.reports.paper.table),
      table: {
        head: [
          say((w) => w.reports.paper.name),
          say((w) => w.reports.figure.value),
          say((w) => w.reports.figure.previous),
          say((w) => w.reports.figure.period),
          say((w) => w.reports.paper.definition),
          say((w) => w.reports.figure.source),
        ],
        rows: figures.map((figure) => rowOf(figure, texts)),
        // The sentence of the definition needs the room that short numbers leave.
        widths: [19, 11, 14, 8, 30, 18],
      },
    },
    ...texts.map((source, place) => ({
      kind: "note" as const,
      text: say((w) => w.reports.paper.text, { n: place + 1, source }),
    })),
    ...(changed.length > 0
      ? [{ kind: "note" as const, text: say((w) => w.reports.paper.changedTitle) }, ...changed]
      : []),
  ];
}

/** Pictures and tables of the frozen numbers; what the public's leave out is told below. */
function annexBlocks({ figures: all, inside, year }: EditionView): Block[] {
  const figures = listedFigures(all, inside !== null);
  return [
    ...drawnCharts(figures, year, LANGUAGE).map((chart) => ({ kind: "bars" as const, chart })),
    ...tableBlocks(figures),
    ...(figures.length < all.length
      ? [{ kind: "note" as const, text: say((w) => w.reports.chart.heldBack) }]
      : []),
  ];
}

/** The edition as a paper: cover, contents, the chapters that the reader may read, pictures and tables of its numbers. */
export function editionPaper(edition: EditionView): EditionPaper {
  const blocks = chapterBlocks(edition);
  const { publishedAt, submittedOn, documentNo } = edition;
  const day = publishedAt ? dayIn(publishedAt, homeZone) : submittedOn;
  return {
    title: edition.title,
    cover: [
      edition.alliance,
      ...(documentNo ? [documentNo] : []),
      day ? officialDay(LANGUAGE, day) : say((w) => w.reports.state[edition.state]),
    ],
    contents: {
      title: say((w) => w.reports.paper.contents),
      lines: blocks.flatMap((block) =>
        block.kind === "heading" && block.level === 1 ? [block.text] : [],
      ),
    },
    blocks: [...blocks, ...annexBlocks(edition)],
  };
}
