import { normalizeCreditCode } from "./credit-code";

const ESCAPED = /[\\%_]/g;
const HAN_OR_DIGIT = /[\p{Script=Han}\p{N}]/u;
/** More words than this narrow nothing and cost a scan each. */
const MOST_WORDS = 6;

/**
 * A typed search as LIKE patterns for the search text; all must match. Chinese and numbers match anywhere in a name,
 * Latin letters at the begin of a syllable or a word.
 */
export const searchPatterns = (typed: string): string[] =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ü/g, "v")
    .split(/[\s\p{Cf}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word) => {
      const literal = word.replace(ESCAPED, "\\$&");
      return HAN_OR_DIGIT.test(word) ? `%${literal}%` : `% ${literal}%`;
    });

/** The begin of a credit code, when that is what was typed. */
export function creditCodePrefix(typed: string): string | undefined {
  const code = normalizeCreditCode(typed);
  return /^[0-9A-HJ-NPQRTUWXY]{6,18}$/.test(code) && /^\d/.test(code) ? code : undefined;
}
