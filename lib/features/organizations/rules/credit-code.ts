/** Unified social credit code, GB 32100-2015: 17 characters and a check character. No I, O, S, V, Z. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const FORM = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** 3^(position) mod 31 for the first seventeen characters. */
const WEIGHTS = Array.from({ length: 17 }).reduce<number[]>(
  (weights) => [...weights, ((weights.at(-1) ?? 0) * 3) % 31 || 1],
  [],
);

/** Full-width and lower-case letters as typed, spaces and hyphens as copied → the form that is stored. */
export const normalizeCreditCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .toUpperCase();

/** Undefined when the seventeen characters are none of a code. */
export function checkCharacter(first17: string): string | undefined {
  const values = [...first17].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), 0);
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** Expects the normal form. */
export const isCreditCode = (code: string): boolean =>
  FORM.test(code) && checkCharacter(code.slice(0, 17)) === code.at(17);

/**
 * A code that passes the check but belongs to nobody: its region 000000 is assigned to no place. For demonstration
 * organizations.
 */
export function syntheticCreditCode(serial: number): string {
  const digits = [...String(Math.trunc(Math.abs(serial))).padStart(9, "0")].slice(-9).join("");
  const first17 = `91000000${digits}`;
  return first17 + checkCharacter(first17);
}

/** What the code itself says: the registering office's region, and the kind where the class of unit leaves no doubt. */
export function readCreditCode(code: string): {
  regionCode: string | undefined;
  kind: "enterprise" | "government" | "industry_association" | undefined;
} {
  const region = code.slice(2, 8);
  const kinds = { "91": "enterprise", "11": "government", "51": "industry_association" } as const;
  const known = (classOf: string): classOf is keyof typeof kinds => classOf in kinds;
  const classOf = code.slice(0, 2);
  return {
    regionCode: /^[1-8]\d{5}$/.test(region) ? region : undefined,
    kind: known(classOf) ? kinds[classOf] : undefined,
  };
}
