import { reachOf } from "@/lib/features/access/policy";
import { agreementsCounted } from "@/lib/features/agreements/queries/list";
import { listAgreementsInput } from "@/lib/features/agreements/schema";
import { callsCounted } from "@/lib/features/calls/queries/list";
import { listCallsInput } from "@/lib/features/calls/schema/view";
import { collegesCounted } from "@/lib/features/colleges/queries/list";
import { listCollegesInput } from "@/lib/features/colleges/schema/colleges";
import { meetingsCounted } from "@/lib/features/meetings/queries/list-meetings";
import { listMeetingsInput } from "@/lib/features/meetings/schema/record";
import { membersByKind, membersCounted } from "@/lib/features/memberships/queries/register";
import { listMembersInput } from "@/lib/features/memberships/schema/register";
import {
  type CountSource,
  memberMetrics,
  type RegisteredMetric,
} from "@/lib/features/metrics/types";
import { platformsCounted } from "@/lib/features/platforms/queries/list";
import { listPlatformsInput } from "@/lib/features/platforms/schema/platforms";
import { projectsCounted } from "@/lib/features/projects/queries/list";
import { listProjectsSchema } from "@/lib/features/projects/schema/projects";
import { resolutionsCounted } from "@/lib/features/resolutions/queries/list";
import { listResolutionsInput } from "@/lib/features/resolutions/schema";
import { tasksCounted } from "@/lib/features/tasks/queries/list";
import { listTasksInput } from "@/lib/features/tasks/schema";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";

type Search = Readonly<Record<string, string>>;
type Counted = (scope: TenantScope, search: Search) => Prisma.Sql;

/**
 * Each number is the total of its list with the list's own conditions: what the list hides from a reader the number does
 * not count, and the two cannot drift apart.
 */
const counted: Record<CountSource, Counted> = {
  members: (scope, search) => membersCounted(scope, listMembersInput.parse(search)),
  meetings: (scope, search) => meetingsCounted(scope, listMeetingsInput.parse(search)),
  resolutions: (scope, search) => resolutionsCounted(scope, listResolutionsInput.parse(search)),
  tasks: (scope, search) => tasksCounted(scope, listTasksInput.parse(search)),
  projects: (scope, search) => projectsCounted(scope, listProjectsSchema.parse(search)),
  agreements: (scope, search) => agreementsCounted(scope, listAgreementsInput.parse(search)),
  colleges: (scope, search) => collegesCounted(scope, listCollegesInput.parse(search)),
  platforms: (scope, search) => platformsCounted(scope, listPlatformsInput.parse(search)),
  calls: (scope, search) => callsCounted(scope, listCallsInput.parse(search)),
};

export type CountRow = { code: string; year: number | null; count: number };

type Asked = { metric: RegisteredMetric; search: Search };

const isOfOneKind = ({ metric }: Pick<Asked, "metric">): boolean =>
  memberMetrics.includes(metric) && metric.filter.kind !== undefined;

/**
 * Members of several kinds, with otherwise the same search, are counted in one walk: each kind alone would go through the
 * whole register.
 */
function kindParts(scope: TenantScope, asked: readonly Asked[]): Prisma.Sql[] {
  const alike = Map.groupBy(asked, ({ search: { kind, ...rest } }) => JSON.stringify(rest));
  return [...alike.values()].map((ones) => {
    const codes = ones.map(({ metric }) => metric.code);
    const kinds = ones.map(({ search }) => search.kind);
    const input = listMembersInput.parse(ones[0]?.search);
    return Prisma.sql`SELECT a.code, NULL::int AS year, coalesce(k.count, 0) AS count
      FROM unnest(${codes}::text[], ${kinds}::text[]) AS a(code, kind)
      LEFT JOIN (${membersByKind(scope, input)}) k ON k.kind = a.kind`;
  });
}

/** Reads numbers of all lists together, in one statement; those that the reader has no right to are left out. */
export async function readCounts(
  db: Db,
  scope: TenantScope,
  asked: readonly Asked[],
): Promise<CountRow[]> {
  const allowed = asked.flatMap(({ metric, search }) => {
    const reach = reachOf(metric.action, scope.actor.roles, scope.alliance.id);
    return reach ? [{ metric, search, reach }] : [];
  });
  const parts = [
    ...kindParts(scope, allowed.filter(isOfOneKind)),
    ...allowed.flatMap(({ metric, search, reach }) => {
      const count = counted[metric.source as CountSource];
      if (!count || isOfOneKind({ metric })) return [];
      return [
        Prisma.sql`SELECT ${metric.code}::text AS code, x.year, x.count FROM (${count({ ...scope, reach }, search)}) x`,
      ];
    }),
  ];
  if (parts.length === 0) return [];
  return db.$queryRaw<CountRow[]>`${Prisma.join(parts, " UNION ALL ")}`;
}
