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
