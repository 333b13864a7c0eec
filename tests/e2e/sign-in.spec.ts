import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { inDatabase } from "./support/sql";
import { expect, expectAccessible, sizes, test } from "./support/test";

const demoPassword = "demo-alliance-2026";
const phrase = "seven green boats at dusk";
const cookieName = "alliance-session";

/** A person of the test's own, in the secretariat of one alliance, with a link to choose a password. */
async function createPerson(): Promise<{ email: string; link: string }> {
  const email = `e2e-${randomBytes(6).toString("hex")}@test.example`;
  const secret = randomBytes(32).toString("base64url");
  await inDatabase(async (client) => {
    const { rows } = await client.query(
      `WITH person AS (INSERT INTO people (id, name, synthetic) VALUES (gen_random_uuid(), '示例测试员', true) RETURNING id)
       INSERT INTO users (id, person_id, email) SELECT gen_random_uuid(), id, $1 FROM person RETURNING id`,
      [email],
    );
    const user = rows[0].id;
    await client.query(
      `INSERT INTO role_grants (id, user_id, role, alliance_id, valid_from)
       SELECT gen_random_uuid(), $1, 'secretariat', id, '2020-01-01' FROM alliances WHERE slug = 'suzhou-robotics'`,
      [user],
    );
    await client.query(
      `INSERT INTO one_time_tokens (id, token_hash, purpose, user_id, expires_at)
       VALUES (gen_random_uuid(), $1, 'password_reset', $2, now() + interval '1 hour')`,
      [createHash("sha256").update(secret).digest("hex"), user],
    );
  });
  return { email, link: `/reset/${secret}` };
}

const secretOf = async (context: BrowserContext) =>
  (await context.cookies()).find((cookie) => cookie.name === cookieName);

async function fill(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("电子邮箱").fill(email);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** By path alone: the sign-in page's own address ends with the one it leads to. */
const arrive = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("新密码").fill(phrase);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await arrive(page, "/sign-in");
}

test("a demonstration account is one press away and leads to its alliance", async ({
  page,
  context,
}) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /secretariat@suzhou\.example/ }).click();
  await expect(page.getByLabel("电子邮箱")).toHaveValue("secretariat@suzhou.example");
  await expect(page.getByLabel("密码", { exact: true })).toHaveValue(demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await arrive(page, "/a/suzhou-robotics/home");
  expect(await secretOf(context)).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("with the keyboard alone, on a phone: in, and back to where one wanted to go", async ({
  page,
}) => {
  await page.setViewportSize(sizes.phone);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fme$/);
  await page.getByLabel("电子邮箱").focus();
  await page.keyboard.type("leader@svu.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await arrive(page, "/me");
  await expect(page.getByRole("heading", { name: "我的账户" })).toBeVisible();
});

test("A-40 a wrong password and an unknown account read the same; the e-mail stays; A-39 then one waits", async ({
  page,
}) => {
  const { email } = await createPerson();
  await page.goto("/sign-in");
  const texts = [];
  for (const typed of [email, "nobody-at-all@test.example"]) {
    await fill(page, typed, "not the password");
    const alert = page.getByRole("alert").filter({ hasText: "不正确" });
    await expect(alert).toBeVisible();
    texts.push(await alert.innerText());
    await expect(page.getByLabel("电子邮箱")).toHaveValue(typed);
  }
  expect(new Set(texts).size).toBe(1);
  await expectAccessible(page);
  for (let n = 0; n < 4; n += 1) {
    await fill(page, email, `wrong ${n}`);
    await expect(page.getByRole("alert").filter({ hasText: "不正确" })).toBeVisible();
  }
  await fill(page, email, "wrong once more");
  await expect(page.getByRole("alert").filter({ hasText: /请等待 \d+ 秒/ })).toBeVisible();
});

test("A-47 a foreign address to go on to is ignored", async ({ page }) => {
  await page.goto("/sign-in?callbackUrl=//evil.example");
  await fill(page, "leader@cqcet.example", demoPassword);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(new URL(page.url()).hostname).not.toContain("evil");
});

test("a one-time link: a password is chosen, once; the address leaves no trace in a Referer", async ({
  page,
  browser,
}) => {
  const { email, link } = await createPerson();
  await page.goto(link);
  await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "no-referrer");
  await expectAccessible(page);
  await page.getByLabel("新密码").fill("short");
  await page.getByRole("button", { name: "保存新密码" }).click();
  await expect(page.getByText("密码至少 12 个字符").first()).toBeVisible();
  await expect(page.getByLabel("新密码")).toHaveValue("short");
  await choosePassword(page, link);
  await expect(page.getByText("新密码已保存，请登录")).toBeVisible();
  await fill(page, email, phrase);
  await arrive(page, "/a/suzhou-robotics/home");
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "此链接不能使用" })).toBeVisible();
  await expectAccessible(other);
  await other.goto("/setup/guessed");
  await expect(other.getByRole("heading", { name: "此链接不能使用" })).toBeVisible();
});

test("own account: sessions, password and keys", async ({ page, browser, context }) => {
  const { email, link } = await createPerson();
  await choosePassword(page, link);
  await fill(page, email, phrase);
  await arrive(page, "/a/suzhou-robotics/home");
  const elsewhere = await browser.newContext();
  const second = await elsewhere.newPage();
  await second.goto("/sign-in?callbackUrl=/me");
  await fill(second, email, phrase);
  await arrive(second, "/me");

  await page.goto("/me");
  const sessions = page.getByRole("region", { name: "登录会话" }).first();
  await expect(sessions.getByRole("row")).toHaveCount(3);
  await page.getByLabel("当前密码").fill(phrase);
  await page.getByLabel("新密码").fill("山高水长云淡风轻天地宽广");
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByText("密码已修改，其他会话均已结束")).toBeVisible();
  await expect(sessions.getByRole("row")).toHaveCount(2);
  await second.goto("/me");
  await expect(second).toHaveURL(/\/sign-in/);

  await page.getByLabel("名称").fill("每周导出");
  await page.getByRole("button", { name: "创建密钥" }).click();
  const key = await page.locator("code", { hasText: /^ap_[\w-]{43}$/ }).innerText();
  const asProgram = (token: string) =>
    page.request.get("/api/v1/me/keys", {
      headers: { Authorization: `Bearer ${token}`, cookie: "" },
    });
  const answer = await asProgram(key);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ items: [{ name: "每周导出" }] });
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "停用" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "停用" }).click();
  await expect(page.getByText("还没有密钥")).toBeVisible();
  expect((await asProgram(key)).status()).toBe(401);
  expect((await secretOf(context))?.value).toBeTruthy();
});

test("A-42 after signing out a copy of the cookie opens nothing", async ({
  page,
  context,
  browser,
}) => {
  await page.goto("/sign-in?callbackUrl=/me");
  await fill(page, "reporter@svu.example", demoPassword);
  await arrive(page, "/me");
  const copy = await secretOf(context);
  await page.locator('[popovertarget="person"]').click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await arrive(page, "/sign-in");
  expect(await secretOf(context)).toBeUndefined();
  const thief = await browser.newContext();
  if (copy) await thief.addCookies([copy]);
  const stolen = await thief.newPage();
  await stolen.goto("/me");
  await expect(stolen).toHaveURL(/\/sign-in/);
});

test("A-48, A-50 the door takes forms of its own origin only and sends nobody to a forged host", async ({
  request,
}) => {
  const form = { email: "leader@svu.example", password: demoPassword };
  const foreign: Record<string, string>[] = [
    {},
    { Origin: "https://evil.example" },
    { Origin: "null" },
  ];
  for (const headers of foreign) {
    const answer = await request.post("/api/auth/callback/credentials", {
      form,
      headers,
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  }
  const forged = await request.get("/api/auth/signin", {
    headers: { "X-Forwarded-Host": "evil.example" },
    maxRedirects: 0,
  });
  expect(forged.headers().location ?? "").not.toContain("evil.example");
});

test("A-15 no spelling of an address shows a visitor what the administrator sees", async ({
  request,
  baseURL,
}) => {
  const spellings = [
    "/admin",
    "/admin/",
    "//admin",
    "/ADMIN",
    "/%61dmin",
    "/admin/../admin",
    "/admin/%2e",
    "/admin.rsc",
    "/admin?_rsc=1",
    "/admin/outbox",
    "/admin/health",
    "/me",
  ];
  const variants: Record<string, string>[] = [
    {},
    { RSC: "1" },
    { RSC: "1", "Next-Router-Prefetch": "1" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { cookie: `${cookieName}=forged` },
  ];
  for (const path of spellings) {
    for (const headers of variants) {
      const answer = await request.get(`${baseURL}${path}`, { headers, maxRedirects: 0 });
      const body = await answer.text();
      expect([path, headers, /@suzhou\.example|PostgreSQL 版本|登录会话/.test(body)]).toEqual([
        path,
        headers,
        false,
      ]);
    }
  }
});

test("the platform's pages: for the administrator alone, addresses masked", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "找不到此页面" })).toBeVisible();
  await signIn("admin@demo.example");
  await page.goto("/admin?q=示例代表");
  await expect(page.getByRole("table")).toContainText("•••@suzhou.example");
  expect(await page.content()).not.toContain("delegate01@suzhou.example");
  for (const path of ["/admin/outbox", "/admin/health"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "平台管理", level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
