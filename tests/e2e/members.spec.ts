import { readFile } from "node:fs/promises";
import { syntheticCreditCode } from "../../lib/features/organizations/rules/credit-code";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const secretariat = "secretariat@suzhou.example";

// Another organization on every run: the register refuses the same one twice.
const now = Date.now();
const name = `示例登记企业 ${now}`;
const code = syntheticCreditCode((now + 500_000_000) % 1_000_000_000);
const twin = `示例重复登记 ${now}`;

const totalOf = (text: string | null) => Number(text?.replace(/\D/g, ""));

test.describe.configure({ mode: "serial" });

test("汇川 is found by hc, with the keyboard, and opened", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(`${base}/members`);
  await page.getByLabel("名称、拼音或代码").fill("hc");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=hc/);
  await expect(page.getByText("共 1 条")).toBeVisible();
  await page.getByRole("link", { name: "苏州汇川技术有限公司" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "苏州汇川技术有限公司" })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByLabel("名称、拼音或代码")).toHaveValue("hc");
});

test("a bar of the composition opens the register, and the totals are equal", async ({ page }) => {
  await page.goto(`${base}/members/composition`);
  await page.getByRole("button", { name: "显示表格" }).first().click();
  const row = page.getByRole("row", { name: /科研院所/ });
  const count = totalOf(await row.getByRole("cell").last().textContent());
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/kind=research_institute/);
  await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
});

test("the register of a past day, sorted, is an address", async ({ page }) => {
  await page.goto(`${base}/members?asOf=2023-09-30`);
  await expect(page.getByText("没有符合条件的成员")).toBeVisible();
  await page.goto(`${base}/members?asOf=2023-10-01&sort=-number&columns=kind,since`);
  await expect(page.getByRole("columnheader", { name: "编号" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(page.getByRole("columnheader", { name: "成员身份" })).toHaveCount(0);
});

test("an organization is added with the code first; the same code again leads to the record", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.goto(`${base}/members/new`);
  const field = page.getByRole("textbox", { name: "统一社会信用代码" });
  await field.fill("91350100M000100Y44");
  await page.getByRole("button", { name: "查找并继续" }).first().click();
  await expect(page.getByRole("alert").filter({ hasText: "校验码" })).toBeVisible();
  await expect(field).toHaveValue("91350100M000100Y44");

  await field.fill(code.toLowerCase());
  await page.getByRole("button", { name: "查找并继续" }).first().click();
  await expect(page.getByLabel("单位类别")).toHaveValue("enterprise");
  await page.getByRole("textbox", { name: "单位名称" }).last().fill(name);
  await expectAccessible(page);
  await page.getByRole("button", { name: "登记单位" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();

  await page.goto(`${base}/members/new?code=${code}`);
  await expect(page.getByText("已有此信用代码的单位")).toBeVisible();
  await page.getByRole("link", { name: "打开已有记录" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a new name keeps the old one in the history", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(`${base}/members/new?code=${code}`);
  await page.getByRole("link", { name: "打开已有记录" }).click();
  await page.getByRole("link", { name: "修改资料" }).click();
  await page.getByRole("textbox", { name: "单位名称" }).fill(`${name} 新`);
  await page.getByRole("button", { name: "保存修改" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} 新` })).toBeVisible();
  await expect(page.getByText("曾用名")).toBeVisible();
  await page.getByRole("link", { name: "变动记录" }).click();
  await expect(page.getByText(`${name} → ${name} 新`).first()).toBeVisible();
});

test("duplicates: proposed by the secretariat with a preview, approved by the platform", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.goto(`${base}/members/new?name=${encodeURIComponent(twin)}`);
  await page.getByLabel("单位类别").selectOption({ label: "企业" });
  await page.getByRole("button", { name: "登记单位" }).click();
  await expect(page.getByRole("heading", { level: 1, name: twin })).toBeVisible();

  await page.goto(`${base}/members/merge`);
  const survivor = page.getByRole("combobox", { name: "保留的记录" });
  await survivor.fill(`${name} 新`);
  await expect(page.getByRole("option")).toHaveCount(1);
  await survivor.press("Enter");
  const absorbed = page.getByRole("combobox", { name: "并入的重复记录" });
  await absorbed.fill(twin);
  await expect(page.getByRole("option").filter({ hasText: twin })).toBeVisible();
  await absorbed.press("ArrowDown");
  await absorbed.press("Enter");
  await page.getByRole("button", { name: "预览合并" }).click();
  await expect(page.getByText(`成为它的别名`)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("理由").fill("示例：重复登记");
  await page.getByRole("button", { name: "提出合并" }).click();
  await expect(page.getByText("提出合并重复记录")).toBeVisible();

  await signIn("admin@demo.example");
  await page.goto("/organizations/merges?state=proposed&pageSize=100");
  await page.getByRole("link", { name: twin }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "核准合并" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "核准合并" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: `${name} 新`, exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: twin })).toContainText("别名");
});

test("the export holds the rows and columns of the screen", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(`${base}/members?kind=government&columns=kind,position`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toBe('\ufeff"编号","单位","牵头单位","类别","成员身份"');
  expect(lines.slice(1).every((line) => line.includes('"政府部门"'))).toBe(true);
  await expect(page.getByText(`共 ${lines.length - 1} 条`)).toBeVisible();
});

test("on a phone the structure is a list that opens to the holders", async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await page.goto(`${base}/structure`);
  await expect(page.locator("figure")).toBeHidden();
  const list = page.getByRole("region", { name: "机构与席位" });
  await list.getByText("理事会", { exact: true }).click();
  await expect(page.getByRole("table", { name: "理事会 在任名单" })).toBeVisible();
  await expectAccessible(page);
});

test("A-01 what a reader may not do has no page", async ({ page, signIn }) => {
  for (const path of [
    `${base}/members/new`,
    `${base}/members/merge`,
    `${base}/settings`,
    "/organizations/merges",
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  await signIn("enterprise@inovance.example");
  for (const path of [
    `${base}/members/new`,
    `${base}/members/merge`,
    `${base}/settings`,
    "/organizations/merges",
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  const denied = await page.request.get("/api/exports/members/no-such-alliance");
  expect(denied.status()).toBe(404);
});
