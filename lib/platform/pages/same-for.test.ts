import type { IncomingMessage } from "node:http";
import { HTML_LIMITED_BOT_UA_RE_STRING } from "next/dist/shared/lib/router/utils/is-bot";
import { describe, expect, test } from "vitest";
import { cookieOf, sameFor } from "./same-for";

const phone =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0";
/** What a browser behind a proxy sends. */
const usual = {
  host: "portal.example",
  connection: "keep-alive",
  "user-agent": phone,
  accept: "text/html",
  "accept-encoding": "gzip, deflate, br",
  "accept-language": "zh-CN",
  "sec-ch-ua-mobile": "?1",
  "sec-fetch-dest": "document",
  "x-forwarded-for": "203.0.113.7",
  "x-forwarded-proto": "https",
  "x-alliance-peer": "127.0.0.1",
  "x-requested-with": "com.tencent.mm",
};
// Of a request three fields are read; the rest of a socket is left out.
const of = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  sameFor({ method, url, headers: { ...usual, ...headers } } as unknown as IncomingMessage);

describe("documents that may be given again", () => {
  test.each([
    "/",
    "/?a=1",
    "/a/suzhou",
    "/a/suzhou/projects?page=2",
    "/organizations",
    "/regions/320500",
  ])("%s", (url) => {
    expect(of(url)).toBeTypeOf("string");
  });

  test("what no page reads makes no difference", () => {
    expect(
      of("/a/b", {
        "x-forwarded-for": "198.51.100.1",
        "user-agent": "",
        referer: "https://x.example/",
      }),
    ).toBe(of("/a/b"));
  });

  test.each([
    ["the address", "/a/b?page=2", {}],
    ["the reader", "/a/b", { cookie: "alliance-session=2" }],
    ["the language", "/a/b", { cookie: "alliance-session=1; locale=en" }],
    ["the host", "/a/b", { host: "other.example" }],
    ["the host that a proxy names", "/a/b", { "x-forwarded-host": "other.example" }],
    ["the protocol that a proxy names", "/a/b", { "x-forwarded-proto": "http" }],
  ])("%s makes another document", (_, url, headers) => {
    const one = of("/a/b", { cookie: "alliance-session=1" });
    expect(of(url, { cookie: "alliance-session=1", ...headers })).not.toBe(one);
  });

  test("a header cannot be moved into another one", () => {
    expect(of("/a/b", { cookie: 'a","b' })).not.toBe(
      of("/a/b", { cookie: "a", "x-forwarded-host": "b" }),
    );
  });
});

describe("the framework answers", () => {
  test.each([
    "/me",
    "/me/security",
    "/admin/health",
    "/sign-in",
    "/api/v1/alliances",
    "/_next/static/a.js",
    "/readyz",
    "//a/b",
    "/a/",
    "/abc",
    "/a/%2e%2e/me",
  ])("%s", (url) => {
    expect(of(url)).toBeUndefined();
  });

  test.each(["HEAD", "POST", "OPTIONS"])("%s", (method) => {
    expect(of("/a/b", {}, method)).toBeUndefined();
  });

  test.each([
    ["rsc", "1"],
    ["next-router-state-tree", "[]"],
    ["next-action", "0"],
    ["x-middleware-subrequest", "proxy"],
    ["x-nextjs-data", "1"],
    ["x-invoke-path", "/me"],
    ["content-security-policy", "script-src 'nonce-mine'"],
    ["content-length", "3"],
    ["transfer-encoding", "chunked"],
    ["authorization", "Bearer x"],
    ["range", "bytes=0-1"],
    ["x-anything", "1"],
  ])("a request that says %s", (name, value) => {
    expect(of("/a/b", { [name]: value })).toBeUndefined();
  });

  test("every robot that gets another document of the framework", () => {
    const known = [...HTML_LIMITED_BOT_UA_RE_STRING.split("|"), "Googlebot/2.1"].map((one) =>
      one.replaceAll("[\\w-]+", "Any"),
    );
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((one) => of("/a/b", { "user-agent": `Mozilla/5.0 (${one})` }))).toEqual([]);
  });
});

test("of several cookies of a name the last one counts, as in the framework", () => {
  expect(cookieOf("a=1; s=first; as=2;s=second; b=3", "s")).toBe("second");
  expect(cookieOf("as=2", "s")).toBeUndefined();
  expect(cookieOf(undefined, "s")).toBeUndefined();
});
