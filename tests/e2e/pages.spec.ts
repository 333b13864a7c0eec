import { expect, expectAccessible, layoutShift, sizes, test, watchLayout } from "./support/test";

const suzhou = "/a/suzhou-robotics";

/** Every page that has an address of its own, with a person who may read it. */
const pages: readonly (readonly [string | null, string])[] = [
  [null, "/"],
  [null, "/sign-in"],
  [null, "/forgotten"],
  [null, suzhou],
  [null, `${suzhou}/apply`],
  [null, "/api/v1/docs"],
  ["secretariat@suzhou.example", suzhou],
  ["secretariat@suzhou.example", `${suzhou}/members`],
  ["secretariat@suzhou.example", `${suzhou}/members?q=hc`],
  ["secretariat@suzhou.example", `${suzhou}/members/composition`],
  ["secretariat@suzhou.example", `${suzhou}/members/new`],
  ["secretariat@suzhou.example", `${suzhou}/structure`],
  ["secretariat@suzhou.example", `${suzhou}/settings`],
  ["secretariat@suzhou.example", `${suzhou}/settings/roles`],
  ["secretariat@suzhou.example", `${suzhou}/applications`],
  ["secretariat@suzhou.example", `${suzhou}/meetings`],
  ["secretariat@suzhou.example", `${suzhou}/meetings/record`],
  ["secretariat@suzhou.example", `${suzhou}/decisions`],
  ["secretariat@suzhou.example", `${suzhou}/projects`],
  ["secretariat@suzhou.example", `${suzhou}/funds`],
  ["secretariat@suzhou.example", `${suzhou}/funds/ledger`],
  ["secretariat@suzhou.example", `${suzhou}/outcomes`],
  ["secretariat@suzhou.example", `${suzhou}/audit`],
  ["enterprise@inovance.example", `${suzhou}/projects/new`],
  ["reporter@svu.example", `${suzhou}/outcomes/new`],
  ["leader@svu.example", `${suzhou}/dashboard`],
  ["leader@svu.example", "/me"],
  ["admin@demo.example", "/admin"],
];

for (const [email, path] of pages) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test(`${path} as ${email ?? "a visitor"}, ${size}: accessible, still, whole, quiet`, async ({
      page,
      signIn,
    }) => {
      if (email) await signIn(email);
      await page.setViewportSize(viewport);
      await watchLayout(page);
      const response = await page.goto(path, { waitUntil: "load" });
      // Charts and prefetched pages follow; a page is still when nothing has moved for a moment.
      await page.waitForTimeout(600);
      expect(response?.status()).toBe(200);
      expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
      await expect(page.locator("h1")).toHaveCount(1);
      await expectAccessible(page);
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.05);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, "nothing sticks out to the side").toBeLessThanOrEqual(0);
    });
  }
}

test("the English side has no Chinese left in its frame", async ({
  page,
  context,
  signIn,
  baseURL,
}) => {
  await signIn("secretariat@suzhou.example");
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  for (const path of [
    `${suzhou}/members`,
    `${suzhou}/outcomes`,
    `${suzhou}/dashboard`,
    `${suzhou}/projects`,
  ]) {
    await page.goto(path);
    const labels = await page.locator("nav a, th, label, button, h1").allInnerTexts();
    const names = /苏州|示例|产教|汇川|中文/;
    expect(labels.filter((label) => /[\u4e00-\u9fff]/.test(label) && !names.test(label))).toEqual(
      [],
    );
  }
});
