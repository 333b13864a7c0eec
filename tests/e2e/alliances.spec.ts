import { expect, expectAccessible, test } from "./support/test";

// Another address on every run: an alliance stays.
const slug = `sample-${Date.now()}`;
const pages = [
  "",
  "members",
  "members/composition",
  "members/import",
  "members/changes",
  "members/new",
  "members/merge",
  "structure",
  "applications",
  "meetings",
  "decisions",
  "projects",
  "funds",
  "outcomes",
  "dashboard",
  "settings",
  "audit",
];

test.describe.configure({ mode: "serial" });

test("the administrator creates an alliance with a structure and its first secretariat", async ({
  page,
  signIn,
}) => {
  await signIn("admin@demo.example");
  await page.goto("/admin");
  await page.getByRole("link", { name: "联合体", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "新建联合体" }).click();
  await page.getByLabel("名称", { exact: true }).fill(`示例联合体 ${slug}`);
  await page.getByLabel("网址名称").fill(slug);
  await page.getByLabel("类型").selectOption({ label: "校企联盟" });
  await page.getByLabel("邮箱").fill("secretariat@chongqing.example");
  await page.getByLabel(/“1\+2\+6\+N”架构/).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "新建联合体" }).click();
  await expect(page).toHaveURL(/\/admin\/alliances$/);
  await page.goto(`/admin/alliances?q=${slug}`);
  await expect(page.getByRole("link", { name: `示例联合体 ${slug}` })).toBeVisible();
});

test("every page of the new alliance opens for its secretariat, and says what comes first", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@chongqing.example");
  for (const place of pages) {
    const response = await page.goto(`/a/${slug}/${place}`);
    expect([place, response?.status()]).toEqual([place, 200]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
});
