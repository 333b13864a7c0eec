import "../rest/browser";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { PUT } from "@/app/api/imports/attendees/[alliance]/route";
import { reportTrainingProcedure } from "@/lib/features/outcomes/procedures/batches";
import { perform } from "@/lib/platform/corridor/faces";
import { env } from "@/lib/platform/env";
import { spreadsheetLimits } from "@/lib/platform/spreadsheet/limits";
import { frameOf, sheetPath } from "@/lib/platform/spreadsheet/write";
import { writeStored } from "@/lib/platform/spreadsheet/zip";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { createCaller, keyOf, read } from "../rest/call";
import { createEvidence, createStage } from "./support";
import { createPeopleMetric, people, person } from "./trained";

const { db } = useDatabase();

async function createWorld() {
  const stage = await createStage(db());
  await createPeopleMetric(db());
  const key = (actor: typeof stage.reporter, more = {}) => keyOf(db(), actor.userId ?? "", more);
  return {
    ...stage,
    fileId: (await createEvidence(db(), stage.alliance.id, stage.reporter)).id,
    foreign: (await createAlliance(db())).slug,
    keys: {
      reporter: await key(stage.reporter),
      reading: await key(stage.reporter, { readOnly: true }),
      other: await key(stage.otherReporter),
      secretariat: await key(stage.secretariat),
      admin: (await createCaller(db(), "platform_admin")).key,
    },
  };
}
let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
});

let serial = 0;
async function training(persons: number): Promise<string> {
  serial += 1;
  const call = { actor: world.reporter, tenant: world.alliance.slug };
  const made = await perform(reportTrainingProcedure, call, {
    organizationId: world.school.id,
    kind: "skill",
    course: `示例文件名单 ${serial}`,
    place: "示例教室",
    startsOn: "2026-03-04",
    endsOn: "2026-03-04",
    persons: String(persons),
    fileId: world.fileId,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

type Given = { name?: string; version?: number; key?: string | undefined; to?: string };
async function put(id: string, body: BodyInit, given: Given = {}) {
  const { name = "示例名单.xlsx", version = 1, to = world.alliance.slug } = given;
  const key = "key" in given ? given.key : world.keys.reporter;
  const search = new URLSearchParams({ name, id, version: String(version) });
  const request = new Request(`http://localhost:3999/api/imports/attendees/${to}?${search}`, {
    method: "PUT",
    body,
    headers: { "accept-language": "zh-CN", ...(key && { authorization: `Bearer ${key}` }) },
  });
  return read(await PUT(request, { params: Promise.resolve({ alliance: to }) }));
}
const keysOf = (id: string) => db().trainingAttendee.count({ where: { batchId: id } });

const xlsx = async (...rows: string[][]) =>
  new Uint8Array(
    await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer(),
  );
/** A sheet written by hand: rows with what a program would not write. */
function bySheet(sheet: string): Uint8Array<ArrayBuffer> {
  const parts = new Map(
    Object.entries(frameOf(["A"])).map(([path, text]) => [path, Buffer.from(text)]),
  );
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  parts.set(
    sheetPath(0),
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${sheet}</worksheet>`,
    ),
  );
  return new Uint8Array(writeStored(parts));
}
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

async function filesFolder(): Promise<string> {
  const folder = join(env().DATA_DIR, "files");
  const names = (() => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
  })();
  const texts = await Promise.all(
    names
      .filter((one) => one.isFile())
      .map((one) => readFile(join(one.parentPath, one.name), "latin1")),
  );
  return texts.join("\n");
}

describe("behaviour 4.4 People: who was there, by file", () => {
  test("a sheet and a table of text are taken, and stand nowhere afterwards", async () => {
    const first = await training(3);
    const rows = people(1, 3).map((number, place) => [`示例 ${place}`, number]);
    const taken = await put(first, await xlsx(["姓名", "身份证号"], ...rows));
    expect(taken).toMatchObject({ status: 200, body: { id: first, version: 2 } });
    const second = await training(3);
    const csv = ["姓名,身份证号", ...rows.map((row) => row.join(","))].join("\r\n");
    expect((await put(second, csv, { name: "示例名单.csv" })).status).toBe(200);
    const keys = (id: string) =>
      db().trainingAttendee.findMany({
        where: { batchId: id },
        select: { personKey: true },
        orderBy: { personKey: "asc" },
      });
    expect(await keys(second)).toEqual(await keys(first));
    expect(await keys(first)).toHaveLength(3);

    const tables = await db().$queryRaw<{ table_name: string }[]>`
      SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    for (const { table_name } of tables) {
      for (const text of [person(1), "示例名单.xlsx", "示例名单.csv"]) {
        const found = await db().$queryRawUnsafe<unknown[]>(
          `SELECT 1 FROM "${table_name}" t WHERE t::text LIKE '%${text}%' LIMIT 1`,
        );
        expect(found, `${table_name} ${text}`).toEqual([]);
      }
    }
    expect(await filesFolder()).not.toContain(person(1));
    const entries = await db().auditEntry.findMany({ where: { action: "training.attend" } });
    expect(entries.map(({ details }) => details)).toEqual([{ people: 3 }, { people: 3 }]);
  });

  test("merged cells, a formula without a value and hidden rows: rows by number and kind, and nobody is taken", async () => {
    const id = await training(4);
    const sheet = (fourth: string) =>
      bySheet(
        `<sheetData><row r="1">${cell("A1", "示例签到表")}</row><row r="3">${cell("A3", "姓名")}${cell("B3", "身份证号")}</row>` +
          `<row r="4">${cell("A4", "甲")}<c r="B4" t="str"><f>C4</f><v>${person(1)}</v></c></row>` +
          `<row r="5" hidden="1">${cell("A5", "乙")}${cell("B5", person(2))}</row>` +
          `<row r="6">${cell("A6", "丙")}${cell("B6", person(3))}</row><row r="7">${cell("A7", "丁")}${fourth}</row></sheetData>` +
          '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B6:B7"/></mergeCells>',
      );
    const wrong = await put(id, sheet('<c r="B7"><f>B6</f></c>'));
    expect(wrong).toMatchObject({ status: 409, body: { code: "attendees-rows" } });
    expect(wrong.body.message).toContain("第 7 行没有身份证号");
    expect(await keysOf(id)).toBe(0);
    const rounded = await put(id, sheet('<c r="B7"><v>9.9999919900101E+17</v></c>'));
    expect(rounded.body.message).toContain("第 7 行的号码存成了数字");
    expect(await keysOf(id)).toBe(0);
    expect((await put(id, sheet(cell("B7", person(4))))).status).toBe(200);
    expect(await keysOf(id)).toBe(4);
  });

  test("the column is found by its numbers; two that would do are asked about", async () => {
    const id = await training(2);
    const two = await put(
      id,
      await xlsx(["甲", "乙"], [person(1), person(3)], [person(2), person(4)]),
    );
    expect(two).toMatchObject({ status: 409, body: { code: "attendees-columns" } });
    const none = await put(id, await xlsx(["姓名", "电话"], ["示例", "13800000000"]));
    expect(none).toMatchObject({ status: 409, body: { code: "attendees-column-unknown" } });
    expect(JSON.stringify([two.body, none.body])).not.toContain(person(1));
    const found = await put(id, await xlsx(["序号", "号码"], ["1", person(1)], ["2", person(2)]));
    expect(found.status).toBe(200);
  });

  test("A-52 A-54 fifty thousand rows, one more, a bomb and other kinds take nothing", async () => {
    const id = await training(2);
    const rows = (count: number) =>
      `身份证号\n${Array.from({ length: count - 1 }, (_, place) => person((place % 900) + 1)).join("\n")}`;
    const csv = { name: "示例.csv" };
    expect(await put(id, rows(spreadsheetLimits.rows), csv)).toMatchObject({
      status: 409,
      body: { code: "attendees-differ" },
    });
    const faults = [
      [rows(spreadsheetLimits.rows + 1), "示例.csv", "spreadsheet-too-big"],
      ['身份证号\n"', "示例.csv", "spreadsheet-unreadable"],
      [
        bySheet(`<sheetData>${" ".repeat(spreadsheetLimits.part + 1)}</sheetData>`),
        "示例.xlsx",
        413,
      ],
      [rows(3), "示例.xlsx", "not-a-table"],
      [rows(3), "示例.txt", "not-a-table"],
      [await xlsx(["身份证号"]), "示例.csv", "not-a-table"],
      ["%PDF-1.4", "示例.csv", "not-a-table"],
      ["", "示例.csv", "attendees-column-unknown"],
    ] as const;
    for (const [body, name, code] of faults) {
      const answer = await put(id, body, { name });
      if (typeof code === "number") expect(answer.status).toBe(code);
      else
        expect(answer, name).toMatchObject({
          status: 409,
          body: { code, message: expect.stringMatching(/。$/) },
        });
    }
    expect(await keysOf(id)).toBe(0);
  });

  test("A-01 A-09 nobody else, nowhere else, and not twice", async () => {
    const id = await training(2);
    const file = await xlsx(...people(1, 2).map((number) => [number]));
    expect((await put(id, file, { key: undefined })).status).toBe(401);
    for (const key of ["reading", "other", "secretariat", "admin"] as const) {
      expect((await put(id, file, { key: world.keys[key] })).status, key).toBe(403);
    }
    expect((await put(id, file, { to: world.foreign })).status).toBe(403);
    const both = await Promise.all([put(id, file), put(id, file)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await keysOf(id)).toBe(2);
  });
});
