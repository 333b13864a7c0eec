import "../rest/browser";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/files/[alliance]/[id]/route";
import { PUT } from "@/app/api/files/[alliance]/route";
import { documentLimit } from "@/lib/kernel/file-size";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { spreadsheetBomb } from "@/tests/support/bomb";
import { useDatabase } from "@/tests/support/database";
import { createCaller, keyOf, read } from "../rest/call";

const dataDir = mkdtempSync(join(tmpdir(), "files-"));
process.env.DATA_DIR = dataDir;
const { db } = useDatabase();

const keys: Record<string, string> = {};
let slug = "";
let foreign = "";
let home = "";

beforeAll(async () => {
  const alliance = await createAlliance(db());
  const other = await createAlliance(db());
  const at = { allianceId: alliance.id };
  slug = alliance.slug;
  home = alliance.id;
  foreign = other.slug;
  const secretary = await createCaller(db(), "secretariat", at);
  keys.secretary = secretary.key;
  keys.reading = await keyOf(db(), secretary.actor.userId ?? "", { readOnly: true });
  const contact = { ...at, organizationId: (await createOrganization(db())).id };
  keys.contact = (await createCaller(db(), "enterprise_contact", contact)).key;
  const rival = { ...at, organizationId: (await createOrganization(db())).id };
  keys.rival = (await createCaller(db(), "enterprise_contact", rival)).key;
  keys.observer = (await createCaller(db(), "observer", at)).key;
  keys.stranger = (await createCaller(db(), "secretariat", { allianceId: other.id })).key;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const pdf = (more = randomBytes(20)) => Buffer.concat([Buffer.from("%PDF-1.7\n"), more]);

async function put(key: string | undefined, body: BodyInit | null, name = "示例.pdf", to = slug) {
  const request = new Request(
    `http://localhost:3999/api/files/${to}?name=${encodeURIComponent(name)}`,
    {
      method: "PUT",
      body,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      duplex: "half",
    } as RequestInit,
  );
  return read(await PUT(request, { params: Promise.resolve({ alliance: to }) }));
}

const get = (key: string | undefined, id: string, from = slug) =>
  GET(
    new Request(`http://localhost:3999/api/files/${from}/${id}`, {
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    }),
    { params: Promise.resolve({ alliance: from, id }) },
  );

async function onDisk(): Promise<string[]> {
  const names = await readdir(join(dataDir, "files"), { recursive: true }).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => ((await stat(join(dataDir, "files", name))).isFile() ? name : "")),
  );
  return found.filter(Boolean).sort();
}

describe("handing in", () => {
  test("I-29, A-35 the bytes lie under their hash, once, and the row says what they are", async () => {
    const bytes = pdf();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const first = await put(keys.contact, bytes);
    const second = await put(keys.secretary, bytes, "另名.pdf");
    expect(first.body).toMatchObject({
      sha256,
      size: bytes.byteLength,
      mediaType: "application/pdf",
      name: "示例.pdf",
    });
    expect(second.status).toBe(200);
    expect((await onDisk()).filter((name) => name.endsWith(sha256))).toHaveLength(1);
    expect(await readFile(join(dataDir, "files", sha256.slice(0, 2), sha256))).toEqual(bytes);
  });

  const refused: [string, () => Promise<{ status: number }>, number][] = [
    ["a visitor", () => put(undefined, pdf()), 401],
    ["an observer, who may upload nothing", () => put(keys.observer, pdf()), 403],
    ["a key for reading", () => put(keys.reading, pdf()), 403],
    ["A-54 a page that calls itself PDF", () => put(keys.contact, "<html><script>1</script>"), 400],
    ["A-54 a PDF that calls itself a picture", () => put(keys.contact, pdf(), "示例.png"), 400],
    ["A-54 SVG", () => put(keys.contact, "<svg onload='x'/>", "示例.svg"), 400],
    ["A-52 an .xlsx that is a bomb", () => put(keys.contact, spreadsheetBomb(), "示例.xlsx"), 400],
    ["a program", () => put(keys.contact, Buffer.from("4d5a9000", "hex"), "示例.exe"), 400],
    ["nothing", () => put(keys.contact, ""), 400],
    ["no body", () => put(keys.contact, null), 400],
    ["more than the limit", () => put(keys.contact, pdf(Buffer.alloc(documentLimit))), 413],
  ];
  test.each(refused)("%s is refused and leaves no byte and no row", async (_, send, status) => {
    const before = [await onDisk(), await db().storedFile.count()];
    expect((await send()).status).toBe(status);
    expect([await onDisk(), await db().storedFile.count()]).toEqual(before);
  });

  test("A-01 another alliance's secretary hands in nothing here: not a byte is kept", async () => {
    const before = [await onDisk(), await db().storedFile.count()];
    expect((await put(keys.stranger, pdf())).status).toBe(403);
    expect((await put(keys.contact, pdf(), "示例.pdf", foreign)).status).toBe(403);
    expect((await put(keys.contact, pdf(), "示例.pdf", "no-such-alliance")).status).toBe(404);
    expect([await onDisk(), await db().storedFile.count()]).toEqual(before);
  });

  test("A-67 after 200 files in an hour the next is refused before a byte is kept, others go on", async () => {
    const { actor, key } = await createCaller(db(), "secretariat", { allianceId: home });
    const row = {
      key: `files.register account:${actor.userId}`,
      points: 199,
      expire: Date.now() + 60_000,
    };
    await db().rateLimit.create({ data: row });
    expect((await put(key, pdf())).status).toBe(200);
    const before = [await onDisk(), await db().storedFile.count()];
    const refused = await put(key, pdf());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect([await onDisk(), await db().storedFile.count()]).toEqual(before);
    expect((await put(keys.contact, pdf())).status).toBe(200);
  });

  test("a connection that breaks in the middle leaves nothing", async () => {
    const before = await onDisk();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(pdf(Buffer.alloc(70_000))));
        controller.error(new Error("cut"));
      },
    });
    expect((await put(keys.contact, body)).status).toBeGreaterThanOrEqual(400);
    expect(await onDisk()).toEqual(before);
  });

  test("exactly the limit is taken", async () => {
    const bytes = pdf(Buffer.alloc(documentLimit - 9));
    expect(bytes.byteLength).toBe(documentLimit);
    expect((await put(keys.contact, bytes)).status).toBe(200);
  });

  test.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\temp\\a.pdf", "a.pdf"],
    ["a\u202efdp.pdf", "afdp.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"],
  ])("A-55 the name %j becomes %j", async (name, clean) => {
    expect((await put(keys.contact, pdf(), name)).body).toMatchObject({ name: clean });
  });
});

describe("taking out", () => {
  test("A-54 the same bytes, as an attachment that no browser runs", async () => {
    const bytes = pdf();
    const { body } = await put(keys.contact, bytes, "示例 “引号”.pdf");
    const response = await get(keys.contact, String(body.id));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.byteLength),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename\*=UTF-8''[\w%.~!*-]+$/,
    );
  });

  test("A-01 whose record it does not prove finds nothing, here and by another alliance's address", async () => {
    const { body } = await put(keys.contact, pdf());
    const id = String(body.id);
    expect((await get(keys.secretary, id)).status).toBe(200);
    expect((await get(keys.rival, id)).status).toBe(404);
    expect((await get(keys.stranger, id, foreign)).status).toBe(404);
    expect((await get(undefined, id)).status).toBe(401);
    expect((await get(keys.observer, id)).status).toBe(403);
  });

  test("a row whose bytes are lost is not found, not an error", async () => {
    const { body } = await put(keys.contact, pdf());
    const sha256 = String(body.sha256);
    await rm(join(dataDir, "files", sha256.slice(0, 2), sha256));
    expect((await get(keys.contact, String(body.id))).status).toBe(404);
  });
});
