import type { SourceFile } from "./files";

/*
 * A text of the same length in which comments and the contents of strings, templates and regular expressions are
 * blanks: what remains is code, at the same offsets. TypeScript 7 has no parser to call, hence this small one.
 */

const beforeRegex =
  /(?:^|[=(,:;!&|?{[+*%~^-]|=>|\b(?:return|typeof|case|in|of|do|else|await|yield|void|delete))$/;

type State = { text: string; out: string[]; at: number };

const blank = (char: string) => (char === "\n" ? "\n" : " ");

function blankUntil(state: State, end: number): void {
  for (; state.at < end; state.at += 1) state.out.push(blank(state.text[state.at] ?? ""));
}

function keep(state: State, count = 1): void {
  state.out.push(state.text.slice(state.at, state.at + count));
  state.at += count;
}

/** End of a quoted string: behind its last quote, or undefined where the line ends first (an apostrophe in words). */
function endOfQuoted(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return undefined;
}

function endOfRegex(text: string, start: number): number | undefined {
  let inClass = false;
  for (let at = start + 1; at < text.length && text[at] !== "\n"; at += 1) {
    const char = text[at];
    if (char === "\\") at += 1;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) return at + 1;
  }
  return undefined;
}

function template(state: State): void {
  keep(state);
  while (state.at < state.text.length) {
    const char = state.text[state.at];
    if (char === "\\") blankUntil(state, state.at + 2);
    else if (char === "`") {
      keep(state);
      return;
    } else if (char === "$" && state.text[state.at + 1] === "{") {
      keep(state, 2);
      code(state, true);
    } else blankUntil(state, state.at + 1);
  }
}

function quoted(state: State, end: number): void {
  keep(state);
  blankUntil(state, end - 1);
  keep(state);
}

function comment(state: State): boolean {
  const two = state.text.slice(state.at, state.at + 2);
  if (two !== "//" && two !== "/*") return false;
  const found = state.text.indexOf(two === "//" ? "\n" : "*/", state.at + 2);
  if (found < 0) blankUntil(state, state.text.length);
  else blankUntil(state, two === "//" ? found : found + 2);
  return true;
}

function code(state: State, inTemplate: boolean): void {
  let depth = 0;
  while (state.at < state.text.length) {
    const char = state.text[state.at] ?? "";
    if (inTemplate && char === "}" && depth === 0) {
      keep(state);
      return;
    }
    if (comment(state)) continue;
    const end =
      char === '"' || char === "'"
        ? endOfQuoted(state.text, state.at)
        : char === "/" && state.text[state.at + 1] !== ">" && beforeRegex.test(tail(state))
          ? endOfRegex(state.text, state.at)
          : undefined;
    if (end !== undefined) quoted(state, end);
    else if (char === "`") template(state);
    else {
      if (char === "{") depth += 1;
      if (char === "}") depth -= 1;
      keep(state);
    }
  }
}

/** The code before `state.at`, without blanks at its end. */
const tail = (state: State): string => state.out.slice(-200).join("").trimEnd().slice(-40);

export function mask(text: string): string {
  const state: State = { text, out: [], at: 0 };
  code(state, false);
  return state.out.join("");
}

export const lineOf = (text: string, offset: number): number =>
  text.slice(0, offset).split("\n").length;

const codes = new WeakMap<SourceFile, string>();

/** The mask of a file, made once however many rules ask. */
export function codeOf(file: SourceFile): string {
  const known = codes.get(file) ?? mask(file.text);
  codes.set(file, known);
  return known;
}
