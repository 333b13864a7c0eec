import { workingCollege } from "./support/college";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const name = `示例共建产业学院 ${Date.now()}`;
const working = `示例年度评估学院 ${Date.now()}`;
let address = "";
let reviewed = "";

test.describe.configure({ mode: "serial" });

test("an industry college is founded: the school proposes it with an enterprise, on a phone", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize(sizes.phone);
  await signIn("leader@svu.example");
  await page.goto(`${base}/colleges`);
  await page.getByRole("link", { name: "提出共建" }).first().click();
  await page.getByLabel("名称", { exact: true }).fill(name);
  await page.getByLabel("类型").selectOption({ label: "现代产业学院" });
  await page.getByRole("combobox", { name: "共建方 1" }).fill("szszydx");
  await page.getByRole("option", { name: /苏州市职业大学/ }).click();
  await page.getByLabel("角色").nth(0).selectOption({ label: "学校主体" });
  await page.getByRole("combobox", { name: "共建方 2" }).fill("hc");
  await page.getByRole("option", { name: /苏州汇川技术有限公司/ }).click();
  await page.getByLabel("角色").nth(1).selectOption({ label: "企业主体" });
  await page.getByRole("button", { name: "提出共建" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(/等待：\s*秘书处组织论证/)).toBeVisible();
  await expectAccessible(page);
  address = new URL(page.url()).pathname;
});

test("the enterprise enters what it brings in and signs the table", async ({ page, signIn }) => {
  await signIn("enterprise@inovance.example");
  await page.goto(address);
  await page.locator("summary", { hasText: "登记投入" }).click();
  await page.getByLabel("种类").selectOption({ label: "货币" });
  await page.getByLabel("金额或折价（元）").fill("80万");
  await page.getByLabel("佐证", { exact: true }).fill("示例：投入协议");
  await page.getByRole("button", { name: "登记投入" }).click();
  await expect(page.getByText("待确认").first()).toBeAttached();
  await page.getByRole("button", { name: /签署投入表/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /签署投入表/ })
    .click();
  await expect(page.getByText(/已签署/).first()).toBeVisible();
});

test("the secretariat sees which conditions are open and examines it; a stranger finds nothing", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@sample017.example");
  await page.goto(address);
  await expect(page.getByText("找不到")).toBeVisible();
  await signIn("secretariat@suzhou.example");
  await page.goto(address);
  await expect(page.getByText("批准条件")).toBeVisible();
  await page.getByRole("radio", { name: "进入论证" }).check();
  await page.getByRole("button", { name: "推进" }).click();
  await expect(page.getByText("共建方签署投入表")).toBeVisible();
});

test("a working college is reviewed: what is counted is told, and the report is submitted", async ({
  page,
  signIn,
}) => {
  await workingCollege(working);
  await signIn("leader@svu.example");
  await page.goto(`${base}/colleges?state=operating`);
  await page.getByRole("link", { name: working }).click();
  await expect(page.getByRole("heading", { level: 1, name: working })).toBeVisible();
  reviewed = new URL(page.url()).pathname;
  await page.locator("summary", { hasText: "登记投入" }).click();
  await page.getByLabel("投入方").selectOption({ index: 1 });
  await page.getByLabel("种类").selectOption({ label: "货币" });
  await page.getByLabel("金额或折价（元）").fill("3万");
  await page.getByLabel("佐证", { exact: true }).fill("示例：转账凭证");
  await page.getByRole("button", { name: "登记投入" }).click();
  await expect(page.getByText("待确认").first()).toBeAttached();
  await page.getByRole("link", { name: "填写年度自评" }).click();
  await page.getByLabel("自评报告").fill("示例：本年度自评。");
  await page.getByLabel("当年招生（人）").fill("40");
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("当年未召开理事会")).toBeVisible();
  await expect(page.getByText("当年另有 1 笔投入未经他人确认，不计入评估")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "提交评定" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交评定" }).click();
  await expect(page.getByText("提交人以外的人评定等级")).toBeVisible();
  await expect(page.getByText("示例：本年度自评。")).toBeVisible();
});

test("somebody else grades it and sends it to rectification; the school reports, the secretariat sends back and accepts", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(reviewed);
  await page
    .getByRole("link", { name: /年度评估$/ })
    .first()
    .click();
  await page.getByLabel("评定意见").fill("示例：未召开理事会。");
  await page.getByLabel("整改事项 1").fill("示例：召开理事会");
  await page.getByLabel("责任单位").first().selectOption({ label: "苏州市职业大学" });
  await page.getByLabel("期限").first().fill("2199-01-31");
  await page.getByRole("button", { name: "按规则评定等级" }).click();
  await expect(page.getByRole("button", { name: "按规则评定等级" })).toBeHidden();
  await expect(page.getByText("整改清单").first()).toBeVisible();
  await page.goto(reviewed);
  await expect(page.getByText(/责任单位完成整改，自/)).toBeVisible();

  await signIn("leader@svu.example");
  await page.goto(reviewed);
  await page
    .getByRole("link", { name: /年度评估$/ })
    .first()
    .click();
  await page.getByLabel("整改情况与佐证").fill("示例：会议纪要");
  await page.getByRole("button", { name: "报告完成" }).click();
  await expect(page.getByText(/已报告/).first()).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(reviewed);
  await expect(page.getByText(/报告人以外的人验收整改，自/)).toBeVisible();
  await page
    .getByRole("link", { name: /年度评估$/ })
    .first()
    .click();
  await page.locator("summary", { hasText: "退回重改" }).click();
  await page.getByLabel("退回原因").fill("示例：缺签到表");
  await page.getByRole("button", { name: "退回重改" }).click();
  await expect(page.getByText(/退回：示例：缺签到表/)).toBeVisible();
  await expect(page.getByRole("button", { name: "验收通过" })).toHaveCount(0);
  await expectAccessible(page);

  await signIn("leader@svu.example");
  await page.goto(reviewed);
  await page
    .getByRole("link", { name: /年度评估$/ })
    .first()
    .click();
  await expect(page.getByText(/退回：示例：缺签到表/)).toBeVisible();
  await page.getByLabel("整改情况与佐证").fill("示例：会议纪要与签到表");
  await page.getByRole("button", { name: "报告完成" }).click();
  await expect(page.getByText(/已报告/).first()).toBeVisible();

  await signIn("secretariat@suzhou.example");
  await page.goto(reviewed);
  await page
    .getByRole("link", { name: /年度评估$/ })
    .first()
    .click();
  await page.getByRole("button", { name: "验收通过" }).click();
  await expect(page.getByText(/已验收/).first()).toBeVisible();
  await page.goto(reviewed);
  await expect(page.getByText("运行", { exact: true }).first()).toBeVisible();
});
