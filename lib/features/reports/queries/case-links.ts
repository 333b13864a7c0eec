import { mayReadClasses } from "@/lib/features/classes/policy";
import { visible as seenColleges } from "@/lib/features/colleges/queries/list";
import { visible as seenProjects } from "@/lib/features/projects/queries/list";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { CaseLinkKind } from "../types";

/** What a form names. */
export type Subjects = Partial<Record<`${CaseLinkKind}Id`, string | undefined>>;

type Subject = { kind: CaseLinkKind; id: string; name: string };
type Link = Subject & { linkId: string; caseId: string; frozen: boolean };

const all = Prisma.sql`true`;

/** What the reader may know of among these, as `kind, id, name`: a hidden project is not told of by a case either. */
function subjects(
  scope: TenantScope,
  of: { project: Prisma.Sql; college: Prisma.Sql; platform: Prisma.Sql; class: Prisma.Sql },
): Prisma.Sql {
  const tenant = scope.alliance.id;
  return Prisma.sql`
    SELECT 'project' AS kind, p.id, p.title AS name FROM projects p
      WHERE p.alliance_id = ${tenant}::uuid AND p.id = ${of.project} AND ${seenProjects(scope) ?? all}
    UNION ALL SELECT 'college', c.id, c.name FROM colleges c
      WHERE c.alliance_id = ${tenant}::uuid AND c.id = ${of.college} AND ${seenColleges(scope) ?? all}
    UNION ALL SELECT 'platform', f.id, f.name FROM platforms f
      WHERE f.alliance_id = ${tenant}::uuid AND f.id = ${of.platform}
    UNION ALL SELECT 'class', t.id, t.name FROM training_classes t
      WHERE t.alliance_id = ${tenant}::uuid AND t.id = ${of.class} AND ${mayReadClasses(scope)}`;
}

const given = (id: string | undefined) => Prisma.sql`${id ?? null}::uuid`;

/** What was named and the writer may know of. */
export const knownSubjects = (db: Db, scope: TenantScope, named: Subjects): Promise<Subject[]> =>
  db.$queryRaw<Subject[]>(
    subjects(scope, {
      project: given(named.projectId),
      college: given(named.collegeId),
      platform: given(named.platformId),
      class: given(named.classId),
    }),
  );

/** What cases tell of, as far as the reader may know of it; by the name that the edition froze. */
export async function linksOf(
  db: Db,
  scope: TenantScope,
  caseIds: readonly string[],
): Promise<Link[]> {
  if (caseIds.length === 0) return [];
  return db.$queryRaw<Link[]>`
    SELECT l.id AS "linkId", l.case_id AS "caseId", s.kind, s.id, coalesce(l.name, s.name) AS name,
      l.frozen_at IS NOT NULL AS frozen
    FROM typical_case_links l JOIN LATERAL (${subjects(scope, {
      project: Prisma.sql`l.project_id`,
      college: Prisma.sql`l.college_id`,
      platform: Prisma.sql`l.platform_id`,
      class: Prisma.sql`l.class_id`,
    })}) s ON TRUE
    WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.case_id = ANY(${[...caseIds]}::uuid[])
    ORDER BY l.case_id, array_position(ARRAY['project', 'college', 'platform', 'class'], s.kind), s.name, s.id`;
}
