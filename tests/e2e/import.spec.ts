import writeExcelFile from "write-excel-file/node";
import { expect, expectAccessible, layoutShift, sizes, test, watchLayout } from "./support/test";

const base = "/a/suzhou-robotics/members";
const secretariat = "secretariat@suzhou.example";
// Another organization on every run: the register refuses the same one twice.
const name = `示例导入企业 ${Date.now()}`;
const heading = ["单位名称", "单位类别", "成员身份", "入会日期"];

async function fileOf(...rows: string[][]) {
  const cells = [heading, ...rows].map((row) => row.map((value) => ({ value })));
  return {
    name: "示例名册.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await writeExcelFile(cells).toBuffer(),
  };
}

test.describe.configure({ mode: "serial" });

test("a file with a fault is shown row by row and cannot be applied", async ({ page, signIn }) => {
  await watchLayout(page);
  await signIn(secretariat);
  await page.goto(base);
  await page.getByRole("link", { name: "导入", exact: true }).click();
  await expectAccessible(page);
  const file = await fileOf([name, "小店", "成员单位", "2024-03-01"]);
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("没有“小店”这个类别").filter({ visible: true })).toBeVisible();
  await expect(page.getByText("有 1 行需要改正")).toBeVisible();
  await expect(page.getByRole("button", { name: /^导入 \d+ 行$/ })).toHaveCount(0);
  await expectAccessible(page);
  expect(await layoutShift(page)).toBeLessThan(0.05);
});

test("a corrected file is looked at, confirmed, and found on the register; again it changes nothing", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.setViewportSize(sizes.phone);
  await page.goto(`${base}/import`);
  const file = await fileOf([name, "企业", "成员单位", "2024-03-01"]);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByText("新登记 1 家，关联 0 家")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "查看名册" }).click();
  await page.goto(`${base}?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.goto(`${base}/import`);
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("所有行都已在册")).toBeVisible();
});

test("the template comes as a workbook", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(`${base}/import`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载模板" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("名册导入模板.xlsx");
});
