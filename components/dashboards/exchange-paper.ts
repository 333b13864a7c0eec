import type { useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { standingMetrics } from "@/lib/features/dashboards/types";
import { chineseNumber } from "@/lib/features/reports/rules/text";
import {
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
  moneyUnitFor,
} from "@/lib/i18n/format";
import { officialDay } from "@/lib/i18n/mail";
import type { metricWords } from "./words";

/* Official papers are in the language of the alliances, whoever fetches them. */
export const PAPER_LANGUAGE = "zh-CN";

/** Rows that leave a table its place on two pages. */
const RESULTS = 12;
const PUBLISHED = 8;

export type ExchangeWords = {
  t: ReturnType<typeof useTranslations<"dashboards">>;
  m: ReturnType<typeof useTranslations<"metrics">>;
  words: ReturnType<typeof metricWords>;
};

export type ExchangeBlock =
  | { kind: "heading"; level: 1; text: string }
  | { kind: "paragraph" | "note"; text: string }
  | { kind: "table"; title: string; table: { head: string[]; rows: string[][] } };
export type ExchangePaper = { title: string; cover: string[]; blocks: ExchangeBlock[] };

const hasValue = ({ state, value }: MetricNumber): boolean =>
  state === "value" && value !== null && Number(value) !== 0;

function standing(board: Dashboard, { t, words }: ExchangeWords): string[] {
  const parts = board.numbers
    .filter((number) => standingMetrics.includes(number.code) && hasValue(number))
    .map(
      (number) =>
        `${words.nameOf(number)} ${formatCount(Number(number.value), PAPER_LANGUAGE)} ${words.unitOf(number)}`,
    );
  return parts.length === 0 ? [] : [t("exchange.sentence", { parts: parts.join("，") })];
}

function money(board: Dashboard, { t, words }: ExchangeWords): string[] {
  const numbers = board.numbers.filter(
    (number) =>
      number.source === "funds" && hasValue(number) && !number.code.includes("conditional"),
  );
  if (numbers.length === 0) return [];
  const unit = moneyUnitFor(
    numbers.map(({ value }) => value),
    PAPER_LANGUAGE,
  );
  const parts = numbers.map((number) => {
    const shown = formatMoney(number.value ?? "0.00", PAPER_LANGUAGE, unit);
    return `${words.nameOf(number)} ${shown.text} ${shown.unit}`;
  });
  const years = t("stretch", { from: board.from, to: board.to });
  return [t("exchange.money", { years, parts: parts.join("，") })];
}

/** Those with the most members behind them first: what few reported says little of an alliance. */
function results(board: Dashboard, { t, words }: ExchangeWords): ExchangeBlock[] {
  const rows = board.numbers
    .filter((number) => number.source === "outcomes" && hasValue(number))
    .toSorted((a, b) => (b.coverage?.approved ?? 0) - (a.coverage?.approved ?? 0))
    .slice(0, RESULTS)
    .map((number) => [
      words.nameOf(number),
      `${number.atMost ? "≤ " : ""}${formatCount(Number(number.value), PAPER_LANGUAGE)} ${words.unitOf(number)}`,
      number.time === "stock" && number.newest !== null
        ? t("newest", { year: number.newest })
        : t("stretch", { from: board.from, to: board.to }),
      t("exchange.source", { records: number.records, members: number.coverage?.approved ?? 0 }),
    ]);
  if (rows.length === 0) return [];
  const head = [t("sheet.number"), t("sheet.value"), t("sheet.years"), t("exchange.sourceHead")];
  return [{ kind: "table", title: t("exchange.results"), table: { head, rows } }];
}

/** "More than" and "nearly" of the source stay with the number. */
function published({ published: figures }: Dashboard, { t, m }: ExchangeWords): ExchangeBlock[] {
  const rows = figures
    .slice(0, PUBLISHED)
    .map(({ label, value, unit, qualifier, source }) => [
      label.zh,
      `${m(`qualifier.${qualifier}`, { value: formatCount(Number(value), PAPER_LANGUAGE) })} ${unit.zh}`,
      source,
    ]);
  if (rows.length === 0) return [];
  const head = [t("sheet.number"), t("sheet.value"), t("exchange.sourceHead")];
  return [{ kind: "table", title: t("exchange.published"), table: { head, rows } }];
}

/** Where the numbers come from, whose they are and of when: a paper goes on without its page. */
function notes(board: Dashboard, { t }: ExchangeWords): ExchangeBlock[] {
  const layer = t(`layer.${board.status}`);
  const sentence = board.past
    ? t("time.sentence.past", { day: formatDay(board.past.day, PAPER_LANGUAGE), layer })
    : t(`time.sentence.${board.status}`);
  const at = formatInstant(new Date(board.asOf), PAPER_LANGUAGE);
  return [sentence, `${t("asOf", { at })}；${t("coverage", board.coverage)}。`].map((text) => ({
    kind: "note",
    text,
  }));
}

/** Two pages for a meeting of leaders: where we stand, the money, the results with their sources. */
export function exchangePaper(board: Dashboard, given: ExchangeWords): ExchangePaper {
  const { t } = given;
  const paragraphs = (texts: string[]): ExchangeBlock[] =>
    texts.map((text) => ({ kind: "paragraph", text }));
  const chapters: [string, ExchangeBlock[]][] = [
    [t("exchange.standing"), paragraphs(standing(board, given))],
    [t("funds"), paragraphs(money(board, given))],
    [t("exchange.results"), results(board, given)],
    [t("exchange.published"), published(board, given)],
  ];
  return {
    title: t("exchange.of", { name: board.organization?.name ?? board.alliance }),
    cover: [officialDay(PAPER_LANGUAGE, board.today)],
    blocks: [
      ...chapters
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([title, blocks], place): ExchangeBlock[] => [
          { kind: "heading", level: 1, text: `${chineseNumber(place + 1)}、${title}` },
          ...blocks,
        ]),
      ...notes(board, given),
    ],
  };
}
