import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import type { Lifetime } from "../parts/lifetime.ts";
import { say } from "../parts/say.ts";
import { findChromium } from "../suites/chromium.ts";
import type { Target } from "./load.ts";

/** Compressed kilobytes of a page's document and of all scripts that it names, beside what they may be. */
export async function weigh(
  name: string,
  { url, headers = {} }: Target,
  aims: { document: number; scripts?: number },
): Promise<boolean> {
  const answer = await fetch(url, { headers });
  const html = await answer.text();
  const sources = [
    ...new Set(
      [...html.matchAll(/src="(\/_next\/[^"]+\.js[^"]*)"/g)].map((match) => match[1] ?? ""),
    ),
  ];
  const scripts = await Promise.all(
    sources.map(async (source) => (await fetch(new URL(source, url))).arrayBuffer()),
  );
  const document = gzipSync(html).byteLength / 1000;
  const script =
    scripts.reduce((sum, one) => sum + gzipSync(Buffer.from(one)).byteLength, 0) / 1000;
  say(
    `\n${name}, compressed: document ${document.toFixed(1)} kB (aim ${aims.document}), scripts ${script.toFixed(1)} kB${aims.scripts ? ` (aim ${aims.scripts})` : ""}${answer.ok ? "" : `; status ${answer.status}`}`,
  );
  return answer.ok && document <= aims.document && script <= (aims.scripts ?? Infinity);
}

/** Resident memory of the web server in MiB. */
export function memoryOf(dataDir: string): number {
  const { web } = JSON.parse(readFileSync(join(dataDir, "web.json"), "utf8")) as {
    web: { pid: number };
  };
  const status = readFileSync(`/proc/${web.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/**
 * A page of numbers as a workbook: 100,000 values in 20 s. The memory that counts is what the file takes, from the first
 * byte to the last: what the program weighs without it is a number of its own.
 */
export async function takeWorkbook({ url, headers = {} }: Target, dataDir: string) {
  let peak = memoryOf(dataDir);
  const before = peak;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(dataDir));
  }, 50);
  const begun = performance.now();
  const answer = await fetch(url, { headers });
  const file = new Uint8Array(await answer.arrayBuffer());
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  const parts = Object.entries(answer.ok ? unzipSync(file) : {});
  const values = parts
    .filter(([name]) => name.startsWith("xl/worksheets/"))
    .reduce((sum, [, part]) => sum + strFromU8(part).split("<c ").length - 1, 0);
  say(
    `\nDashboard as a workbook: ${values} values, ${(file.byteLength / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s (aim 20 s for 100,000 or more), memory ${before.toFixed(0)} MiB before, ${peak.toFixed(0)} at most: ${(peak - before).toFixed(0)} more (aim 300)${answer.ok ? "" : `; status ${answer.status}`}`,
  );
  return answer.ok && values >= 100_000 && seconds <= 20 && peak - before <= 300;
}

/** A phone of four years ago on a slow line: what the usual audits of pages take for one. */
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWER_CPU = 4;

/**
 * From the tap on the address to the moment in which the page answers a tap: its scripts are there and have run, and no
 * piece of work of theirs holds the browser any more. The median of three, each with an empty cache.
 */
export async function onSlowPhone({ url }: Target, cookie: string, life: Lifetime) {
  const browser = await chromium.launch({
    executablePath: await findChromium(life.signal),
    args: ["--no-sandbox"],
  });
  life.onClose(() => browser.close());
  const [name = "", value = ""] = cookie.split("=");
  const taken: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addCookies([{ name, value, url }]);
    const tab = await context.newPage();
    const device = await context.newCDPSession(tab);
    await device.send("Network.enable");
    await device.send("Network.emulateNetworkConditions", { offline: false, ...SLOW });
    await device.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
    // The page itself takes the time: a question from outside would be work for the slow processor, too.
    await tab.addInitScript(() => {
      addEventListener("load", () => {
        requestIdleCallback(() => performance.mark("answers"));
      });
    });
    await tab.goto(url, { waitUntil: "load" });
    await tab.waitForFunction(() => performance.getEntriesByName("answers").length > 0, undefined, {
      polling: 500,
    });
    taken.push(
      await tab.evaluate(() => performance.getEntriesByName("answers")[0]?.startTime ?? Infinity),
    );
    await context.close();
  }
  const middle = taken.toSorted((a, b) => a - b)[1] ?? Infinity;
  say(
    `\nDashboard on a slow phone (1.6 Mbit/s, 150 ms, processor ${SLOWER_CPU} times slower): answers after ${(middle / 1000).toFixed(2)} s (aim 2)`,
  );
  return middle < 2000;
}
