import { expect, test } from "vitest";
import { allianceNamed } from "./alliance-named";

test("an address names an alliance by its slug", () => {
  expect(allianceNamed("?alliance=suzhou-robotics&q=1")).toBe("suzhou-robotics");
  expect(allianceNamed("?q=1")).toBeUndefined();
});

test.each(["../../admin?", "../..//evil.example/x", "a/b", "a?b", "a#b", "%2e%2e", "A", " ", ""])(
  "%j names none: it would become part of a path",
  (named) => expect(allianceNamed(`?alliance=${encodeURIComponent(named)}`)).toBeUndefined(),
);
