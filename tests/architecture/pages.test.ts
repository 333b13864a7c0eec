import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { pages, routeOf, unvisited } from "../e2e/support/pages";

/** Folders of pages as addresses: groups are no part of them. */
const routes = globSync("app/**/page.tsx")
  .map((file) =>
    file
      .replaceAll("\\", "/")
      .replace(/^app/, "")
      .replace(/\/page\.tsx$/, "")
      .replace(/\/\([^)]+\)/g, ""),
  )
  .map((route) => route || "/")
  .toSorted();

test("every page is visited in both sizes, or is not for a reason", () => {
  const visited = new Set(pages.map(routeOf));
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter((route) => !visited.has(route) && !(route in unvisited))).toEqual([]);
});

test("no exception is left over", () => {
  const visited = new Set(pages.map(routeOf));
  expect(
    Object.keys(unvisited).filter((route) => visited.has(route) || !routes.includes(route)),
  ).toEqual([]);
});
