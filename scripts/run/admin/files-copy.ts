import { parseArgs } from "node:util";
import { databasePool } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { copyFiles } from "@/lib/platform/files/copy";
import { folderKeeper } from "@/lib/platform/files/folder";
import { bucketOf } from "@/lib/platform/files/settings";
import { keeper } from "@/lib/platform/files/store";
import { Problem } from "@/lib/platform/postgres/problem";
import { print, type Subcommand } from "./subcommand";

const EVERY = 100;

export const filesCopy: Subcommand = {
  name: "files copy",
  usage: "[--back]",
  summary:
    "copies every file that a row names from DATA_DIR into the bucket of S3_BUCKET (--back: from the bucket into DATA_DIR) and proves its hash; may be run again, takes nothing away",
  database: true,
  run: async (args) => {
    const options = { back: { type: "boolean", default: false } } as const;
    const { back } = parseArgs({ args, options }).values;
    if (!bucketOf(env())) {
      throw new Problem(
        "No bucket is named, so there is nothing to copy to or from.",
        "Set S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.",
      );
    }
    const bucket = keeper();
    await bucket.check();
    const folder = folderKeeper(env().DATA_DIR);
    const [from, to] = back ? [bucket, folder] : [folder, bucket];
    const { rows } = await databasePool().query<{ sha256: string }>(
      "SELECT DISTINCT sha256 FROM stored_files ORDER BY 1",
    );
    const hashes = rows.map(({ sha256 }) => sha256);
    const { copied, there, missing, damaged } = await copyFiles(from, to, hashes, (done) => {
      if (done > 0 && done % EVERY === 0) print(`${done} of ${hashes.length}`);
    });
    print(`${hashes.length} files from ${from.place} to ${to.place}:`);
    print(`  ${copied} copied, ${there} were there already with the right content`);
    for (const sha256 of missing) print(`✗ ${sha256} is in neither.`);
    for (const sha256 of damaged) print(`✗ ${sha256} has other content in ${from.place}.`);
    print("Next: npm run admin -- verify");
    return missing.length + damaged.length === 0 ? 0 : 1;
  },
};
