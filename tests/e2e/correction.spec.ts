import { expect, expectAccessible, linesOf, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test.describe.configure({ mode: "serial" });

const title = `示例培训更正 ${Date.now()}`;
const lastMonth = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
let record = "";
let correction = "";

/** The number of the metric 培训人日 of 2026 in the table of then and now. */
async function totals(
  page: import("@playwright/test").Page,
): Promise<{ past: string; now: string }> {
  await page.goto(`${base}/corrections/as-of?day=${lastMonth}&metric=M41`);
  const row = page.getByRole("row").filter({ hasText: "2026 · 人日" });
  const cells = row.getByRole("cell");
  return { past: await cells.nth(1).innerText(), now: await cells.nth(2).innerText() };
}
const numberOf = (text: string) => Number(text.replace(/[^\d.]/g, ""));

test("a figure is reported and verified", async ({ page, signIn }) => {
  await signIn("reporter@svu.example");
  await page.goto(`${base}/outcomes/new`);
  await page.getByLabel("指标").selectOption({ label: "培训人日（人日）" });
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("取得日期").fill("2026-03-30");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("成果名称").fill(title);
  await page.getByRole("textbox", { name: "数值" }).fill("500");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "签到表.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByText("签到表.pdf")).toBeVisible();
  await page.getByRole("button", { name: "提交核验" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  record = new URL(page.url()).pathname;

  await signIn("secretariat@suzhou.example");
  await page.goto(record);
  // More than half as much again as the time before: that wants a reason.
  await page.getByLabel("放行理由").fill("示例：两期合并开班");
  await page.getByRole("button", { name: "核验通过" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "核验通过" }).click();
  await expect(page.getByText("已核验").first()).toBeVisible();
});

test("the member asks for a correction and sees what it would change; nothing has changed", async ({
  page,
  signIn,
}) => {
  await signIn("reporter@svu.example");
  await page.goto(record);
  await page.getByRole("link", { name: "申请更正" }).click();
  await page.getByLabel("原因").selectOption({ label: "笔误" });
  await page.getByLabel("说明").fill("示例：签到表第二页重复计入。");
  await page.getByRole("textbox", { name: "新的数值" }).fill("420.5");
  await expectAccessible(page);
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^更正 \d+$/ })).toBeVisible();
  correction = new URL(page.url()).pathname;
  await expect(page.getByRole("row", { name: /全联合体/ })).toContainText("→");
  await expect(page.getByText("由秘书处两人先后决定")).toHaveCount(0);
  // The last button of a long page stays within reach while the word of what was done lies over its end.
  await page.setViewportSize(sizes.phone);
  const day = page
    .getByRole("row", { name: /取得日期/ })
    .getByRole("cell")
    .nth(1);
  await expect(day).toHaveText("2026-03-30");
  expect(await linesOf(day)).toBe(1);
  await expect(page.getByText("已提交，尚未改变任何数字。")).toBeVisible();
  await page.getByRole("button", { name: "撤回申请" }).click({ trial: true });
  await page.goto(record);
  await expect(page.getByText("500 人日").first()).toBeVisible();
});

test("two persons decide: the number changes, and last month's is still reachable", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  const before = await totals(page);
  await page.goto(correction);
  await page.getByRole("button", { name: "同意（第一人）" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "同意（第一人）" }).press("Enter");
  await expect(page.getByText("待第二人决定").first()).toBeVisible();
  // The first cannot be the second.
  await expect(page.getByRole("button", { name: "同意并生效（第二人）" })).toHaveCount(0);

  await signIn("finance@suzhou.example");
  await page.goto(correction);
  await page.getByRole("button", { name: "同意并生效（第二人）" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "同意并生效（第二人）" }).click();
  await expect(page.getByText("第二人同意，更正生效")).toBeVisible();
  await expectAccessible(page);

  const after = await totals(page);
  expect(after.past).toBe(before.past);
  expect(numberOf(after.now)).toBe(numberOf(before.now) - 79.5);
  await page.goto(record);
  await expect(page.getByText("420.5 人日").first()).toBeVisible();
  await expect(page.getByText(/500 人日 · 2026 年/).first()).toBeVisible();
});
