import "../rest/browser";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/exports/reporting/[alliance]/[obligationId]/route";
import { PUT } from "@/app/api/imports/reporting/[alliance]/route";
import { saveCellsCommand } from "@/lib/features/reporting/procedures/reports";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";
import { dayOf } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { spreadsheetLimits } from "@/lib/platform/spreadsheet/limits";
import { readSpreadsheet } from "@/lib/platform/spreadsheet/read";
import { workbook } from "@/lib/platform/spreadsheet/write";
import { useDatabase } from "@/tests/support/database";
import { value } from "../indicators/world";
import { createCaller, keyOf, read } from "../rest/call";
import { type Code, good, openCycle, reportingWorld, view, type World } from "./world";

vi.mock("next-intl/server", () => ({
  getTranslations: async (scope: string) => (key: string) =>
    `${scope}.${key}`
      .split(".")
      .reduce<unknown>((words, part) => (words as Record<string, unknown>)[part], zh),
}));

const { db } = useDatabase();
const keys = { reporter: "", reading: "", foreign: "" };
let world: World;
let obligationId = "";
let months = 0;

beforeAll(async () => {
  world = await reportingWorld(db());
  const { allianceId } = world;
  const reporter = await createCaller(db(), "reporter", {
    allianceId,
    organizationId: world.school.id,
  });
  keys.reporter = reporter.key;
  keys.reading = await keyOf(db(), reporter.actor.userId ?? "", { readOnly: true });
  keys.foreign = (
    await createCaller(db(), "reporter", { allianceId, organizationId: world.other.id })
  ).key;
});
beforeEach(async () => {
  // A month of its own for each test.
  months += 1;
  const periodFrom = dayOf(new Date(Date.UTC(2024, months, 1)));
  const more = { periodKind: "month", periodFrom, name: `示例 ${periodFrom}` };
  ({ obligationId } = await openCycle(db(), world, more));
});

const headings = ["编号 / Code", "指标", "Unit", "本期 / This period"];
const sheet = (...rows: (readonly [string, string, string?])[]) =>
  workbook("示例", [headings, ...rows.map(([code, typed, unit]) => [code, "", unit ?? "", typed])]);

/** The same file with its sheet written by another program. */
function rewritten(file: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const name = "xl/worksheets/sheet1.xml";
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

async function put(file: Uint8Array, key = keys.reporter) {
  const search = new URLSearchParams({ name: "示例.xlsx", obligationId });
  const request = new Request(
    `http://localhost:3999/api/imports/reporting/${world.alliance.slug}?${search}`,
    {
      method: "PUT",
      body: Uint8Array.from(file),
      headers: { "accept-language": "zh-CN", authorization: `Bearer ${key}` },
    },
  );
  return read(await PUT(request, { params: Promise.resolve({ alliance: world.alliance.slug }) }));
}

const get = (key = keys.reporter) =>
  GET(
    new Request("http://localhost:3999/api/exports/reporting", {
      headers: { authorization: `Bearer ${key}` },
    }),
    { params: Promise.resolve({ alliance: world.alliance.slug, obligationId }) },
  );

const rowsOf = (body: Record<string, unknown>) =>
  (body.rows as { row: number; code: string; fault: string | null }[]).map(
    ({ row, code, fault }) => [row, code, fault],
  );
const amounts = async () =>
  Object.fromEntries(
    (await view(world.reporter, obligationId)).rows.flatMap(({ code, cell }) =>
      cell.version > 0 ? [[code, cell.amount]] : [],
    ),
  );

describe("the form as a spreadsheet", () => {
  test("goes down with its open cells and comes up again filled; sent twice it stands there once", async () => {
    const form = await readSpreadsheet(new Uint8Array(await (await get()).arrayBuffer()));
    if (!form.ok) throw new Error(form.reason);
    const [first = [], ...rest] = form.value;
    expect(first).toHaveLength(4);
    expect(rest.map(([code]) => code)).toEqual(["P", "E", "M", "S", "R", "Y"]);
    expect(rest[2]?.[2]).toBe("万元");
    const filled = rest.map(([code = "", name = "", unit = ""]) => [
      code,
      name,
      unit,
      good[code as Code],
    ]);
    const answer = await put(workbook("示例", [first, ...filled]));
    expect(answer.status).toBe(200);
    expect(rowsOf(answer.body)).toEqual(rest.map(([code], place) => [place + 2, code, null]));
    const saved = { P: "500", E: "200", M: "120", S: "30", R: "80", Y: "0" };
    expect(await amounts()).toEqual(saved);
    // What stands there is typed into the form, and read back it changes nothing.
    const again = await put(new Uint8Array(await (await get()).arrayBuffer()));
    expect(rowsOf(again.body)).toEqual(rowsOf(answer.body));
    const { rows } = await view(world.reporter, obligationId);
    expect(rows.map(({ cell }) => cell.version)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("Two reporters edit: a cell that a colleague holds is told by row, and nothing is saved", async () => {
    await db().reportCellLock.create({
      data: {
        allianceId: world.allianceId,
        obligationId,
        indicatorId: world.indicator("E"),
        userId: world.colleague.actor.userId ?? "",
        until: new Date(Date.now() + 60_000),
      },
    });
    const answer = await put(sheet(["P", "5"], ["E", "2"]));
    expect(answer.body.rows).toMatchObject([
      { row: 2, fault: null },
      { row: 3, fault: "locked", by: world.colleague.actor.name },
    ]);
    expect(await amounts()).toEqual({});
  });

  test("wrong person, wrong organization, a key that only reads", async () => {
    const file = sheet(["P", "5"]);
    expect((await put(file, keys.foreign)).status).toBe(404);
    expect((await put(file, keys.reading)).status).toBe(403);
    expect((await get(keys.foreign)).status).toBe(404);
    expect(await amounts()).toEqual({});
  });
});

describe("Bad input: every row is answered, and with one wrong cell nothing is saved", () => {
  const cases: [string, () => Uint8Array, unknown[]][] = [
    [
      "wrong units, beside the number and behind it",
      () => sheet(["P", "5", "万元"], ["S", "8 人"], ["M", "5", "美元"], ["E", "4", "人次"]),
      [
        [2, "P", "unit-unknown"],
        [3, "S", "unit-unknown"],
        [4, "M", "unit-unknown"],
        [5, "E", null],
      ],
    ],
    [
      "formulas that were pasted as text, and faults that a formula left behind",
      () => sheet(["P", "=SUM(A1:A3)"], ["E", "#REF!"], ["S", "3"]),
      [
        [2, "P", "formula"],
        [3, "E", "not-a-number"],
        [4, "S", null],
      ],
    ],
    [
      "one code in two rows, one of them hidden",
      () => rewritten(sheet(["P", "5"], ["P", "6"]), hidden(3)),
      [
        [2, "P", null],
        [3, "P", "twice"],
      ],
    ],
    [
      "more digits than a cell holds",
      () => sheet(["M", "999999999999999亿元"], ["P", "999999999999亿"]),
      [
        [2, "M", "too-large"],
        [3, "P", "too-large"],
      ],
    ],
    [
      "a code that the form does not ask for",
      () => sheet(["P", "5"], ["Q9", "1"]),
      [[3, "Q9", "not-asked"]],
    ],
  ];
  test.each(cases)("%s", async (_, file, rows) => {
    const answer = await put(file());
    expect(answer.status).toBe(200);
    expect(rowsOf(answer.body)).toEqual(rows);
    expect(await amounts()).toEqual({});
  });

  test("of a formula the value that was saved with it is read; a hidden row is a row like every other", async () => {
    const file = rewritten(sheet(["P", "5"], ["S", "8"]), (xml) =>
      hidden(3)(
        xml.replace(
          '<c r="D2" t="inlineStr"><is><t xml:space="preserve">5</t></is></c>',
          '<c r="D2"><f>2+3</f><v>7</v></c>',
        ),
      ),
    );
    expect(rowsOf((await put(file)).body)).toEqual([
      [2, "P", null],
      [3, "S", null],
    ]);
    expect(await amounts()).toEqual({ P: "7", S: "8" });
  });

  test("merged cells: the value is that of the first row, and of no other", async () => {
    const file = rewritten(sheet(["P", "5"], ["E", ""]), (xml) =>
      xml.replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="D2:D3"/></mergeCells>',
      ),
    );
    expect(rowsOf((await put(file)).body)).toEqual([[2, "P", null]]);
    expect(await amounts()).toEqual({ P: "5" });
  });

  test("a number beside the form, under no heading, is not passed over", async () => {
    const file = workbook("示例", [headings, ["P", "", "", "5", "6"]]);
    expect(await put(file)).toMatchObject({
      status: 409,
      body: { code: "import-unknown-column", message: expect.stringContaining("#5") },
    });
    expect(await amounts()).toEqual({});
  });

  test("50,000 lines", async () => {
    const lines = (count: number) =>
      sheet(...Array.from({ length: count }, () => ["P", "5"] as const));
    expect(await put(lines(spreadsheetLimits.rows - 1))).toMatchObject({
      status: 409,
      body: { code: "import-too-many-rows" },
    });
    expect(await put(lines(spreadsheetLimits.rows))).toMatchObject({
      status: 409,
      body: { code: "spreadsheet-too-big" },
    });
    expect(await amounts()).toEqual({});
  });

  test("an answer says of no cell that it was saved when none was", async () => {
    const cell = (code: Code, typed: string) => ({
      indicatorId: world.indicator(code),
      version: 0,
      typed,
    });
    const answer = value(
      await perform(saveCellsCommand, world.reporter, {
        obligationId,
        cells: [cell("P", "5"), cell("E", "约 3")],
        whole: true,
      }),
    );
    expect(answer.cells).toMatchObject([
      { ok: false, version: 0, fault: null },
      { ok: false, version: 0, fault: "qualified" },
    ]);
  });
});

/** The row as it stands, but out of sight. */
function hidden(row: number) {
  return (xml: string) => xml.replace(`<row r="${row}">`, `<row r="${row}" hidden="1">`);
}
