import { accept, type Result, refuse } from "@/lib/kernel/result";
import { hundredthsOf } from "./decimal";

/*
 * Checks over several indicators: `graduates_employed <= graduates`, `M39 >= 2 * M40 + M45`, `[1.2.3] = [1.2.4] + [1.2.5]`,
 * `M01 requires M02`, `M01 excludes M02`. Sums of codes and numbers, one comparison, nothing else: the text comes from
 * people and is never run. Numbers are whole hundredths, so that no fraction is rounded on the way.
 */
export const operators = ["<=", ">=", "<>", "=", "<", ">"] as const;
export type Operator = (typeof operators)[number];

/** A code taken so many hundredths times; without a code a plain number in hundredths. */
export type Term = { code: string | null; times: bigint };
export type Expression =
  | { kind: "compare"; left: Term[]; operator: Operator; right: Term[] }
  | { kind: "requires" | "excludes"; first: string; second: string };

export type ExpressionFault = "expression-empty" | "expression-syntax" | "expression-too-long";

type Token =
  | { type: "number"; value: bigint }
  | { type: "code"; value: string }
  | { type: "sign"; value: string }
  | { type: "word"; value: "requires" | "excludes" };

const TOKEN =
  /\s*(?:(\d{1,12}(?:\.\d{1,2})?)|\[([^[\]]{1,20})\]|([A-Za-z_][A-Za-z0-9_]{0,29})|(<=|>=|<>|[=<>+\-*]))/y;

const LONGEST = 300;
const ONE = 100n;

const isJoin = (word: string): word is "requires" | "excludes" =>
  word === "requires" || word === "excludes";

const isOperator = (text: string | undefined): text is Operator =>
  operators.some((operator) => operator === text);

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    const [, number, bracket, word, sign] = found;
    if (number !== undefined) tokens.push({ type: "number", value: hundredthsOf(number) });
    else if (bracket !== undefined) tokens.push({ type: "code", value: bracket.trim() });
    else if (word !== undefined)
      tokens.push(isJoin(word) ? { type: "word", value: word } : { type: "code", value: word });
    else if (sign !== undefined) tokens.push({ type: "sign", value: sign });
  }
  return tokens;
}

/** `2 * M40`, `M40 * 2`, `M40`, `12.50`. */
function termOf(tokens: readonly Token[]): Term | undefined {
  const [first, sign, second, ...rest] = tokens;
  if (!first || rest.length > 0) return undefined;
  if (!sign) {
    if (first.type === "number") return { code: null, times: first.value };
    return first.type === "code" ? { code: first.value, times: ONE } : undefined;
  }
  if (sign.type !== "sign" || sign.value !== "*" || !second) return undefined;
  const [number, code] = first.type === "number" ? [first, second] : [second, first];
  return number.type === "number" && code.type === "code"
    ? { code: code.value, times: number.value }
    : undefined;
}

const isPlusMinus = (token: Token): boolean =>
  token.type === "sign" && (token.value === "+" || token.value === "-");

function sumOf(tokens: readonly Token[]): Term[] | undefined {
  const terms: Term[] = [];
  let begin = 0;
  let minus = false;
  for (let place = 0; place <= tokens.length; place += 1) {
    const token = tokens[place];
    if (token && !isPlusMinus(token)) continue;
    const term = termOf(tokens.slice(begin, place));
    if (!term) return undefined;
    terms.push(minus ? { ...term, times: -term.times } : term);
    minus = token?.type === "sign" && token.value === "-";
    begin = place + 1;
  }
  return terms;
}

/** The text as an expression, or why it is none. */
export function parseExpression(text: string): Result<Expression, ExpressionFault> {
  if (text.length > LONGEST) return refuse("expression-too-long");
  if (text.trim() === "") return refuse("expression-empty");
  const tokens = tokensOf(text);
  if (!tokens) return refuse("expression-syntax");
  const [first, word, second] = tokens;
  if (word?.type === "word") {
    return tokens.length === 3 &&
      first?.type === "code" &&
      second?.type === "code" &&
      first.value !== second.value
      ? accept({ kind: word.value, first: first.value, second: second.value })
      : refuse("expression-syntax");
  }
  const places = tokens.flatMap((token, place) =>
    token.type === "sign" && isOperator(token.value) ? [place] : [],
  );
  const place = places[0] ?? -1;
  const sign = tokens[place]?.value;
  const left = sumOf(tokens.slice(0, Math.max(0, place)));
  const right = sumOf(tokens.slice(place + 1));
  if (places.length !== 1 || typeof sign !== "string" || !isOperator(sign) || !left || !right)
    return refuse("expression-syntax");
  return accept({ kind: "compare", left, operator: sign, right });
}

/** Every code that the expression names, once. */
export const codesOf = (expression: Expression): string[] =>
  expression.kind === "compare"
    ? [
        ...new Set(
          [...expression.left, ...expression.right].flatMap(({ code }) => (code ? [code] : [])),
        ),
      ]
    : [expression.first, expression.second];

/** What stands in a cell: an amount in millionths, or that something stands there at all. */
export type Known = { amount: bigint | null; answered: boolean };

const compare: Record<Operator, (left: bigint, right: bigint) => boolean> = {
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
  "<>": (left, right) => left !== right,
  "=": (left, right) => left === right,
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
};

const MILLION = 1_000_000n;

function totalOf(
  terms: readonly Term[],
  known: (code: string) => Known | undefined,
): bigint | undefined {
  let total = 0n;
  for (const { code, times } of terms) {
    const amount = code === null ? MILLION : known(code)?.amount;
    if (amount === null || amount === undefined) return undefined;
    total += times * amount;
  }
  return total;
}

/** Does it hold? Undefined while one of its amounts is missing: a blank is not a zero. */
export function holds(
  expression: Expression,
  known: (code: string) => Known | undefined,
): boolean | undefined {
  if (expression.kind !== "compare") {
    const first = known(expression.first)?.answered === true;
    const second = known(expression.second)?.answered === true;
    return expression.kind === "requires" ? !first || second : !(first && second);
  }
  const left = totalOf(expression.left, known);
  const right = totalOf(expression.right, known);
  if (left === undefined || right === undefined) return undefined;
  return compare[expression.operator](left, right);
}
