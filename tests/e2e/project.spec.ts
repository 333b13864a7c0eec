import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const title = `示例联合培养 ${Date.now()}`;
let address = "";

test.describe.configure({ mode: "serial" });

test("an enterprise contact registers a cooperation on a phone", async ({ page, signIn }) => {
  await page.setViewportSize(sizes.phone);
  await signIn("enterprise@inovance.example");
  await page.goto(`${base}/projects`);
  await page.getByRole("link", { name: "登记合作项目" }).first().click();
  await expect(page.getByText("牵头单位：苏州汇川技术有限公司")).toBeVisible();
  await page.getByLabel("项目名称").fill(title);
  await page.getByLabel("类型", { exact: true }).selectOption({ label: "人才培养" });
  await page.getByRole("combobox", { name: "合作单位" }).fill("szszydx");
  await page.getByRole("option", { name: /苏州市职业大学/ }).click();
  await page.getByText("承诺投入（选填）").click();
  await page.getByLabel("种类").selectOption({ label: "货币" });
  await page.getByLabel("金额（元）").fill("20万");

  // Something missing: told at the field, nothing typed is lost.
  await page.getByRole("button", { name: "提交并请合作方确认" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "合作内容" })).toBeVisible();
  await expect(page.getByLabel("项目名称")).toHaveValue(title);
  await expectAccessible(page);

  await page.getByLabel("合作内容").fill("示例：共同培养工业机器人现场工程师。");
  await page.getByRole("button", { name: "提交并请合作方确认" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/苏州市职业大学 确认，自/)).toBeVisible();
  await expect(page.getByText("由 苏州市职业大学 的联系人答复")).toBeVisible();
  await expect(page.getByRole("button", { name: "确认参与" })).toHaveCount(0);
  await expectAccessible(page);
  address = new URL(page.url()).pathname;
});

test("Same project registered by school and enterprise: the second is shown the first", async ({
  page,
  signIn,
}) => {
  await signIn("reporter@svu.example");
  await page.goto(`${base}/projects/new`);
  await page.getByLabel("项目名称").fill(title);
  await page.getByRole("combobox", { name: "合作单位" }).fill("hc");
  await page.getByRole("option", { name: /苏州汇川技术有限公司/ }).click();
  await expect(page.getByText("可能已经登记过")).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toHaveAttribute("href", address);
});

test("a stranger does not find it; the school confirms its part", async ({ page, signIn }) => {
  await signIn("enterprise@sample017.example");
  await page.goto(address);
  await expect(page.getByText("找不到")).toBeVisible();

  await signIn("leader@svu.example");
  await page.goto(address);
  await page.getByRole("button", { name: "确认参与" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认参与" }).click();
  await expect(page.getByText("秘书处核对立项")).toBeVisible();
  await expect(page.getByRole("button", { name: "立项并编号" })).toHaveCount(0);
});

test("the secretariat asks for something, the enterprise answers", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  await page.locator("summary", { hasText: "要求补充材料" }).click();
  await page.getByRole("textbox", { name: "说明" }).fill("请说明培养人数");
  await page.getByRole("button", { name: "要求补充材料" }).click();
  await expect(page.getByText("秘书处要求补充", { exact: true })).toBeVisible();

  await signIn("enterprise@inovance.example");
  await page.goto(address);
  await expect(page.getByText("请说明培养人数")).toBeVisible();
  await page.getByRole("textbox", { name: "答复秘书处" }).fill("每年 40 人");
  await page.getByRole("button", { name: "提交补充" }).click();
  await expect(page.getByText("秘书处核对立项")).toBeVisible();
});

test("I-15 one person of the office puts it, another registers it under the next number of the year", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  await page.locator("summary", { hasText: "核对通过，提请立项决定" }).click();
  await page.getByRole("textbox", { name: "核对意见" }).fill("示例：材料齐全");
  await page.getByRole("button", { name: "核对通过，提请立项决定" }).click();
  await expect(page.getByText("待决定", { exact: true }).first()).toBeVisible();
  await page.goto(`${address}?view=review`);
  await expect(page.getByText("由您提请，须由另一人决定。")).toBeVisible();
  await expect(page.getByRole("button", { name: "立项并编号" })).toHaveCount(0);

  await signIn("finance@suzhou.example");
  await page.goto(`${address}?view=review`);
  await page.getByRole("button", { name: "立项并编号" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "立项并编号" }).click();
  await expect(page.getByText("已立项", { exact: true }).first()).toBeVisible();
  await page.goto(address);
  await expect(page.getByText(/^20\d\d-\d{3,}$/).first()).toBeVisible();
  await page.getByRole("link", { name: "经过" }).click();
  await expect(page.getByText("立项并编号")).toBeVisible();
  await expect(page.getByText("请说明培养人数")).toBeVisible();
  await expectAccessible(page);
});

test("what is promised stands apart from what is received, and four hands make it received", async ({
  page,
  signIn,
}) => {
  const voucher = `示例凭证 ${Date.now()}`;
  await signIn("secretariat@suzhou.example");
  await page.goto(`${address}?view=money`);
  await page.locator("summary", { hasText: "确认承诺" }).click();
  await page.getByRole("textbox", { name: "依据", exact: true }).fill("示例协议 2026-1 号");
  await page.getByRole("button", { name: "确认承诺" }).click();
  await expect(page.getByText("依据：示例协议 2026-1 号")).toBeVisible();

  await page.getByRole("link", { name: "登记条目" }).click();
  await page.getByLabel("对应的承诺").selectOption({ index: 1 });
  await page.getByLabel("资金来源").selectOption({ label: "企业" });
  await page.getByLabel("金额（元）").fill("250000");
  await page.getByRole("textbox", { name: "凭证号" }).fill(voucher);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "超出 50,000.00 元" })).toBeVisible();
  await page.getByLabel("金额（元）").fill("50000");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByText(/等待：\s*秘书处另一人复核/)).toBeVisible();
  await expect(page.getByText("您已办过其中一步")).toBeVisible();
  await expectAccessible(page);
  const entry = page.url();

  const step = async (who: string, name: string) => {
    await signIn(who);
    await page.goto(`${base}/funds/desk`);
    await expect(page.getByRole("row").filter({ hasText: voucher })).toBeVisible();
    await page.goto(entry);
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  };
  await step("finance@suzhou.example", "复核通过");
  await expect(page.getByText(/等待：\s*理事长或监事审批/)).toBeVisible();
  await step("supervisor@suzhou.example", "审批通过");
  await expect(page.getByText(/等待：\s*秘书处入账/)).toBeVisible();
  await step("finance@suzhou.example", "入账");
  await expect(page.getByText("已入账，不能修改，只能冲销")).toBeVisible();
  await expect(page.getByText("等待：")).toHaveCount(0);
  const thread = page.getByRole("list", { name: "来龙去脉" });
  await expect(thread.getByRole("listitem")).toHaveText([
    /^项目20\d\d-\d{3}/,
    /^对应的承诺.*依据：示例协议 2026-1 号$/,
    /^本条到账/,
    new RegExp(`^凭证号${voucher}未附文件$`),
    /^经手登记.*复核.*审批.*入账/,
    /^计入已到账：20\d\d 年台账$/,
    /^用在哪里数据看板$/,
  ]);
  await expectAccessible(page);
  await thread.getByRole("link", { name: /年台账$/ }).click();
  await expect(page.getByRole("row").filter({ hasText: voucher })).toBeVisible();
  await page.goto(`${base}/funds/ledger?side=received`);
  await expect(page.getByRole("row").filter({ hasText: voucher })).toContainText("5");
});

test("every tile of the funds opens a list with its very sum", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/funds`);
  const tiles = page.locator("a[href*='/funds/ledger?'] [title]");
  const shown = await tiles.evaluateAll((all) =>
    all.map((one) => ({
      exact: one.getAttribute("title") ?? "",
      href: one.closest("a")?.getAttribute("href") ?? "",
    })),
  );
  expect(shown.length).toBeGreaterThanOrEqual(4);
  const fen = (text: string) => BigInt(text.replace("−", "-").replace(/[^\d-]/g, ""));
  for (const { exact, href } of shown) {
    let sum = 0n;
    for (let number = 1, rows = 100; rows === 100; number += 1) {
      await page.goto(`${href}&pageSize=100&page=${number}`);
      const amounts = await page
        .locator("tbody td:nth-child(3) [title]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("title") ?? ""));
      sum = amounts.reduce((total, text) => total + fen(text), sum);
      rows = amounts.length;
    }
    expect(sum, href).toBe(fen(exact));
  }
});
