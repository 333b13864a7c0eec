import type { Found } from "../corridor/tenant";
import type { Actor } from "./actor";

/** Who called by a key: the database's own words of it, and what they mean. */
export type KnownCaller = { text: string; actor: Actor; found: Found };

/** More than anybody's programs have keys; beyond it everything is forgotten and asked for again. */
const MOST = 500;

const known = new Map<string, KnownCaller>();

const nameOf = (keyHash: string, slug: string | undefined) => `${keyHash} ${slug ?? ""}`;

/**
 * Whom this process saw last under a key and an address. It is a guess and gives no right: whoever uses it must have the
 * database say the same words again in the statement whose rows are given out (corridor/at-once.ts).
 */
export const lastCaller = (keyHash: string, slug: string | undefined): KnownCaller | undefined =>
  known.get(nameOf(keyHash, slug));

export function remember(keyHash: string, slug: string | undefined, caller: KnownCaller): void {
  if (known.size >= MOST) known.clear();
  known.set(nameOf(keyHash, slug), caller);
}

/** A key that ended sets no more statements going. */
export const forget = (keyHash: string, slug: string | undefined): boolean =>
  known.delete(nameOf(keyHash, slug));
