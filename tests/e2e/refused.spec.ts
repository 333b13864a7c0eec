import { readFileSync } from "node:fs";
import { expect, expectAccessible, sizes, test } from "./support/test";

const base = "/a/suzhou-robotics";
const missing = `${base}/outcomes/0197a000-0000-7000-8000-000000000000`;

for (const [size, viewport] of Object.entries(sizes)) {
  test(`A-02 a page that is not the reader's answers 403, says so and leads back, ${size}`, async ({
    page,
    signIn,
  }) => {
    await signIn("enterprise@sample017.example");
    await page.setViewportSize(viewport);
    // Of a list, of a form, and of what has no title before its rows are read.
    for (const path of ["/verification", "/audit", "/applications"]) {
      const answer = await page.goto(base + path);
      expect([path, answer?.status()]).toEqual([path, 403]);
      await expect(page.getByRole("heading", { level: 1, name: "没有权限" })).toBeVisible();
    }
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: "回到首页" }).click();
    await expect(page).toHaveURL(/\/$/);
  });
}

test("A-02 reached from within the portal it says the same, inside the alliance's frame", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@sample017.example");
  await page.goto(base, { waitUntil: "networkidle" });
  // No link leads to a page that is not the reader's; the framework's router goes there as a link would.
  await page.evaluate(
    (path) =>
      (window as unknown as { next: { router: { push: (to: string) => void } } }).next.router.push(
        path,
      ),
    `${base}/verification`,
  );
  await expect(page.getByRole("heading", { level: 1, name: "没有权限" })).toBeVisible();
  await expect(page.getByRole("link", { name: "成员名册" })).toBeVisible();
});

test("a plain refusal is no fault: nothing of it stands in the server's log", async ({
  page,
  signIn,
}) => {
  const log = process.env.E2E_WEB_LOG ?? "";
  const faults = () =>
    readFileSync(log, "utf8")
      .split("\n")
      .filter((one) => one.includes("request failed"));
  const before = faults();
  await signIn("enterprise@sample017.example");
  await page.goto(`${base}/verification`);
  await expect(page.getByRole("heading", { level: 1, name: "没有权限" })).toBeVisible();
  expect(faults()).toEqual(before);
});

test("what is not there stays 404, and a program is refused with 403 as before", async ({
  page,
  signIn,
}) => {
  await signIn("enterprise@sample017.example");
  expect((await page.goto(missing))?.status()).toBe(404);
  const program = await page.request.get("/api/v1/alliances/suzhou-robotics/verification");
  expect(program.status()).toBe(403);
});

test("a visitor is sent to sign in, not refused", async ({ page }) => {
  const answer = await page.goto(`${base}/verification`);
  expect(answer?.status()).toBe(200);
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});
