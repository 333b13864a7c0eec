import "../rest/browser";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { PUT } from "@/app/api/imports/organizations/[alliance]/route";
import { GET } from "@/app/api/imports/organizations/template/route";
import { readImportSheet } from "@/lib/features/memberships/rules/import-sheet";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { importWords } from "@/lib/i18n/import-words";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";
import { spreadsheetLimits } from "@/lib/platform/spreadsheet/limits";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { runAdmin } from "@/tests/support/program";
import { createCaller, keyOf, read } from "../rest/call";

vi.mock("next-intl/server", () => ({
  getTranslations: async (scope: string) => (key: string) =>
    `${scope}.${key}`
      .split(".")
      .reduce<unknown>((words, part) => (words as Record<string, unknown>)[part], zh),
}));

const { db, url } = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "import-"));
const keys: Record<string, string> = {};
let slug = "";
let foreign = "";

beforeAll(async () => {
  const [alliance, other] = [await createAlliance(db()), await createAlliance(db())];
  const at = { allianceId: alliance.id };
  [slug, foreign] = [alliance.slug, other.slug];
  const secretary = await createCaller(db(), "secretariat", at);
  keys.secretary = secretary.key;
  keys.reading = await keyOf(db(), secretary.actor.userId ?? "", { readOnly: true });
  const organizationId = (await createOrganization(db())).id;
  keys.contact = (await createCaller(db(), "enterprise_contact", { ...at, organizationId })).key;
  keys.admin = (await createCaller(db(), "platform_admin")).key;
});

const heading = ["单位名称", "单位类别", "统一社会信用代码", "成员身份", "入会日期"];
const fileOf = (...rows: string[][]) =>
  writeExcelFile([heading, ...rows].map((row) => row.map((value) => ({ value })))).toBuffer();
let serial = 7000;
const unit = () => {
  serial += 1;
  return [`示例文件单位 ${serial}`, "企业", syntheticCreditCode(serial), "理事单位", "2023-10-01"];
};

async function put(key: string | undefined, body: BodyInit, name = "示例.xlsx", to = slug) {
  const request = new Request(
    `http://localhost:3999/api/imports/organizations/${to}?name=${encodeURIComponent(name)}`,
    {
      method: "PUT",
      body,
      headers: { "accept-language": "zh-CN", ...(key && { authorization: `Bearer ${key}` }) },
      duplex: "half",
    } as RequestInit,
  );
  return read(await PUT(request, { params: Promise.resolve({ alliance: to }) }));
}
const bytes = async (...rows: string[][]) => new Uint8Array(await fileOf(...rows));

describe("PUT /api/imports/organizations/{alliance}", () => {
  test("keeps the rows with the file's name and hash, and writes nothing to the register", async () => {
    const before = await db().organization.count();
    const answer = await put(keys.secretary, await bytes(unit(), unit()));
    expect(answer).toMatchObject({ status: 200, body: { rows: 2 } });
    const kept = await db().registerImport.findUniqueOrThrow({
      where: { id: String(answer.body.id) },
    });
    expect(kept).toMatchObject({
      fileName: "示例.xlsx",
      state: "staged",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await db().organization.count()).toBe(before);
  });

  test.each([
    ["text that is called .xlsx", () => Buffer.from("名称"), "not-a-spreadsheet"],
    ["a workbook that is called .pdf", () => fileOf(unit()), "not-a-spreadsheet", "示例.pdf"],
    ["no heading", () => writeExcelFile([[{ value: "示例" }]]).toBuffer(), "import-unknown-column"],
    ["no rows", () => fileOf(), "import-empty"],
  ])("%s is refused in the reader's words", async (_, file, code, name = "示例.xlsx") => {
    const answer = await put(keys.secretary, new Uint8Array(await file()), name);
    expect(answer).toMatchObject({
      status: 409,
      body: { code, message: expect.stringMatching(/[。]$/) },
    });
  });

  test("more than 10 MB is too large", async () => {
    expect((await put(keys.secretary, new Uint8Array(spreadsheetLimits.file + 1))).status).toBe(
      413,
    );
  });

  test("A-01 nobody else, and nowhere else", async () => {
    const file = await bytes(unit());
    const before = await db().registerImport.count();
    expect((await put(undefined, file)).status).toBe(401);
    for (const key of [keys.reading, keys.contact, keys.admin])
      expect((await put(key, file)).status).toBe(403);
    expect((await put(keys.secretary, file, "示例.xlsx", foreign)).status).toBe(403);
    expect(await db().registerImport.count()).toBe(before);
  });
});

test("the template's headings are all understood", async () => {
  const file = new Uint8Array(await (await GET()).arrayBuffer());
  const sheet = await readSpreadsheet(file);
  if (!sheet.ok) throw new Error(sheet.reason);
  expect(sheet.value[0]).toHaveLength(11);
  const [headings = []] = sheet.value;
  const row = headings.map((text) => (text.startsWith("单位名称") ? "示例甲" : ""));
  expect(readImportSheet([headings, row], importWords)).toEqual({
    ok: true,
    value: [{ row: 2, name: "示例甲" }],
  });
});

const admin = (args: string[]) => runAdmin(args, { DATABASE_URL: url, DATA_DIR: folder });
const saved = async (name: string, ...rows: string[][]) => {
  const path = join(folder, name);
  writeFileSync(path, await fileOf(...rows));
  return path;
};
const importing = (path: string, ...more: string[]) =>
  admin(["import", "organizations", path, "--alliance", slug, ...more]);

describe("npm run admin -- import organizations", () => {
  test("--dry-run writes nothing; then all rows are written; the same file again changes nothing", async () => {
    const path = await saved("good.xlsx", unit(), unit(), ["示例文件园区", "产业园区"]);
    const before = await db().organization.count();
    const dry = await importing(path, "--dry-run");
    expect(dry).toMatchObject({
      exit: 0,
      out: expect.stringContaining(
        "3 rows: 3 new, 0 linked, 0 unchanged, 0 faulty; 2 memberships.\nNothing was written.",
      ),
    });
    expect(await db().organization.count()).toBe(before);
    expect(await importing(path)).toMatchObject({
      exit: 0,
      out: expect.stringContaining("All rows were written"),
    });
    expect(await db().organization.count()).toBe(before + 3);
    const again = await importing(path);
    expect(again).toMatchObject({
      exit: 0,
      out: expect.stringContaining("0 new, 0 linked, 3 unchanged"),
    });
    expect(await db().organization.count()).toBe(before + 3);
    const { id } = await db().alliance.findUniqueOrThrow({ where: { slug } });
    const entry = await db().auditEntry.findFirst({
      where: { chain: id, action: "import.commit" },
    });
    expect(entry).toMatchObject({ actorId: null, requestId: expect.stringMatching(/^admin-/) });
  });

  test("I-20 one wrong row: each fault is named with its row, and nothing is written", async () => {
    const path = await saved("bad.xlsx", unit(), ["示例坏行", "小店", "91320500MA00000000"]);
    const before = await db().organization.count();
    const { exit, out } = await importing(path);
    expect(exit).toBe(1);
    expect(out).toContain("✗ row 3, Kind: there is no kind “小店”");
    expect(out).toContain("✗ row 3, Credit code:");
    expect(out).toContain("Nothing was written.");
    expect(await db().organization.count()).toBe(before);
  });

  test("what cannot be used is said: a missing file, no alliance, an unknown one, no spreadsheet", async () => {
    const path = await saved("one.xlsx", unit());
    writeFileSync(join(folder, "text.xlsx"), "text");
    const results = await Promise.all([
      importing(join(folder, "none.xlsx")),
      admin(["import", "organizations", path]),
      admin(["import", "organizations", path, "--alliance", "nowhere"]),
      importing(join(folder, "text.xlsx")),
    ]);
    expect(results.map(({ exit }) => exit)).toEqual([2, 2, 1, 1]);
    expect(results[3]?.out).toContain("not a readable .xlsx workbook");
  });
});
