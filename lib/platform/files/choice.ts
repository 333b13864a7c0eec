import { bucketKeeper } from "./bucket.ts";
import { folderKeeper, incomingOf } from "./folder.ts";
import type { Keeper } from "./keeper.ts";
import { bucketOf, type FileSettings } from "./settings.ts";

/** The keeper that the environment names. */
export function keeperOf(settings: FileSettings): Keeper {
  const bucket = bucketOf(settings);
  return bucket
    ? bucketKeeper(bucket, incomingOf(settings.DATA_DIR))
    : folderKeeper(settings.DATA_DIR);
}
