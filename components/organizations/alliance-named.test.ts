import { expect, test } from "vitest";
import { allianceNamed, allianceToSearch } from "./alliance-named";

test("an address names an alliance by its slug", () => {
  expect(allianceNamed("?alliance=suzhou-robotics&q=1")).toBe("suzhou-robotics");
  expect(allianceNamed("?q=1")).toBeUndefined();
});

test.each(["../../admin?", "../..//evil.example/x", "a/b", "a?b", "a#b", "%2e%2e", "A", " ", ""])(
  "%j names none: it would become part of a path",
  (named) => expect(allianceNamed(`?alliance=${encodeURIComponent(named)}`)).toBeUndefined(),
);

const one = { slug: "suzhou-robotics", mine: true };
const public_ = { slug: "chongqing-cars", mine: false };
const second = { slug: "suzhou-chips", mine: true };

test.each([
  ["the page's own, before the list is there", { slug: "x", inside: true }, [], "x"],
  [
    "named, and the reader may know of it",
    { slug: public_.slug, inside: false },
    [one, public_],
    public_.slug,
  ],
  [
    "named, and there is none: the only own",
    { slug: "no-such", inside: false },
    [one, public_],
    one.slug,
  ],
  [
    "named, and there is none, with two own",
    { slug: "no-such", inside: false },
    [one, second],
    undefined,
  ],
  ["named, and the list is not there yet", { slug: one.slug, inside: false }, [], undefined],
  ["nothing named: the only own", { slug: undefined, inside: false }, [public_, one], one.slug],
] as const)("members are looked for in %s", (_, place, alliances, slug) =>
  expect(allianceToSearch(place, alliances)).toBe(slug),
);
