/** A line of a chapter: a heading of the second to fourth level, as official papers number them, or a paragraph. */
export type TextLine =
  | { kind: "heading"; level: 2 | 3 | 4; text: string }
  | { kind: "paragraph"; text: string };

/** GB/T 9704: 一、 is the chapter itself; below it （一）, 1. and （1）. */
const levels = [
  [2, /^（[一二三四五六七八九十]+）/],
  [3, /^\d{1,2}[.．](?!\d)/],
  [4, /^[（(]\d{1,2}[）)]/],
] as const;

/** A heading is short and does not end a sentence: a numbered sentence stays a paragraph. */
const LONGEST_HEADING = 40;

function lineOf(text: string): TextLine {
  const found = levels.find(([, pattern]) => pattern.test(text));
  const isHeading = text.length <= LONGEST_HEADING && !/[。；;，,：:]$/.test(text);
  return found && isHeading
    ? { kind: "heading", level: found[0], text }
    : { kind: "paragraph", text };
}

export const linesOf = (body: string): TextLine[] =>
  body
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map(lineOf);

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → "一", 11 → "十一", 20 → "二十": the numbers of chapters. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return `${ten}${digits[n % 10]}`;
}
