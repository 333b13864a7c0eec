import { expect, expectAccessible, test } from "./support/test";

const base = "/a/suzhou-robotics";
const year = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: "Asia/Shanghai" }).format();
const members = `示例 ${year} 年度成员单位绩效评价`;
const alliance = `示例 ${year} 年度联合体运行评价`;

test.describe.configure({ mode: "serial" });
let subject = "";

test("a school fills in its own evaluation, sees its points, and hands it in", async ({
  page,
  signIn,
}) => {
  await signIn("reporter@svu.example");
  await page.goto(`${base}/evaluations`);
  await page.getByRole("link", { name: members }).click();
  await page.getByRole("link", { name: "苏州市职业大学" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "苏州市职业大学" })).toBeVisible();
  subject = new URL(page.url()).pathname;
  const group = page.getByRole("group", { name: "2.3 毕业生本地就业率" });
  await group.getByRole("textbox", { name: "自评值（%）" }).fill("71.5");
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByRole("row", { name: /2\.3 毕业生本地就业率/ })).toContainText("71.5");
  await page.getByRole("button", { name: "提交自评" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交自评" }).click();
  await expect(page.getByRole("button", { name: "保存草稿" })).toHaveCount(0);
});

test("the secretariat sends it back with a reason, and the school reads it", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(subject);
  await page.getByLabel("理由").fill("示例：请补充就业名册。");
  await page.getByRole("button", { name: "退回自评" }).click();
  await expect(page.getByRole("button", { name: "退回自评" })).toHaveCount(0);

  await signIn("reporter@svu.example");
  await page.goto(subject);
  await expect(page.getByText("示例：请补充就业名册。")).toBeVisible();
  await expect(page.getByRole("button", { name: "保存草稿" })).toBeVisible();
});

test("an expert declares, reads, marks once and sees nobody else's marks", async ({
  page,
  signIn,
}) => {
  await signIn("expert02@suzhou.example");
  await page.goto(`${base}/evaluations/desk`);
  await page.getByRole("listitem").filter({ hasText: alliance }).getByRole("link").click();
  await expect(page.getByText("理事会会议两次")).toHaveCount(0);
  await page.getByRole("radio", { name: "没有利害关系" }).check();
  await page.getByRole("button", { name: "提交声明" }).click();
  await expect(page.getByText("理事会会议两次")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/2 示例：运行与协同/).fill("78");
  await page.getByLabel("评审意见").fill("示例：运行平稳。");
  await page.getByRole("button", { name: "提交评分" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交评分" }).click();
  await expect(page.getByText("您已提交评分")).toBeVisible();
  await expect(page.getByText("84")).toHaveCount(0);
});

test("a visitor reads the grades of last year, and neither totals nor places", async ({ page }) => {
  await page.goto(`${base}/evaluations`);
  await expect(page.getByRole("link", { name: members })).toHaveCount(0);
  await page.getByRole("link", { name: "示例 2025 年度成员单位绩效评价" }).click();
  await expect(page.getByText("访客只看到已公布的等级")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "等级" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "总分" })).toHaveCount(0);
});
