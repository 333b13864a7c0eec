import { hashOf } from "./hash";
import type { Keeper } from "./keeper";
import { receiveInto } from "./receive";

export type Copied = { copied: number; there: number; missing: string[]; damaged: string[] };

/** The bytes are not those that their name promises. */
class DamagedFile extends Error {}

/**
 * Copies files from one keeper to the other and leaves the first as it is. Nothing is trusted: what is there already is
 * read and proved, and what is not what its name says is not copied. It can be broken off and run again at any time.
 */
export async function copyFiles(
  from: Keeper,
  to: Keeper,
  hashes: readonly string[],
  told: (done: number) => void = () => undefined,
): Promise<Copied> {
  const result: Copied = { copied: 0, there: 0, missing: [], damaged: [] };
  for (const [at, sha256] of hashes.entries()) {
    told(at);
    const there = await to.open(sha256);
    if (there && (await hashOf(there.stream)) === sha256) {
      result.there += 1;
      continue;
    }
    const kept = await from.open(sha256);
    if (!kept) {
      result.missing.push(sha256);
      continue;
    }
    try {
      await receiveInto(to, kept.stream, Number.POSITIVE_INFINITY, async (received) => {
        if (received.sha256 !== sha256) throw new DamagedFile(sha256);
      });
      result.copied += 1;
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      result.damaged.push(sha256);
    }
  }
  return result;
}
