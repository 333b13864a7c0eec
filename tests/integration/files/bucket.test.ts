import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bucketKeeper } from "@/lib/platform/files/bucket";
import type { Patience } from "@/lib/platform/files/bucket-client";
import { hashOf } from "@/lib/platform/files/hash";
import { StoreError } from "@/lib/platform/files/keeper";
import { receiveInto } from "@/lib/platform/files/receive";
import type { BucketSettings } from "@/lib/platform/files/settings";
import { BucketServer, bucket, keyFor, refuse, sha256 } from "./bucket-server";

const server = new BucketServer();
const incoming = mkdtempSync(join(tmpdir(), "incoming-"));
beforeAll(() => server.start());
afterEach(() => {
  server.before = () => false;
  server.isPublic = false;
});
afterAll(async () => {
  await server.remove();
  await rm(incoming, { recursive: true, force: true });
});

const quick: Partial<Patience> = { connect: 500, answer: 500, bytes: 300, upload: 1_000 };
const keeperWith = (other: Partial<BucketSettings> = {}, patience: Partial<Patience> = {}) =>
  bucketKeeper(server.settings(other), incoming, patience);
const keeper = () => keeperWith();

const lay = async (bytes: Uint8Array) =>
  receiveInto(keeper(), Readable.from([bytes]), Number.POSITIVE_INFINITY);
const fault = (work: Promise<unknown>): Promise<StoreError> =>
  work.then(
    () => expect.unreachable("it was done"),
    (error: unknown) => {
      expect(error).toBeInstanceOf(StoreError);
      return error as StoreError;
    },
  );
const waiting = () => readdir(incoming);

describe("bytes in a bucket", () => {
  test("I-29 lie under their hash, which is signed, and come back; 30 MB flow through a little memory", async () => {
    const chunk = randomBytes(1 << 20);
    const many = Array.from({ length: 30 }, () => chunk);
    const { sha256: hash, size } = await receiveInto(
      keeper(),
      Readable.from(many),
      Number.POSITIVE_INFINITY,
    );
    expect(size).toBe(30 << 20);
    expect(hash).toBe(sha256(Buffer.concat(many)));
    expect(await server.keys()).toContain(keyFor(hash));
    const put = server.requests.filter(({ method }) => method === "PUT").at(-1);
    expect(put?.headers).toMatchObject({
      "x-amz-content-sha256": hash,
      "content-length": String(size),
      authorization: expect.stringMatching(/SignedHeaders=[^,]*x-amz-content-sha256/),
    });
    expect(put?.headers["x-amz-acl"]).toBeUndefined();
    const kept = await keeper().open(hash);
    expect(kept?.size).toBe(size);
    expect(kept && (await hashOf(kept.stream))).toBe(hash);
    expect(await waiting()).toEqual([]);
    server.requests.length = 0;
  });

  test("A-35 the same bytes twice lie once", async () => {
    const bytes = randomBytes(100);
    const first = await lay(bytes);
    const before = await server.keys();
    expect((await lay(bytes)).sha256).toBe(first.sha256);
    expect(await server.keys()).toEqual(before);
  });

  test("what is not there is not found, and is no error", async () => {
    expect(await keeper().open("0".repeat(64))).toBeUndefined();
  });

  test.each([
    ["too large", Readable.from([Buffer.alloc(60), Buffer.alloc(60)]), "too-large"],
    [
      "broken in the middle",
      Readable.from(
        (async function* () {
          yield Buffer.alloc(50);
          throw new Error("cut");
        })(),
      ),
      "cut",
    ],
  ])("%s: the bucket hears nothing of it and no byte stays here", async (_, body, message) => {
    server.requests.length = 0;
    await expect(receiveInto(keeper(), body, 100)).rejects.toThrow(message);
    expect(server.requests).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("unwanted bytes are never sent", async () => {
    server.requests.length = 0;
    const no = receiveInto(keeper(), Readable.from([Buffer.alloc(9)]), 100, async () => {
      throw new Error("no such kind");
    });
    await expect(no).rejects.toThrow("no such kind");
    expect(server.requests).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("a passing fault is got over: the upload is sent once more, with all of its bytes", async () => {
    const bytes = randomBytes(300_000);
    let faults = 1;
    server.before = (request, response) => {
      if (request.method !== "PUT" || faults-- < 1) return false;
      request.resume().on("end", () => refuse(response, 503, "SlowDown"));
      return true;
    };
    const { sha256: hash } = await lay(bytes);
    expect(await server.bytes(keyFor(hash))).toEqual(bytes);
  });
});

describe("a storage that does not do its work", () => {
  const wrong: [string, Partial<BucketSettings>, RegExp][] = [
    ["another secret", { secretAccessKey: "not-the-secret" }, /^S3_SECRET_ACCESS_KEY is not/],
    ["an unknown key", { accessKeyId: "NOBODY" }, /^S3_ACCESS_KEY_ID is not known/],
    ["no such bucket", { bucket: "no-such-bucket" }, /^S3_BUCKET: there is no bucket no-such/],
  ];
  test.each(wrong)(
    "%s is named by its variable and without the secret",
    async (_, other, words) => {
      for (const work of [
        () => keeperWith(other).check(),
        () => keeperWith(other).open("1".repeat(64)),
        () => receiveInto(keeperWith(other), Readable.from([Buffer.alloc(9)]), 100),
      ]) {
        const { message, settled, code } = await fault(work());
        expect(message).toMatch(words);
        expect(message).not.toMatch(/not-the-secret|NOBODY/);
        expect({ settled, code }).toEqual({ settled: true, code: "unavailable" });
      }
      expect(await waiting()).toEqual([]);
    },
  );

  test("a key that may not write is told what it needs", async () => {
    server.before = (request, response) => {
      if (request.method !== "PUT") return false;
      request.resume().on("end", () => refuse(response, 403, "AccessDenied"));
      return true;
    };
    const { message, settled } = await fault(keeper().check());
    expect(message).toContain(`needs to list the bucket and to read, write and delete in it`);
    expect(settled).toBe(true);
  });

  test("a bucket that anybody can read is refused, and the proof leaves nothing in it", async () => {
    server.isPublic = true;
    const before = await server.keys();
    expect((await fault(keeper().check())).message).toContain(
      `S3_BUCKET: anybody can read the bucket ${bucket}`,
    );
    expect(await server.keys()).toEqual(before);
    server.isPublic = false;
    await keeper().check();
    expect(await server.keys()).toEqual(before);
  });

  test("nobody listens there: 503 for visitors, the variable for the administrator, later it goes on", async () => {
    const bytes = randomBytes(50);
    const { sha256: hash } = await lay(bytes);
    const same = keeperWith({}, quick);
    await server.stop();
    const reading = await fault(same.open(hash));
    expect(reading.message).toMatch(/^S3_ENDPOINT: http:\/\/127\.0\.0\.1:\d+ does not answer/);
    expect(reading).toMatchObject({ code: "unavailable", retryAfter: 30, settled: false });
    await fault(receiveInto(same, Readable.from([randomBytes(9)]), 100));
    expect(await waiting()).toEqual([]);
    await server.start();
    const kept = await same.open(hash);
    expect(kept && (await hashOf(kept.stream))).toBe(hash);
  });

  test("a storage that takes the call and says nothing is not waited for long", async () => {
    const { sha256: hash } = await lay(randomBytes(50));
    server.before = () => true;
    const began = performance.now();
    expect((await fault(keeperWith({}, quick).open(hash))).settled).toBe(false);
    await fault(receiveInto(keeperWith({}, quick), Readable.from([randomBytes(9)]), 100));
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(await waiting()).toEqual([]);
  });

  test("a storage that falls silent in the middle of a file breaks the download; a slow reader does not", async () => {
    const bytes = randomBytes(400_000);
    const { sha256: hash } = await lay(bytes);
    server.before = (_, response) => {
      response.writeHead(200, { "content-length": String(bytes.byteLength) });
      response.write(bytes.subarray(0, 1000));
      return true;
    };
    const half = await keeperWith({}, quick).open(hash);
    await expect(half && hashOf(half.stream)).rejects.toThrow("fell silent");
    server.before = () => false;
    const slow = await keeperWith({}, quick).open(hash);
    const pieces: Uint8Array[] = [];
    for await (const piece of slow?.stream ?? []) {
      pieces.push(piece);
      if (pieces.length < 4) await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(sha256(Buffer.concat(pieces))).toBe(hash);
  });

  test("a download that is given up lets its connection go", async () => {
    const hash = "2".repeat(64);
    const open = new Set<unknown>();
    const relay = createServer((_, response) => {
      open.add(response);
      response.on("close", () => open.delete(response));
      response.writeHead(200, { "content-length": "20000000" });
      response.write(Buffer.alloc(100_000));
    });
    await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
    const read = await keeperWith({ endpoint }).open(hash);
    const unread = await keeperWith({ endpoint }).open(hash);
    expect(open.size).toBe(2);
    read?.stream.once("data", () => read.stream.destroy());
    unread?.stream.destroy();
    await expect.poll(() => open.size).toBe(0);
    relay.close();
  });
});

describe("sweeping a bucket", () => {
  const DAY = 24;
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const aside = (hash: string) => `files/swept/${hash}`;
  const nobody = async (hashes: readonly string[]) => [...hashes];
  const everybody = async () => [];

  test("what no row names goes aside after a day, is still found, and is gone a day later; the rest stays", async () => {
    const { sha256: orphan } = await lay(randomBytes(40));
    const { sha256: named } = await lay(randomBytes(40));
    const { sha256: fresh } = await lay(randomBytes(40));
    for (const hash of [orphan, named]) await server.age(keyFor(hash), DAY + 1);
    const without = async (hashes: readonly string[]) => hashes.filter((hash) => hash !== named);
    expect(await keeper().sweep(without, at(0))).toBe(0);
    expect(await server.keys()).toEqual(
      expect.arrayContaining([aside(orphan), keyFor(named), keyFor(fresh)]),
    );
    expect(await server.keys()).not.toContain(keyFor(orphan));
    const kept = await keeper().open(orphan);
    expect(kept && (await hashOf(kept.stream))).toBe(orphan);
    expect(await keeper().sweep(without, at(0))).toBe(0);
    await server.age(aside(orphan), DAY + 1);
    expect(await keeper().sweep(without, at(0))).toBe(1);
    expect(await keeper().open(orphan)).toBeUndefined();
    expect(await server.keys()).toEqual(expect.arrayContaining([keyFor(named), keyFor(fresh)]));
  });

  test("F-05 who registers the same bytes while it sweeps has them: they are found aside and go home", async () => {
    const bytes = randomBytes(40);
    const { sha256: hash } = await lay(bytes);
    await server.age(keyFor(hash), DAY + 1);
    await keeper().sweep(nobody, at(0));
    expect(await server.keys()).toContain(aside(hash));
    await server.age(aside(hash), DAY + 1);
    expect(await keeper().sweep(everybody, at(0))).toBe(0);
    expect(await server.keys()).toContain(keyFor(hash));
    expect(await server.keys()).not.toContain(aside(hash));
    expect(await server.bytes(keyFor(hash))).toEqual(bytes);
  });

  test("more than one page of a list is swept", async () => {
    const lots = Array.from({ length: 520 }, (_, n) => sha256(`many ${n}`));
    for (const hash of lots) await server.lay(keyFor(hash), DAY + 1);
    await keeper().sweep(async (hashes) => hashes.filter((hash) => lots.includes(hash)), at(0));
    const left = await server.keys();
    expect(lots.filter((hash) => left.includes(keyFor(hash)))).toEqual([]);
    expect(lots.filter((hash) => left.includes(aside(hash)))).toEqual(lots);
    await keeper().sweep(
      async (hashes) => hashes.filter((hash) => lots.includes(hash)),
      at(DAY + 1),
    );
    expect((await server.keys()).filter((key) => key.startsWith("files/swept/"))).toEqual([]);
  });

  test("other things in the bucket are left alone", async () => {
    const key = "files/ab/notes.txt";
    const { sdk, client } = await import("@/lib/platform/files/bucket-client").then((m) =>
      m.openClient(server.settings()),
    );
    await client.send(new sdk.PutObjectCommand({ Bucket: bucket, Key: key, Body: "x" }));
    await server.age(key, 100);
    await keeper().sweep(nobody, at(100));
    await keeper().sweep(nobody, at(100));
    expect(await server.keys()).toContain(key);
  });
});
