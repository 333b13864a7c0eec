import { expect, test } from "vitest";
import { z } from "zod";
import { defineQuery } from "../corridor/use-case";
import { createRouter } from "./router";

const query = (id: `${string}.${string}`, path: `/${string}`) =>
  defineQuery({
    id,
    path,
    place: "platform",
    summary: id,
    permission: { action: id, reachOf: () => undefined },
    input: z.strictObject({}),
    output: z.null(),
    run: async () => null,
  });

const find = createRouter([
  query("projects.get", "/alliances/{alliance}/projects/{id}"),
  query("projects.similar", "/alliances/{alliance}/projects/similar"),
]);

test("a literal segment wins over a parameter", () => {
  expect(find("GET", ["alliances", "x", "projects", "similar"])?.useCase.id).toBe(
    "projects.similar",
  );
});
test("parameters are taken from the path", () => {
  expect(find("GET", ["alliances", "x", "projects", "7"])).toMatchObject({
    useCase: { id: "projects.get" },
    params: { alliance: "x", id: "7" },
  });
});
test("another method, length or word is no match", () => {
  expect(find("POST", ["alliances", "x", "projects", "7"])).toBeUndefined();
  expect(find("GET", ["alliances", "x", "projects"])).toBeUndefined();
  expect(find("GET", ["allianceS", "x", "projects", "7"])).toBeUndefined();
});
