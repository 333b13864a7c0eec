import { reportInHand, resolutionAbout } from "./support/report";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics/reports";
const title = `示例：年度报告 ${Date.now()}`;
let address = "";

test.describe.configure({ mode: "serial" });

test("a school writes its chapter and hands it in, on a phone; another member does not read it", async ({
  page,
  signIn,
}) => {
  address = `${base}/${await reportInHand(title)}`;
  await page.setViewportSize(sizes.phone);
  await signIn("leader@svu.example");
  await page.goto(address);
  await page.getByRole("link", { name: "联合体概况与成员" }).click();
  await page.getByRole("textbox", { name: "文稿" }).fill("（一）组成\n示例：本章文稿。");
  await page.getByRole("button", { name: "保存文稿" }).click();
  await expect(page.getByText("第 1 稿")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "提交审核" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("待审核").first()).toBeVisible();
  await signIn("enterprise@inovance.example");
  await page.goto(address);
  await expect(page.getByText("联合体概况与成员").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "联合体概况与成员" })).toHaveCount(0);
});

test("the secretariat sends it back, the school mends it, the secretariat takes it and merges", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  await page.getByRole("link", { name: "联合体概况与成员" }).click();
  await page.getByLabel("退回原因").fill("示例：请补充成员数的来源");
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(page.getByText("已退回").first()).toBeVisible();

  await signIn("leader@svu.example");
  await page.goto(address);
  await expect(page.getByText("示例：请补充成员数的来源").first()).toBeVisible();
  await page.getByRole("link", { name: "联合体概况与成员" }).click();
  await page
    .getByRole("textbox", { name: "文稿" })
    .fill("（一）组成\n示例：成员名册在门户公布，专班2人。");
  await page.getByRole("button", { name: "保存文稿" }).click();
  await expect(page.getByText("第 2 稿")).toBeVisible();
  await page.getByRole("button", { name: "提交审核" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("待审核").first()).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  // The small number of its text names the chapter once more, below.
  await page.getByRole("link", { name: "联合体概况与成员" }).first().click();
  await page.getByRole("button", { name: "采用" }).click();
  await expect(page.getByText("已采用").first()).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: "进入统稿" }).click();
  // A number of few persons holds the review up until somebody lets it stand.
  await page.getByRole("button", { name: "送审" }).click();
  await expect(page.getByText("公开内容中还有 1 处少于 5 人的数字")).toBeVisible();
  await page.getByText("保留", { exact: true }).click();
  await page.getByLabel("保留的理由").fill("示例：名单已公开");
  await expectAccessible(page);
  await page.getByRole("button", { name: "确认保留" }).click();
  await expect(page.getByText(/确认保留：示例：名单已公开/)).toBeVisible();
  await page.getByRole("button", { name: "送审" }).click();
  await expect(page.getByText(/等待：\s*秘书长审签/)).toBeVisible();
});

test("secretary-general and chair sign, the council has passed it, it is submitted and published", async ({
  page,
  signIn,
}) => {
  await page.goto(address);
  await expect(page.getByText("找不到")).toBeVisible();
  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  await page.getByRole("button", { name: "以秘书长身份审签" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "以秘书长身份审签" }).click();
  await expect(page.getByText(/等待：\s*理事长审签/)).toBeVisible();
  await signIn("chair@suzhou.example");
  await page.goto(address);
  await page.getByRole("button", { name: "以理事长身份审签" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "以理事长身份审签" }).click();
  await expect(page.getByText(/等待：\s*理事会决议/)).toBeVisible();
  await resolutionAbout(title);

  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  const choice = page.getByLabel("理事会决议");
  const passed = choice.getByRole("option", { name: `审议《${title}》` });
  await expect(passed).toHaveText(/^理事会决议〔\d{4}〕\d+号 · \d{4}-\d\d-\d\d · 审议《/);
  await choice.selectOption({ label: (await passed.textContent()) ?? "" });
  await page.getByRole("button", { name: "登记理事会审议通过" }).click();
  await expect(page.getByText("正文与数据不再改动")).toBeVisible();
  await page.getByLabel("报送单位").fill("示例省级教育主管部门");
  await page.getByRole("button", { name: "登记报送" }).click();
  await page.getByRole("button", { name: "公布年度报告" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "公布年度报告" }).click();
  await expect(page.getByText("已公布").first()).toBeVisible();
});

test("a visitor reads the public version", async ({ page }) => {
  await page.goto(base);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByText("示例：成员名册在门户公布，专班2人。")).toBeVisible();
  await expect(page.getByText("本页为公开版")).toBeVisible();
  await expectAccessible(page);
});
