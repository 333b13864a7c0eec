import type { IndicatorKind } from "@/lib/features/indicators/types";
import { accept, type Result, refuse } from "@/lib/kernel/result";

/*
 * What people type or paste into a cell: "1,234.5", "１２００", "3万", "2.5亿元", "305/414", "73.7%", "是", "不适用", "/".
 * Amounts are whole millionths, so that one yuan is exactly 0.0001 万元.
 */
export const MICRO = 1_000_000n;

export type CellContent =
  | { answer: "blank" }
  | { answer: "not_applicable" }
  | {
      answer: "value";
      entered: bigint | null;
      unit: string | null;
      amount: bigint | null;
      denominator: bigint | null;
      text: string | null;
    };

export type CellFault =
  | "not-a-number"
  | "too-many-decimals"
  | "two-parts"
  | "unit-unknown"
  | "too-large"
  | "not-yes-or-no"
  | "text-too-long"
  | "qualified"
  | "formula";

export type Asked = { kind: IndicatorKind; unit: string | null };

const MONEY: Record<string, bigint> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };
const COUNTS: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };

const yes = new Set(["是", "有", "yes", "y", "true", "1", "√", "✓"]);
const no = new Set(["否", "无", "no", "n", "false", "0", "×"]);
const notApplicable = new Set(["不适用", "n/a", "na", "na.", "not applicable", "/", "—", "-"]);

/** Full width, thousands separators and spaces make no difference. */
export const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u3000]+/g, " ")
    .trim();

const stripped = (text: string): string =>
  text.replace(/(?<=\d),(?=\d{3}(\D|$))/g, "").replace(/(?<=\d) (?=\d{3}(\D|$))/g, "");

/** Units in which a cell of this indicator may be typed; the indicator's own comes first. */
export function unitsOf(unit: string | null): string[] {
  if (unit === null) return [];
  return unit in MONEY ? [unit, ...Object.keys(MONEY).filter((one) => one !== unit)] : [unit];
}

/** Decimal text → millionths; undefined: no number. */
export function microOf(text: string): bigint | undefined {
  const found = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text);
  if (!found) return undefined;
  const [, sign, whole = "0", part = ""] = found;
  const value = BigInt(whole) * MICRO + BigInt(part.padEnd(6, "0"));
  return sign === "-" ? -value : value;
}

/** Millionths → shortest decimal text. */
export function decimalOf(value: bigint): string {
  const sign = value < 0n ? "-" : "";
  const digits = (value < 0n ? -value : value).toString().padStart(7, "0");
  const part = digits.slice(-6).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -6)}${part === "" ? "" : `.${part}`}`;
}

/** "2.5亿" → number and the word behind it. */
function split(text: string): { number: bigint; word: string } | undefined {
  const found = /^(-?\d{1,15}(?:\.\d{1,6})?) ?(\D*)$/.exec(stripped(text));
  const number = found?.[1] === undefined ? undefined : microOf(found[1]);
  return number === undefined ? undefined : { number, word: found?.[2]?.trim() ?? "" };
}

const QUALIFIED = /余|多|以上|近|约|左右|超|[>≥<≤~～+]/;

function faultOf(text: string): CellFault {
  if (text.startsWith("=")) return "formula";
  // 「近50余项」 is no number that could be added.
  return QUALIFIED.test(text) ? "qualified" : "not-a-number";
}

/** As many digits as are read back again (microOf), which the columns hold. */
const TOO_LARGE = 10n ** 15n * MICRO;
const isTooLarge = (amount: bigint): boolean => amount >= TOO_LARGE || -amount >= TOO_LARGE;

type Amount = { entered: bigint; unit: string | null; amount: bigint };

function amountOf(text: string, asked: Asked, chosen: string | null): Result<Amount, CellFault> {
  const parts = split(text);
  if (!parts) return refuse(faultOf(text));
  const { number, word } = parts;
  const own = asked.unit;
  const money = own !== null && own in MONEY;
  // "3万" in a cell of money is 3 万元; behind a count it multiplies.
  const named = money && word in COUNTS ? `${word}元` : word;
  if (money) {
    const unit = named === "" ? (chosen ?? own) : named;
    const factor = MONEY[unit];
    const base = MONEY[own];
    if (factor === undefined || base === undefined) return refuse("unit-unknown");
    const scaled = number * factor;
    if (scaled % base !== 0n) return refuse("too-many-decimals");
    if (isTooLarge(scaled / base)) return refuse("too-large");
    return accept({ entered: number, unit, amount: scaled / base });
  }
  // A unit that was chosen beside the number says what one that is typed behind it says.
  const unit = named === "" ? plainText(chosen ?? "") : named;
  const [, multiplier = "", rest = ""] = unit === own ? [] : (/^([万亿]?)(.*)$/.exec(unit) ?? []);
  if (rest !== "" && rest !== own)
    return refuse(QUALIFIED.test(rest) ? "qualified" : "unit-unknown");
  const amount = number * (COUNTS[multiplier] ?? 1n);
  if (isTooLarge(amount)) return refuse("too-large");
  return accept({ entered: amount, unit: own, amount });
}

function ratioOf(text: string): Result<CellContent, CellFault> {
  const [first, second, ...rest] = text.split(/[/÷:]/).map((part) => split(part.trim()));
  // A percentage alone cannot be added up with those of others: its two parts can.
  if (!first || !second || rest.length > 0 || first.word !== "" || second.word !== "")
    return refuse(text.startsWith("=") ? "formula" : "two-parts");
  if (second.number <= 0n || first.number < 0n) return refuse("two-parts");
  const parts = { amount: first.number, denominator: second.number };
  return accept({ answer: "value", entered: null, unit: null, text: null, ...parts });
}

function yesNoOf(text: string): Result<CellContent, CellFault> {
  const word = text.toLowerCase();
  if (!yes.has(word) && !no.has(word)) return refuse("not-yes-or-no");
  const amount = yes.has(word) ? MICRO : 0n;
  return accept({
    answer: "value",
    entered: null,
    unit: null,
    denominator: null,
    text: null,
    amount,
  });
}

/** A cell as typed → its content, or why it says nothing. Blank, zero and not applicable are three things. */
export function readCell(
  typed: string,
  asked: Asked,
  chosen: string | null = null,
): Result<CellContent, CellFault> {
  const text = asked.kind === "text" ? typed.trim() : plainText(typed);
  if (text === "") return accept({ answer: "blank" });
  if (notApplicable.has(text.toLowerCase())) return accept({ answer: "not_applicable" });
  if (asked.kind === "text") {
    if (text.length > 1000) return refuse("text-too-long");
    const none = { entered: null, unit: null, amount: null, denominator: null };
    return accept({ answer: "value", ...none, text });
  }
  if (asked.kind === "ratio") return ratioOf(text);
  if (asked.kind === "yes_no") return yesNoOf(text);
  const amount = amountOf(text, asked, chosen);
  return amount.ok
    ? accept({ answer: "value", ...amount.value, denominator: null, text: null })
    : amount;
}

/** How the content of a cell is typed again. */
export function typedOf(
  cell: {
    answer: "blank" | "value" | "not_applicable";
    entered: string | null;
    amount: string | null;
    denominator: string | null;
    text: string | null;
  },
  kind: IndicatorKind,
  words: { yes: string; no: string; notApplicable: string },
): string {
  if (cell.answer === "blank") return "";
  if (cell.answer === "not_applicable") return words.notApplicable;
  if (kind === "text") return cell.text ?? "";
  if (kind === "ratio") return `${cell.amount ?? ""}/${cell.denominator ?? ""}`;
  if (kind === "yes_no") return cell.amount === "0" ? words.no : words.yes;
  return cell.entered ?? cell.amount ?? "";
}
