import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { run } from "../parts/command.ts";
import { note } from "../parts/say.ts";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser for the tests: found, or installed where that is possible without asking. */
export async function findChromium(signal: AbortSignal): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return found(named, "CHROMIUM_PATH");
    throw new Problem(
      `CHROMIUM_PATH names ${named}, which does not exist.`,
      "Correct or unset CHROMIUM_PATH.",
    );
  }
  const own = playwrightsOwn();
  if (own && existsSync(own)) return found(own, "installed by Playwright");
  const usual = USUAL.find((path) => existsSync(path));
  if (usual) return found(usual, "installed on this system");
  if (!canInstall()) {
    throw new Problem(
      "No Chromium was found, and this user cannot install one.",
      "Install Chromium or Chrome (or run npx playwright install chromium), or set CHROMIUM_PATH.",
    );
  }
  await install(["chromium", "fonts-noto-cjk"], signal);
  const installed = USUAL.find((path) => existsSync(path));
  if (installed) return found(installed, "just installed with apt-get");
  throw new Problem(
    "apt-get could not install Chromium; its own words are above.",
    "Install Chromium or Chrome, or set CHROMIUM_PATH.",
  );
}

/** Without Chinese letters every page would show boxes, and its layout would be another one. */
export async function ensureChineseFont(signal: AbortSignal): Promise<void> {
  if (process.platform !== "linux" || hasChineseFont()) return;
  if (canInstall()) await install(["fonts-noto-cjk"], signal);
  if (!hasChineseFont())
    note("no Chinese font was found: install fonts-noto-cjk to see the letters");
}

function hasChineseFont(): boolean {
  const list = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

async function install(packages: string[], signal: AbortSignal): Promise<void> {
  note(`installing ${packages.join(" and ")} with apt-get`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    await run({ file: "apt-get", args, env, signal, quiet: true });
  }
}

function found(path: string, how: string): string {
  note(`Chromium: ${path} (${how})`);
  return path;
}

function playwrightsOwn(): string | undefined {
  const shape = z.object({ chromium: z.object({ executablePath: z.function() }) });
  try {
    const library = shape.parse(createRequire(import.meta.url)("@playwright/test"));
    return z.string().parse(library.chromium.executablePath());
  } catch {
    return undefined;
  }
}
