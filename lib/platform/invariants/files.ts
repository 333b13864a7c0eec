import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "./check";

type Stored = { sha256: string; size: number; names: number };

/** Where the store keeps bytes: under their own hash. */
export const storedPath = (dataDir: string, sha256: string): string =>
  join(dataDir, "files", sha256.slice(0, 2), sha256);

export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

async function faultOf(dataDir: string, file: Stored): Promise<string | undefined> {
  const path = storedPath(dataDir, file.sha256);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return "missing";
  if (found.size !== file.size) return `${found.size} bytes instead of ${file.size}`;
  return (await hashOf(path)) === file.sha256 ? undefined : "other content";
}

/** Every row has its bytes, and they are the bytes that were handed in (I-29). */
export const storedFiles = (dataDir: string): Check => ({
  id: "I-29",
  title: "every stored file is there with the content that its hash names",
  find: async (reader) => {
    const { rows } = await reader.query<Stored>({
      text: "SELECT sha256, size, count(*)::int AS names FROM stored_files GROUP BY 1, 2 ORDER BY 1",
    });
    const found = [];
    for (const file of rows) {
      const fault = await faultOf(dataDir, file);
      if (fault) found.push({ sha256: file.sha256, fault });
    }
    return found;
  },
});
