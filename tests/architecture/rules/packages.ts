import type { SourceFile } from "../scan/files";
import { importsOf, targetOf } from "../scan/imports";
import { type Fault, type HouseRule, isCode, isTest } from "./rule";

/** Packages that are at home in some rooms only. Everything else may be used where it is needed. */
const homes: [name: RegExp, home: RegExp, what: string][] = [
  [
    /^pg$/,
    /^(lib\/platform|scripts|prisma\/seed)\//,
    "statements go through the handle that is given",
  ],
  [
    /^@prisma\//,
    /^(lib\/platform|scripts|prisma\/seed)\/|^prisma\.config\.ts$/,
    "the client is made in one place",
  ],
  [/^next\/headers$/, /^(app|lib\/platform\/auth|lib\/i18n)\//, "the request belongs to the doors"],
  [
    /^next(\/|$)|^react(-dom)?(\/|$)/,
    /^(app|components|lib\/platform|lib\/i18n)\/|^(next\.config|instrumentation|proxy)\.ts$/,
    "a feature knows neither Next nor React",
  ],
  [
    /^next-auth/,
    /^(lib\/platform\/auth|app\/api\/auth)\//,
    "signing in is the platform's business",
  ],
  [/^@aws-sdk\//, /^lib\/platform\/files\//, "one room keeps the files"],
  [/^recharts$/, /^components\/charts\//, "charts are drawn in one room"],
  [
    /^(@playwright\/test|vitest|fast-check|@axe-core\/.*|autocannon|oidc-provider|@20minutes\/s3rver)$/,
    /^(tests|scripts)\/|^(vitest|playwright)\.config\.ts$/,
    "a tool of tests",
  ],
  [
    /^node:/,
    /^(lib\/platform|scripts|prisma|app\/api)\/|^[\w.]+\.ts$|^lib\/features\/\w+\/(commands|queries)(\/|\.)/,
    "pure files and screens know no machine",
  ],
];

const check = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter((file) => isCode(file) && !isTest(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((imp) => !imp.typeOnly && targetOf(file.path, imp.specifier) === undefined)
        .flatMap((imp) =>
          homes
            .filter(([name, home]) => name.test(imp.specifier) && !home.test(file.path))
            .map(([, , what]) => ({
              path: file.path,
              line: imp.line,
              what: `${imp.specifier} is not at home here: ${what}`,
            })),
        ),
    );

export const packageHomes: HouseRule = {
  name: "packages stay in their rooms",
  check,
  planted: [
    { "lib/features/funds/queries.ts": 'import pg from "pg";' },
    { "lib/features/funds/queries.ts": 'import { cookies } from "next/headers";' },
    { "lib/features/funds/rules.ts": 'import { cache } from "react";' },
    { "lib/features/funds/rules.ts": 'import { createHash } from "node:crypto";' },
    { "lib/kernel/money.ts": 'import { readFileSync } from "node:fs";' },
    { "components/funds/chart.tsx": 'import { BarChart } from "recharts";' },
    { "components/ui/a.tsx": 'import fc from "fast-check";' },
    { "app/page.tsx": 'import { PrismaPg } from "@prisma/adapter-pg";' },
    { "app/page.tsx": 'import { auth } from "next-auth";' },
    { "lib/platform/backup/write.ts": 'import { S3Client } from "@aws-sdk/client-s3";' },
  ],
  fine: [
    { "lib/platform/db/client.ts": 'import { Pool } from "pg";' },
    { "components/ui/a.tsx": 'import { useState } from "react";' },
    { "lib/features/funds/rules.test.ts": 'import { test } from "vitest";' },
    { "lib/features/funds/types.ts": 'import type { ReactNode } from "react";' },
  ],
};
