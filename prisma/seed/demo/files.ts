import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { idOf, sha256 } from "./ids";
import { paperOf } from "./paper";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";

export type DemoFile = {
  alliance: string;
  key: string;
  name: string;
  lines: readonly string[];
  uploadedById: string | null;
  createdAt: Date;
};

export const fileId = (alliance: string, key: string): string =>
  idOf("stored-file", `${alliance}/${key}`);

/** Rows of the papers; the bytes are the same on every machine, so their hashes are too. */
export const fileRows = (files: readonly DemoFile[]): Partial<DemoRows> => ({
  storedFile: files.map(({ alliance, key, name, lines, uploadedById, createdAt }) => {
    const bytes = paperOf(lines);
    return {
      id: fileId(alliance, key),
      allianceId: allianceId(alliance),
      sha256: sha256(bytes),
      size: bytes.byteLength,
      mediaType: "application/pdf",
      name,
      uploadedById,
      createdAt,
    };
  }),
});

/** Puts the bytes where lib/platform/files/store.ts looks for them; what is already there stays. */
export async function storeFiles(dataDir: string, files: readonly DemoFile[]): Promise<void> {
  for (const { lines } of files) {
    const bytes = paperOf(lines);
    const hash = sha256(bytes);
    const folder = join(dataDir, "files", hash.slice(0, 2));
    const path = join(folder, hash);
    const found = await stat(path).catch(() => undefined);
    if (found?.size === bytes.byteLength) continue;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${path}.new`, bytes, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
}
