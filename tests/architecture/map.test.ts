import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { storeys } from "./rules/storeys";
import { root } from "./scan/files";

const text = (file: string) => readFileSync(join(root, file), "utf8");

/** What stands between two marks of a text, as words. */
const words = (whole: string, from: string, to: string): string[] => {
  const begin = whole.indexOf(from);
  expect(begin, from).toBeGreaterThan(-1);
  const end = whole.indexOf(to, begin + from.length);
  expect(end, to).toBeGreaterThan(-1);
  return whole
    .slice(begin + from.length, end)
    .split(/\s+/)
    .filter(Boolean);
};

const floor = (number: number) =>
  Object.keys(storeys)
    .filter((noun) => storeys[noun] === number)
    .toSorted();

test.each([
  [1, "1 who we are", "2 how we decide"],
  [2, "2 how we decide", "3 what we do"],
  [3, "3 what we do", "4 how we look back"],
  [4, "4 how we look back", "lib/platform/"],
])("the README's map names every feature of storey %i", (number, from, to) => {
  expect(words(text("README.md"), from, to).toSorted()).toEqual(floor(number));
});

test.each([1, 2, 3, 4])("the house's rules name every feature of storey %i", (number) => {
  const rules = text("docs/house.md").split("Storeys, lower first:")[1] ?? "";
  expect(words(rules, `${number} \``, "`").toSorted()).toEqual(floor(number));
});
