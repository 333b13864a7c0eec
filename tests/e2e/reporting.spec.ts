import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics/reporting";
let report = "";

test.describe.configure({ mode: "serial" });

const block = ["46", "320", "1,250", "500", "12万元", "9", "180/240", "否", "示例：按计划推进"];
const pasteInto = async (page: import("@playwright/test").Page, name: string, text: string) =>
  page.getByRole("textbox", { name }).evaluate((cell, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    cell.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

test("a school's reporter files a quarter by pasting from a spreadsheet", async ({
  page,
  signIn,
}) => {
  await signIn("reporter@svu.example");
  await page.goto(base);
  await page.getByRole("link", { name: "苏州市职业大学" }).first().click();
  await expect(page.getByText(/等待： ?单位填报，自 \d{4}-\d{2}-\d{2} 起/)).toBeVisible();
  report = new URL(page.url()).pathname;
  await expectAccessible(page);
  // A number with 余 is answered at its cell, the others are kept.
  await pasteInto(page, "Q1.1 合作企业数", ["近50余家", ...block.slice(1)].join("\n"));
  await expect(page.getByText("粘贴 9 格：8 格已保存，1 格有误")).toBeVisible();
  await expect(page.getByText("含“余、多、约”等字样，请填准确数")).toBeVisible();
  const first = page.getByRole("textbox", { name: "Q1.1 合作企业数" });
  await first.fill("46");
  await first.press("Enter");
  await expect(page.getByRole("textbox", { name: "Q1.2 订单班在册人数" })).toBeFocused();
  await expect(page.getByText("缺少佐证材料")).toBeVisible();
  await page.getByLabel("Q2.1 附文件").setInputFiles({
    name: "示例回单.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(page.getByText("缺少佐证材料")).toBeHidden();
  await page.reload();
  await expect(first).toHaveValue("46");
});

test("on a phone each indicator is a card of its own", async ({ page, signIn }) => {
  await page.setViewportSize(sizes.phone);
  await signIn("reporter@svu.example");
  await page.goto(report);
  await expect(page.getByRole("textbox", { name: "Q1.3 培训人次" })).toHaveValue("1250");
  await expectAccessible(page);
});

test("the head of reporting submits; the secretary returns one cell by keyboard", async ({
  page,
  signIn,
}) => {
  await signIn("leader@svu.example");
  await page.goto(report);
  await page.getByRole("button", { name: "提交报表" }).click();
  await expect(page.getByText(/等待： ?秘书处(受理|核验)，自 \d{4}-\d{2}-\d{2} 起/)).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(report);
  await page.getByRole("button", { name: "开始核验" }).press("Enter");
  const cell = page.getByRole("group", { name: "Q1.1 合作企业数" });
  await expect(cell).toBeFocused();
  // From the last link before the desk it is one Tab to the cell where the keyboard was.
  await page.getByRole("link", { name: "修改记录" }).focus();
  await page.keyboard.press("Tab");
  await expect(cell).toBeFocused();
  for (const key of ["Enter", "Enter", "Enter", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("group", { name: "Q2.1 技术服务到账额" })).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: "Q2.1 退回理由" })).toBeFocused();
  await page.keyboard.insertText("示例：请附银行回单");
  await page.keyboard.press("Enter");
  for (const left of ["Q2.2", "Q3.1", "Q3.2", "Q3.3"]) {
    await expect(page.getByRole("group", { name: left })).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("button", { name: "其余全部核对无误" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "退回 1 格" }).press("Enter");
  await expect(page.getByText(/等待： ?单位修改退回的格，自 \d{4}-\d{2}-\d{2} 起/)).toBeVisible();
});

test("only that cell opens again; the rest stays verified, and the report is verified by keyboard", async ({
  page,
  signIn,
}) => {
  await signIn("leader@svu.example");
  await page.goto(report);
  await expect(page.getByText("退回理由: 示例：请附银行回单")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Q1.1 合作企业数" })).toBeHidden();
  await page.getByRole("textbox", { name: "Q2.1 技术服务到账额" }).fill("11.5");
  await page.getByRole("textbox", { name: "Q2.1 技术服务到账额" }).press("Tab");
  await expect(page.getByText("已保存", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "提交报表" }).click();
  await expect(page.getByRole("button", { name: "提交报表" })).toBeHidden();

  await signIn("secretariat@suzhou.example");
  await page.goto(report);
  await expect(page.getByText("已看 8 / 9")).toBeVisible();
  await page.getByRole("group", { name: "Q2.1 技术服务到账额" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "核验通过" }).click();
  await expect(page.getByText(/等待： ?另一人批准，自 \d{4}-\d{2}-\d{2} 起/)).toBeVisible();
  await page.goto(`${report}/changes`);
  await expect(page.getByText(/修改 \d+ 次/).first()).toBeVisible();
});
