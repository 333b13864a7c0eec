import type { SourceFile } from "./files";
import { codeOf, lineOf } from "./mask";

/** Words that a reader sees and that stand in the code instead of in the messages. */
export type JsxText = { text: string; line: number };

const opening = /(?<![\w)\]"'`])<(?=[A-Za-z>])/g;
const spoken = /\b(aria-label|aria-description|title|alt|placeholder|label|summary)=(["'])/g;

type Cursor = { code: string; at: number; found: { start: number; end: number }[] };

/** Behind the bracket that closes the one at `at`. */
function behindBraces(cursor: Cursor): void {
  let depth = 0;
  while (cursor.at < cursor.code.length) {
    const char = cursor.code[cursor.at];
    if (char === "<" && startsElement(cursor.code, cursor.at)) {
      element(cursor);
      continue;
    }
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    cursor.at += 1;
    if (depth === 0) return;
  }
}

function startsElement(code: string, at: number): boolean {
  const after = code.slice(at + 1, at + 80);
  if (!/^(?:[A-Za-z]|>)/.test(after) || /^\w+\s*(?:,|extends\b)/.test(after)) return false;
  const last = code.slice(Math.max(0, at - 60), at).trimEnd();
  return !/[\w)\]"'`.]$/.test(last) || /\b(?:return|default|yield|await)$/.test(last);
}

/** Reads `<Tag …>` with its attributes; true when the element has children. */
function tag(cursor: Cursor): boolean {
  while (cursor.at < cursor.code.length) {
    const char = cursor.code[cursor.at];
    if (char === "{") behindBraces(cursor);
    else if (cursor.code.startsWith("/>", cursor.at)) {
      cursor.at += 2;
      return false;
    } else if (char === ">") {
      cursor.at += 1;
      return true;
    } else cursor.at += 1;
  }
  return false;
}

function element(cursor: Cursor): void {
  if (!tag(cursor)) return;
  while (cursor.at < cursor.code.length) {
    const start = cursor.at;
    while (cursor.at < cursor.code.length && !/[<{]/.test(cursor.code[cursor.at] ?? "")) {
      cursor.at += 1;
    }
    if (cursor.at > start) cursor.found.push({ start, end: cursor.at });
    if (cursor.code[cursor.at] === "{") behindBraces(cursor);
    else if (cursor.code.startsWith("</", cursor.at)) {
      const end = cursor.code.indexOf(">", cursor.at);
      cursor.at = end < 0 ? cursor.code.length : end + 1;
      return;
    } else if (cursor.at < cursor.code.length) element(cursor);
  }
}

/** Text between tags, and text of attributes that is read aloud or shown, as far as it has letters. */
export function jsxTexts(file: SourceFile): JsxText[] {
  const { text } = file;
  const code = codeOf(file);
  const cursor: Cursor = { code, at: 0, found: [] };
  for (const match of code.matchAll(opening)) {
    if (match.index < cursor.at || !startsElement(code, match.index)) continue;
    cursor.at = match.index;
    element(cursor);
  }
  const between = cursor.found.map(({ start, end }) => ({ start, words: text.slice(start, end) }));
  const attributes = [...code.matchAll(spoken)].map((match) => {
    const start = match.index + match[0].length;
    return { start, words: text.slice(start, text.indexOf(match[2] ?? '"', start)) };
  });
  return [...between, ...attributes]
    .map(({ start, words }) => ({
      text: words.replace(/&\w+;/g, "").trim(),
      line: lineOf(text, start),
    }))
    .filter((one) => /\p{L}/u.test(one.text));
}
