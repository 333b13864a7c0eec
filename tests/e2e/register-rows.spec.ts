import { readFile } from "node:fs/promises";
import { expect, expectAccessible, layoutShift, test, watchLayout } from "./support/test";

const base = "/a/suzhou-robotics/members";
const secretariat = "secretariat@suzhou.example";

test("rows are chosen with the keyboard, exported alone, and given a title together", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.goto(`${base}?kind=enterprise`);
  const boxes = page.locator("input[data-select=row]");
  await boxes.nth(0).focus();
  await page.keyboard.press("Space");
  await boxes.nth(1).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("已选 2 家")).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出所选" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  await page.getByText("添加称号", { exact: true }).click();
  await page.getByLabel("称号").last().selectOption({ label: "高新技术企业" });
  await page.getByRole("button", { name: "为 2 家添加称号" }).click();
  await expect(page.getByText("已为 2 家更新称号")).toBeVisible();
  await page.getByRole("checkbox", { name: "选择本页全部成员" }).check();
  await expect(page.getByText("已选 20 家")).toBeVisible();
  await page.getByRole("button", { name: "取消选择" }).click();
  await expect(page.getByText(/^已选/)).toHaveCount(0);
});

test("close rows are remembered by this browser on every list, without a shift", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.goto(base);
  await page.getByRole("button", { name: "紧凑" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await watchLayout(page);
  await page.goto("/a/suzhou-robotics/projects");
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  expect(await layoutShift(page)).toBeLessThan(0.05);
  await page.getByRole("button", { name: "标准" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-density", "compact");
});
