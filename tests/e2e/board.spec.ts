import { expect, linesOf, sizes, test } from "./support/test";

const board = "/a/suzhou-robotics/dashboard?from=2019&to=2026";
const western = "/a/western-vocational-base/dashboard?from=2019&to=2026";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the leader opens 授权专利 147, reaches a certificate in two clicks, asks for last month's number, and prints", async ({
    page,
    signIn,
  }) => {
    await signIn("leader@cqcvc.example");
    await page.goto(western);
    const tile = page.getByRole("region", { name: "授权专利数", exact: true });
    await expect(tile.getByRole("link").first()).toContainText("147");

    await tile.getByRole("link").first().click();
    await expect(page.getByText(/^合计/)).toContainText("147");
    await page
      .getByRole("link", { name: /^示例专利/ })
      .first()
      .click();
    const paper = page.getByRole("link", { name: /\.(pdf|png|jpg)/ }).first();
    await expect(paper).toBeVisible();
    const file = await page.request.get((await paper.getAttribute("href")) ?? "");
    expect(file.status()).toBe(200);
    expect((await file.body()).length).toBeGreaterThan(100);

    await page.goto(western);
    const times = page.getByRole("navigation", { name: "数字时点" });
    await times.getByRole("link", { name: "截至某日" }).click();
    await expect(page).toHaveURL(/asOf=\d{4}-\d{2}-\d{2}/);
    const shown = page.getByText(/^显示 \S+ 日终时系统所示的数/).first();
    await expect(shown).toBeVisible();
    await expect(tile.getByRole("link").first()).toContainText("147");
    await tile.getByRole("link").first().click();
    await expect(page.getByText(/^合计 147 项，147 条记录/)).toBeVisible();
    await page.goBack();

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await page.getByRole("button", { name: "打印" }).click();
    await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");
    await page.emulateMedia({ media: "print" });
    // One page names one time of its numbers: the chosen day, and beside it when it was read.
    await expect(page.getByText(/^读取于 /)).toBeVisible();
    await expect(page.getByText(/数据截至/)).toHaveCount(0);
    await expect(page.getByText(/年度：2019–2026 年；数据状态：仅已核验。显示/)).toBeVisible();
  });
});

test("a click on a kind of member narrows the page, a chip widens it again; the workbook has the same filters", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${board}&kind=university`);
  const chips = page.getByRole("list", { name: "当前筛选" });
  await expect(chips).toContainText("本科院校");
  const book = page.getByRole("link", { name: "导出工作簿" });
  await expect(book).toHaveAttribute("href", /kind=university/);
  const [download] = await Promise.all([page.waitForEvent("download"), book.click()]);
  expect(download.suggestedFilename()).toMatch(/^suzhou-robotics-dashboard-.*\.xlsx$/);
  await chips.getByRole("link", { name: "取消筛选：本科院校" }).click();
  await expect(page.getByRole("region", { name: "成员结构" })).toBeVisible();
});

test("a number without a past says so; with a target it says how far it is", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(board);
  const tile = page.getByRole("region", { name: "授权专利数", exact: true });
  await expect(tile.getByText(/2026 年目标 40，已核验/)).toBeVisible();
  await page.setViewportSize(sizes.phone);
  expect(await linesOf(tile.getByText(/^还差/))).toBe(1);
  await page.setViewportSize(sizes.desk);
  await page.goto(`${board}&asOf=2026-06-30`);
  const standing = page.getByRole("region", { name: "联合体概况" });
  await expect(standing).toContainText(/没有当日的数：.*里程碑逾期的项目.*这些清单只存现状/);
  await expect(tile.getByText(/2026 年目标/)).toHaveCount(0);
  const book = page.getByRole("link", { name: "导出工作簿" });
  await expect(book).toHaveAttribute("href", /asOf=2026-06-30/);
});

test("money of a past day: the tile opens the entries of then, every page of them is of that day, and one click is now", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${board}&asOf=2026-06-30`);
  const tile = page.getByRole("region", { name: "到账（货币）", exact: true });
  await tile.getByRole("link").first().click();
  await expect(page).toHaveURL(/funds\/ledger\?.*asOf=2026-06-30/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("台账（截至");
  await expect(page.getByText(/日终时的数；其后的入账、冲销和承诺变动不计/)).toBeVisible();
  await expect(page.getByText(/^合计：货币/)).toBeVisible();
  await page.getByRole("link", { name: "金额", exact: false }).first().click();
  await expect(page).toHaveURL(/asOf=2026-06-30/);
  await page.getByRole("link", { name: "看现在的数" }).click();
  await expect(page).not.toHaveURL(/asOf=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("台账");
});

test("a view is subscribed to with its filters, once, and stopped", async ({ page, signIn }) => {
  await signIn("delegate03@suzhou.example");
  await page.goto("/a/suzhou-robotics/dashboard?kind=enterprise");
  await page.getByRole("link", { name: "订阅", exact: true }).click();
  await expect(page.getByText("筛选：企业").first()).toBeVisible();
  const take = page.getByRole("button", { name: "订阅", exact: true });
  await page.getByRole("combobox", { name: /频率/ }).selectOption("monthly");
  await take.click();
  const mine = page.getByRole("table", { name: "我的订阅" });
  await expect(mine).toContainText("每月 1 日");
  await page.getByRole("combobox", { name: /频率/ }).selectOption("monthly");
  await take.click();
  await expect(page.getByText("这份内容已按同样的频率订阅。")).toBeVisible();
  await mine.getByRole("button", { name: "停止" }).click();
  await expect(page.getByText("还没有订阅")).toBeVisible();
});

test("one click makes the paper of a meeting, printed or as a Word file, with its sources", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(board);
  await page.getByRole("link", { name: "交流材料", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: /交流材料$/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "主要成果" })).toContainText("家成员");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载 Word" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/交流材料\.docx$/);
});

test("the paper of a meeting is in the language of the alliances, whatever its reader chose", async ({
  page,
  signIn,
  context,
  baseURL,
}) => {
  await signIn("secretariat@suzhou.example");
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.goto("/a/suzhou-robotics/dashboard/exchange");
  const paper = page.getByRole("article");
  await expect(paper.getByRole("heading", { level: 2 }).first()).toHaveText("一、基本情况");
  await expect(paper).not.toContainText("Where we stand");
  await page.getByRole("link", { name: /^Back to/ }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
});

test("pictures have their tables", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto("/a/suzhou-robotics/dashboard");
  await page.getByRole("link", { name: "图示", exact: true }).click();
  const flow = page.getByRole("table", { name: /资金流向/ });
  await expect(flow).toContainText("到账");
  const drawn = page.getByRole("region", { name: "资金流向（货币，累计）" });
  await expect(drawn.locator("svg.recharts-surface path").first()).toBeAttached();
  await expect(page.getByRole("table", { name: "八级技能阶梯" })).toContainText("首席技师");
  await expect(page.getByRole("table", { name: "产业链覆盖" })).toBeVisible();
});

test("a visitor reads published figures and takes the open data", async ({ page }) => {
  await page.goto("/a/suzhou-robotics");
  const link = page.getByRole("link", { name: "开放数据 CSV 文件" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/open-data/);
  const answer = await page.request.get("/api/v1/alliances/suzhou-robotics/open-data");
  const { figures } = (await answer.json()) as { figures: { source: string }[] };
  expect(figures.length).toBeGreaterThan(5);
});
