import type { SourceFile } from "../scan/files";
import { codeOf, lineOf } from "../scan/mask";
import { type Fault, type HouseRule, isCode, isTest } from "./rule";

const opens = (file: SourceFile, directive: string) =>
  new RegExp(`^(?:\\s|//[^\\n]*\\n|/\\*[\\s\\S]*?\\*/)*(["'])${directive}\\1;`).test(file.text);

/** Each export of a door is one line of one kind. */
const doors: [where: RegExp, one: RegExp, what: string][] = [
  [
    /^lib\/features\/\w+\/actions\.ts$/,
    /^const \w+Action = formAction\(\w+\);$/m,
    "an action is `export const xAction = formAction(command);`",
  ],
  [
    /^lib\/features\/\w+\/procedures(\/[\w-]+)?\.ts$/,
    /^const \w+ = ((defineQuery|defineStatedQuery|defineCommand)\(\{|defineWhole\(\w+, \{)/m,
    "procedures export use cases and nothing else",
  ],
  [
    /^lib\/features\/\w+\/loaders\.ts$/,
    /^const load\w+ = loaderOf\(\w+\);$/m,
    "a loader is `export const loadX = loaderOf(query);`",
  ],
];

function checkExports(file: SourceFile): Fault[] {
  const door = doors.find(([where]) => where.test(file.path));
  if (!door) return [];
  const code = codeOf(file);
  return [...code.matchAll(/\bexport\s+/g)]
    .filter((match) => {
      const after = code.slice(match.index + match[0].length);
      const found = door[1].exec(after);
      return found?.index !== 0;
    })
    .map((match) => ({ path: file.path, line: lineOf(file.text, match.index), what: door[2] }));
}

/**
 * Public addresses that cannot walk the corridor: their effect is a cookie of this browser. Each is a decision; a new
 * one is argued for here.
 */
const cookieDoors = new Set(["lib/i18n/locale-action.ts", "lib/platform/auth/sign-in-actions.ts"]);

function checkDirective(file: SourceFile): Fault[] {
  const isActions = /^lib\/features\/\w+\/actions\.ts$/.test(file.path);
  const here = [...file.text.matchAll(/^\s*(["'])use server\1/gm)];
  if (isActions && !opens(file, "use server")) {
    return [{ path: file.path, line: 1, what: 'actions begin with "use server"' }];
  }
  return isActions || cookieDoors.has(file.path)
    ? []
    : here.map((match) => ({
        path: file.path,
        line: lineOf(file.text, match.index),
        what: '"use server" stands only on top of an actions.ts: every such function is a public address',
      }));
}

export const doorExports: HouseRule = {
  name: "actions, loaders and procedures hold their one kind of line and nothing else",
  check: (files) =>
    files
      .filter((file) => isCode(file) && !isTest(file))
      .flatMap((file) => [...checkExports(file), ...checkDirective(file)]),
  planted: [
    { "lib/features/funds/actions.ts": "export const bookAction = formAction(book);" },
    { "lib/features/funds/actions.ts": '"use server";\nexport async function book() {}' },
    { "lib/features/funds/actions.ts": '"use server";\nexport const a = formAction(book);' },
    { "lib/features/funds/procedures.ts": "export const path = 1;" },
    { "lib/features/funds/procedures.ts": "export * from './queries';" },
    { "lib/features/funds/procedures/a.ts": "export function f() {}" },
    { "lib/features/funds/loaders.ts": "export const loadFunds = cache(list);" },
    {
      "app/page.tsx":
        'export default function Page() {\n  async function save() {\n    "use server";\n  }\n}',
    },
    { "components/funds/form.tsx": '"use server";' },
  ],
  fine: [
    {
      "lib/features/funds/actions.ts":
        '"use server";\nexport const bookAction = formAction(bookProcedure);',
    },
    { "lib/features/funds/procedures.ts": "const path = 1;\nexport const a = defineQuery({\n});" },
    { "components/ui/a.tsx": '"use client";' },
  ],
};

/** A client bundle that draws one of these in must fail to build. */
const guarded =
  /^lib\/platform\/(db\/(client|transaction)|auth\/(session|actors)|corridor\/(invoke|faces|action|loader)|files\/store|rest\/(handler|request)|readiness)\.ts$/;

export const serverOnly: HouseRule = {
  name: 'the machines that must never reach a browser say "server-only"',
  check: (files) =>
    files
      .filter((file) => guarded.test(file.path) && !/^import "server-only";/m.test(file.text))
      .map(({ path }) => ({ path, line: 1, what: 'lacks import "server-only"' })),
  planted: [
    { "lib/platform/db/client.ts": 'import { Pool } from "pg";' },
    { "lib/platform/auth/session.ts": '// import "server-only";' },
  ],
  fine: [{ "lib/platform/db/client.ts": 'import "server-only";\nimport { Pool } from "pg";' }],
};

/** The files that the rule above names must exist, or it guards nothing. */
export const guardedPaths = (files: readonly SourceFile[]) =>
  files.map((file) => file.path).filter((path) => guarded.test(path));
