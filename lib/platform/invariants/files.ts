import { hashOf } from "../files/hash";
import type { Keeper } from "../files/keeper";
import type { Check } from "./check";

type Stored = { sha256: string; size: number; names: number };

async function faultOf(keeper: Keeper, file: Stored): Promise<string | undefined> {
  const kept = await keeper.open(file.sha256);
  if (!kept) return "missing";
  if (kept.size !== file.size) {
    kept.stream.destroy();
    return `${kept.size} bytes instead of ${file.size}`;
  }
  return (await hashOf(kept.stream)) === file.sha256 ? undefined : "other content";
}

/** Every row has its bytes, and they are the bytes that were handed in (I-29). */
export const storedFiles = (keeper: Keeper): Check => ({
  id: "I-29",
  title: "every stored file is there with the content that its hash names",
  find: async (reader) => {
    const { rows } = await reader.query<Stored>({
      text: "SELECT sha256, size, count(*)::int AS names FROM stored_files GROUP BY 1, 2 ORDER BY 1",
    });
    const found = [];
    for (const file of rows) {
      const fault = await faultOf(keeper, file);
      if (fault) found.push({ sha256: file.sha256, fault });
    }
    return found;
  },
});
