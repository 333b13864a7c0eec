import type { SourceFile } from "../scan/files";
import { importsOf, targetOf } from "../scan/imports";
import { placeOf } from "./places";
import { type Fault, type HouseRule, isCode } from "./rule";

/** Which storey a noun lives on (docs/house.md). */
export const storeys: Record<string, number> = {
  access: 1,
  people: 1,
  files: 1,
  alliances: 1,
  organizations: 1,
  memberships: 1,
  documents: 2,
  bodies: 2,
  interests: 2,
  resolutions: 2,
  votes: 2,
  minutes: 2,
  tasks: 2,
  elections: 2,
  meetings: 2,
  applications: 2,
  agreements: 3,
  platforms: 3,
  colleges: 3,
  programmes: 3,
  classes: 3,
  talent: 3,
  projects: 3,
  enterprises: 3,
  certificates: 3,
  funds: 3,
  calls: 3,
  outcomes: 4,
  metrics: 4,
  evaluations: 4,
  verification: 4,
  corrections: 4,
  indicators: 4,
  reporting: 4,
  dashboards: 4,
  subscriptions: 4,
  alerts: 4,
  targets: 4,
  regions: 4,
  homes: 4,
  reports: 4,
  audit: 4,
};

type Stair = { from: string; to: string; path: string; line: number };

function stairsOf(files: readonly SourceFile[]): Stair[] {
  return files.filter(isCode).flatMap((file) => {
    const from = placeOf(file.path);
    if (from.room !== "feature") return [];
    return importsOf(file).flatMap((imp) => {
      const to = placeOf(targetOf(file.path, imp.specifier) ?? "");
      return to.room === "feature" && to.noun !== from.noun
        ? [{ from: from.noun, to: to.noun, path: file.path, line: imp.line }]
        : [];
    });
  });
}

/** Can `to` be reached from `from`, over the nouns' imports? */
function reaches(stairs: readonly Stair[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let noun = open.pop(); noun !== undefined; noun = open.pop()) {
    if (noun === to) return true;
    if (seen.has(noun)) continue;
    seen.add(noun);
    open.push(...stairs.filter((stair) => stair.from === noun).map((stair) => stair.to));
  }
  return false;
}

function check(files: readonly SourceFile[]): Fault[] {
  const stairs = stairsOf(files);
  const unknown = files
    .map((file) => ({ file, place: placeOf(file.path) }))
    .flatMap(({ file, place }) =>
      place.room === "feature" && !(place.noun in storeys)
        ? [{ path: file.path, line: 1, what: `${place.noun} has no storey` }]
        : [],
    );
  const upward = stairs
    .filter(({ from, to }) => (storeys[to] ?? 9) > (storeys[from] ?? 0))
    .map(({ from, to, path, line }) => ({
      path,
      line,
      what: `${from} may not know ${to} above it`,
    }));
  const circular = stairs
    .filter(({ from, to }) => storeys[to] === storeys[from] && reaches(stairs, to, from))
    .map(({ from, to, path, line }) => ({ path, line, what: `${from} and ${to} know each other` }));
  return [...unknown, ...upward, ...circular];
}

export const storeyOrder: HouseRule = {
  name: "a feature knows its own storey without circles, and lower ones",
  check,
  planted: [
    { "lib/features/files/queries.ts": 'import { x } from "@/lib/features/funds/rules";' },
    { "lib/features/bodies/rules.ts": 'import type { X } from "@/lib/features/projects/types";' },
    {
      "lib/features/projects/queries.ts": 'import { x } from "@/lib/features/funds/queries";',
      "lib/features/funds/rules.ts": 'import { y } from "../projects/rules";',
    },
    {
      "lib/features/bodies/rules.ts": 'import { x } from "../meetings/rules";',
      "lib/features/meetings/rules.ts": 'import { x } from "../applications/rules";',
      "lib/features/applications/rules.ts": 'import { x } from "../bodies/types";',
    },
    { "lib/features/gadgets/types.ts": "export type A = 1;" },
  ],
  fine: [
    {
      "lib/features/funds/queries.ts": 'import { x } from "@/lib/features/projects/queries";',
      "lib/features/projects/queries.ts": 'import { y } from "@/lib/features/access/policy";',
    },
  ],
};
