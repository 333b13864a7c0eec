import { expect, test } from "vitest";
import { messages as en } from "./en";
import { messages as zh } from "./zh-CN";

const keysOf = (value: object, path: readonly string[] = []): string[][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" ? keysOf(inner, [...path, key]) : [[...path, key]],
  );

test("no key holds a dot: the reader of messages takes it for a level", () => {
  expect(keysOf({ zh, en }).filter((path) => path.some((key) => key.includes(".")))).toEqual([]);
});
