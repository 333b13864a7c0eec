import { basename } from "node:path";
import type { Opened } from "./bucket-client.ts";
import { isMissing } from "./bucket-faults.ts";
import { ASIDE, asideOf, keyOf, ROOT } from "./bucket-keys.ts";
import { BATCH, GRACE_MS, isHash, type WithoutRow } from "./keeper.ts";

type Listed = { hash: string; old: boolean };

/** What lies under a prefix by its hash, a batch at a time; other objects are nobody's business here. */
async function* listed({ sdk, client }: Opened, Bucket: string, Prefix: string, at: Date) {
  const pages = sdk.paginateListObjectsV2({ client, pageSize: BATCH }, { Bucket, Prefix });
  for await (const { Contents = [] } of pages) {
    const found: Listed[] = [];
    for (const { Key = "", LastModified = at } of Contents) {
      const hash = basename(Key);
      const isMine = isHash(hash) && Key === (Prefix === ASIDE ? asideOf(hash) : keyOf(hash));
      const old = at.getTime() - LastModified.getTime() > GRACE_MS;
      if (isMine) found.push({ hash, old });
    }
    if (found.length > 0) yield found;
  }
}

async function isThere({ sdk, client }: Opened, Bucket: string, Key: string): Promise<boolean> {
  try {
    await client.send(new sdk.HeadObjectCommand({ Bucket, Key }));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * A bucket cannot move an object and look at it in one step: the same bytes may be handed in again, and their row be
 * written, between the last question and the deed. So what no row names is first copied aside, where it is still found,
 * and goes for good a day later; whoever has a row by then gets it back.
 * @returns how many are gone for good
 */
export async function sweepBucket(
  opened: Opened,
  Bucket: string,
  withoutRow: WithoutRow,
  at: Date,
): Promise<number> {
  const { sdk, client } = opened;
  const drop = (Key: string) => client.send(new sdk.DeleteObjectCommand({ Bucket, Key }));
  const copy = (from: string, Key: string) =>
    client.send(new sdk.CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${from}` }));
  let gone = 0;
  for await (const found of listed(opened, Bucket, ASIDE, at)) {
    const orphans = new Set(await withoutRow(found.map(({ hash }) => hash)));
    for (const { hash, old } of found) {
      if (orphans.has(hash)) {
        if (!old) continue;
        gone += 1;
      } else if (!(await isThere(opened, Bucket, keyOf(hash)))) {
        await copy(asideOf(hash), keyOf(hash));
      }
      await drop(asideOf(hash));
    }
  }
  for await (const found of listed(opened, Bucket, ROOT, at)) {
    const old = found.filter((one) => one.old).map(({ hash }) => hash);
    for (const hash of old.length > 0 ? await withoutRow(old) : []) {
      await copy(keyOf(hash), asideOf(hash));
      await drop(keyOf(hash));
    }
  }
  return gone;
}
