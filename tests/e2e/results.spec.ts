import { expect, expectAccessible, test } from "./support/test";

const base = "/a/suzhou-robotics";
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test.describe.configure({ mode: "serial" });

const title = `示例培训 ${Date.now()}`;
let record = "";

test("a school reports a figure with its evidence", async ({ page, signIn }) => {
  await signIn("reporter@svu.example");
  await page.goto(`${base}/outcomes`);
  await page.getByRole("link", { name: "填报成果" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "填报一条成果" })).toBeVisible();
  await page.getByLabel("指标").selectOption({ label: "培训人日（人日）" });
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("取得日期").fill("2026-10-30");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("成果名称").fill(title);
  await page.getByRole("textbox", { name: "数值" }).fill("1234.5");

  // Without the paper nothing is accepted, and nothing typed is lost.
  await page.getByRole("button", { name: "提交核验" }).click();
  await expect(page.getByText("该指标须附佐证材料")).toBeVisible();
  await expect(page.getByLabel("成果名称")).toHaveValue(title);
  await expectAccessible(page);

  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "签到表.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByText("签到表.pdf")).toBeVisible();
  await page.getByRole("button", { name: "提交核验" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("待核验").first()).toBeVisible();
  record = new URL(page.url()).pathname;
});

test("the secretariat returns it with a reason; the school corrects it", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(record);
  await page.getByLabel("退回原因").fill("人日数与签到表不符，请核对。");
  await page.getByRole("button", { name: "退回补正" }).click();
  await expect(page.getByText("已退回").first()).toBeVisible();

  await signIn("reporter@svu.example");
  await page.goto(record);
  await expect(page.getByText("人日数与签到表不符，请核对。")).toBeVisible();
  await page.getByRole("textbox", { name: "数值" }).fill("1200");
  await page.getByRole("button", { name: "重新提交" }).click();
  await expect(page.getByText("待核验").first()).toBeVisible();
});

test("the secretariat verifies it by keyboard; the leader's dashboard counts it and opens it", async ({
  page,
  signIn,
}) => {
  await signIn("leader@svu.example");
  await page.goto(`${base}/dashboard`);
  await page.getByRole("link", { name: "苏州市职业大学" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "苏州市职业大学" })).toBeVisible();
  const tile = page.getByRole("region", { name: "培训人日" });
  const number = async () =>
    Number((await tile.getByRole("link").first().innerText()).replace(/[^\d.]/g, ""));
  const before = await number();

  await signIn("secretariat@suzhou.example");
  await page.goto(record);
  await expect(page.getByText("相比变化超过 50%")).toBeVisible();
  await page.getByLabel("放行理由").fill("示例：两期合并开班");
  await page.getByRole("button", { name: "核验通过" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "核验通过" }).press("Enter");
  await expect(page.getByText("已核验").first()).toBeVisible();

  await signIn("leader@svu.example");
  await page.goto(`${base}/dashboard`);
  await page.getByRole("link", { name: "苏州市职业大学" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "苏州市职业大学" })).toBeVisible();
  await expect.poll(number).toBe(before + 1200);
  const shown = await number();
  await tile.getByRole("link").first().click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  // The list's total is the number of the tile.
  const sum = await page.getByText(/^合计/).innerText();
  expect(Number(sum.replace(/[^\d.]/g, ""))).toBe(shown);
});

test("another member's contact may neither open the record's paper nor decide", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@sample017.example");
  await page.goto(record);
  await expect(page.getByText("佐证材料只对填报单位、秘书处和监事开放。")).toBeVisible();
  await expect(page.getByRole("button", { name: "核验通过" })).toHaveCount(0);
});
