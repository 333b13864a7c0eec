import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { subjectKinds } from "../types";

type Kind = (typeof subjectKinds)[number];
type Subject = {
  keyId: string;
  name: string;
  organizationId: string | null;
  collegeId: string | null;
};

const members = (tx: Tx, scope: TenantScope, ids: readonly string[]) =>
  tx.$queryRaw<Subject[]>`
    SELECT o.id AS "keyId", o.name, o.id AS "organizationId", NULL AS "collegeId"
    FROM memberships m JOIN organizations o ON o.id = m.organization_id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND (cardinality(${[...ids]}::uuid[]) = 0 OR o.id = ANY(${[...ids]}::uuid[]))
      AND EXISTS (SELECT 1 FROM membership_periods p WHERE p.membership_id = m.id
        AND daterange(p.valid_from, p.valid_to, '[]') @> ${scope.today}::date)`;

const colleges = (tx: Tx, scope: TenantScope, ids: readonly string[]) =>
  tx.$queryRaw<Subject[]>`
    SELECT c.id AS "keyId", c.name, c.school_id AS "organizationId", c.id AS "collegeId" FROM colleges c
    WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.state NOT IN ('proposed', 'feasibility', 'closed')
      AND (cardinality(${[...ids]}::uuid[]) = 0 OR c.id = ANY(${[...ids]}::uuid[]))`;

/** Who is evaluated: those named, or all there are. @throws AppError not-found: one that is none of them */
export async function subjectsFor(
  tx: Tx,
  scope: TenantScope,
  kind: Kind,
  ids: readonly string[],
): Promise<Subject[]> {
  if (kind === "alliance") {
    const { id, name } = scope.alliance;
    return [{ keyId: id, name, organizationId: null, collegeId: null }];
  }
  const wanted = [...new Set(ids)];
  const found = await (kind === "member" ? members : colleges)(tx, scope, wanted);
  return wanted.length > 0 && found.length !== wanted.length ? notFound() : found;
}
