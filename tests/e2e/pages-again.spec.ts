import type { APIRequestContext, APIResponse } from "@playwright/test";
import { keyOf } from "./support/sitting";
import { ask, inDatabase } from "./support/sql";
import { expect, test } from "./support/test";

const base = "/a/suzhou-robotics";
const list = `${base}/projects?sort=-new`;
const nonceOf = (answer: APIResponse) =>
  /'nonce-([\w+/=]+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
const drawnBefore = (answer: APIResponse) => answer.headers().age !== undefined;

/** What a reader sees of a page; how its data lies in the scripts behind it differs from drawing to drawing. */
const mainOf = (html: string): string => {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  expect(main.length).toBeGreaterThan(1000);
  return main.replace(/<script[\s\S]*?<\/script>/g, "");
};

/** Asks until the same document was given twice: between two questions anything may have been written. */
async function givenAgain(request: APIRequestContext, path: string): Promise<APIResponse> {
  let last = await request.get(path);
  const look = async () => {
    last = await request.get(path);
    return drawnBefore(last);
  };
  await expect.poll(look, { intervals: [50] }).toBe(true);
  return last;
}

test("a page that nobody changed is given again, with a nonce of its own, and works as the first one did", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  const again = await givenAgain(page.request, list);
  const drawn = await page.request.get(list, { headers: { "x-drawn": "anew" } });
  expect(drawnBefore(drawn)).toBe(false);
  expect(nonceOf(again)).not.toBe(nonceOf(drawn));
  expect(mainOf(await again.text())).toBe(mainOf(await drawn.text()));
  // Its scripts and the preloads of its styles name the nonce of this answer and no other.
  for (const text of [await again.text(), again.headers().link ?? ""]) {
    const named = [...text.matchAll(/nonce=\\*"([^"\\]+)/g)].map(([, one]) => one);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set([nonceOf(again)]));
  }
  expect(Object.keys(again.headers()).filter((name) => name !== "age")).toEqual(
    expect.arrayContaining(
      Object.keys(drawn.headers()).filter((name) => !/^(transfer-encoding|x-drawn)$/.test(name)),
    ),
  );

  // A tenth second may begin in between.
  await expect(async () => {
    await givenAgain(page.request, base);
    expect((await page.goto(base))?.headers().age).toBeDefined();
  }).toPass();
  // Once its scripts have run.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("what somebody wrote stands on the next page, however short before it was drawn", async ({
  page,
  request,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  const authorization = `Bearer ${await keyOf("enterprise@sample017.example")}`;
  const [partner] = await ask<{ id: string }>(
    `SELECT organization_id AS id FROM project_parties
     WHERE role = 'co_builder' AND alliance_id = (SELECT id FROM alliances WHERE slug = $1) ORDER BY id LIMIT 1`,
    ["suzhou-robotics"],
  );
  for (const title of ["机器人减速器寿命试验（示例）", "焊接工艺评定讲师互聘（示例）"]) {
    await givenAgain(page.request, list);
    const made = await request.post("/api/v1/alliances/suzhou-robotics/projects", {
      headers: { authorization },
      data: {
        title,
        type: "training",
        summary: title,
        startsOn: "2026-10-01",
        endsOn: "2027-09-30",
        partners: [{ organizationId: partner?.id, role: "co_builder" }],
      },
    });
    expect(await made.text()).toContain('"id"');
    const next = await page.request.get(list);
    expect(drawnBefore(next)).toBe(false);
    expect(await next.text()).toContain(title);
  }
});

test("I-28 whoever is signed out, or no longer who they were, gets nothing that was drawn before", async ({
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  const desk = `${base}/verification`;
  await givenAgain(page.request, desk);
  await inDatabase((client) =>
    client.query(
      "UPDATE sessions SET ended_at = now() WHERE ended_at IS NULL AND created_at > now() - interval '1 minute'",
    ),
  );
  const after = await page.request.get(desk, { maxRedirects: 0 });
  expect(after.status()).not.toBe(200);
  expect(await after.text()).not.toContain("secretariat@");
});

test("two readers and two languages have their own documents", async ({
  browser,
  baseURL,
  page,
  signIn,
}) => {
  await signIn("secretariat@suzhou.example");
  const visitor = await browser.newContext({ baseURL: baseURL ?? "" });
  const home = base;
  await givenAgain(page.request, home);
  const strangers = await givenAgain(visitor.request, home);
  const personOf = async (answer: APIResponse) =>
    /data-person="([^"]+)"/.exec(await answer.text())?.[1];
  expect(await personOf(strangers)).not.toBe(await personOf(await givenAgain(page.request, home)));
  await visitor.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  expect(await (await givenAgain(visitor.request, home)).text()).toContain('lang="en"');
  await visitor.close();
});
