import type { SourceFile } from "../scan/files";
import { type Import, importsOf, targetOf } from "../scan/imports";
import { type Place, placeOf } from "./places";
import { type Fault, type HouseRule, isCode } from "./rule";

/*
 * Imports run downstairs only. `values` may be imported as they are, `types` only as types. Patterns are tested against
 * the path without extension.
 */
type Doors = { values: RegExp[]; types?: RegExp[] };

const KERNEL = /^lib\/kernel\//;
const I18N = /^lib\/i18n\//;
const PLATFORM = /^lib\/platform\//;
const GENERATED = /^prisma\/generated\//;
const ENUMS = /^prisma\/generated\/enums$/;
const PURE = /^lib\/features\/\w+\/(types|schema|rules|policy)(\/|$)/;
const QUERIES = /^lib\/features\/\w+\/queries(\/|$)/;
const COMMANDS = /^lib\/features\/\w+\/commands(\/|$)/;
const PROCEDURES = /^lib\/features\/\w+\/procedures(\/|$)/;
const LOADERS = /^lib\/features\/\w+\/loaders$/;
const ACTIONS = /^lib\/features\/\w+\/actions$/;
const KIT = /^components\/(ui|forms|charts|layout)\//;
const COMPONENTS = /^components\//;
const PERMISSION = /^lib\/platform\/corridor\/permission$/;
/** What a command may know of its caller and its transaction: their types. */
const SCOPE =
  /^lib\/platform\/(corridor\/(use-case|permission)|db\/transaction|auth\/actor|audit)$/;
const READING =
  /^lib\/platform\/(errors|audit|invariants\/chain|mail\/limits|db\/(sql|errors)|auth\/(secret|actors))$/;
/** Mail is written in the transaction of its event, in the language of whoever gets it. */
const MAIL_WORDS = /^lib\/i18n\/mail$/;
const WRITING =
  /^lib\/platform\/(errors|audit|clock|mail|db\/(sql|errors|later)|auth\/(secret|seal|password|password-strength))(\/|$)/;

const ofFeature: Record<string, Doors> = {
  types: { values: [PURE, KERNEL, ENUMS], types: [SCOPE] },
  schema: { values: [PURE, KERNEL, ENUMS], types: [SCOPE] },
  rules: { values: [PURE, KERNEL, ENUMS], types: [SCOPE] },
  policy: { values: [PURE, KERNEL, ENUMS, PERMISSION], types: [SCOPE] },
  queries: { values: [PURE, QUERIES, KERNEL, GENERATED, PERMISSION, READING], types: [SCOPE] },
  commands: {
    values: [PURE, QUERIES, COMMANDS, KERNEL, GENERATED, PERMISSION, WRITING, MAIL_WORDS],
    types: [SCOPE],
  },
  procedures: {
    values: [
      PURE,
      QUERIES,
      COMMANDS,
      KERNEL,
      /^lib\/platform\/(corridor\/(use-case|whole|permission)|auth\/brake)$/,
    ],
  },
  loaders: { values: [PROCEDURES, PURE, /^lib\/platform\/corridor\/loader$/] },
  actions: { values: [PROCEDURES, /^lib\/platform\/corridor\/action$/] },
};

const ofRoom: Record<Exclude<Place["room"], "feature">, Doors> = {
  kernel: { values: [KERNEL] },
  i18n: { values: [KERNEL, I18N] },
  platform: { values: [KERNEL, PLATFORM, GENERATED] },
  kit: { values: [KERNEL, I18N, KIT], types: [/^lib\/platform\/corridor\/action$/] },
  drawn: {
    values: [KERNEL, I18N, COMPONENTS, PURE, ACTIONS],
    types: [/^lib\/platform\/corridor\/action$/, ENUMS],
  },
  app: {
    values: [
      KERNEL,
      I18N,
      COMPONENTS,
      PURE,
      ACTIONS,
      LOADERS,
      /^app\//,
      /^lib\/platform\/(env|clock|auth\/.*|errors)$/,
      // The accounts of the demonstration, which its sign-in page lists.
      /^prisma\/seed\/accounts$/,
    ],
  },
  handler: { values: [KERNEL, I18N, PURE, PROCEDURES, PLATFORM, COMPONENTS, /^app\/api\//] },
  generated: { values: [GENERATED] },
  seed: {
    values: [KERNEL, I18N, PURE, /^prisma\//, /^lib\/platform\/(auth|db|audit|files|env)/],
    types: [PLATFORM],
  },
  scripts: {
    values: [
      KERNEL,
      I18N,
      PLATFORM,
      PURE,
      QUERIES,
      COMMANDS,
      PROCEDURES,
      /^prisma\//,
      /^scripts\//,
    ],
  },
  tests: { values: [/./] },
  outside: { values: [/^(lib|prisma|scripts)\//] },
};

const isBesideTest = (path: string) => /\.test\.tsx?$/.test(path);

function faultOf(file: SourceFile, imp: Import): string | undefined {
  const target = targetOf(file.path, imp.specifier);
  if (
    target === undefined ||
    (isBesideTest(file.path) &&
      /^(prisma\/seed\/|tests\/|lib\/platform\/auth\/actor$)/.test(target))
  ) {
    return undefined;
  }
  const place = placeOf(file.path);
  const doors = place.room === "feature" ? ofFeature[place.kind] : ofRoom[place.room];
  if (!doors) return undefined; // The closed list of file names reports it.
  if (doors.values.some((pattern) => pattern.test(target))) return undefined;
  const asType = [
    ...(doors.types ?? []),
    ...(place.room === "feature" ? [PLATFORM, GENERATED] : []),
  ];
  if (imp.typeOnly && asType.some((pattern) => pattern.test(target))) return undefined;
  const room = place.room === "feature" ? `${place.kind} of a feature` : place.room;
  return `${room} may not import ${target}${imp.typeOnly ? " (as a type)" : ""}`;
}

const checkDirections = (files: readonly SourceFile[]): Fault[] =>
  files.filter(isCode).flatMap((file) =>
    importsOf(file).flatMap((imp) => {
      const what = faultOf(file, imp);
      return what ? [{ path: file.path, line: imp.line, what }] : [];
    }),
  );

/** The client is one door's business: features take the handle that they are given. */
const checkClient = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter((file) => isCode(file) && file.path.startsWith("lib/features/"))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          (imp) =>
            imp.values.some((name) => name !== "Prisma") &&
            GENERATED.test(targetOf(file.path, imp.specifier) ?? ""),
        )
        .filter((imp) => !ENUMS.test(targetOf(file.path, imp.specifier) ?? ""))
        .map((imp) => ({
          path: file.path,
          line: imp.line,
          what: "only `Prisma` comes from the generated client",
        })),
    );

export const directions: HouseRule = {
  name: "imports run downstairs only",
  check: (files) => [...checkDirections(files), ...checkClient(files)],
  planted: [
    { "lib/kernel/a.ts": 'import { x } from "@/lib/platform/env";' },
    { "lib/platform/a.ts": 'import { x } from "@/lib/features/files/schema";' },
    { "lib/platform/a.ts": 'import type { X } from "../features/files/types";' },
    { "lib/i18n/a.ts": 'import { x } from "@/lib/platform/env";' },
    { "lib/features/funds/rules.ts": 'import { now } from "@/lib/platform/clock";' },
    { "lib/features/funds/schema.ts": 'import { list } from "./queries";' },
    { "lib/features/funds/queries.ts": 'import { book } from "./commands";' },
    {
      "lib/features/funds/queries/list.ts": 'import { database } from "@/lib/platform/db/client";',
    },
    {
      "lib/features/funds/commands/book.ts":
        'import { currentActor } from "@/lib/platform/auth/session";',
    },
    { "lib/features/funds/commands.ts": 'import { bookAction } from "./actions";' },
    {
      "lib/features/funds/commands.ts": 'import { PrismaClient } from "@/prisma/generated/client";',
    },
    { "lib/features/funds/actions.ts": 'import { book } from "./commands";' },
    { "lib/features/funds/loaders.ts": 'import { list } from "./queries";' },
    { "components/ui/button.tsx": 'import { kinds } from "@/lib/features/funds/types";' },
    { "components/ui/button.tsx": 'import { Row } from "@/components/funds/row";' },
    { "components/funds/row.tsx": 'import { loadFunds } from "@/lib/features/funds/loaders";' },
    { "components/funds/row.tsx": 'import { env } from "@/lib/platform/env";' },
    { "app/(portal)/me/page.tsx": 'import { database } from "@/lib/platform/db/client";' },
    { "app/(portal)/me/page.tsx": 'import { list } from "@/lib/features/funds/queries";' },
    { "app/(portal)/me/page.tsx": 'const x = await import("@/lib/features/funds/commands");' },
    { "prisma/seed/a.ts": 'import { x } from "@/app/api/words";' },
  ],
  fine: [
    { "lib/features/funds/queries.ts": 'import type { Db } from "@/lib/platform/db/transaction";' },
    { "lib/features/funds/commands.ts": 'import { Prisma } from "@/prisma/generated/client";' },
    { "lib/features/funds/rules/a.test.ts": 'import { x } from "./a";' },
    {
      "components/funds/row.tsx":
        'import type { ActionAnswer } from "@/lib/platform/corridor/action";',
    },
    { "app/api/v1/x/route.ts": 'import { env } from "@/lib/platform/env";' },
    { "app/livez/route.ts": 'import { readiness } from "@/lib/platform/readiness";' },
    { "app/a/page.tsx": '// import { database } from "@/lib/platform/db/client";' },
  ],
};
