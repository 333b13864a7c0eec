import "./browser";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import { sessionCookieName } from "@/lib/platform/auth/session";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { AppError } from "@/lib/platform/errors";
import { useDatabase } from "@/tests/support/database";
import { addNode, listNodes, pictureOf, without, world } from "../corridor/support";
import { forgetCookies, signInAs } from "./browser";
import { keyOf, requestOf, restOf } from "./call";

const { url, db } = useDatabase();

/** Ends in any fault that one asks for. */
const faulty = defineQuery({
  id: "test.faulty",
  path: "/test-faults/{fault}",
  place: "platform",
  summary: "Ends in a fault",
  permission: permission("alliance.list"),
  input: z.strictObject({ fault: z.string() }),
  output: z.object({}),
  run: async (_, __, { fault }) => {
    if (fault === "too-many") throw new AppError("too-many", { retryAfter: 7 });
    if (fault === "unavailable") throw Object.assign(new Error("x"), { code: "ECONNREFUSED" });
    if (fault === "stale") throw new AppError("stale");
    throw new Error("SELECT secret FROM users; at /srv/portal/lib/x.ts:1");
  },
});
const rename = defineCommand({
  ...addNode,
  id: "test.renameNode",
  path: "/alliances/{alliance}/test-nodes/{name}",
  method: "PUT",
});

const rest = restOf([addNode, listNodes, rename, faulty]);
let at: Awaited<ReturnType<typeof world>>;
let key = "";
let path: string[] = [];
beforeAll(async () => {
  at = await world(db());
  key = await keyOf(db(), at.secretary.userId ?? "");
  path = ["alliances", at.ours.slug, "test-nodes"];
});
beforeEach(forgetCookies);

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  rest.raw(requestOf("POST", path, { key, body, headers }), path);

describe("answers", () => {
  test("HEAD finds what GET finds", async () => {
    const answer = await rest.raw(requestOf("HEAD", path, { key }), path);
    expect(answer.status).toBe(200);
  });

  test("200 with the value, no store, and the number of the request", async () => {
    const answer = await rest.call(listNodes, at.ours.slug, {}, { key });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ reach: true });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("409 for a refusal, with its code and words in the caller's language", async () => {
    await db().alliance.update({ where: { id: at.theirs.id }, data: { status: "suspended" } });
    const theirKey = await keyOf(db(), at.stranger.userId ?? "");
    for (const [language, words] of [
      ["en-GB,en;q=0.9", /[a-z]{4}/],
      ["zh-CN", /\p{Script=Han}/u],
    ] as const) {
      const answer = await rest.call(
        addNode,
        at.theirs.slug,
        { name: "示例" },
        {
          key: theirKey,
          headers: { "accept-language": language },
        },
      );
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({
        code: "alliance-frozen",
        message: expect.stringMatching(words),
      });
    }
  });

  test.each([
    ["too-many", 429, "7"],
    ["unavailable", 503, "2"],
    ["stale", 409, null],
    ["other", 500, null],
  ])("%s is %i", async (fault, status, wait) => {
    const answer = await rest.call(faulty, "", { fault }, { key });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("retry-after")).toBe(wait);
    expect(Object.keys(answer.body).sort()).toEqual(["code", "message", "requestId"]);
    expect(answer.body.requestId).toBe(answer.headers.get("x-request-id"));
    // V16.5.1: no stack, path or statement leaves the server.
    expect(answer.text).not.toMatch(/SELECT|\/work\/|\.ts|Error/);
  });

  test.each([
    ["an unknown path", "GET", ["nothing"]],
    ["no path", "GET", []],
    ["a method that is not offered", "DELETE", null],
    ["an unknown method", "OPTIONS", null],
    ["a doubled slash", "GET", ["alliances", "", "x", "test-nodes"]],
    ["dots", "GET", ["..", "..", "livez"]],
  ])("%s is 404", async (_, method, given) => {
    const to = given ?? path;
    expect((await rest.raw(requestOf(method, to, { key }), to)).status).toBe(404);
  });
});

describe("bodies", () => {
  test.each<[string, BodyInit | null, number]>([
    ["no JSON", "{name", 400],
    ["a list", "[]", 400],
    ["a text", '"x"', 400],
    ["null", "null", 400],
    ["nothing", "", 400],
    ["broken UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400],
    ["a body of more than 1 MB", JSON.stringify({ name: "x".repeat(1_000_001) }), 413],
    ["brackets without an end", "[".repeat(100_000), 400],
    ["deep brackets", `{"name":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 400],
    ["A-59 __proto__", '{"name":"x","__proto__":{"polluted":1}}', 400],
    ["A-59 constructor", '{"name":"x","constructor":{"prototype":{"polluted":1}}}', 400],
    ["A-09 the alliance again", '{"name":"x","alliance":"other"}', 400],
    ["an unknown key", '{"name":"x","allianceId":"y"}', 400],
  ])("%s", async (_, body, status) => {
    const before = await pictureOf(url);
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(without(await pictureOf(url), "api_keys")).toEqual(without(before, "api_keys"));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonp",
  ])("%s is not JSON", async (type) => {
    expect((await post('{"name":"x"}', { "content-type": type })).status).toBe(400);
  });

  test("a length that lies is measured", async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 20; n += 1) controller.enqueue(new Uint8Array(100_000).fill(0x61));
        controller.close();
      },
    });
    const request = new Request("http://localhost:3999/api/v1/x", {
      method: "POST",
      body: stream,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      duplex: "half",
    } as RequestInit);
    expect((await rest.raw(request, path)).status).toBe(413);
  });

  test("a name of the path may not come again in the body", async () => {
    const to = [...path, "甲"];
    const request = requestOf("PUT", to, { key, body: '{"name":"乙"}' });
    expect((await rest.raw(request, to)).status).toBe(400);
  });
});

describe("parameters", () => {
  test.each([
    "?other=1",
    "?alliance=x",
    "?__proto__=1",
    "?toString=1",
    "?constructor[prototype]=1",
  ])("%s is refused", async (query) => {
    const request = new Request(`http://localhost:3999/api/v1/${path.join("/")}${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect((await rest.raw(request, path)).status).toBe(400);
  });
});

describe("who calls", () => {
  const bearer = async (authorization: string) =>
    (await rest.call(listNodes, at.ours.slug, {}, { headers: { authorization } })).status;

  test.each([
    "Bearer",
    "Bearer x",
    `Bearer ${"a".repeat(43)}`,
    `Bearer ${"a".repeat(5000)}`,
    "Basic eDp5",
    "bearer ' OR 1=1 --",
    "",
  ])("%s is nobody: 401, never a visitor", async (header) =>
    expect(await bearer(header)).toBe(401),
  );

  test("an ended, an expired and a disabled person's key are nobody's", async () => {
    const userId = at.observer.userId ?? "";
    const past = new Date(Date.now() - 1000);
    const keys = [
      await keyOf(db(), userId, { endedAt: past }),
      await keyOf(db(), userId, { expiresAt: past }),
    ];
    for (const ended of keys) expect(await bearer(`Bearer ${ended}`)).toBe(401);
    const live = await keyOf(db(), userId);
    expect(await bearer(`Bearer ${live}`)).toBe(200);
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await bearer(`Bearer ${live}`)).toBe(401);
  });

  test("a key for reading reads, and writes nothing", async () => {
    const reading = await keyOf(db(), at.secretary.userId ?? "", { readOnly: true });
    expect((await rest.call(listNodes, at.ours.slug, {}, { key: reading })).status).toBe(200);
    expect((await rest.call(addNode, at.ours.slug, { name: "x" }, { key: reading })).status).toBe(
      403,
    );
  });

  test("I-28, A-11 a right that ends counts from the next request on", async () => {
    const { secretary, ours } = await world(db());
    const own = await keyOf(db(), secretary.userId ?? "");
    expect((await rest.call(addNode, ours.slug, { name: "x" }, { key: own })).status).toBe(200);
    await db().roleGrant.updateMany({
      where: { userId: secretary.userId ?? "" },
      data: { validTo: new Date("2021-01-01T00:00:00Z") },
    });
    expect((await rest.call(addNode, ours.slug, { name: "x" }, { key: own })).status).toBe(403);
  });

  describe("A-48 a signed-in browser", () => {
    beforeEach(async () => {
      const secret = newSecret();
      await db().session.create({
        data: {
          userId: at.secretary.userId ?? "",
          tokenHash: hashSecret(secret),
          sessionVersion: 1,
          expiresAt: new Date(Date.now() + 3_600_000),
        },
      });
      signInAs(sessionCookieName(), secret);
    });

    test("reads, and writes from our own pages", async () => {
      expect((await rest.call(listNodes, at.ours.slug, {})).body).toMatchObject({ reach: true });
      const origin = new URL(process.env.APP_URL ?? "").origin;
      const answer = await rest.call(addNode, at.ours.slug, { name: "x" }, { headers: { origin } });
      expect(answer.status).toBe(200);
    });

    test.each([
      ["no origin", undefined],
      ["null", "null"],
      ["another site", "https://evil.example"],
      ["a site that begins alike", "http://localhost:3999.evil.example"],
      ["another scheme", "https://localhost:3999"],
    ])("writes nothing from %s", async (_, origin) => {
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      const answer = await rest.call(addNode, at.ours.slug, { name: "x" }, { headers });
      expect(answer.status).toBe(403);
    });
  });
});

describe("I-08 Idempotency-Key", () => {
  test("the same key and body give the first answer again; another body is 409", async () => {
    const headers = { "idempotency-key": "abc-1" };
    const first = await post('{"name":"一"}', headers);
    expect((await post('{"name":"一"}', headers)).body).toEqual(first.body);
    const other = await post('{"name":"二"}', headers);
    expect([other.status, other.body.code]).toEqual([409, "idempotency-conflict"]);
  });

  test.each(["", "with space", "x".repeat(201), "\u00e9"])("%j is refused", async (value) => {
    expect((await post('{"name":"x"}', { "idempotency-key": value })).status).toBe(400);
  });
});
