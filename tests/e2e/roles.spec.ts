import { randomBytes } from "node:crypto";
import { ask } from "./support/sql";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const name = `示例角色人员 ${randomBytes(3).toString("hex")}`;
const email = `role-${randomBytes(6).toString("hex")}@test.example`;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  await ask(
    `WITH person AS (INSERT INTO people (id, name, synthetic) VALUES (gen_random_uuid(), $2, true) RETURNING id)
     INSERT INTO users (id, person_id, email) SELECT gen_random_uuid(), id, $1 FROM person`,
    [email, name],
  );
});

test("the secretariat grants a role and ends it again, with a reason", async ({ page, signIn }) => {
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/settings`);
  await page.getByRole("link", { name: "角色与权限" }).click();
  const grant = page.getByRole("region", { name: "授予成员角色" });
  await grant.getByLabel("账户的邮箱").fill(email);
  await grant.getByLabel("角色").selectOption({ label: "专家" });
  await grant.getByRole("button", { name: "授予角色" }).click();
  await expect(grant.getByText("已办理：该邮箱如有可用账户")).toBeVisible();
  await page.goto(`${base}/settings/roles?q=${encodeURIComponent(name)}`);
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("专家");
  await row.getByText("结束角色").first().click();
  await row.getByLabel("理由").fill("示例：任务结束");
  await row.getByRole("button", { name: "结束角色" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束角色" }).click();
  await expect(page.getByText("没有符合条件的角色")).toBeVisible();
});

test("A-10 a role of governance: proposed on a phone by the secretariat, agreed to by the administrator", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize(sizes.phone);
  await signIn("secretariat@suzhou.example");
  await page.goto(`${base}/settings/roles`);
  const propose = page.getByRole("region", { name: "提议治理角色" });
  await propose.getByLabel("账户的邮箱").fill(email);
  await propose.getByLabel("角色").selectOption({ label: "监事" });
  await propose.getByLabel("理由").fill("示例：补选");
  await propose.getByRole("button", { name: "提交提议" }).click();
  await expect(propose.getByText("已提交，等待第二人同意")).toBeVisible();
  const waiting = page.getByRole("listitem").filter({ hasText: name });
  await expect(waiting).toContainText("由您提议，须由另一人同意");
  await expect(waiting.getByRole("button", { name: "同意", exact: true })).toHaveCount(0);
  await expectAccessible(page);

  await signIn("admin@demo.example");
  await page.goto(`${base}/settings/roles`);
  await waiting.getByRole("button", { name: "同意", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
  await expect(waiting).toHaveCount(0);
  await page.goto(`${base}/settings/roles?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("监事");
});

test("A-11 the administrator disables the account", async ({ page, signIn }) => {
  await signIn("admin@demo.example");
  await page.goto(`/admin?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expectAccessible(page);
  const close = page.getByRole("region", { name: "停用账户" });
  await close.getByLabel("理由").fill("示例：离职");
  await close.getByRole("button", { name: "停用账户" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "停用账户" }).click();
  await expect(page.getByText(/停用$/).first()).toBeVisible();
  await expect(close).toHaveCount(0);
  await expectAccessible(page);
});
