import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

const hosts = ["evil.example", "localhost:3000@evil.example", "evil.example/%2e%2e"];
const shapes = [
  (h: string) => `//${h}`,
  (h: string) => `///${h}`,
  (h: string) => `/\\${h}`,
  (h: string) => `\\\\${h}`,
  (h: string) => `\\/${h}`,
  (h: string) => `/\t/${h}`,
  (h: string) => `/\n/${h}`,
  (h: string) => `/\r\n//${h}`,
  (h: string) => `/ /${h}`,
  (h: string) => `/.//${h}`,
  (h: string) => `/x/..//${h}`,
  (h: string) => `/%2e//${h}`,
  (h: string) => `https://${h}`,
  (h: string) => `https:${h}`,
  (h: string) => `https:/${h}`,
  (h: string) => `HTTPS:\\\\${h}`,
  (h: string) => ` https://${h}`,
  (h: string) => `javascript://${h}/%0aalert(1)`,
  (h: string) => `javascript:alert('${h}')`,
  (h: string) => `data:text/html,${h}`,
  (h: string) => `@${h}`,
  (h: string) => `//user@${h}`,
  (h: string) => `/\u0000/${h}`,
  (h: string) => `/\u00a0/${h}`,
  (h: string) => `/\u3000/${h}`,
  (h: string) => `?next=//${h}`,
  (h: string) => `mailto:${h}`,
];

describe("A-47 where to go after signing in", () => {
  const payloads = shapes.flatMap((shape) => hosts.map(shape));

  it(`takes none of ${payloads.length} foreign addresses`, () => {
    expect(payloads.length).toBeGreaterThanOrEqual(80);
    for (const payload of payloads) {
      const path = safePath(payload, "/");
      const landed = new URL(path, "https://portal.example");
      expect([payload, landed.origin]).toEqual([payload, "https://portal.example"]);
      expect([payload, path]).toEqual([payload, "/"]);
    }
  });

  it.each([
    undefined,
    null,
    7,
    ["/me"],
    { toString: () => "/me" },
    "",
    "me",
    `/${"a".repeat(3000)}`,
  ])("falls back for %s", (given) => expect(safePath(given, "/home")).toBe("/home"));

  it("never leads back to the door or to a handler", () => {
    expect(safePath("/sign-in?callbackUrl=/me")).toBe("/");
    expect(safePath("/api/auth/signout")).toBe("/");
  });

  it("keeps path, query and anchor", () => {
    const path = "/a/suzhou-robotics/members?q=%E6%B1%87%E5%B7%9D&page=2#row";
    expect(safePath(path)).toBe(path);
    expect(safePath("/a/%252e/x?u=https://evil.example")).toBe("/a/%252e/x?u=https://evil.example");
  });
});
