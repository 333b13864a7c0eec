/** A number as it stands in a reported text; how it must not be read is said too (domain 4.1 rule 7). */
export type ReportedNumber =
  | { kind: "exact" | "over" | "nearly" | "about"; value: string; unit: string }
  | { kind: "ambiguous" | "damaged" | "none" };

const nearly = /^(近|将近|接近)/;
const about = /^(约|大约|左右)/;
const PART =
  /^(近|将近|接近|约|大约)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(余|多|以上|\+)?\s*([万亿]?[\p{Script=Han}%]*?)(余|多|以上)?$/u;

/** An ordinal of a yearly event or a session has at most three digits: 「第4243届」 are two that ran together. */
const isDamaged = (text: string): boolean =>
  /第\s*\d{4,}\s*[届次期]/.test(text) ||
  // A number right before a prize, without a measure between them: 「6727优胜」.
  /\d{3,}\s*(优胜|金|银|铜|一等|二等|三等)/.test(text) ||
  /\d,\d{1,2}(?!\d)/.test(text);

/**
 * Reads 「近50余项」 as what it is: below and above 50 at once, so nobody's number. A text that lost characters on its way is
 * refused; an exact number keeps its unit, and units never convert: 人次, 人 and 人日 are three things.
 */
export function readReported(given: string): ReportedNumber {
  const text = given.normalize("NFKC").trim();
  if (isDamaged(text)) return { kind: "damaged" };
  const match = PART.exec(text);
  if (!match) return { kind: "none" };
  const [, before = "", digits = "", after, unit = "", trailing] = match;
  const over = after !== undefined || trailing !== undefined;
  if (over && (nearly.test(before) || about.test(before))) return { kind: "ambiguous" };
  const value = digits.replaceAll(",", "");
  if (over) return { kind: "over", value, unit };
  if (nearly.test(before)) return { kind: "nearly", value, unit };
  return { kind: about.test(before) ? "about" : "exact", value, unit };
}

/** Why such a text is no reported quantity, as a key of the words of fields; undefined for a plain number. */
export function quantityFault(text: string): string | undefined {
  if (/^\d{1,15}(\.\d{1,2})?$/.test(text)) return undefined;
  const { kind } = readReported(text);
  if (kind === "ambiguous") return "number-ambiguous";
  if (kind === "damaged") return "number-damaged";
  if (kind === "over" || kind === "nearly" || kind === "about") return "number-not-exact";
  return kind === "exact" ? "number-with-unit" : "not-a-quantity";
}
