import type { Page } from "@playwright/test";
import { syntheticCreditCode } from "../../lib/features/organizations/rules/credit-code";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const secretariat = "secretariat@suzhou.example";
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

// Another applicant and another hour on every run, so that a second run finds no meeting of its own.
const now = Date.now();
const name = `示例申请单位 ${now}`;
const code = syntheticCreditCode(now % 1_000_000_000);
const day = `2026-0${1 + (now % 9)}-${String(1 + (now % 28)).padStart(2, "0")}`;
const time = `${String(8 + (now % 12)).padStart(2, "0")}:${String(now % 60).padStart(2, "0")}`;
const links = { case: "", application: "", meeting: "" };

test.describe.configure({ mode: "serial" });

/** Sends a form that asks once more, and agrees. */
async function confirm(page: Page, button: string) {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("button", { name: button }).click();
}

test("a visitor applies on a phone; a wrong code keeps everything typed", async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await page.goto(`${base}/apply`);
  await page.getByLabel("统一社会信用代码").fill("91000000000000001X");
  await page.getByLabel("单位全称").fill(name);
  await page.getByLabel("单位类别").selectOption({ label: "企业" });
  await page.getByLabel("申请理由").fill("示例：参与机器人方向的联合培养。");
  await page.getByLabel("投入计划").fill("示例：每年接收实习学生 10 人。");
  await page.getByLabel("联系人姓名").fill("示例联系人");
  await page.getByLabel("联系电话").fill("0512-0000 0000");
  await page.getByLabel("电子邮箱").fill("contact@applicant.example");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("信用代码不正确").first()).toBeVisible();
  await expect(page.getByLabel("单位全称")).toHaveValue(name);
  await expectAccessible(page);

  await page.getByLabel("统一社会信用代码").fill(code);
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("秘书处受理")).toBeVisible();
  await expectAccessible(page);
  links.case = new URL(page.url()).pathname;
});

test("the secretariat asks, the applicant answers by the case link", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(`${base}/applications?state=open`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  links.application = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "开始初审" }).click();
  await expect(page.getByText("核对清单完成后才能推荐上会")).toBeVisible();
  await page.getByLabel("请申请单位补正的内容").fill("请补充营业执照有效期。");
  await page.getByRole("button", { name: "要求补正" }).click();
  await expect(page.getByText("待补正").first()).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.setViewportSize(sizes.phone);
  await page.goto(links.case);
  await expect(page.getByText("请补充营业执照有效期。").first()).toBeVisible();
  await page.getByLabel("补正内容").fill("示例：长期有效。");
  await page.getByRole("button", { name: "提交补正" }).click();
  await expect(page.getByText("初审中").first()).toBeVisible();
});

test("the secretariat enters it in the register and recommends it", async ({ page, signIn }) => {
  await signIn(secretariat);
  await page.goto(links.application);
  await expect(page.getByText("示例：长期有效。")).toBeVisible();
  await confirm(page, "按申请新建单位");
  await expect(page.getByRole("link", { name: `已关联：${name}` })).toBeVisible();
  await page.getByRole("button", { name: "推荐上会" }).click();
  await expect(page.getByText("待上会").first()).toBeVisible();
});

test("a council meeting held on paper is recorded; the rule answers while one types", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.goto(links.application);
  await page.getByRole("link", { name: "补录会议" }).click();
  await page.getByLabel("机构", { exact: true }).selectOption({ label: "理事会" });
  await page.getByLabel("会议日期").fill(day);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("会议名称").fill(`示例理事会 ${now}`);
  await page.getByLabel("开始时间").fill(time);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "会议记录.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByText("已上传：会议记录.pdf")).toBeVisible();
  await page.getByRole("button", { name: "全部出席" }).click();
  await page.getByRole("radio", { name: /^31 号席.*缺席$/ }).check();
  await expect(page.getByText("到会 30 席")).toBeVisible();
  await page.getByLabel("议题名称").fill("审议入会申请");
  const choice = page.getByLabel("关联入会申请");
  const label = await choice.getByRole("option", { name }).textContent();
  await choice.selectOption({ label: label ?? "" });
  await page.getByLabel("议案（决议）正文").fill(`同意接纳${name}为成员单位。`);
  await page.getByLabel("赞成").fill("9");
  await page.getByLabel("反对").fill("20");
  await page.getByLabel("原件上的结果").selectOption({ label: "通过" });
  await expect(page.getByText("原件结果为“通过”，规则计算为“未通过”")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("赞成").fill("29");
  await page.getByLabel("反对").fill("1");
  await expect(page.getByText(/因 29 × .*通过/)).toBeVisible();
  await confirm(page, "提交会议记录");
  await expect(page.getByRole("heading", { level: 1, name: `示例理事会 ${now}` })).toBeVisible();
  await expect(page.getByText(/由 .* 补录，附会议原件/)).toBeVisible();
  await expect(
    page
      .getByRole("link", { name: /决议〔2026〕\d+号$/ })
      .and(page.locator('[href*="/decisions/"]')),
  ).toBeVisible();
  await expectAccessible(page);
  links.meeting = new URL(page.url()).pathname;
});

test("the admission takes effect from the resolution; the thread leads both ways", async ({
  page,
  signIn,
}) => {
  await signIn(secretariat);
  await page.goto(links.application);
  await confirm(page, "按决议接纳入会");
  await expect(page.getByText("已接纳").first()).toBeVisible();
  await page
    .getByRole("link", { name: /决议〔2026〕\d+号$/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "审议入会申请" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^成员编号 \d+$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "1. 审议入会申请" }).click();
  await expect(page).toHaveURL(links.meeting);
  await page.getByRole("link", { name: /^入会申请 \d+/ }).click();
  await expect(page).toHaveURL(links.application);

  await page.context().clearCookies();
  await page.goto(links.case);
  await expect(page.getByText(/已接纳为成员，编号 \d+/)).toBeVisible();
});
