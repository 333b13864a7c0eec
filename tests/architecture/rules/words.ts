import type { SourceFile } from "../scan/files";
import { jsxTexts } from "../scan/jsx";
import { codeOf, lineOf } from "../scan/mask";
import { type Fault, type HouseRule, isCode, isTest } from "./rule";

const screens = (file: SourceFile) =>
  /^(app|components)\//.test(file.path) && isCode(file) && !isTest(file);

/** Chinese in strings: what the mask took away and the comments did not hold. */
function chineseIn(file: SourceFile): Fault[] {
  const code = codeOf(file);
  const withoutComments = file.text.replace(/\/\*[\s\S]*?\*\/|(^|[^:"'`])\/\/[^\n]*/g, (found) =>
    found.replace(/[^\n]/g, " "),
  );
  return [...withoutComments.matchAll(/\p{Script=Han}+/gu)]
    .filter((match) => code.slice(match.index, match.index + match[0].length).trim() === "")
    .map((match) => ({
      path: file.path,
      line: lineOf(file.text, match.index),
      what: `the word “${match[0]}” belongs into the messages`,
    }));
}

const literalWords = (file: SourceFile): Fault[] =>
  file.path.endsWith(".tsx")
    ? jsxTexts(file).map(({ text, line }) => ({
        path: file.path,
        line,
        what: `the text “${text.slice(0, 40)}” belongs into the messages`,
      }))
    : [];

export const screenWords: HouseRule = {
  name: "every word on a screen stands in the messages",
  check: (files) =>
    files.filter(screens).flatMap((file) => [...literalWords(file), ...chineseIn(file)]),
  planted: [
    { "components/funds/a.tsx": "const A = () => <p>Funds</p>;" },
    { "components/funds/a.tsx": "const A = () => <p>{n} 万元</p>;" },
    { "app/page.tsx": 'const A = () => <img alt="logo" src={x} />;' },
    { "app/page.tsx": 'const label = "提交";' },
    { "components/ui/a.ts": "const label = `共 ${n} 条`;" },
  ],
  fine: [
    {
      "components/funds/a.tsx":
        '// 资金\nconst A = () => <p className="x">{t("funds")} · {n}%</p>;',
    },
    { "components/funds/a.tsx": "/* 资金 */ const f = <T,>(x: T): Array<T> => [x];" },
  ],
};

/** Left-overs and silenced checks. The pattern is written so that this file does not hold the words it looks for. */
const unfinished = new RegExp(
  [
    "\\bTO" + "DO\\b",
    "\\bFIX" + "ME\\b",
    "\\bX" + "XX\\b",
    "biome-" + "ignore",
    "eslint-" + "disable",
    "@ts-" + "(?:ignore|nocheck|expect-error)",
    "simplified for" + " now",
    "lorem " + "ipsum",
    "\\b(?:test|it|describe)\\." + "(?:skip|only|todo)\\b",
  ].join("|"),
  "g",
);

/** Machines that write text have no place in the text. */
const writers = new RegExp(
  [
    "cla" + "ude",
    "anthro" + "pic",
    "chat" + "gpt",
    "open" + "ai\\b",
    "copi" + "lot",
    "\\bll" + "ms?\\b",
    "language " + "model",
    "sub" + "-?agent",
    "\\bas an " + "ai\\b",
  ].join("|"),
  "gi",
);

const findInText =
  (pattern: RegExp, what: string) =>
  (files: readonly SourceFile[]): Fault[] =>
    files.flatMap((file) =>
      [...file.text.matchAll(pattern)].map((match) => ({
        path: file.path,
        line: lineOf(file.text, match.index),
        what: `${what}: ${match[0]}`,
      })),
    );

export const finished: HouseRule = {
  name: "nothing is left over, nothing is silenced",
  check: (files) => [
    ...findInText(unfinished, "left over or silenced")(files),
    ...findInText(writers, "no word about how the text came about")(files),
  ],
  planted: [
    { "lib/a.ts": "// TO" + "DO later" },
    { "lib/a.ts": "// biome-" + "ignore lint: x" },
    { "lib/a.ts": "// @ts-" + "expect-error" },
    { "tests/a.test.ts": "test." + "skip('x', f)" },
    { "docs/a.md": "Written by Cla" + "ude" },
  ],
  fine: [{ "lib/a.ts": "const userAgent = 1; // method, todos" }],
};

/** Addresses and numbers that could belong to somebody. */
const addresses =
  /[\w.+-]+@(?!(?:[\w-]+\.)*(?:example|test\.example|localhost|invalid)\b|example\.(?:com|org|net)\b)[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const mobiles = /(?<![\d.\w-])1[3-9]\d{9}(?![\d\w-])/g;
/** Numbers that nobody has: all the same digit behind the prefix, or 13800138000-like test numbers. */
const nobody = /^13812345678$|^1[3-9]\d(\d)\1{7}$|^1[3-9]\d0{4}\d{4}$/;

const checkPersonal = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter(({ path }) => !/\.(json|css)$/.test(path))
    .flatMap((file) =>
      [
        ...[...file.text.matchAll(addresses)]
          .filter((match) => !/@\d/.test(match[0]) && !/^[\w.+-]+@(postgres|127)/.test(match[0]))
          .map((match) => ({ match, what: "a mail address outside of .example" })),
        ...[...file.text.matchAll(mobiles)]
          .filter((match) => !nobody.test(match[0]))
          .map((match) => ({ match, what: "a number that may be somebody's telephone" })),
      ].map(({ match, what }) => ({
        path: file.path,
        line: lineOf(file.text, match.index),
        what: `${what}: ${match[0]}`,
      })),
    );

export const nobodysData: HouseRule = {
  name: "A-62 no address and no telephone of a person stands in the house",
  check: checkPersonal,
  planted: [
    { "prisma/seed/a.ts": `email: "zhang.san@${"qq"}.com"` },
    { "prisma/seed/a.ts": `phone: "139${"12345678"}"` },
  ],
  fine: [
    { "prisma/seed/a.ts": 'email: "leader@svu.example", phone: "13800000001"' },
    { "scripts/a.ts": "postgresql://postgres@127.0.0.1:5432/x" },
  ],
};
