import { expect, expectAccessible, test } from "./support/test";

const base = "/a/suzhou-robotics";
test.describe.configure({ mode: "serial" });

let certificate = "";

test("a school writes down what an enterprise gained and sends it for the seal", async ({
  page,
  signIn,
}) => {
  await signIn("reporter@svu.example");
  await page.goto(`${base}/certificates/new`);
  await page.getByRole("combobox", { name: "受益企业" }).fill("示例企业 017");
  await page.getByRole("option", { name: /示例企业 017/ }).click();
  await page.getByLabel("年度").fill("2023");
  await page.getByLabel("新增产值").fill("120万");
  await page.getByLabel("新增税收").fill("34567.89");
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /示例企业 017 2023/ })).toBeVisible();
  certificate = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "送企业盖章" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "送企业盖章" }).click();
  await expect(page.getByText("待企业盖章").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "盖章确认" })).toHaveCount(0);
});

test("the enterprise finds it on its own page, seals it, prints it, and may take it back", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@sample017.example");
  await page.goto(`${base}/enterprise`);
  await page.locator(`a[href="${certificate}"]`).click();
  await page.getByLabel("网上声明").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "盖章确认" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "盖章确认" }).click();
  await expect(page.getByText("已盖章").first()).toBeVisible();
  await expect(page.getByText("还可填报：经济效益 123.46 万元")).toBeVisible();
  await page.getByRole("link", { name: "打印" }).click();
  await expect(page.getByText("以上合计 1,234,567.89 元")).toBeVisible();
  await page.goto(certificate);
  await page.getByLabel("撤回理由").fill("示例：演示结束");
  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("示例：演示结束")).toBeVisible();
});

test("a result shows the certificate that it rests on", async ({ page, signIn }) => {
  await signIn("reporter@svu.example");
  // The enterprise stands in its key, whoever reported it.
  await page.goto(`${base}/outcomes?metric=M29&q=${encodeURIComponent("示例企业 017")}`);
  await page.getByRole("link", { name: "示例企业效益证明 2025" }).click();
  await expect(page.getByRole("link", { name: "示例企业 017 2025 年效益证明" })).toBeVisible();
});
