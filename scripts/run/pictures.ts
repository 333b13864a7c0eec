import { mkdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { type Browser, chromium } from "@playwright/test";
import { demoPassword } from "../../prisma/seed/accounts.ts";
import { root } from "./parts/environment.ts";
import { Lifetime } from "./parts/lifetime.ts";
import { complain, say } from "./parts/say.ts";
import { ensureChineseFont, findChromium } from "./suites/chromium.ts";

/*
 * The pictures of the users' handbook, made from a running demonstration: `npm run demo` in one terminal, `npm run
 * pictures` in another. Nothing is drawn by hand, so a picture that no longer fits its page is made anew.
 */
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const suzhou = "/a/suzhou-robotics";

type Picture = {
  file: string;
  /** An address of the demonstration, or nobody. */
  who: string;
  path: string;
  size?: typeof wide;
  /** A link to follow from the page, by its accessible name. */
  follow?: RegExp;
  /** Added to the address of that link. */
  suffix?: string;
};

const secretary = "secretariat@suzhou.example";
const pictures: Picture[] = [
  { file: "members", who: secretary, path: `${suzhou}/members` },
  { file: "import", who: secretary, path: `${suzhou}/members/import` },
  { file: "rules", who: secretary, path: `${suzhou}/settings/rules`, follow: /^理事会/ },
  { file: "structure", who: secretary, path: `${suzhou}/structure` },
  { file: "meeting", who: secretary, path: `${suzhou}/meetings`, follow: /一届四次理事会/ },
  {
    file: "console",
    who: secretary,
    path: `${suzhou}/meetings`,
    follow: /通讯/,
    suffix: "/console",
  },
  {
    file: "me",
    who: "delegate01@suzhou.example",
    path: `${suzhou}/meetings`,
    follow: /通讯/,
    suffix: "/me",
    size: phone,
  },
  { file: "resolution", who: secretary, path: `${suzhou}/decisions`, follow: /〔2026〕/ },
  { file: "tasks", who: secretary, path: `${suzhou}/tasks` },
  { file: "terms", who: secretary, path: `${suzhou}/structure/terms` },
  {
    file: "project",
    who: "enterprise@inovance.example",
    path: `${suzhou}/projects/new`,
    size: phone,
  },
  { file: "dashboard", who: "leader@svu.example", path: `${suzhou}/dashboard` },
  {
    file: "grid",
    who: "reporter@svu.example",
    path: `${suzhou}/reporting`,
    follow: /苏州市职业大学/,
  },
  { file: "verification", who: secretary, path: `${suzhou}/verification` },
  { file: "correction", who: secretary, path: `${suzhou}/corrections`, follow: /\b4$/ },
  { file: "flow", who: secretary, path: `${suzhou}/dashboard/pictures` },
  {
    file: "evaluation",
    who: secretary,
    path: `${suzhou}/evaluations`,
    follow: /2025 年度成员单位绩效评价/,
  },
];

async function signedIn(browser: Browser, address: string, who: Picture["who"]) {
  const context = await browser.newContext({ locale: "zh-CN", baseURL: address });
  if (who === "visitor") return context;
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("邮箱").fill(who);
  await page.getByLabel("密码", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.close();
  return context;
}

async function main(life: Lifetime): Promise<void> {
  const address = process.argv[2] ?? "http://localhost:3000";
  await ensureChineseFont(life.signal);
  const browser = await chromium.launch({
    executablePath: await findChromium(life.signal),
    args: ["--no-sandbox"],
  });
  life.onClose(() => browser.close());
  const folder = join(root, "docs/users/pictures");
  mkdirSync(folder, { recursive: true });
  for (const who of new Set(pictures.map((picture) => picture.who))) {
    const context = await signedIn(browser, address, who);
    for (const picture of pictures.filter((one) => one.who === who)) {
      const page = await context.newPage();
      await page.setViewportSize(picture.size ?? wide);
      await page.goto(picture.path);
      if (picture.follow) {
        const link = page.getByRole("main").getByRole("link", { name: picture.follow }).first();
        await page.goto(`${await link.getAttribute("href")}${picture.suffix ?? ""}`);
      }
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(800);
      await page.screenshot({ path: join(folder, `${picture.file}.png`) });
      await page.close();
      say(`  ${picture.file}.png`);
    }
    await context.close();
  }
}

const life = new Lifetime();
let code = 0;
try {
  await main(life);
} catch (error) {
  complain(error);
  code = 1;
}
await life.close();
process.exit(code);
