import { describe, expect, test } from "vitest";
import { messages as en } from "@/lib/i18n/messages/en";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );

/** What a message is filled with: `{name}` and `{count, plural, …}`, and its tags. */
function slotsOf(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)\s*(?=[,}])/g)].map((match) => match[1] ?? "");
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...names, ...tags])].sort();
}

const balanced = (message: string) =>
  [...message].reduce((depth, char) => {
    if (depth < 0) return depth;
    return depth + (char === "{" ? 1 : char === "}" ? -1 : 0);
  }, 0) === 0;

/** Plural and select branches hold words, not slots: `one {item}` is no placeholder in English alone. */
const withoutBranches = (message: string) =>
  message.replace(/(\w+|=\d+)\s*\{([^{}]*)\}/g, (whole, branch: string, inner: string) =>
    /\b(?:plural|select|selectordinal),/.test(message) &&
    /^(zero|one|two|few|many|other|=\d+)$/.test(branch)
      ? inner
      : whole,
  );

type Fault = string;

/** The one slot more of a language that counts, where the other has no plural: `{count, plural, …}`. */
function isPluralOnly(words: string, other: string): boolean {
  const plurals = (text: string) =>
    [...text.matchAll(/\{(\w+),\s*plural,/g)].map((match) => match[1] ?? "");
  const counted = new Set([...plurals(words), ...plurals(other)]);
  const rest = (text: string) =>
    slotsOf(withoutBranches(text)).filter((name) => !counted.has(name));
  return rest(words).join() === rest(other).join();
}

/** A language is offered in its own name. */
const ownNames = ["access.me.language.zh-CN"];

/** A quoted example may be in the other language. */
const unquoted = (words: string) => words.replace(/[“"][^”"]*[”"]/g, "");

function compare(first: Tree, second: Tree): Fault[] {
  const a = new Map(flat(first));
  const b = new Map(flat(second));
  const missing = [...a.keys()].filter((key) => !b.has(key)).map((key) => `${key} is missing`);
  const extra = [...b.keys()].filter((key) => !a.has(key)).map((key) => `${key} is extra`);
  const slots = [...a].flatMap(([key, words]) => {
    const other = b.get(key);
    if (other === undefined) return [];
    const [mine, theirs] = [words, other].map((text) => slotsOf(withoutBranches(text)).join());
    return mine === theirs || isPluralOnly(words, other)
      ? []
      : [`${key} is filled with ${mine} and ${theirs}`];
  });
  const broken = [...a, ...b]
    .filter(([, words]) => !balanced(words) || words.trim() === "")
    .map(([key]) => `${key} is empty or has an open bracket`);
  return [...missing, ...extra, ...slots, ...broken];
}

describe("messages", () => {
  test("both languages have the same keys and the same slots", () => {
    expect(compare(zh, en)).toEqual([]);
  });

  test("the English ones are English", () => {
    const chinese = flat(en).filter(([, words]) => /\p{Script=Han}/u.test(unquoted(words)));
    expect(chinese.map(([key]) => key)).toEqual(ownNames);
  });

  test("the Chinese ones are Chinese", () => {
    const english = flat(zh).filter(
      ([, words]) => /[a-z]{4,} [a-z]{3,}/i.test(words) && !/\p{Script=Han}/u.test(words),
    );
    expect(english.map(([key]) => key)).toEqual([]);
  });

  test.each<[Tree, Tree]>([
    [{ a: "x" }, {}],
    [{}, { a: "x" }],
    [{ a: { b: "{n} 条" } }, { a: { b: "rows" } }],
    [{ a: "{n} 条" }, { a: "{m} rows" }],
    [{ a: "<b>x</b>" }, { a: "x" }],
    [{ a: "{n" }, { a: "{n" }],
    [{ a: "" }, { a: "x" }],
    [{ a: "{n} 条" }, { a: "{m, plural, one {row} other {rows}}" }],
  ])("the comparison sees %j beside %j", (first, second) =>
    expect(compare(first, second)).not.toEqual([]),
  );

  test("and lets plurals pass that differ in their branches", () =>
    expect(compare({ a: "{n} 条" }, { a: "{n, plural, one {# row} other {# rows}}" })).toEqual([]));
});
