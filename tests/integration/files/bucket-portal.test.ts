import "../rest/browser";
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/files/[alliance]/[id]/route";
import { PUT } from "@/app/api/files/[alliance]/route";
import { documentLimit } from "@/lib/kernel/file-size";
import { restoreBackup } from "@/lib/platform/backup/restore";
import { writeBackup } from "@/lib/platform/backup/write";
import { copyFiles } from "@/lib/platform/files/copy";
import { folderKeeper, storedPath } from "@/lib/platform/files/folder";
import { keeper } from "@/lib/platform/files/store";
import { storedFiles } from "@/lib/platform/invariants/files";
import { sweep } from "@/lib/platform/sweep/sweep";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createCaller, read } from "../rest/call";
import { BucketServer, keyFor, sha256 } from "./bucket-server";

const dataDir = mkdtempSync(join(tmpdir(), "bucket-portal-"));
const server = new BucketServer();
await server.start();
Object.assign(process.env, { DATA_DIR: dataDir, ...server.variables() });

const { db, url } = useDatabase();
const folder = folderKeeper(dataDir);
let slug = "";
let key = "";
let other = "";

beforeAll(async () => {
  const alliance = await createAlliance(db());
  slug = alliance.slug;
  key = (await createCaller(db(), "secretariat", { allianceId: alliance.id })).key;
  const foreign = await createAlliance(db());
  other = (await createCaller(db(), "secretariat", { allianceId: foreign.id })).key;
});
afterEach(() => {
  server.before = () => false;
});
afterAll(async () => {
  await server.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const pdf = (more = randomBytes(200)) => Buffer.concat([Buffer.from("%PDF-1.7\n"), more]);
const signed = (bearer: string) => ({ authorization: `Bearer ${bearer}` });

async function put(body: BodyInit) {
  const request = new Request(`http://localhost:3999/api/files/${slug}?name=a.pdf`, {
    method: "PUT",
    body,
    headers: signed(key),
    duplex: "half",
  } as RequestInit);
  return read(await PUT(request, { params: Promise.resolve({ alliance: slug }) }));
}
const get = (id: unknown, bearer = key, method = "GET") =>
  GET(
    new Request(`http://localhost:3999/api/files/${slug}/${id}`, {
      method,
      headers: signed(bearer),
    }),
    { params: Promise.resolve({ alliance: slug, id: String(id) }) },
  );

const onDisk = async () => {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const faults = () => withClient((client) => storedFiles(keeper()).find(client));

describe("the portal with a bucket", () => {
  test("a file goes into the bucket and comes back through the portal's own rights; nothing stays here", async () => {
    const bytes = pdf();
    const { status, body } = await put(bytes);
    expect({ status, sha256: body.sha256 }).toEqual({ status: 200, sha256: sha256(bytes) });
    expect((await put(bytes)).status).toBe(200);
    expect(await server.keys()).toEqual([keyFor(sha256(bytes))]);
    expect(await server.bytes(keyFor(sha256(bytes)))).toEqual(bytes);
    const response = await get(body.id);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(String(bytes.byteLength));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect((await get(body.id, other)).status).toBeGreaterThanOrEqual(403);
    const head = await get(body.id, key, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      String(bytes.byteLength),
      "",
    ]);
    expect(await onDisk()).toEqual([]);
  });

  test.each([
    ["too large", () => pdf(Buffer.alloc(documentLimit)), 413],
    ["of no allowed kind", () => "<html>", 400],
  ])("%s: no byte and no row", async (_, make, status) => {
    const before = [await server.keys(), await db().storedFile.count()];
    expect((await put(make())).status).toBe(status);
    expect([await server.keys(), await db().storedFile.count()]).toEqual(before);
    expect(await onDisk()).toEqual([]);
  });

  test("exactly the limit is taken and given back", async () => {
    const bytes = pdf(randomBytes(documentLimit - 9));
    const { body } = await put(bytes);
    const back = Buffer.from(await (await get(body.id)).arrayBuffer());
    expect(sha256(back)).toBe(sha256(bytes));
  });

  test("while the storage is away both ways say 503 and when to come back, and no row is without its bytes; then all goes on", async () => {
    const bytes = pdf();
    const { body } = await put(bytes);
    const rows = await db().storedFile.count();
    await server.stop();
    const away = await put(pdf());
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toBe("30");
    expect(JSON.stringify(away.body)).not.toMatch(/S3|127\.0\.0\.1/);
    expect((await get(body.id)).status).toBe(503);
    expect(await db().storedFile.count()).toBe(rows);
    expect(await onDisk()).toEqual([]);
    await server.start();
    expect((await get(body.id)).status).toBe(200);
    expect((await put(pdf())).status).toBe(200);
  });

  test("I-29 verify reads every byte and names what is lost or other", async () => {
    const lost = pdf();
    const bent = pdf();
    const rowOfLost = (await put(lost)).body;
    await put(bent);
    expect(await faults()).toEqual([]);
    await rm(server.pathOf(keyFor(sha256(lost))));
    await writeFile(server.pathOf(keyFor(sha256(bent))), Buffer.alloc(bent.byteLength));
    expect(await faults()).toEqual(
      expect.arrayContaining([
        { sha256: sha256(lost), fault: "missing" },
        { sha256: sha256(bent), fault: "other content" },
      ]),
    );
    expect((await get(rowOfLost.id)).status).toBe(404);
    expect((await put(lost)).status).toBe(200);
    expect((await put(bent)).status).toBe(200);
    expect(await faults()).toEqual([]);
  });

  test("a backup reads from the bucket, and a restore brings back to it what was lost", async () => {
    const path = join(tmpdir(), `bucket-${sha256(randomBytes(9))}`);
    const before = await server.keys();
    const { manifest } = await writeBackup({ url, keeper: keeper() }, path);
    expect(manifest.missingFiles).toEqual([]);
    for (const one of before) await rm(server.pathOf(one));
    expect((await faults()).length).toBe(before.length);
    const restored = await restoreBackup({ url, keeper: keeper(), force: true }, path);
    await rm(path);
    expect(restored.files).toBe(before.length);
    expect(await server.keys()).toEqual(before);
    expect(await faults()).toEqual([]);
    expect(await onDisk()).toEqual([]);
  });

  test("the sweeper takes orphans out of the bucket and what an upload left here, and nothing that has a row", async () => {
    const named = await server.keys();
    const orphan = sha256("orphan");
    await server.lay(keyFor(orphan), 25);
    for (const one of named) await server.age(one, 1000);
    const half = join(dataDir, "files", "incoming", "half");
    await writeFile(half, "half");
    const round = (hours: number) =>
      withClient((client) => sweep(client, keeper(), new Date(Date.now() + hours * 3_600_000)));
    expect(await round(25)).toMatchObject({ files: 1 });
    expect(await server.keys()).toEqual([...named, `files/swept/${orphan}`].sort());
    expect(await onDisk()).toEqual([]);
    expect(await round(50)).toMatchObject({ files: 1 });
    expect(await server.keys()).toEqual(named);
  });

  test("files are copied from bucket to folder and back, again and again, and only what is what it says", async () => {
    const hashes = (await db().storedFile.findMany({ distinct: ["sha256"] })).map(
      (row) => row.sha256,
    );
    const [first = "", second = "", third = ""] = hashes;
    expect(await copyFiles(keeper(), folder, hashes)).toEqual({
      copied: hashes.length,
      there: 0,
      missing: [],
      damaged: [],
    });
    expect(sha256(await readFile(storedPath(dataDir, first)))).toBe(first);
    await rm(server.pathOf(keyFor(first)));
    await writeFile(server.pathOf(keyFor(second)), "half of");
    await rm(server.pathOf(keyFor(third)));
    await writeFile(storedPath(dataDir, third), "bent");
    const nowhere = sha256("nowhere");
    expect(await copyFiles(folder, keeper(), [...hashes, nowhere])).toEqual({
      copied: 2,
      there: hashes.length - 3,
      missing: [nowhere],
      damaged: [third],
    });
    expect(await server.keys()).not.toContain(keyFor(third));
    expect(sha256(await server.bytes(keyFor(second)))).toBe(second);
    await rm(storedPath(dataDir, third));
    await mkdir(dirname(storedPath(dataDir, third)), { recursive: true });
    expect(await copyFiles(folder, keeper(), [first])).toMatchObject({ copied: 0, there: 1 });
  });
});
