import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attemptFor, fillHref, send } from "./send";

beforeEach(() => vi.stubGlobal("navigator", { onLine: true }));
afterEach(() => vi.unstubAllGlobals());

test("a second click after a lost answer sends the same key, even when something was changed", () => {
  const first = attemptFor(undefined, { a: 1 });
  expect(attemptFor(first, { a: 1 }).key).toBe(first.key);
  expect(attemptFor(first, { a: 2 }).key).toBe(first.key);
});

test("after an answered refusal, changed content is a new submission and the same content is not", () => {
  const refused = { ...attemptFor(undefined, { a: 1 }), answered: true };
  expect(attemptFor(refused, { a: 1 }).key).toBe(refused.key);
  expect(attemptFor(refused, { a: 2 }).key).not.toBe(refused.key);
});

const attempt = () => attemptFor(undefined, {});
const failing = (error: unknown) => send(() => Promise.reject(error), "x", {}, attempt());

test("a lost connection is an answer, and the submission counts as unanswered", async () => {
  const own = attempt();
  const lost = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await send(lost, "x", {}, own)).toMatchObject({ ok: false, code: "offline" });
  expect(own.answered).toBe(false);
});

test("a fault of the server shows the number that stands in the log", async () => {
  const fault = Object.assign(new Error("x"), { digest: "1234" });
  expect(await failing(fault)).toMatchObject({ code: "unexpected", requestId: "1234" });
  expect(await failing(new Error("502"))).toMatchObject({ code: "unavailable" });
});

test("a redirect of the action goes on to the router", () =>
  expect(failing(Object.assign(new Error("x"), { digest: "NEXT_REDIRECT;x" }))).rejects.toThrow());

test("the way on is filled from the answer and never leads out of the portal", () => {
  expect(fillHref("/a/x/projects/{id}", { id: "7/?" })).toBe("/a/x/projects/7%2F%3F");
  expect(fillHref("{next}", { next: "/me?tab=keys" })).toBe("/me?tab=keys");
  expect(fillHref("{next}", { next: "//evil.example" })).toBe("/");
  expect(fillHref("{next}", { next: "https://evil.example" })).toBe("/");
  expect(fillHref("/a/{missing}", undefined)).toBe("/a/");
});
