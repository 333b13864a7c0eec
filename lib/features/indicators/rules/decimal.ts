/** "-1,234.50", "１２" → "-1234.5"; undefined where it is no number with at most two decimals. */
export function readDecimal(text: string): string | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/(?<=\d),(?=\d{3}(\D|$))/g, "")
    .trim();
  const found = /^(-?)0*(\d{1,15})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return undefined;
  const [, sign = "", whole = "0", part = ""] = found;
  const rest = part.replace(/0+$/, "");
  const digits = rest === "" ? whole : `${whole}.${rest}`;
  return digits === "0" ? "0" : sign + digits;
}

/** Decimal text with at most two decimals in whole hundredths. */
export function hundredthsOf(text: string): bigint {
  const [whole = "0", part = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole + part.padEnd(2, "0"));
  return text.startsWith("-") ? -value : value;
}

/** Is nothing between the two: the highest below the lowest? */
export const isUpsideDown = (
  lowest: string | null | undefined,
  highest: string | null | undefined,
): boolean => Boolean(lowest && highest && hundredthsOf(highest) < hundredthsOf(lowest));
