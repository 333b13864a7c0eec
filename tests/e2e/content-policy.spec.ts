import { keyOf } from "./support/sitting";
import { expect, test } from "./support/test";

const nonceOf = (policy: string) => /'nonce-([\w+/=]+)'/.exec(policy)?.[1];

test("A-58, V3.4.3 every page has a nonce of its own, and no script runs without it", async ({
  context,
  request,
  signIn,
}) => {
  const seen = new Set<string>();
  for (const path of ["/", "/", "/sign-in", "/forgotten", "/a/suzhou-robotics", "/no-such-page"]) {
    const answer = await request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const script = policy.split(";").find((part) => part.trim().startsWith("script-src")) ?? "";
    expect([path, /unsafe-inline|unsafe-eval/.test(script)]).toEqual([path, false]);
    const nonce = nonceOf(script) ?? "";
    expect([path, nonce.length]).toEqual([path, 24]);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect([path, tag]).toEqual([path, expect.stringContaining(nonce)]);
    seen.add(nonce);
  }
  expect(seen.size).toBe(6);

  // What a hole would let somebody write into a page.
  await signIn("secretariat@suzhou.example");
  // Not the page of the fixtures: its console is to stay quiet, and the browser complains here.
  const page = await context.newPage();
  await page.goto("/a/suzhou-robotics/members");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.smuggled = true";
    document.body.append(script);
  });
  expect(await page.evaluate(() => "smuggled" in window)).toBe(false);
});

test("programs' answers and files keep a policy too", async ({ request }) => {
  for (const path of ["/api/v1/alliances", "/api/v1/docs", "/livez"]) {
    const headers = (await request.get(path)).headers();
    expect([path, headers["content-security-policy"] ?? ""]).toEqual([
      path,
      expect.stringContaining("default-src"),
    ]);
  }
});

test("a program with a key is answered before the framework, with the framework's answer and policies", async ({
  request,
}) => {
  const headers = { authorization: `Bearer ${await keyOf("secretariat@suzhou.example")}` };
  const plain = "/api/v1/alliances/suzhou-robotics/members?pageSize=5";
  // The first call of a process loads what answers; an escaped letter is always the framework's to read.
  await request.get(plain, { headers });
  const [front, behind] = [
    await request.get(plain, { headers }),
    await request.get(plain.replace("members", "%6dembers"), { headers }),
  ];
  expect([front.status(), behind.status()]).toEqual([200, 200]);
  expect(await front.json()).toEqual(await behind.json());
  for (const name of ["content-security-policy", "x-frame-options", "cache-control"]) {
    expect([name, front.headers()[name]]).toEqual([name, behind.headers()[name]]);
  }
  expect(behind.headers().vary).toContain("rsc");
  expect(front.headers().vary).toBe("Accept-Encoding");
});
