import { createHash, randomBytes } from "node:crypto";
import { chromium } from "@playwright/test";
import pg from "pg";

// usage: tsx shot email|- out WxH path [locale]
const [, , email, out, size, path, ...rest] = process.argv;
const [w, h] = (size ?? "1440x900").split("x").map(Number);
const c = new pg.Client("postgresql://postgres@127.0.0.1:55499/dev");
await c.connect();
const cookies: { name: string; value: string; url: string }[] = [];
if (email !== "-") {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest("hex");
  await c.query(
    "insert into sessions (id, token_hash, user_id, session_version, expires_at) select gen_random_uuid(), $1, id, session_version, now()+interval '2 hours' from users where email=$2",
    [hash, email],
  );
  cookies.push({ name: "alliance-session", value: secret, url: "http://127.0.0.1:4000" });
}
await c.end();
if (rest.includes("en"))
  cookies.push({ name: "locale", value: "en", url: "http://127.0.0.1:4000" });
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const ctx = await b.newContext({
  viewport: { width: w ?? 1440, height: h ?? 900 },
  locale: "zh-CN",
  colorScheme: rest.includes("dark") ? "dark" : "light",
});
await ctx.addCookies(cookies);
const p = await ctx.newPage();
p.on("console", (m) => {
  if (["error", "warning"].includes(m.type()))
    console.log("CONSOLE", m.type(), m.text().slice(0, 400));
});
p.on("pageerror", (e) => console.log("PAGEERROR", e.message.slice(0, 400)));
const r = await p
  .goto(`http://127.0.0.1:4000${path}`, { waitUntil: "networkidle", timeout: 120000 })
  .catch((e) => {
    console.log("goto", e.message.slice(0, 200));
    return null;
  });
console.log(
  r?.status(),
  await p.title(),
  "scrollW",
  await p.evaluate(() => document.documentElement.scrollWidth),
);
const script = rest.find((x) => x.startsWith("js:"));
if (script) {
  const f = new Function("p", `return (async()=>{${script.slice(3)}})()`);
  await f(p);
}
await p.screenshot({ path: out!, fullPage: !rest.includes("fold") });
await b.close();
