/**
 * Money as integer fen in a bigint; yuan with two decimals as text on every border (database numeric(18,2), JSON, form).
 * No JavaScript number ever holds an amount.
 */
const YUAN = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;

/** A sum of many amounts: only a single amount is bounded. */
const SUM = /^(-?)(\d{1,30})(?:\.(\d{1,2}))?$/;

/** Reads yuan such as "35700000.00"; undefined when the text is no amount within ±10^15 yuan (I-19). */
export const parseYuan = (text: string): bigint | undefined => readFen(text, YUAN);

/** A number of yuan with more digits than an amount has: it is told apart from what is no number. */
export const isBeyondAmount = (text: string): boolean =>
  /^-?0*[1-9]\d{15,}(\.\d*)?$/.test(text.trim());

/** Reads a sum that the database added up, which may be larger than any one amount. */
export const parseSum = (text: string): bigint | undefined => readFen(text, SUM);

/** @throws when the text is no sum: a total that cannot be read must never count as nothing */
export function fenOf(text: string): bigint {
  const fen = parseSum(text);
  if (fen === undefined) throw new Error(`not a decimal with two places: ${text}`);
  return fen;
}

function readFen(text: string, form: RegExp): bigint | undefined {
  const match = form.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const fen = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  return sign ? -fen : fen;
}

/** "35700000.00": the form of REST and of numeric(18,2). */
export function yuanText(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export type MoneyUnit = "yuan" | "wan" | "yi";

const FEN_PER: Record<MoneyUnit, bigint> = { yuan: 100n, wan: 1_000_000n, yi: 10_000_000_000n };

/** One unit for a whole column: 亿元 from one 亿, 万元 from one 万, else 元. Decided by the largest amount. */
export function unitFor(amounts: readonly bigint[]): MoneyUnit {
  const largest = amounts.reduce((max, fen) => {
    const size = fen < 0n ? -fen : fen;
    return size > max ? size : max;
  }, 0n);
  if (largest >= FEN_PER.yi) return "yi";
  return largest >= FEN_PER.wan ? "wan" : "yuan";
}

/**
 * The amount in a unit as plain decimal text, rounded half away from zero at `decimals`, trailing zeros cut:
 * 3570000000n fen in wan → "3570".
 */
export function amountIn(fen: bigint, unit: MoneyUnit, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const size = fen < 0n ? -fen : fen;
  const rounded = (size * scale * 2n + FEN_PER[unit]) / (FEN_PER[unit] * 2n);
  const whole = rounded / scale;
  const fraction = (rounded % scale).toString().padStart(decimals, "0").replace(/0+$/, "");
  return `${fen < 0n && rounded > 0n ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}
