import type { SourceFile } from "../scan/files";
import { codeOf } from "../scan/mask";
import { type Fault, type HouseRule, isTest } from "./rule";

const feature =
  /^lib\/features\/[a-z]+\/((types|schema|rules|policy|queries|commands|procedures|loaders|actions)|(types|rules|queries|commands|procedures|schema)\/[a-z-]+)(\.test)?\.ts$/;

const route =
  /^app\/([^/]+\/)*((page|layout|loading|error|not-found|forbidden|template|default|global-error|icon|apple-icon|opengraph-image)\.tsx|route\.ts|(manifest|robots|sitemap)\.ts|globals\.css|_sections\/[a-z0-9-]+\.tsx)$/;

const handlerPart = /^app\/api\/([^/]+\/)*[a-z-]+\.tsx?$/;
const component = /^components\/[a-z]+\/[a-z0-9-]+(\.test)?\.tsx?$/;
const words =
  /^lib\/i18n\/messages\/(zh-CN|en)(\/[a-z]+){0,2}\.ts$|^lib\/i18n\/messages\/(translated|[a-z-]+\.test)\.ts$/;

const shapes: [RegExp, RegExp[], string][] = [
  [/^lib\/features\//, [feature], "a feature has no such file"],
  [/^app\//, [route, handlerPart], "the roof has only Next's files, _sections/ and api/"],
  [/^components\//, [component], "components/<noun>/<name>.tsx and nothing deeper"],
  [/^lib\/i18n\/messages\//, [words], "messages/<locale>/<noun>.ts, or <noun>/<part>.ts"],
];

/** Lines above which a room becomes a wing. Blank lines and comments do not count. */
const sizes: [RegExp, number][] = [
  [/^lib\/features\/\w+\/(queries|commands)(\/|\.)/, 250],
  [/^lib\/features\/\w+\/rules(\/|\.)/, 200],
  [/^components\//, 200],
  [/^app\/.*page\.tsx$/, 100],
];

const linesOf = (file: SourceFile) =>
  codeOf(file)
    .split("\n")
    .filter((line) => line.trim() !== "").length;

const checkNames = (files: readonly SourceFile[]): Fault[] =>
  files.flatMap(({ path }) =>
    shapes
      .filter(([where, allowed]) => where.test(path) && !allowed.some((name) => name.test(path)))
      .map(([, , what]) => ({ path, line: 1, what })),
  );

const checkSizes = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      sizes
        .filter(([where, most]) => where.test(file.path) && linesOf(file) > most)
        .map(([, most]) => ({
          path: file.path,
          line: most,
          what: `${linesOf(file)} lines; above ${most} it becomes a wing`,
        })),
    );

/** A room that is a file and a wing at once has two doors for one job. */
const checkDoubles = (files: readonly SourceFile[]): Fault[] => {
  const wings = new Set(
    files.map(
      ({ path }) => /^(lib\/features\/\w+\/\w+|lib\/i18n\/messages\/[\w-]+\/\w+)\//.exec(path)?.[1],
    ),
  );
  return files
    .filter(({ path }) => wings.has(path.replace(/\.ts$/, "")))
    .map(({ path }) => ({ path, line: 1, what: "is a file and a wing at once" }));
};

export const oneDoor: HouseRule = {
  name: "a room is a file or a wing, never both",
  check: checkDoubles,
  planted: [
    { "lib/features/funds/schema.ts": "", "lib/features/funds/schema/book.ts": "" },
    { "lib/i18n/messages/en/funds.ts": "", "lib/i18n/messages/en/funds/ledger.ts": "" },
  ],
  fine: [{ "lib/features/funds/rules.ts": "", "lib/features/funds/schema/book.ts": "" }],
};

const long = (lines: number) => "export const a = 1;\n".repeat(lines);

export const roomNames: HouseRule = {
  name: "the file names of features, roof, components and messages are closed lists",
  check: checkNames,
  planted: [
    { "lib/features/funds/utils.ts": "" },
    { "lib/features/funds/helpers/a.ts": "" },
    { "lib/features/funds/commands/book/now.ts": "" },
    { "lib/features/funds/readme.md": "" },
    { "app/(portal)/a/[alliance]/table.tsx": "" },
    { "app/(portal)/helpers.ts": "" },
    { "components/funds/parts/row.tsx": "" },
    { "components/row.tsx": "" },
    { "lib/i18n/messages/fr/funds.ts": "" },
  ],
  fine: [
    { "lib/features/funds/commands/book.ts": "" },
    { "lib/features/funds/rules.test.ts": "" },
    { "app/(portal)/a/[alliance]/_sections/table.tsx": "" },
    { "app/api/v1/operations.ts": "" },
  ],
};

export const roomSizes: HouseRule = {
  name: "a room that passes its size becomes a wing",
  check: checkSizes,
  planted: [
    { "lib/features/funds/queries.ts": long(251) },
    { "lib/features/funds/commands/book.ts": long(251) },
    { "lib/features/funds/rules.ts": long(201) },
    { "components/ui/a.tsx": long(201) },
    { "app/x/page.tsx": long(101) },
  ],
  fine: [
    { "app/x/page.tsx": long(100) },
    { "app/x/page.tsx": `${"// why\n".repeat(80)}${long(90)}` },
    { "components/ui/a.test.ts": long(400) },
  ],
};
