import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { type Opened, openClient, type Patience } from "./bucket-client.ts";
import { explained, isMissing } from "./bucket-faults.ts";
import { asideOf, keyOf, ROOT } from "./bucket-keys.ts";
import { sweepBucket } from "./bucket-sweep.ts";
import { type Keeper, type Kept, StoreError } from "./keeper.ts";
import type { BucketSettings } from "./settings.ts";

/** A body that ends with an error when nothing more comes; how long its reader takes is the reader's business. */
async function* watched(body: Readable, wait: number): AsyncGenerator<Buffer> {
  const pieces = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const timer = setTimeout(
        () => body.destroy(new Error("the object storage fell silent")),
        wait,
      );
      const { done, value } = await pieces.next().finally(() => clearTimeout(timer));
      if (done) return;
      yield value;
    }
  } finally {
    body.destroy();
  }
}

async function read({ sdk, client, patience }: Opened, Bucket: string, Key: string) {
  try {
    const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand({ Bucket, Key }));
    if (!(Body instanceof Readable)) return undefined;
    const stream = Readable.from(watched(Body, patience.bytes), { objectMode: false });
    // A stream that is given up before anybody read of it never began to watch; who reads hears of the error there.
    Body.on("error", () => undefined);
    stream.once("close", () => Body.destroy());
    return { size: ContentLength ?? 0, stream } satisfies Kept;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * One request with the length and the hash of what comes, both signed: a storage that proves them keeps these bytes or
 * none, and a broken connection leaves nothing behind, no part of an upload either.
 */
async function write(opened: Opened, Bucket: string, sha256: string, path: string): Promise<void> {
  const { sdk, client, patience } = opened;
  const { size } = await stat(path);
  const body = createReadStream(path);
  const command = new sdk.PutObjectCommand({
    Bucket,
    Key: keyOf(sha256),
    Body: body,
    ContentLength: size,
    ContentType: "application/octet-stream",
  });
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers["x-amz-content-sha256"] = sha256;
      return next(args);
    },
    { step: "build", name: "signedContentHash" },
  );
  try {
    await client.send(command, { requestTimeout: patience.upload });
  } finally {
    body.destroy();
  }
}

const ATTEMPTS = 2;

/** A file in the bucket that is there for a moment: may it be kept and taken away, and can nobody else read it? */
async function prove({ sdk, client, patience }: Opened, settings: BucketSettings): Promise<void> {
  const { bucket: Bucket, endpoint, pathStyle } = settings;
  await client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix: ROOT, MaxKeys: 1 }));
  const Key = `${ROOT}check-${randomUUID()}`;
  await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: "check" }));
  try {
    const url = new URL(endpoint);
    if (!pathStyle) url.hostname = `${Bucket}.${url.hostname}`;
    url.pathname = pathStyle ? `/${Bucket}/${Key}` : `/${Key}`;
    const open = await fetch(url, { signal: AbortSignal.timeout(patience.answer) });
    await open.body?.cancel();
    if (open.ok) {
      throw new StoreError(
        `S3_BUCKET: anybody can read the bucket ${Bucket} without a key; take public reading away from it`,
        true,
      );
    }
  } finally {
    await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }));
  }
}

/** Objects of a bucket with the S3 interface. Nothing in it is public: every byte passes through the portal. */
export function bucketKeeper(
  settings: BucketSettings,
  incoming: string,
  patience?: Partial<Patience>,
): Keeper {
  const { bucket } = settings;
  let opening: Promise<Opened> | undefined;
  const withClient = async <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
    opening ??= openClient(settings, patience);
    try {
      return await work(await opening);
    } catch (error) {
      throw explained(error, settings);
    }
  };
  return {
    place: `the bucket ${bucket} at ${settings.endpoint}`,
    incoming,
    keep: (sha256, path) =>
      withClient(async (opened) => {
        // The client does not repeat a body that flows; here it lies in a file and can be read again.
        for (let attempt = 1; ; attempt += 1) {
          try {
            return await write(opened, bucket, sha256, path);
          } catch (error) {
            if (attempt === ATTEMPTS || explained(error, settings).settled) throw error;
          }
        }
      }),
    open: (sha256) =>
      withClient(async (opened) => {
        // The sweeper may be moving it aside, or back, between two questions.
        for (const key of [keyOf(sha256), asideOf(sha256), keyOf(sha256)]) {
          const kept = await read(opened, bucket, key);
          if (kept) return kept;
        }
        return undefined;
      }),
    sweep: (withoutRow, at) => withClient((opened) => sweepBucket(opened, bucket, withoutRow, at)),
    check: () => withClient((opened) => prove(opened, settings)),
  };
}
