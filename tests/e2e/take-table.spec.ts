import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { expect, expectAccessible, test } from "./support/test";

/** Lists of the demonstration's alliance and the accounts that see them. */
const lists = [
  "agreements",
  "applications",
  "calls",
  "certificates",
  "colleges",
  "corrections",
  "dashboard/parts?metric=M35",
  "decisions",
  "documents",
  "evaluations",
  "evaluations/schemes",
  "funds/ageing",
  "funds/desk?show=all",
  "funds/ledger",
  "funds/tasks",
  "indicators",
  "meetings",
  "meetings/interests",
  "outcomes",
  "outcomes/co-claims",
  "outcomes/doubles",
  "outcomes/trainings",
  "platforms",
  "projects",
  "reporting",
  "reporting/overview",
  "reports",
  "reports/cases",
  "settings/roles",
  "talent/adjustments",
  "talent/classes",
  "talent/demands",
  "talent/matches",
  "talent/programmes",
  "talent/supply",
  "targets",
  "tasks",
  "verification",
  "verification/samples",
  "verification/visits",
];

/** Lists that are empty there, in alliances where they are not. */
const elsewhere = [
  "technician-schools/talent/reports",
  "western-vocational-base/platforms/pairings",
  "western-vocational-base/platforms/placements",
];

async function taken(page: Page, link: string): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z-]+-[a-z-]+-\d{4}-\d\d-\d\d\.xlsx$/);
  const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/g)].map(([, cells]) =>
    [...(cells ?? "").matchAll(/<(?:t xml:space="preserve"|v)>(.*?)<\/(?:t|v)>/g)].map(
      ([, text]) => text ?? "",
    ),
  );
}

const totalOf = async (page: Page): Promise<number> =>
  Number(
    /共 ([\d,]+)/.exec(await page.getByText(/^共 [\d,]+ 条/).innerText())?.[1]?.replace(",", ""),
  );

for (const list of [...lists.map((path) => `suzhou-robotics/${path}`), ...elsewhere]) {
  test(`${list}: the file has one row for each that the page counts`, async ({ page, signIn }) => {
    await signIn(`secretariat@${list.startsWith("suzhou") ? "suzhou" : "chongqing"}.example`);
    await page.goto(`/a/${list}`);
    await expectAccessible(page);
    const total = await totalOf(page);
    expect(total).toBeGreaterThan(0);
    const [header, ...rows] = await taken(page, "导出 Excel");
    expect(header?.length).toBeGreaterThan(2);
    expect(rows).toHaveLength(total);
    expect(rows.flat().join()).not.toMatch(/undefined|\[object|NaN/);
  });
}

test("filters go with it, in the words of the language that the page has", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto("/a/suzhou-robotics/projects?state=running");
  const [header, ...rows] = await taken(page, "导出 Excel");
  expect(header).toContain("立项编号");
  expect(rows).toHaveLength(await totalOf(page));
  for (const row of rows) expect(row).toContain("实施中");
});

test("an enterprise takes the rows of its own projects, a visitor is offered nothing", async ({
  page,
  signIn,
}) => {
  await page.goto("/a/suzhou-robotics/projects");
  await expect(page.getByText(/^共 [\d,]+ 条/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^导出/ })).toHaveCount(0);
  await signIn("enterprise@inovance.example");
  await page.goto("/a/suzhou-robotics/projects?view=own");
  const own = await totalOf(page);
  await page.goto("/a/suzhou-robotics/projects");
  const [, ...rows] = await taken(page, "导出本单位的行");
  expect(rows).toHaveLength(own);
});

test("a member who has no row on a list gets a file that says so", async ({ page, signIn }) => {
  await signIn("enterprise@sample017.example");
  await page.goto("/a/suzhou-robotics/outcomes?organizationKind=university");
  expect(await totalOf(page)).toBeGreaterThan(0);
  const [header, ...rows] = await taken(page, "导出本单位的行");
  expect(header?.length).toBeGreaterThan(2);
  expect(rows).toEqual([["此列表中没有您可以导出的行。"]]);
});
