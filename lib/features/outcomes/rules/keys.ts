import type { ResultLevel } from "../types";

/** What a metric's results are known by: the parts of their natural key (behaviour 4.4, "Double counting"). */
export const keyKinds = [
  "patent",
  "contract",
  "award",
  "benefit",
  "batch",
  "voucher",
  "number",
] as const;
export type KeyKind = (typeof keyKinds)[number];

/** The registry of domain 4 is fixed, and so is what its results are known by. */
const kindsByMetric: Record<Exclude<KeyKind, "number">, readonly string[]> = {
  patent: ["M35", "M36"],
  contract: ["M21", "M27", "M28"],
  award: ["M20", "M44", "M76"],
  benefit: ["M29", "M30"],
  batch: ["M39", "M40", "M41", "M84"],
  voucher: ["M26", "M31", "M32"],
};

export const keyKindOf = (metricCode: string): KeyKind =>
  keyKinds.find((kind) => kind !== "number" && kindsByMetric[kind].includes(metricCode)) ??
  "number";

/** Results of this kind have a level, and one of them counts at its highest only. */
export const isLevelled = (kind: KeyKind): boolean => kind === "award";

/** Of this kind new money may come in under the key of the first record. */
export const isContinued = (kind: KeyKind): boolean =>
  kind === "contract" || kind === "benefit" || kind === "voucher";

/** Of this kind the project is a part of the key too: one enterprise gains from several in a year. No project is a part as well. */
export const isOfProject = (kind: KeyKind): boolean => kind === "benefit";

const MARKS =
  /[\p{Cc}\u0020-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u2000-\u206F\u2E00-\u2E7F\u3000-\u3006\u3008-\u3020\u3030-\u303F\u30FB\uFE30-\uFE6F]/gu;

/**
 * The form in which two keys are compared: wide and narrow characters, case, spaces and marks do not tell things apart.
 * The database has the same function, outcome_key, under its unique key.
 */
export const normalKey = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase())
    .replace(MARKS, "");

/** An application number is the same with ZL, with CN and without; a publication number is another number. */
function patentNumber(text: string): string {
  const plain = normalKey(text).replace(/^(专利号|ZL|CN)+/, "");
  const application = /^(\d{12})([\dX])$/.exec(plain);
  if (application) return `ZL${application[1]}.${application[2]}`;
  return /^\d{7,9}[A-Z]\d?$/.test(plain) ? `CN${plain}` : text;
}

/** Parties of a contract in one order, whoever writes them down. */
const partyList = (text: string): string =>
  [...new Map(text.split(/[、，,;；]/).map((name) => [normalKey(name), name.trim()])).entries()]
    .filter(([key]) => key !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, name]) => name)
    .join("、");

export type KeyParts = {
  naturalKey?: string | undefined;
  parties?: string | undefined;
  issuer?: string | undefined;
  level?: ResultLevel | undefined;
  year: number;
};

const BETWEEN = " · ";
const joined = (...parts: readonly (string | number)[]): string => parts.join(BETWEEN);

/** The name of the thing in a whole key, as `composeKey` puts it first. */
export const nameOfKey = (kind: KeyKind, key: string): string =>
  kind === "contract" || kind === "award" || kind === "benefit"
    ? (key.split(BETWEEN)[0] ?? key)
    : key;

/**
 * The whole key of a result of this kind; undefined where it has none, null where a part of it is missing.
 * The level is the one that counts (see levels.ts), so 市级 and 省级 of one municipality are one key.
 */
export function composeKey(kind: KeyKind, parts: KeyParts): string | undefined | null {
  const { naturalKey: name, parties, issuer, level, year } = parts;
  if (!name) return undefined;
  if (normalKey(name) === "") return null;
  if (kind === "patent") return patentNumber(name);
  if (kind === "contract") return parties ? joined(name, partyList(parties)) : null;
  if (kind === "award") return issuer && level ? joined(name, year, level, issuer) : null;
  return kind === "benefit" ? joined(name, year) : name;
}
