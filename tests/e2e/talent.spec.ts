import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics/talent";
const occupation = "示例职业 系统集成设计";
const mark = `示例要求 ${Date.now()}`;
let demand = "";
let report = "";

test.describe.configure({ mode: "serial" });

const inTenDays = (more = 10) =>
  new Date(Date.now() + more * 86_400_000).toISOString().slice(0, 10);

test("an enterprise posts a talent demand on a phone and submits it", async ({ page, signIn }) => {
  await page.setViewportSize(sizes.phone);
  await signIn("enterprise@inovance.example");
  await page.goto(`${base}/demands`);
  await page.getByRole("link", { name: "填报人才需求" }).click();
  await expect(page.getByLabel("企业")).toContainText("苏州汇川技术有限公司");
  await page.getByLabel("职业").selectOption({ label: occupation });
  await page.getByLabel("技能等级").selectOption({ label: "高级工" });
  await page.getByLabel("人数").fill("十");
  await page.getByLabel("最早到岗").fill(inTenDays());
  await page.getByLabel("最晚到岗").fill(inTenDays(100));
  await page.getByLabel("要求与待遇").fill(mark);
  await page.getByRole("button", { name: "填报人才需求" }).click();
  // A number in words is told at the field, nothing typed is lost.
  await expect(page.getByRole("alert").filter({ hasText: "人数" })).toBeVisible();
  await expect(page.getByLabel("要求与待遇")).toHaveValue(mark);
  await page.getByLabel("人数").fill("3");
  await page.getByRole("button", { name: "填报人才需求" }).click();
  await expect(page.getByRole("heading", { level: 1, name: occupation })).toBeVisible();
  await expectAccessible(page);
  demand = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "提交确认" }).click();
  await expect(page.getByText("秘书处确认（自")).toBeVisible();
});

test("another enterprise does not find it; the secretariat confirms and opens it", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@sample017.example");
  await page.goto(demand);
  await expect(page.getByText("找不到")).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(demand);
  await page.getByRole("button", { name: "确认需求" }).click();
  await page.getByRole("button", { name: "向学校开放" }).click();
  await expect(page.getByText("学校对接（有效至")).toBeVisible();
});

test("graduates are suggested, contacted, agreed and hired: the demand is filled", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(demand);
  await page.getByLabel("学校与专业").selectOption({ index: 1 });
  await page.getByLabel("人数").fill("9");
  await page.getByRole("button", { name: "建议对接" }).click();
  await expect(page.getByText("超出需求人数，还可约定 3 人。")).toBeVisible();
  await page.getByLabel("人数").fill("3");
  await page.getByRole("button", { name: "建议对接" }).click();
  await page.getByRole("button", { name: "登记已联系" }).click();
  await expect(page.getByText("已联系", { exact: true })).toBeVisible();

  await signIn("enterprise@inovance.example");
  await page.goto(demand);
  await page.locator("summary", { hasText: "登记约定" }).click();
  await page.getByRole("button", { name: "登记约定" }).click();
  await expect(page.getByText("企业登记录用结果（全部人数已约定）")).toBeVisible();
  await page.locator("summary", { hasText: "登记录用结果" }).click();
  await page.getByRole("button", { name: "登记录用结果" }).click();
  await expect(page.getByText("约定 3，录用 3，共 3 人")).toBeVisible();
  await expect(page.getByText("已满足", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test("the fit report of the year is drafted, reviewed by another person and published", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/reports`);
  await page.locator("summary", { hasText: "起草报告" }).click();
  await page.getByLabel("种类").selectOption({ label: "职业院校专业结构与产业结构吻合度报告" });
  await page.getByLabel("年度").fill("2026");
  await page.getByRole("combobox", { name: "发布单位" }).fill("示例政府部门");
  await page.getByRole("option", { name: /示例政府部门 01/ }).click();
  await page.getByRole("button", { name: "起草报告" }).click();
  await expect(page.getByText("另一人审核")).toBeVisible();
  await expect(page.getByText(/专业吻合度 = .* = \d+ ÷ 13 = /)).toBeVisible();
  await expect(page.getByRole("button", { name: "审核通过" })).toHaveCount(0);
  report = new URL(page.url()).pathname;

  await signIn("chair@suzhou.example");
  await page.goto(report);
  await page.getByRole("button", { name: "审核通过" }).click();
  await expect(page.getByText("秘书处发布")).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(report);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("第 1 版").first()).toBeVisible();
  await expectAccessible(page);
});

test("the published report never changes, whatever is posted afterwards; a visitor reads the same", async ({
  page,
  signIn,
}) => {
  await page.goto(`${report}/print`);
  const before = await page.getByRole("article").innerText();
  await signIn("enterprise@inovance.example");
  await page.goto(`${base}/demands/new`);
  await page.getByLabel("职业").selectOption({ label: occupation });
  await page.getByLabel("技能等级").selectOption({ label: "高级工" });
  await page.getByLabel("人数").fill("50");
  await page.getByLabel("最早到岗").fill(inTenDays());
  await page.getByLabel("最晚到岗").fill(inTenDays(100));
  await page.getByRole("button", { name: "填报人才需求" }).click();
  await page.getByRole("button", { name: "提交确认" }).click();
  await expect(page.getByText("秘书处确认（自")).toBeVisible();
  await signIn("secretariat@suzhou.example");
  await page.goto(`${report}/print`);
  expect(await page.getByRole("article").innerText()).toBe(before);
  const word = await page.request.get(
    report.replace("/a/", "/api/documents/talent-reports/").replace("/talent/reports", ""),
  );
  expect(word.ok()).toBe(true);
});
