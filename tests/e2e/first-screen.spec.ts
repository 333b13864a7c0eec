import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";

/** Seen without scrolling. */
const onFirstScreen = async (page: Page, what: Locator) => {
  await expect(what).toBeVisible();
  const box = await what.boundingBox();
  expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(
    page.viewportSize()?.height ?? 0,
  );
};

test.describe("on a phone", () => {
  test.beforeEach(({ page }) => page.setViewportSize(sizes.phone));

  test("a delegate sees the open ballot before everything else, and it leads to the own seat", async ({
    page,
    signIn,
  }) => {
    await signIn("delegate01@suzhou.example");
    await page.goto(`${base}/home`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("我的会议");
    const ballot = page.getByRole("link", { name: /项表决待投票/ });
    await onFirstScreen(page, ballot);
    await ballot.click();
    await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}\/me$/);
  });

  test("a visitor finds what the alliance is, and how to join it", async ({ page }) => {
    await page.goto(base);
    const join = page.getByRole("link", { name: "申请加入" });
    await onFirstScreen(page, join);
    await onFirstScreen(page, page.getByText("主导产业"));
    await join.click();
    await expect(page.getByRole("heading", { level: 1, name: "申请加入" })).toBeVisible();
  });

  test("an enterprise registers a project and says what it needs from its first screen", async ({
    page,
    signIn,
  }) => {
    await signIn("enterprise@inovance.example");
    for (const screen of ["home", "enterprise"]) {
      await page.goto(`${base}/${screen}`);
      for (const name of ["登记合作项目", "发布企业难题", "填报人才需求"])
        await onFirstScreen(page, page.getByRole("main").getByRole("link", { name, exact: true }));
    }
    await page.getByRole("main").getByRole("link", { name: "登记合作项目", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "登记合作项目" })).toBeVisible();
  });

  test("a list begins on the first screen; its further filters come when asked for, and stay while they are used", async ({
    page,
    signIn,
  }) => {
    await signIn("secretariat@suzhou.example");
    await page.goto(`${base}/members`);
    const kind = page.getByLabel("类别", { exact: true });
    await expect(kind).toBeHidden();
    await onFirstScreen(page, page.getByRole("row").nth(5));
    await page.getByLabel("更多条件").focus();
    await page.keyboard.press("Space");
    await expect(kind).toBeVisible();
    await expectAccessible(page);
    await kind.selectOption({ label: "企业" });
    await page.getByRole("button", { name: "查询" }).click();
    await expect(page).toHaveURL(/kind=enterprise/);
    await expect(kind).toBeVisible();
    await page.setViewportSize(sizes.desk);
    await page.goto(`${base}/members`);
    await expect(kind).toBeVisible();
    await expect(page.getByLabel("更多条件")).toBeHidden();
  });

  test("the tab that is open is in sight, however many there are", async ({ page, signIn }) => {
    await signIn("secretariat@suzhou.example");
    await page.goto(`${base}/talent/reports`);
    const tab = page.getByRole("navigation").getByRole("link", { name: "报告", exact: true });
    await expect(tab).toBeInViewport({ ratio: 0.9 });
  });
});

test("what is due stands before what is done, and says who is waited for since when", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/reporting`);
  const first = page.getByRole("row").nth(1);
  await expect(first).toContainText(/自 \d{4}-\d{2}-\d{2} 起/);
  await expect(page.getByRole("cell", { name: "已批准" })).toHaveCount(0);
  await first.getByRole("link").click();
  await expect(page.getByText(/等待： ?单位.*，自 \d{4}-\d{2}-\d{2} 起/)).toBeVisible();
});

test("a seat that nobody holds is counted as vacant, with a vote or without", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/structure/seats`);
  const row = page.getByRole("row").filter({ hasText: "指导委员会" });
  await expect(row).toContainText("空缺 6 席");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "在任 0 席，空缺 6 席" })).toBeVisible();
});

test("a page for the printer leads back to its record, and keeps that off the paper", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/decisions?sort=number`);
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await page.getByRole("link", { name: "打印", exact: true }).click();
  await expect(page).toHaveURL(/\/print$/);
  const back = page.getByRole("link", { name: /^返回/ });
  await page.emulateMedia({ media: "print" });
  await expect(back).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await back.click();
  await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}$/);
});

test("a project is followed back to who decided it and on to its money and results", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/projects?state=closed`);
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  const thread = page.getByRole("list", { name: "来龙去脉" });
  for (const step of ["来源", "决定", "项目", "里程碑", "资金", "关联成果"])
    await expect(thread.getByText(step, { exact: true })).toBeVisible();
  await thread.getByRole("link", { name: /货币承诺 .+、到账 .+元/ }).click();
  await expect(page).toHaveURL(/view=money$/);
  await page.goBack();
  await thread.getByRole("link", { name: /^\d+ 项$/ }).click();
  await expect(page).toHaveURL(/outcomes\?project=/);
});

test("a result leads to the indicator that counts it", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/outcomes?state=verified&metric=M35`);
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  const thread = page.getByRole("list", { name: "来龙去脉" });
  await thread.getByRole("link", { name: /授权专利数：\d{4} 年全部记录/ }).click();
  await expect(page).toHaveURL(/outcomes\?metric=M35&year=\d{4}$/);
  await expect(page.getByText(/合计/).first()).toBeVisible();
});

test("before a meeting its agenda stands before what became of earlier resolutions", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/meetings`);
  await page.getByRole("link", { name: "示例：一届四次理事会" }).click();
  const titles = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(titles.nth(1)).toHaveText("议程");
});

test("a member and a page are found from anywhere by a few keys", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/funds`);
  const box = page.getByRole("combobox", { name: "查找单位或页面" });
  // The page answers keys as soon as its scripts have come.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("hc");
  await expect(page.getByRole("option", { selected: true })).toContainText("苏州汇川技术有限公司");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "苏州汇川技术有限公司" })).toBeVisible();

  await page.goto(`${base}/funds`);
  await page.getByRole("link", { name: /^查找/ }).click();
  await page.keyboard.type("核验台");
  await expect(page.getByRole("option", { selected: true })).toContainText("页面");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/verification$/);
});

test("outside of an alliance the same keys find alliances, members of the own one, and pages of the platform", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto("/me");
  const box = page.getByRole("combobox", { name: "查找联合体、单位或页面" });
  const list = page.getByRole("listbox", { name: "查找联合体、单位或页面" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("hc");
  await expect(list.getByRole("option", { name: /苏州汇川技术有限公司/ })).toBeVisible();
  await expectAccessible(page);
  await box.fill("对照");
  await expect(list.getByRole("option", { selected: true })).toContainText("跨联合体对照");
  // Pages that are not the reader's are not offered.
  await box.fill("平台管理");
  await expect(list.getByRole("option")).toHaveCount(1);
  await box.fill("苏州机器人");
  await expect(list.getByRole("option", { selected: true })).toContainText("联合体");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/a\/suzhou-robotics\/home$/);
});

test("the keys of the verification desk lead to what is still owed, and to the reason of a return", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/verification`);
  await expect(page.getByText("须有理由").first()).toBeVisible();
  const passOver = page.getByRole("textbox", { name: /放行理由/ });
  // The page answers keys as soon as its scripts have come.
  await expect(async () => {
    await page.keyboard.press("v");
    await expect(passOver).toBeFocused({ timeout: 500 });
  }).toPass();
  await passOver.fill("示例：两期合并开班");
  await passOver.blur();
  await page.keyboard.press("v");
  await expect(page.getByRole("button", { name: "核验通过" })).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: /退回原因/ })).toBeFocused();
});
