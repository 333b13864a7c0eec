import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { ask } from "./support/sql";
import { expect, expectAccessible, sizes, test } from "./support/test";

const phrase = "seven green boats at dusk";

/** A person of the test's own, without a password yet. */
async function createPerson(): Promise<string> {
  const email = `forgot-${randomBytes(6).toString("hex")}@test.example`;
  await ask(
    `WITH person AS (INSERT INTO people (id, name, synthetic) VALUES (gen_random_uuid(), '示例健忘者', true) RETURNING id),
      account AS (INSERT INTO users (id, person_id, email) SELECT gen_random_uuid(), id, $1 FROM person RETURNING id)
     INSERT INTO role_grants (id, user_id, role, alliance_id, valid_from)
     SELECT gen_random_uuid(), account.id, 'observer', a.id, '2020-01-01' FROM account, alliances a WHERE a.slug = 'suzhou-robotics'`,
    [email],
  );
  return email;
}

/** Another address every time: limits count by it, and the proxy on this machine names it. */
const comeFrom = (page: Page) =>
  page.setExtraHTTPHeaders({
    "x-forwarded-for": `203.0.113.${randomBytes(1)[0]}, 198.51.${randomBytes(1)[0]}.${randomBytes(1)[0]}`,
  });

const done = "如果此邮箱有可用的账户";

async function request(page: Page, email: string) {
  await page.getByLabel("电子邮箱").fill(email);
  await page.getByRole("button", { name: "发送链接" }).click();
}

test("on a phone: from the sign-in page to a mail, a new password and in", async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await comeFrom(page);
  const email = await createPerson();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "忘记密码" }).click();
  await expect(page.getByRole("heading", { name: "忘记密码" })).toBeVisible();
  await expectAccessible(page);
  await request(page, email);
  await expect(page.getByText(done)).toBeVisible();
  await expectAccessible(page);
  const [mail] = await ask<{ body: string; secret: boolean }>(
    "SELECT body, secret FROM outbox_mails WHERE recipient = $1",
    [email],
  );
  expect(mail?.secret).toBe(true);
  const link = new URL(/https?:\S+/.exec(mail?.body ?? "")?.[0] ?? "");
  await page.goto(link.pathname);
  await page.getByLabel("新密码").fill(phrase);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
  await page.getByLabel("电子邮箱").fill(email);
  await page.getByLabel("密码", { exact: true }).fill(phrase);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/a/suzhou-robotics/home");
});

test("A-40, A-70 an unknown address gets the same words; the fourth time one waits", async ({
  page,
}) => {
  await comeFrom(page);
  await page.goto("/forgotten");
  for (let n = 1; n <= 3; n += 1) {
    await request(page, `nobody-${n}@test.example`);
    await expect(page.getByText(done)).toBeVisible();
  }
  await request(page, "nobody-4@test.example");
  await expect(page.getByRole("alert").filter({ hasText: /约 \d+ 分钟后/ })).toBeVisible();
  await expect(page.getByLabel("电子邮箱")).toHaveValue("nobody-4@test.example");
});
