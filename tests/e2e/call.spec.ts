import { addDays, dayIn } from "@/lib/kernel/dates";
import { ask } from "./support/sql";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics/calls";
const title = `示例焊接变形难题 ${Date.now()}`;
const today = dayIn(new Date(), "Asia/Shanghai");
let address = "";

const office = "secretariat@suzhou.example";
const enterprise = "enterprise@sample017.example";
const teams = ["leader@svu.example", "enterprise@inovance.example"] as const;
const experts = ["expert04@suzhou.example", "expert05@suzhou.example"] as const;

test.describe.configure({ mode: "serial" });

/** What takes days in life: the deadline and the notice pass behind the clock of the database. */
const pass = (statement: string) => ask(statement, [address.split("/").at(-1)]);

test("an enterprise posts a problem on a phone", async ({ page, signIn }) => {
  await page.setViewportSize(sizes.phone);
  await signIn(enterprise);
  await page.goto(base);
  await page.getByRole("link", { name: "发布企业难题" }).click();
  await page.getByLabel("难题标题").fill(title);
  await page.getByLabel("类别").selectOption({ label: "难点" });
  await page.getByLabel("问题说明").fill("示例：薄壁铝件焊后变形超差。");
  await page.getByLabel("指标", { exact: true }).fill("焊后变形");
  await page.getByLabel("目标值").fill("≤ 0.3 mm");
  await page.getByLabel("预算（元）").fill("50万");
  await page.getByRole("button", { name: "提交核实" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "资金来源" })).toBeVisible();
  await page.getByLabel("资金来源").fill("示例：企业自筹");
  await page.getByLabel("完成期限").fill(addDays(today, 300));
  await expectAccessible(page);
  await page.getByRole("button", { name: "提交核实" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("秘书处办理")).toBeVisible();
  await expectAccessible(page);
  address = new URL(page.url()).pathname;
});

test("the office checks it, an expert gives an opinion, the terms are agreed, and it is published", async ({
  page,
  signIn,
}) => {
  await signIn(office);
  await page.goto(address);
  await page.getByRole("button", { name: "核实通过，转专家论证" }).click();
  await expect(page.getByText("专家论证", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "指派专家" }).click();
  await page.getByLabel("选择专家").selectOption({ label: "示例专家 04" });
  await page.getByRole("button", { name: "指派专家" }).click();
  await expect(page.getByText("待声明")).toBeVisible();

  await signIn(experts[0]);
  await page.goto(address);
  await page.getByLabel("没有利害关系").check();
  await page.getByRole("button", { name: "提交声明" }).click();
  for (const side of ["产业牵引", "研究基础", "技术指标", "财务指标"]) {
    await page.getByLabel(new RegExp(`^${side}`)).fill("80");
  }
  await page.getByLabel("建议发榜").check();
  await page.getByRole("textbox", { name: "意见", exact: true }).fill("示例：建议发榜");
  await page.getByRole("button", { name: "提交论证意见" }).click();
  await expect(page.getByRole("button", { name: "提交论证意见" })).toHaveCount(0);

  await signIn(office);
  await page.goto(address);
  await page.locator("summary", { hasText: "提出榜单条件" }).click();
  await page.getByLabel("至少几个方案方可开标").fill("2");
  await page.getByLabel("至少几位专家评审").fill("2");
  await page.getByRole("button", { name: "提出榜单条件" }).click();
  await expect(page.getByText("商定榜单", { exact: true }).first()).toBeVisible();

  await signIn(enterprise);
  await page.goto(address);
  await page.getByRole("button", { name: "确认榜单条件" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认榜单条件" }).click();
  await expect(page.getByText("待发榜", { exact: true }).first()).toBeVisible();

  await signIn(office);
  await page.goto(address);
  await page.getByLabel("揭榜截止日期").fill(addDays(today, 7));
  await page.getByRole("button", { name: "发榜", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发榜", exact: true }).click();
  await expect(page.getByText("揭榜中", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test("two teams bid, and nobody reads a bid before the deadline", async ({ page, signIn }) => {
  for (const [index, team] of teams.entries()) {
    await signIn(team);
    await page.goto(address);
    await page.getByRole("link", { name: "去揭榜" }).click();
    await page.getByRole("textbox", { name: "技术方案" }).fill(`示例秘密工艺 ${index + 1}`);
    await page.getByLabel("报价（元）").fill(index === 0 ? "45万" : "42万");
    for (const place of [0, 1]) {
      await page
        .getByLabel("内容")
        .nth(place)
        .fill(`示例里程碑 ${place + 1}`);
      await page.getByRole("textbox", { name: "交付物" }).nth(place).fill("示例报告");
      await page
        .getByLabel("完成日期")
        .nth(place)
        .fill(addDays(today, 100 + 100 * place));
      await page
        .getByLabel("付款比例（%）")
        .nth(place)
        .fill(place === 0 ? "40" : "60");
    }
    await page.getByLabel("项目负责人").fill("示例负责人");
    await page.getByLabel("团队与条件").fill("示例：五人");
    if (index === 0) await expectAccessible(page);
    await page.getByRole("button", { name: "密封提交" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "密封提交" }).click();
    await expect(page.getByText("已密封", { exact: true })).toBeVisible();
    await expect(page.getByText("示例秘密工艺")).toHaveCount(0);
  }
  await signIn(office);
  await page.goto(`${address}?view=bids`);
  await expect(page.getByText("示例秘密工艺")).toHaveCount(0);
  await page.goto(address);
  await expect(page.getByRole("button", { name: "第一人开标" })).toHaveCount(0);
});

test("after the deadline two people open the bids", async ({ page, signIn }) => {
  await pass("UPDATE calls SET closes_at = clock_timestamp() - interval '1 second' WHERE id = $1");
  await signIn(teams[0]);
  await page.goto(address);
  await expect(page.getByRole("link", { name: "重新提交方案" })).toHaveCount(0);
  await page.goto(`${address}/bid`);
  await expect(page.getByText("不再接收方案")).toBeVisible();

  await signIn(office);
  await page.goto(address);
  await page.getByRole("button", { name: "第一人开标" }).click();
  await expect(page.getByText("请等待另一人开标")).toBeVisible();
  await expect(page.getByRole("button", { name: "第二人开标并解封" })).toHaveCount(0);

  await signIn("supervisor@suzhou.example");
  await page.goto(address);
  await page.getByRole("button", { name: "第二人开标并解封" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "第二人开标并解封" }).click();
  await expect(page.getByText("评榜", { exact: true }).first()).toBeVisible();
  await page.goto(`${address}?view=bids`);
  await expect(page.getByText("示例秘密工艺 1")).toBeVisible();
});

test("experts judge blind, and the office concludes", async ({ page, signIn }) => {
  await signIn(office);
  await page.goto(`${address}?view=bids`);
  await expect(page.getByText("无利害关系的评榜专家 0 位，至少需要 2 位")).toBeVisible();
  for (const name of ["示例专家 04", "示例专家 05"]) {
    await page.getByLabel("选择专家").selectOption({ label: name });
    await page.getByRole("button", { name: "指派专家" }).click();
    await expect(page.getByLabel("选择专家").locator("option", { hasText: name })).toHaveCount(0);
  }
  for (const expert of experts) {
    await signIn(expert);
    await page.goto(address);
    await page.getByLabel("没有利害关系").check();
    await page.getByRole("button", { name: "提交声明" }).click();
    await expect(page.getByText("匿名评榜")).toBeVisible();
    await expect(page.getByText("苏州市职业大学")).toHaveCount(0);
    for (let left = 2; left > 0; left -= 1) {
      const form = page
        .locator("form")
        .filter({ has: page.getByRole("button", { name: "提交评分" }) })
        .first();
      for (const field of await form.getByRole("textbox").all()) {
        await field.fill(`8${left * 2}`);
      }
      await form.getByRole("button", { name: "提交评分" }).click();
      await page
        .getByRole("dialog")
        .filter({ visible: true })
        .getByRole("button", { name: "提交评分" })
        .click();
      await expect(
        page.getByRole("button", { name: "提交评分" }).filter({ visible: true }),
      ).toHaveCount(left - 1);
    }
    await expectAccessible(page);
  }
  await signIn(office);
  await page.goto(address);
  await page.getByRole("button", { name: "评榜结束，公布名次给企业" }).click();
  await expect(page.getByText("企业择优", { exact: true }).first()).toBeVisible();
});

test("the enterprise chooses, the notice passes, and the contract becomes a project with promised money", async ({
  page,
  signIn,
}) => {
  await signIn(enterprise);
  await page.goto(address);
  await page.getByRole("radio").first().check();
  await page.getByRole("textbox", { name: "择优理由" }).fill("示例：方案最稳妥");
  await page.getByRole("button", { name: "选定并公示" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "选定并公示" }).click();
  await expect(page.getByText("拟中榜单位")).toBeVisible();

  await pass(
    "UPDATE calls SET notice_from = current_date - 10, notice_until = current_date - 2 WHERE id = $1",
  );
  await signIn(office);
  await page.goto(address);
  await page.getByRole("button", { name: "公示结束，进入签约" }).click();
  await page.getByLabel("合同编号").fill("示例合同 1");
  await page.getByLabel("合同金额（元）").fill("42万");
  await page.getByRole("button", { name: "登记合同并立项" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "登记合同并立项" }).click();
  await expect(page.getByText("实施中", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("承诺 42 万元，到账 0 元")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^20\d\d-\d{3}$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("凭揭榜中榜与合同立项")).toBeVisible();
});
