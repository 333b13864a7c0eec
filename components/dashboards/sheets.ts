import type { useTranslations } from "next-intl";
import type { DashboardExport, Detail, MetricNumber } from "@/lib/features/dashboards/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { metricWords } from "./words";

type Cell = string | number | null;
type Sheet = { name: string; rows: Iterable<readonly Cell[]> };

/** A decimal text as a number of a cell, as long as a cell holds it exactly; a larger one stays text. */
const cell = (text: string): Cell => (Math.abs(Number(text)) < 1e13 ? Number(text) : text);

export type SheetWords = {
  t: ReturnType<typeof useTranslations<"dashboards">>;
  words: ReturnType<typeof metricWords>;
  locale: Locale;
  /** Names and values of the filters in use. */
  filters: readonly (readonly [string, string])[];
};

const unitOf = ({ words, t }: SheetWords, number: MetricNumber): string =>
  number.source === "funds" ? t("sheet.yuan") : words.unitOf(number);

/** The time of the numbers, as the page says it. */
const timeOf = ({ past, status }: DashboardExport["board"], { t, locale }: SheetWords): string =>
  past
    ? t("time.sentence.past", { day: formatDay(past.day, locale), layer: t(`layer.${status}`) })
    : t(`time.sentence.${status}`);

function about({ board, ownOnly, alliance, reader }: DashboardExport, given: SheetWords): Sheet {
  const { t, locale, filters } = given;
  return {
    name: t("sheet.about"),
    rows: [
      [t("title"), alliance],
      [t("sheet.asOf"), formatInstant(new Date(board.asOf), locale)],
      [t("sheet.years"), t("stretch", { from: board.from, to: board.to })],
      [t("status"), t(`layer.${board.status}`)],
      [t("time.label"), timeOf(board, given)],
      ...filters,
      [t("sheet.reader"), reader],
      [t("sheet.coverage"), t("coverage", board.coverage)],
      ...(ownOnly ? [[t("sheet.parts"), t("sheet.ownOnly")]] : []),
      [t("sheet.money"), t("fundsDescription")],
      [t("sheet.training"), t("traineesDescription")],
    ],
  };
}

/** All numbers of the page in one table: what the tiles show, nothing added up. */
function overview({ board }: DashboardExport, given: SheetWords): Sheet {
  const { t, words } = given;
  return {
    name: t("sheet.overview"),
    rows: [
      [
        t("sheet.number"),
        t("sheet.value"),
        t("sheet.unit"),
        t("sheet.state"),
        t("sheet.records"),
        t("sheet.pending"),
        t("definition"),
      ],
      ...board.numbers.map((number) => [
        words.nameOf(number),
        number.value === null ? null : cell(number.value),
        unitOf(given, number),
        t(`state.${number.state}`),
        number.records,
        number.provisionalRecords,
        words.sentenceOf(number, board),
      ]),
    ],
  };
}

function* tileRows(
  number: MetricNumber,
  parts: readonly Detail[],
  given: SheetWords,
): Generator<readonly Cell[]> {
  const { t, words } = given;
  yield [words.nameOf(number), unitOf(given, number)];
  yield [
    t("year"),
    t("sheet.organization"),
    t("sheet.approved"),
    t("sheet.records"),
    t("sheet.provisional"),
    t("sheet.pending"),
  ];
  for (const year of number.years) {
    yield [
      year.year,
      t("sheet.all"),
      cell(year.approved),
      year.approvedRecords,
      cell(year.provisional),
      year.provisionalRecords,
    ];
  }
  for (const part of parts) {
    yield [
      part.year,
      part.organization,
      cell(part.approved),
      part.approvedRecords,
      cell(part.provisional),
      part.provisionalRecords,
    ];
  }
}

const hasSheet = (number: MetricNumber): boolean =>
  number.state === "value" && number.years.length > 0;

/** One workbook of a page: about it, all its numbers, and a sheet for every tile that has years. */
export function dashboardSheets(found: DashboardExport, given: SheetWords): Sheet[] {
  const parts = Map.groupBy(found.details, (detail) => detail.code);
  return [
    about(found, given),
    overview(found, given),
    ...found.board.numbers.filter(hasSheet).map((number) => ({
      name: given.words.nameOf(number),
      rows: tileRows(number, parts.get(number.code) ?? [], given),
    })),
  ];
}

/** One tile as a plain table, with what a reader must know of it in the first lines. */
export function tileTable(found: DashboardExport, given: SheetWords): Cell[][] {
  const [number] = found.board.numbers;
  if (!number) return [];
  const rows = tileRows(number, found.details, given);
  const lines = [...about(found, given).rows, ...rows];
  return lines.map((line) => [...line]);
}
