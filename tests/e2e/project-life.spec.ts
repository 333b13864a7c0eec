import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const title = `示例全程项目 ${Date.now()}`;
const experts = [1, 2, 3].map((n) => `expert0${n}@suzhou.example`);
let address = "";

test.describe.configure({ mode: "serial" });

type Page = Parameters<Parameters<typeof test>[2]>[0]["page"];

/** Opens a folded form, fills it and sends it. */
async function unfold(page: Page, label: string) {
  await page.locator("summary", { hasText: label }).click();
}
const confirm = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name }).click();

/** Three experts declare and score, each for herself. */
async function judge(
  page: Page,
  signIn: (email: string) => Promise<void>,
  sheet: Record<string, string>,
  vote?: string,
) {
  for (const expert of experts) {
    await page.setViewportSize(sizes.phone);
    await signIn(expert);
    await page.goto(`${base}/projects/desk`);
    await page.getByRole("link", { name: title }).first().click();
    await expect(page.getByText("项目材料")).toHaveCount(0);
    await page.getByRole("button", { name: "我与各参与方没有利害关系" }).click();
    await expect(page.getByRole("heading", { name: "项目材料" })).toBeVisible();
    for (const [name, points] of Object.entries(sheet)) {
      await page.getByLabel(name).fill(points);
    }
    if (vote) await page.getByLabel(vote, { exact: true }).check();
    await page.getByRole("textbox", { name: "评审意见" }).fill("示例：同意");
    await page.getByRole("button", { name: "提交评分" }).click();
    await expect(page.getByText(/无利害关系 · 已提交/).first()).toBeVisible();
  }
  await expectAccessible(page);
  await page.setViewportSize(sizes.desk);
}

/** The office seats the three experts. */
async function convene(page: Page, label: string) {
  await page.goto(`${address}?view=review`);
  await unfold(page, label);
  for (const [index] of experts.entries()) {
    await page.getByLabel(`专家 ${index + 1}`, { exact: true }).selectOption({ index: index + 1 });
  }
  await page.getByRole("button", { name: label }).click();
  await expect(page.getByText("评分提交齐全之前互不可见")).toBeVisible();
}

async function closePanel(page: Page) {
  await page.goto(`${address}?view=review`);
  await unfold(page, "结束并形成结论");
  await page.getByRole("textbox", { name: "专家组意见" }).fill("示例：专家组意见一致");
  await page.getByRole("button", { name: "结束并形成结论" }).click();
}

test("registered by an enterprise with a budget, confirmed by link on a phone", async ({
  page,
  signIn,
  context,
}) => {
  await signIn("enterprise@inovance.example");
  await page.goto(`${base}/projects/new`);
  await page.getByLabel("项目名称").fill(title);
  await page.getByLabel("类型", { exact: true }).selectOption({ label: "技术攻关" });
  await page.getByRole("combobox", { name: "合作单位" }).fill("szszydx");
  await page.getByRole("option", { name: /苏州市职业大学/ }).click();
  await page.getByLabel("合作内容").fill("示例：联合攻关。");
  await page.getByText("来源与附件（选填）").click();
  await page.getByLabel("预算（元）").fill("40万");
  await page.getByRole("button", { name: "提交并请合作方确认" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "生成答复链接" }).click();
  const link = (await page.locator("p.break-all").textContent()) ?? "";

  await context.clearCookies();
  await page.setViewportSize(sizes.phone);
  await page.goto(new URL(link).pathname);
  await page.getByLabel("您的姓名与职务").first().fill("示例 校办主任");
  await page.getByRole("button", { name: "确认参与" }).click();
  await confirm(page, "确认参与");
  await expect(page.getByText("此项目已不再等待答复")).toBeVisible();
  await expectAccessible(page);
});

test("the lead plans milestones; the office sends it to three experts, who score blind", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@inovance.example");
  await page.goto(`${address}?view=work`);
  await unfold(page, "编制里程碑");
  const year = new Date().getFullYear();
  await page.getByLabel("名称 1").fill("样机");
  await page.getByLabel("截止日期 1").fill(`${year}-12-31`);
  await page.getByLabel("交付成果 1").fill("示例样机");
  await page.getByRole("button", { name: "保存里程碑" }).click();
  await expect(page.getByRole("heading", { name: "1. 样机" })).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await convene(page, "组成评审专家组");
  await judge(page, signIn, {
    "需求与必要性（满分 30）": "25",
    "方案可行性（满分 30）": "20",
    "团队与基础（满分 20）": "15",
    "预期效益（满分 20）": "10",
  });
  await signIn("secretariat@suzhou.example");
  await closePanel(page);
  await expect(page.getByText("建议立项")).toBeVisible();
});

test("I-15 another person decides; the milestone is handed in and accepted by the office", async ({
  page,
  signIn,
}) => {
  await signIn("finance@suzhou.example");
  await page.goto(`${address}?view=review`);
  await page.getByRole("button", { name: "立项并编号" }).click();
  await confirm(page, "立项并编号");
  await expect(page.getByText("已立项", { exact: true }).first()).toBeVisible();

  await signIn("enterprise@inovance.example");
  await page.goto(address);
  await page.getByRole("button", { name: "启动实施" }).click();
  await confirm(page, "启动实施");
  await expect(page.getByText("实施中", { exact: true }).first()).toBeVisible();
  await page.goto(`${address}?view=work`);
  await unfold(page, "提交验收");
  await page.getByRole("textbox", { name: "佐证：示例样机" }).fill("示例：样机照片与检测记录");
  await page.getByRole("button", { name: "提交验收" }).click();
  await expect(page.getByText("待验收", { exact: true })).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(`${address}?view=work`);
  await page.getByRole("button", { name: "验收通过" }).click();
  await confirm(page, "验收通过");
  await expect(page.getByText("已验收", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("accepted by the votes of a panel, with its report", async ({ page, signIn }) => {
  await signIn("enterprise@inovance.example");
  await page.goto(address);
  await unfold(page, "申请验收");
  await page.getByRole("textbox", { name: "完成情况与资金结算说明" }).fill("示例：全部完成");
  await page.getByRole("button", { name: "申请验收" }).click();
  await expect(page.getByText("已申请验收", { exact: true }).first()).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await convene(page, "组成验收组");
  await judge(
    page,
    signIn,
    {
      "目标完成（满分 40）": "30",
      "质量（满分 30）": "20",
      "佐证材料（满分 20）": "15",
      "资金使用（满分 10）": "5",
    },
    "通过",
  );
  await signIn("secretariat@suzhou.example");
  await closePanel(page);
  await expect(page.getByText("通过验收")).toBeVisible();
  await page.goto(`${address}/print?paper=report`);
  await expect(page.getByRole("heading", { name: "验收报告" })).toBeVisible();
  const word = await page.request.get(
    `/api/documents/projects/suzhou-robotics/${address.split("/").at(-1)}?paper=report`,
  );
  expect(word.status()).toBe(200);
  expect((await word.body()).subarray(0, 2).toString()).toBe("PK");
});
