import type { Article } from "../types";

const digits = "〇一二三四五六七八九";
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** "二十一" → 21, "12" → 12; undefined for what is no number. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  let sum = 0;
  let waiting = 0;
  for (const sign of text.replace(/零/g, "〇").replace(/两/g, "二")) {
    const unit = units[sign];
    const digit = digits.indexOf(sign);
    if (unit !== undefined) {
      sum += (waiting || 1) * unit;
      waiting = 0;
    } else if (digit >= 0) waiting = digit;
    else return undefined;
  }
  return sum + waiting || undefined;
}

const NUMERAL = "[〇零一二两三四五六七八九十百千\\d]{1,9}";
const CHAPTER = new RegExp(`^第(${NUMERAL})章[\\s　]*(.*)$`);
// 第十二条之一 belongs to article 12: numbers stay whole.
const ARTICLE = new RegExp(`^第(${NUMERAL})条(?!之)[\\s　:：]*(.*)$`);
const HEADING = /^[【[（(]([^】\])）]{1,40})[】\])）][\s　]*/;

export type Split = {
  articles: Article[];
  /** What stands before the first article: title, date, preamble. */
  before: string;
  /** Numbers that are missing or stand twice: to be looked at by a person. */
  missing: number[];
  twice: number[];
};

/** Pasted text → articles. Lines before 第一条 and chapter lines are no articles. */
export function splitArticles(text: string): Split {
  const articles: Article[] = [];
  const before: string[] = [];
  let chapter: string | null = null;
  for (const raw of text.replace(/\r\n?/g, "\n").split("\n")) {
    const line = raw.replace(/^[\s　]+|[\s　]+$/g, "");
    const chapterTitle = CHAPTER.exec(line);
    const start = ARTICLE.exec(line);
    const number = start ? numberOf(start[1] ?? "") : undefined;
    if (chapterTitle) chapter = line.replace(/[\s　]+/g, " ").slice(0, 100);
    else if (start && number !== undefined) articles.push(begin(number, chapter, start[2] ?? ""));
    else if (line !== "") {
      const last = articles.at(-1);
      if (last) last.text = last.text === "" ? line : `${last.text}\n${line}`;
      else before.push(line);
    }
  }
  return { articles, before: before.join("\n"), ...gapsOf(articles) };
}

function begin(number: number, chapter: string | null, rest: string): Article {
  const heading = HEADING.exec(rest);
  // （一） opens a list, it is no heading.
  const titled = heading && numberOf(heading[1] ?? "") === undefined;
  return {
    number,
    chapter,
    heading: titled ? (heading[1] ?? null) : null,
    text: titled ? rest.slice(heading[0].length) : rest,
  };
}

/** Numbers that are missing between the first and the last, and those that stand twice. */
export function gapsOf(articles: readonly { number: number }[]): {
  missing: number[];
  twice: number[];
} {
  const numbers = articles.map(({ number }) => number);
  const last = Math.max(0, ...numbers);
  const known = new Set(numbers);
  return {
    missing: Array.from({ length: Math.min(last, 1000) }, (_, at) => at + 1).filter(
      (n) => !known.has(n),
    ),
    twice: [...new Set(numbers.filter((n, at) => numbers.indexOf(n) !== at))],
  };
}
