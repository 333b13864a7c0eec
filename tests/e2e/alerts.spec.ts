import { expect, test } from "./support/test";

const alerts = "/a/suzhou-robotics/dashboard/alerts";

test("an alert is set from the board with its filters, once, and switched off", async ({
  page,
  signIn,
}) => {
  await signIn("supervisor@suzhou.example");
  await page.goto("/a/suzhou-robotics/dashboard?kind=enterprise");
  await page.getByRole("link", { name: "预警", exact: true }).click();
  await expect(page.getByText("筛选：企业").first()).toBeVisible();
  const set = page.getByRole("button", { name: "设置预警" });
  const fill = async () => {
    await page.getByRole("combobox", { name: /数字/ }).selectOption("M35");
    await page.getByRole("combobox", { name: /条件/ }).selectOption("above");
    await page.getByRole("textbox", { name: /界限/ }).fill("12");
    await set.click();
  };
  await fill();
  const row = page
    .getByRole("table", { name: "我的预警" })
    .getByRole("row")
    .filter({ hasText: "授权专利数 超过 12" });
  await expect(row).toContainText("尚未核对");
  await fill();
  await expect(page.getByText("同样的预警已设置。")).toBeVisible();
  await row.getByRole("button", { name: "关闭" }).click();
  await expect(row).toHaveCount(0);
});

test("the kinds that one may set are those that one may read", async ({ page, signIn }) => {
  await signIn("park@wuzhong.example");
  await page.goto(alerts);
  const kinds = page.getByRole("navigation", { name: "新的预警" });
  await expect(kinds.getByRole("link")).toHaveText(["数值越限", "否决指标"]);
  await page.goto("/a/suzhou-robotics/home");
  await expect(page.getByRole("region", { name: "预警中" })).toBeVisible();
});

test("what was raised keeps its sentence, its way and its note", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(alerts);
  const past = page
    .getByRole("table", { name: "全部预警记录" })
    .getByRole("row")
    .filter({ hasText: "已逐项电话督办" });
  await expect(past).toContainText("已解除");
  await past.getByRole("link", { name: /逾期的督办事项为 3 项，超过 2 项/ }).click();
  await expect(page).toHaveURL(/tasks\?show=overdue/);
});
