import { createHash, randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { ask } from "./sql";

type Fixtures = {
  /** Signs the browser in by a row in the sessions table, as a person of the demonstration. */
  signIn: (email: string) => Promise<void>;
  /** Fails the test when a page wrote an error to the console. */
  quietConsole: undefined;
};

async function openSession(email: string): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const made = await ask(
    `INSERT INTO sessions (id, token_hash, user_id, session_version, expires_at)
     SELECT gen_random_uuid(), $1, id, session_version, now() + interval '1 hour' FROM users WHERE email = $2 RETURNING id`,
    [createHash("sha256").update(secret).digest("hex"), email],
  );
  if (made.length !== 1) throw new Error(`no account ${email}`);
  return secret;
}

/** Until what was pressed on the page has been answered: whoever leads away before may never have sent it. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.querySelector('form[aria-busy="true"]') === null);

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const go = page.goto.bind(page);
    page.goto = async (...where) => {
      await settled(page);
      return go(...where);
    };
    await use(page);
  },
  signIn: async ({ context, baseURL }, use) => {
    await use(async (email) => {
      await Promise.all(context.pages().map(settled));
      const value = await openSession(email);
      await context.addCookies([{ name: "alliance-session", value, url: baseURL ?? "" }]);
    });
  },
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        // A refused or missing page is an answer and not a fault of the page.
        if (message.type() === "error" && !/status of 40[134]/.test(message.text()))
          errors.push(message.text());
      });
      page.on("pageerror", (error) => errors.push(error.message));
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** No violation of WCAG 2.2 AA on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(standards)
    .disableRules("document-title")
    .analyze();
  const found = violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect(found).toEqual([]);
  // That rule, waited for: a page that is read again after an action is without its title for a moment.
  await expect(page).toHaveTitle(/\S/);
}

declare global {
  interface Window {
    /** Kept by `watchLayout` in the page. */
    layoutShift: number;
  }
}

/** Starts to add up layout shifts; call before the page is opened. */
export async function watchLayout(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) window.layoutShift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

export const layoutShift = (page: Page): Promise<number> => page.evaluate(() => window.layoutShift);

/** On how many lines these words stand. */
export const linesOf = (words: Locator): Promise<number> =>
  words.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
