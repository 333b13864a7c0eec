import { expect, it } from "vitest";
import { isOwnOrigin } from "./origin";

const app = "https://portal.example";
const ask = (origin: string | null, host = "portal.example") =>
  isOwnOrigin(new Headers({ host, ...(origin !== null && { origin }) }), app);

it.each([
  ["https://portal.example", "portal.example", true],
  ["https://portal.example", "inner:3000", true],
  ["http://127.0.0.1:3000", "127.0.0.1:3000", true],
  [null, "portal.example", false],
  ["null", "portal.example", false],
  ["", "portal.example", false],
  ["https://evil.example", "portal.example", false],
  ["https://portal.example.evil.example", "portal.example", false],
  ["https://sub.portal.example", "portal.example", false],
  ["https://portal.example:8443", "portal.example", false],
  ["file://portal.example", "portal.example", false],
])("A-48 origin %s at host %s: %s", (origin, host, own) => {
  expect(ask(origin, host)).toBe(own);
});
