import { ask } from "./support/sql";
import { expect, expectAccessible, sizes, test } from "./support/test";

const machine = "示例六轴机器人测试台";
const purpose = `示例：联调 ${Date.now()}`;
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let platform = "";

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  const [row] = await ask("SELECT platform_id FROM platform_equipment WHERE name = $1", [machine]);
  platform = `/a/suzhou-robotics/platforms/${row?.platform_id}`;
});

test("an enterprise books shared equipment on a phone", async ({ page, signIn }) => {
  await page.setViewportSize(sizes.phone);
  await signIn("enterprise@inovance.example");
  await page.goto(platform);
  await page.getByText("预约设备", { exact: true }).click();
  await page
    .getByRole("combobox", { name: "设备" })
    .selectOption({ label: `${machine} · 示例：工作日 9:00–17:00` });
  await page.getByLabel("开始日期").fill(ahead(10));
  await page.getByLabel("开始时间").fill("15:00");
  await page.getByLabel("结束日期").fill(ahead(10));
  await page.getByLabel("结束时间").fill("14:00");
  await page.getByLabel("用途").fill(purpose);
  await page.getByRole("button", { name: "提交预约" }).click();
  // Ends before it begins: told, and nothing typed is lost.
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("用途")).toHaveValue(purpose);
  await page.getByLabel("结束时间").fill("17:00");
  await page.getByRole("button", { name: "提交预约" }).click();
  await expect(page.getByText("预约已提交")).toBeVisible();
  const own = page.getByRole("listitem").filter({ hasText: purpose });
  await expect(own.getByText("待批准")).toBeVisible();
  await expect(own.getByRole("button", { name: "批准", exact: true })).toBeHidden();
  await expectAccessible(page);
});

test("who keeps the platform approves it; the enterprise reads so", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(platform);
  const asked = page.getByRole("listitem").filter({ hasText: purpose });
  await asked.getByRole("button", { name: "批准", exact: true }).click();
  await expect(asked.getByText("已批准").first()).toBeVisible();
  await signIn("enterprise@inovance.example");
  await page.goto(platform);
  const own = page.getByRole("listitem").filter({ hasText: purpose });
  await expect(own.getByText("已批准")).toBeVisible();
});

test("a pause asks what becomes of the bookings; kept, they stand when the platform runs again", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(platform);
  await page.getByLabel("变为").selectOption({ label: "暂停" });
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByText(/还有 \d+ 项未结束的预约。暂停可选择/).first()).toBeVisible();
  await page.getByLabel(/还有 \d+ 项未结束的预约/).selectOption({ label: "保留预约（仅限暂停）" });
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const next = (name: string) => page.getByLabel("变为").getByRole("option", { name });
  await expect(next("运行")).toBeAttached();
  await page.getByLabel("变为").selectOption({ label: "运行" });
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(next("暂停")).toBeAttached();
  const kept = page.getByRole("listitem").filter({ hasText: purpose });
  await expect(kept.getByText("已批准")).toBeVisible();
});
