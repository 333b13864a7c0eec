import { parseYuan, yuanText } from "@/lib/kernel/money";

const FACTORS: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };

const AMOUNT = /^(?:[¥￥]|rmb|cny)?(-?[\d,]+(?:\.\d*)?)([万亿])?元?$/i;

/**
 * What people type or paste for an amount ("35,700,000.00 元", "３５７０万元", "1.2亿") → yuan as plain text. What cannot
 * be read, or has more than fen, is given back as typed, so that the fault is shown beside the person's own words.
 */
export function readAmount(typed: string): string {
  const match = AMOUNT.exec(typed.normalize("NFKC").replace(/\s/g, ""));
  if (!match) return typed.trim();
  const digits = (match[1] ?? "").replaceAll(",", "").replace(/\.$/, "");
  const factor = FACTORS[match[2] ?? ""];
  if (!factor) return parseYuan(digits) === undefined ? typed.trim() : digits;
  const [whole = "", fraction = ""] = digits.split(".");
  const scale = 10n ** BigInt(fraction.length);
  if (whole.length + fraction.length > 20) return typed.trim();
  const fen = BigInt(`${whole}${fraction}`) * factor * 100n;
  if (fen % scale !== 0n) return typed.trim();
  const yuan = yuanText(fen / scale).replace(/\.00$/, "");
  return parseYuan(yuan) === undefined ? typed.trim() : yuan;
}
