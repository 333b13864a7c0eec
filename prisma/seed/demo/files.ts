import { Readable } from "node:stream";
import type { Keeper } from "@/lib/platform/files/keeper";
import { receiveInto } from "@/lib/platform/files/receive";
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

/** Puts the bytes where the portal looks for them. */
export async function storeFiles(keeper: Keeper, files: readonly DemoFile[]): Promise<void> {
  for (const { lines } of files) {
    await receiveInto(keeper, Readable.from([paperOf(lines)]), Number.POSITIVE_INFINITY);
  }
}
