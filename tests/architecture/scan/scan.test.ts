import { describe, expect, test } from "vitest";
import { importsOf, targetOf } from "./imports";
import { jsxTexts } from "./jsx";
import { mask } from "./mask";

const file = (text: string, path = "app/x/page.tsx") => ({ path, text });

describe("the mask keeps code and blanks the rest", () => {
  test.each([
    ['const a = "Date.now()";', 'const a = "          ";'],
    ["// Date.now()\nx", "             \nx"],
    ["/* a */ x /* b */", "        x        "],
    ["`a ${b(`c ${d}`)} e`", "`  ${b(`  ${d}`)}  `"],
    ['x = /a"b/.test(y)', "x = /   /.test(y)"],
    ["a / b / c", "a / b / c"],
    ["<p>don't</p>", "<p>don't</p>"],
    ["<A b={c} /><D />", "<A b={c} /><D />"],
    ['f("it\\"s") + g', 'f("     ") + g'],
  ])("%s", (text, code) => {
    expect(mask(text)).toBe(code);
    expect(mask(text)).toHaveLength(text.length);
  });
});

describe("imports", () => {
  test("every form is found, and types are told from values", () => {
    const found = importsOf(
      file(`
import "server-only";
import type { A } from "./a";
import { type B, type C } from "./b";
import D, { type E, F as G } from "./d";
import * as H from "./h";
export { I } from "./i";
export * from "./j";
const k = await import("./k");
// import { L } from "./l";
const text = 'import { M } from "./m"';
import {
  N,
  O,
} from "./n";`),
    );
    expect(found.map((one) => [one.specifier, one.typeOnly, one.values.join()])).toEqual([
      ["./a", true, ""],
      ["./b", true, ""],
      ["./d", false, "D,F"],
      ["./h", false, "* as H"],
      ["./i", false, "I"],
      ["./j", false, "*"],
      ["./n", false, "N,O"],
      ["server-only", false, "*"],
      ["./k", false, "*"],
    ]);
  });

  test.each([
    ["@/lib/kernel/dates", "lib/kernel/dates"],
    ["./rules", "lib/features/a/rules"],
    ["../b/types.ts", "lib/features/b/types"],
    ["zod", undefined],
  ])("%s means %s", (specifier, target) =>
    expect(targetOf("lib/features/a/queries.ts", specifier)).toBe(target),
  );
});

describe("words in JSX", () => {
  test.each([
    ["<p>Save</p>", ["Save"]],
    ["<p>{t('save')}</p>", []],
    ["<p>{a} · {b} / {c}</p>", []],
    ["<p>保存 {n}</p>", ["保存"]],
    ["<div><A b={<i>Deep</i>} /></div>", ["Deep"]],
    ["<ul>{rows.map((r) => (<li key={r}>Row</li>))}</ul>", ["Row"]],
    ['<button aria-label="Close" type="button" />', ["Close"]],
    ["<>&nbsp;{x}</>", []],
    ["<>Plain</>", ["Plain"]],
    ["const f = <T,>(a: T) => a; const g: Map<string, number> = x < y;", []],
    ["const f = useState<string>(a); return f > g;", []],
    ["a ? <p>One</p> : <b>Two</b>", ["One", "Two"]],
  ])("%s", (text, words) => expect(jsxTexts(file(text)).map((one) => one.text)).toEqual(words));
});
