import type { SourceFile } from "../scan/files";
import { codeOf, lineOf } from "../scan/mask";
import { type Fault, findInCode, type HouseRule, isCode } from "./rule";

export const environment: HouseRule = {
  name: "process.env is read in env.ts and logger.ts, by the commands and by tests",
  check: findInCode({
    pattern: /\bprocess\s*(?:\.\s*env\b|\[)|\bimport\.meta\.env\b/g,
    but: /^(lib\/platform\/(env|logger)\.ts|instrumentation\.ts|scripts\/.*|tests\/.*|prisma\/seed\/.*|(next|prisma|vitest|playwright)\.config\.ts|lib\/platform\/(postgres|migrations)\/.*|.*\.test\.ts)$/,
    what: "reads the environment",
  }),
  planted: [
    { "lib/platform/mail.ts": "const a = process.env.SMTP_URL;" },
    { "app/page.tsx": 'const a = process["env"];' },
    { "components/ui/a.tsx": "const { env } = process; process.env;" },
  ],
  fine: [
    { "lib/platform/env.ts": "readEnv(process.env)" },
    { "app/page.tsx": '// process.env\nconst a = "process.env"; process.pid;' },
  ],
};

export const transactions: HouseRule = {
  name: "$transaction is called in lib/platform/db alone",
  check: findInCode({
    pattern: /\$transaction\b/g,
    // The demonstration is loaded before anybody asks anything: all of it or nothing, by a client of its own.
    but: /^(lib\/platform\/db|prisma\/seed)\//,
    what: "opens a transaction past the corridor",
  }),
  planted: [{ "lib/features/funds/commands.ts": "db.$transaction([a, b])" }],
  fine: [{ "lib/platform/db/transaction.ts": "database().$transaction(work)" }],
};

const PURE = /^lib\/(features\/\w+\/(types|schema|rules|policy)(\/[\w-]+)?|kernel\/[\w-]+)\.ts$/;

export const time: HouseRule = {
  name: "time is an argument of pure files, and the scope's in commands",
  check: (files) => [
    ...findInCode({
      pattern: /\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(\s*\)|\bDate\s*\(\s*\)|\bperformance\.now\b/g,
      within: /^lib\/(features|kernel)\//,
      but: /\.test\.ts$/,
      what: "asks the clock; take it from the scope",
    })(files),
    ...findInCode({
      pattern: /\bnew\s+Date\s*\(|\bMath\s*\.\s*random\b/g,
      within: PURE,
      but: /^lib\/kernel\/dates\.ts$/,
      what: "makes a date or a random number in a pure file; use lib/kernel/dates.ts",
    })(files),
  ],
  planted: [
    { "lib/features/funds/commands.ts": "const at = new Date();" },
    { "lib/features/funds/queries/list.ts": "Date.now()" },
    { "lib/features/funds/rules.ts": "new Date(text)" },
    { "lib/features/funds/rules/a.ts": "Math.random()" },
    { "lib/kernel/paging.ts": "const a = Date.now();" },
  ],
  fine: [
    { "lib/features/funds/commands.ts": "new Date(`${day}T00:00:00Z`)" },
    { "lib/kernel/dates.ts": "new Date(text)" },
    { "lib/features/funds/rules.test.ts": "new Date()" },
    { "lib/platform/clock.ts": "new Date()" },
  ],
};

export const unsafeSql: HouseRule = {
  name: "A-08 no statement is put together from text",
  check: findInCode({
    pattern:
      /\$(?:query|execute)RawUnsafe\b|\bPrisma\s*\.\s*raw\b|\{[^}]*\braw\b[^}]*\}\s*=\s*Prisma\b/g,
    // A test names tables in a loop over its own list; nothing of it comes from outside.
    but: /^tests\/integration\//,
    what: "unsafe SQL",
  }),
  planted: [
    { "lib/features/funds/queries.ts": "db.$queryRawUnsafe(sql)" },
    { "scripts/run/a.ts": "tx.$executeRawUnsafe(sql)" },
    { "lib/features/funds/queries.ts": "Prisma.raw(column)" },
    { "lib/features/funds/queries.ts": "const { raw } = Prisma;" },
  ],
  fine: [{ "lib/features/funds/queries.ts": "db.$queryRaw`SELECT ${a}`; Prisma.sql`x`" }],
};

export const localFormats: HouseRule = {
  name: "dates and numbers are worded in lib/i18n/format.ts alone",
  check: findInCode({
    pattern: /\.\s*toLocale(?:Date|Time)?String\b|\bIntl\s*\.|\buseFormatter\b|\bgetFormatter\b/g,
    but: /^(lib\/i18n\/format\.ts|lib\/kernel\/dates\.ts|scripts\/.*|tests\/.*|.*\.test\.ts)$/,
    what: "formats by the machine's own locale or zone",
  }),
  planted: [
    { "components/funds/a.tsx": "n.toLocaleString()" },
    { "app/page.tsx": 'date.toLocaleDateString("zh")' },
    { "lib/features/funds/rules.ts": "new Intl.NumberFormat()" },
    { "components/a/b.tsx": "const f = useFormatter();" },
  ],
  fine: [
    { "lib/i18n/format.ts": "new Intl.DateTimeFormat()" },
    { "lib/features/funds/rules.ts": "text.toLowerCase()" },
  ],
};

export const unsafeHtml: HouseRule = {
  name: "A-58 no markup is made from text, no code from strings",
  check: findInCode({
    pattern:
      /\bdangerouslySetInnerHTML\b|\.\s*(?:inner|outer)HTML\s*=|\beval\s*\(|\bnew\s+Function\s*\(|\bdocument\s*\.\s*write\b/g,
    what: "turns text into markup or code",
  }),
  planted: [
    { "components/a/b.tsx": "<div dangerouslySetInnerHTML={{ __html: x }} />" },
    { "components/a/b.ts": "element.innerHTML = x" },
    { "scripts/a.ts": "new Function(x)" },
  ],
  fine: [{ "components/a/b.tsx": "<p>{innerHTML}</p>" }],
};

/** The text of a call's arguments, from its opening bracket on. */
function argumentsAt(code: string, open: number): string {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === "(") depth += 1;
    if (code[at] === ")") depth -= 1;
    if (depth === 0) return code.slice(open, at + 1);
  }
  return code.slice(open);
}

const key = /\b(?:id|\w+Id|chain|tokenHash|keyHash|key)\b/;

/** What stands in an object that is spread into the condition: its literal, or its type where it is an argument. */
const spreads = (code: string, condition: string): string =>
  [...condition.matchAll(/\.\.\.(\w+)/g)]
    .map(([, name]) => new RegExp(`\\b${name}\\s*[:=]\\s*(\\{[^}]*\\})`).exec(code)?.[1] ?? "")
    .join(" ");

/** A condition that is handed over by name is looked for in the same file: `where`, or `const own = {…}`. */
function conditionOf(code: string, call: string): string {
  const inline = /\bwhere\s*:\s*(\{[\s\S]*)/.exec(call)?.[1];
  if (inline !== undefined) return inline;
  const name =
    /\bwhere\s*:\s*(\w+)/.exec(call)?.[1] ?? (/\bwhere\b/.test(call) ? "where" : undefined);
  if (name === undefined) return "";
  return new RegExp(`\\bconst ${name}\\b[^=]*=\\s*([\\s\\S]{0,300})`).exec(code)?.[1] ?? "";
}

function checkMany(file: SourceFile): Fault[] {
  const code = codeOf(file);
  return [...code.matchAll(/\.\s*(deleteMany|updateMany|updateManyAndReturn)\s*\(/g)]
    .filter((match) => {
      const call = argumentsAt(code, match.index + match[0].length - 1);
      const condition = conditionOf(code, call).split("data:")[0] ?? "";
      return !key.test(condition) && !key.test(spreads(code, condition));
    })
    .map((match) => ({
      path: file.path,
      line: lineOf(file.text, match.index),
      what: `${match[1]} without an id or a tenant key in its condition`,
    }));
}

export const manyRows: HouseRule = {
  name: "A-07 deleteMany and updateMany name an id or a tenant",
  check: (files) =>
    files.filter((file) => isCode(file) && !file.path.startsWith("tests/")).flatMap(checkMany),
  planted: [
    { "lib/features/funds/commands.ts": "tx.fund.deleteMany()" },
    { "lib/features/funds/commands.ts": "tx.fund.deleteMany({ where: {} })" },
    { "lib/features/funds/commands.ts": "tx.fund.updateMany({ data: { allianceId } })" },
    {
      "lib/features/funds/commands.ts":
        "tx.fund.updateMany({ where: { state }, data: { id } })".replace(", data: { id }", ""),
    },
    { "lib/features/funds/commands.ts": "const where = { state };\ntx.fund.deleteMany({ where })" },
  ],
  fine: [
    {
      "lib/features/funds/commands.ts":
        "f(given: { purpose: string; userId: string }) { tx.a.updateMany({ where: { ...given } }) }",
    },
    { "lib/features/funds/commands.ts": "tx.fund.updateMany({ where: { id, allianceId }, data })" },
    {
      "lib/features/funds/commands.ts":
        "const where = { allianceId: a };\ntx.fund.deleteMany({ where })",
    },
  ],
};
