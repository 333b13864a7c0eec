import type { Page } from "@playwright/test";
import { pages, routeOf, type VisitedPage } from "./support/pages";
import { expect, expectAccessible, layoutShift, sizes, test, watchLayout } from "./support/test";

/** The address of the page, found as a person would: link by link. */
async function addressOf(page: Page, { path, links = [], suffix = "" }: VisitedPage) {
  let address = path;
  for (const link of links) {
    await page.goto(address, { waitUntil: "load" });
    const found = await page
      .locator("main a[href]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const next = found.find((href) => link.test(href));
    expect(next, `${address} has a link to ${link}`).toBeDefined();
    address = next ?? address;
  }
  const [folder = "", query] = address.split("?");
  return folder + suffix + (query ? `?${query}` : "");
}

for (const visited of pages) {
  const { email, path } = visited;
  for (const [size, viewport] of Object.entries(sizes)) {
    const view = visited.suffix?.startsWith("?") ? visited.suffix : "";
    const name = visited.links ? routeOf(visited) + view : path;
    test(`${name} as ${email ?? "a visitor"}, ${size}: accessible, still, whole, quiet`, async ({
      page,
      signIn,
    }) => {
      if (email) await signIn(email);
      await page.setViewportSize(viewport);
      await watchLayout(page);
      const address = await addressOf(page, visited);
      const response = await page.goto(address, { waitUntil: "load" });
      // Charts and prefetched pages follow; a page is still when nothing has moved for a moment.
      await page.waitForTimeout(600);
      expect(response?.status()).toBe(200);
      expect(new URL(page.url()).pathname).toBe(address.split("?")[0]);
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
