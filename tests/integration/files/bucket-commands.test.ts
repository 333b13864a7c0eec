import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderKeeper } from "@/lib/platform/files/folder";
import { receiveInto } from "@/lib/platform/files/receive";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { runAdmin } from "@/tests/support/program";
import { BucketServer, keyFor } from "./bucket-server";

const { db, url } = useDatabase();
const server = new BucketServer();
const dataDir = mkdtempSync(join(tmpdir(), "bucket-commands-"));
const hashes: string[] = [];

beforeAll(async () => {
  await server.start();
  const allianceId = (await createAlliance(db())).id;
  for (let n = 0; n < 3; n += 1) {
    const bytes = Readable.from([randomBytes(100)]);
    const { sha256, size } = await receiveInto(folderKeeper(dataDir), bytes, 1000);
    hashes.push(sha256);
    const row = { allianceId, sha256, size, mediaType: "text/plain", name: "示例.txt" };
    await db().storedFile.create({ data: row });
  }
});
afterAll(async () => {
  await server.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const admin = (line: string, variables: Record<string, string> = {}) =>
  runAdmin(line.split(" "), {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    ...server.variables(variables),
  });

test("files copy moves what rows name into the bucket, once; verify reads it there and names what is lost", async () => {
  expect((await admin("verify")).out).toContain("fault=missing");
  const first = await admin("files copy");
  expect(first).toMatchObject({ exit: 0, out: expect.stringContaining("3 copied, 0 were there") });
  expect(await server.keys()).toEqual(hashes.map(keyFor).sort());
  expect(await admin("files copy")).toMatchObject({
    exit: 0,
    out: expect.stringContaining("0 copied, 3 were there already"),
  });
  expect(await admin("verify")).toMatchObject({ exit: 0 });
  await rm(server.pathOf(keyFor(hashes[0] ?? "")));
  const broken = await admin("verify");
  expect(broken.exit).toBe(1);
  expect(broken.out).toContain(hashes[0]);
  await rm(join(dataDir, "files"), { recursive: true });
  const back = await admin("files copy --back");
  expect(back).toMatchObject({ exit: 1, out: expect.stringContaining("2 copied") });
  expect(back.out).toContain(`✗ ${hashes[0]} is in neither.`);
}, 150_000);

const wrong: [string, Record<string, string>, string][] = [
  ["sweep", { S3_SECRET_ACCESS_KEY: "no-such-secret" }, "✗ S3_SECRET_ACCESS_KEY is not"],
  ["files copy", { S3_BUCKET: "no-such-bucket" }, "✗ S3_BUCKET: there is no bucket"],
  ["verify", { S3_ENDPOINT: "http://127.0.0.1:1" }, "✗ S3_ENDPOINT: http://127.0.0.1:1 does not"],
  ["users list", { S3_BUCKET: "" }, "S3_BUCKET is missing"],
  ["users list", { S3_ENDPOINT: "http://s3.example.org" }, "S3_ENDPOINT must begin with https"],
];
test.each(wrong)(
  "%s with %j: the variable is named, in words and without its secret",
  async (line, variables, words) => {
    const { exit, out } = await admin(line, variables);
    expect(exit).toBe(1);
    expect(out).toContain(words);
    expect(out).toContain("Next: ");
    expect(out).not.toMatch(/no-such-secret|\n {4}at /);
  },
);

test("without a bucket there is nothing to copy to", async () => {
  const none = { S3_ENDPOINT: "", S3_BUCKET: "", S3_ACCESS_KEY_ID: "", S3_SECRET_ACCESS_KEY: "" };
  expect(await admin("files copy", none)).toMatchObject({
    exit: 1,
    out: expect.stringContaining("No bucket is named"),
  });
});
