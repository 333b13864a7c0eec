import { expect, expectAccessible, test } from "./support/test";

const base = "/a/suzhou-robotics/outcomes/trainings";
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test.describe.configure({ mode: "serial" });

const course = `示例培训班 ${Date.now()}`;
let training = "";

test("a school enters one training once: people, attendances and person-days", async ({
  page,
  signIn,
}) => {
  await signIn("reporter@svu.example");
  await page.goto(base);
  await page.getByRole("link", { name: "填报培训班次" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "填报培训班次" })).toBeVisible();
  await page.getByLabel("课程名称").fill(course);
  await page.getByLabel("开始日期").fill("2026-10-12");
  await page.getByLabel("结束日期").fill("2026-10-14");
  await page.getByLabel("地点").fill("示例实训中心");
  await page.getByRole("textbox", { name: /^人次/ }).fill("60");
  await page.getByRole("textbox", { name: /^人数/ }).fill("70");
  await page.getByRole("textbox", { name: /^人日/ }).fill("75.5");
  await page.getByLabel("培训类别").selectOption({ label: "技术技能培训" });
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "签到表.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByText("签到表.pdf")).toBeVisible();

  // Fewer attendances than people cannot be; nothing typed is lost.
  await page.getByRole("button", { name: "提交核验" }).click();
  await expect(page.getByText("人次不能少于人数").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: /^人数/ }).fill("30");
  await page.getByRole("button", { name: "提交核验" }).click();
  await expect(page.getByRole("heading", { level: 1, name: course })).toBeVisible();
  training = new URL(page.url()).pathname;
  for (const metric of ["培训人次", "培训人数", "培训人日"]) {
    await expect(page.getByRole("link", { name: metric })).toBeVisible();
  }
});

test("one number is returned and corrected through the same form", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(training);
  await page.getByRole("link", { name: "培训人数" }).click();
  await expect(page.getByText("来自培训班次").first()).toBeVisible();
  await page.getByLabel("退回原因").fill("签到表为 29 人，请核对。");
  await page.getByRole("button", { name: "退回补正" }).click();
  await expect(page.getByText("已退回").first()).toBeVisible();

  await signIn("reporter@svu.example");
  await page.goto(training);
  await expect(page.getByText("签到表为 29 人，请核对。")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^人日/ })).toHaveCount(0);
  await page.getByRole("textbox", { name: /^人数/ }).fill("29");
  await page.getByRole("button", { name: "重新提交" }).click();
  await expect(page.getByRole("cell", { name: "29 人" })).toBeVisible();
  await expect(page.getByRole("button", { name: "重新提交" })).toHaveCount(0);
});

test("a file says who was there, and the number of them is shown", async ({ page, signIn }) => {
  await signIn("reporter@svu.example");
  await page.goto(training);
  // Numbers of a region that is no place, so that they belong to nobody.
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const numbers = Array.from({ length: 29 }, (_, place) => {
    const first = `99999919900102${String(place + 1).padStart(3, "0")}`;
    const sum = weights.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
    return first + "10X98765432"[sum % 11];
  });
  const list = (rows: readonly string[]) => ({
    name: "示例名单.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["姓名,身份证号", ...rows.map((one) => `示例,${one}`)].join("\r\n")),
  });
  const chooser = page.getByLabel("或上传名单文件");
  await expectAccessible(page);
  await chooser.setInputFiles(list(numbers));
  await expect(page.getByText("名单已登记，身份证号未保存。")).toBeVisible();
  await expect(page.getByText("已登记 29 人")).toBeVisible();
});

test("people of several trainings are shown as at most so many", async ({ page, signIn }) => {
  await signIn("leader@svu.example");
  await page.goto(base);
  await expect(page.getByText(/^≤ [\d,]+/)).toBeVisible();
  await expect(page.getByText("同一人可能参加多期，因此是上限")).toBeVisible();
});
