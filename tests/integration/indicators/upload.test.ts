import "../rest/browser";
import { beforeAll, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { PUT } from "@/app/api/imports/indicators/[alliance]/route";
import { startSetCommand } from "@/lib/features/indicators/procedures";
import { perform } from "@/lib/platform/corridor/faces";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createCaller } from "../rest/call";
import { value } from "./world";

const { db } = useDatabase();
const keys = { secretary: "", reporter: "" };
let slug = "";
let setId = "";

beforeAll(async () => {
  const alliance = await createAlliance(db());
  slug = alliance.slug;
  const at = { allianceId: alliance.id };
  const secretary = await createCaller(db(), "secretariat", at);
  const organizationId = (await createOrganization(db())).id;
  keys.secretary = secretary.key;
  keys.reporter = (await createCaller(db(), "reporter", { ...at, organizationId })).key;
  const call = { actor: secretary.actor, tenant: slug };
  setId = value(await perform(startSetCommand, call, { template: "national" })).id;
});

const fileOf = async (...rows: string[][]) =>
  new Uint8Array(
    await writeExcelFile(rows.map((row) => row.map((text) => ({ value: text })))).toBuffer(),
  );

async function put(key: string, body: BodyInit, version: number) {
  const search = new URLSearchParams({ name: "示例.xlsx", setId, version: String(version) });
  const request = new Request(`http://localhost:3999/api/imports/indicators/${slug}?${search}`, {
    method: "PUT",
    body,
    headers: { "accept-language": "zh-CN", authorization: `Bearer ${key}` },
  });
  const response = await PUT(request, { params: Promise.resolve({ alliance: slug }) });
  return { status: response.status, body: await response.json() };
}

const heading = ["编号 / Code *", "上级编号", "Name", "类型", "单位", "否决指标"];
const good = [["示1", "", "示例组", "", "", ""]];

test("words of both languages are understood; a wrong one is named with its row, and no row comes in", async () => {
  const bad = await put(
    keys.secretary,
    await fileOf(
      heading,
      ["N1", "", "示例组", "", "", ""],
      ["N1.1", "N1", "示例项", "数量", "家", "或许"],
    ),
    1,
  );
  expect(bad).toMatchObject({
    status: 200,
    body: {
      imported: 0,
      faults: [
        { row: 3, column: "kind", code: "unknown-word", text: "数量" },
        { row: 3, column: "veto", code: "unknown-word", text: "或许" },
      ],
    },
  });
  const done = await put(
    keys.secretary,
    await fileOf(
      heading,
      ["N1", "", "示例组", "", "", ""],
      ["N1.1", "N1", "示例项", "Flow", "家", "是"],
    ),
    2,
  );
  expect(done).toMatchObject({ status: 200, body: { imported: 2, faults: [] } });
  expect(await db().indicator.count({ where: { setId } })).toBe(2);
});

test("an unknown heading, a text file and a reporter are turned away", async () => {
  const strange = await put(
    keys.secretary,
    await fileOf(["编号", "名称", "得分"], ["N1", "示例", "5"]),
    3,
  );
  expect(strange).toMatchObject({ status: 409, body: { code: "import-unknown-column" } });
  expect(await put(keys.secretary, "编号,名称", 3)).toMatchObject({
    status: 409,
    body: { code: "not-a-spreadsheet" },
  });
  expect((await put(keys.reporter, await fileOf(heading, ...good), 3)).status).toBe(403);
});
