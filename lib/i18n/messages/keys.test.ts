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

const wordsOf = (value: object): string[] =>
  Object.values(value).flatMap((inner) => (typeof inner === "object" ? wordsOf(inner) : [inner]));

test("an alliance is 联合体 everywhere; 联盟 stands only in the names of two of its kinds", () => {
  expect(wordsOf(zh).filter((words) => /(?<!校企|区域)联盟/.test(words))).toEqual([]);
});

test.each(Object.entries({ zh, en }))(
  "%s: no two entries of the navigation are called the same",
  (_, { common }) => {
    const names = Object.values(common.nav);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  },
);
