import { expect, expectAccessible, test } from "./support/test";

const base = "/a/suzhou-robotics";

test.describe("a school leader, two minutes before a meeting", () => {
  test("sees the first screen on a phone, and a line opens its list with the same count", async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn("leader@svu.example");
    await page.goto(`${base}/home`);
    await expect(page.getByRole("heading", { level: 1, name: "苏州市职业大学" })).toBeVisible();
    await expect(page.getByText("未设目标").first()).toBeVisible();
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);

    const line = page.getByRole("listitem").filter({ hasText: "已核验的成果" });
    const [count = ""] = /\d[\d,]*/.exec(await line.innerText()) ?? [];
    expect(Number(count.replace(",", ""))).toBeGreaterThan(0);
    await line.getByRole("link").click();
    await expect(page).toHaveURL(/outcomes\?state=approved/);
    await expect(page.getByText(new RegExp(`共 ?${count} `)).first()).toBeVisible();
  });

  test("prints one sheet of A4", async ({ page, signIn }) => {
    await signIn("leader@svu.example");
    await page.goto(`${base}/home`);
    await expect(page.getByRole("heading", { level: 1, name: "苏州市职业大学" })).toBeVisible();
    const paper = await page.pdf({ format: "A4" });
    expect(paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  });
});

test("the secretariat proposes a target, the chair agrees, the one before is superseded", async ({
  page,
  signIn,
}) => {
  const value = String(6000 + (Date.now() % 1000));
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/targets?year=2026&metric=M41`);
  await page.getByLabel("目标值").fill(value);
  await page.getByRole("textbox", { name: "依据" }).fill("示例：年中调整");
  await page.getByRole("button", { name: "提出目标" }).click();
  await expect(page.getByText("等待理事长同意").filter({ visible: true }).first()).toBeVisible();

  await signIn("chair@suzhou.example");
  await page.goto(`${base}/targets?year=2026&metric=M41&state=proposed`);
  await page.getByText("同意或不同意").click();
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
  await expect(page.getByText("同意或不同意")).toHaveCount(0);
  await page.goto(`${base}/targets?year=2026&metric=M41&state=in_force`);
  await expect(page.getByText(Number(value).toLocaleString("zh-CN")).first()).toBeVisible();
  await expect(page.getByText("原目标").first()).toBeVisible();
});

test("a city's alliances side by side: each thing once, or plainly added with the reason", async ({
  page,
  signIn,
}) => {
  await signIn("park@wuzhong.example");
  await page.goto("/regions");
  await expect(page.getByRole("heading", { level: 1, name: "跨联合体对照" })).toBeVisible();
  await expect(page.getByText(/你看到 \d+ \/ \d+ 个有成果单位的数据/)).toBeVisible();
  const members = page.getByRole("row").filter({ hasText: "成员单位" });
  await expect(members.getByText(/简单相加为/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "简单相加" }).click();
  await expect(page).toHaveURL(/sum=plain/);
  await expect(members.getByText(/多计 \d+，去重后/)).toBeVisible();
  await expect(members.getByText(/家单位同属多个联合体/)).toBeVisible();
});
