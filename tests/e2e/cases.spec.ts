import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics/reports/cases";
const title = `示例：案例 ${Date.now()}`;

test("a school writes a typical case and hands it in on a phone; the office puts it into the annual report", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize(sizes.phone);
  await signIn("leader@svu.example");
  await page.goto(`${base}/new`);
  await page.getByRole("textbox", { name: "标题" }).fill(title);
  await page.getByRole("textbox", { name: "背景" }).fill("示例：背景。");
  await page.getByRole("textbox", { name: "做法" }).fill("示例：做法。");
  await page.getByRole("textbox", { name: "成效" }).fill("示例：成效。");
  await page.getByRole("checkbox", { name: "同意公开" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存案例" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await page.getByRole("combobox", { name: "产业学院" }).selectOption({ index: 1 });
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: "保存案例" }).click();
  await saved;
  await page.reload();
  await expect(page.getByRole("combobox", { name: "产业学院" })).not.toHaveValue("");
  await page.getByRole("button", { name: "提交案例" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交案例" }).click();
  await expect(page.getByText("待选用").first()).toBeVisible();

  await page.setViewportSize(sizes.desk);
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}?state=submitted`);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: "涉及" })).toBeVisible();
  await page.getByRole("button", { name: "选入年度报告" }).click();
  await expect(page.getByText("已选用").first()).toBeVisible();
  await expectAccessible(page);
});
