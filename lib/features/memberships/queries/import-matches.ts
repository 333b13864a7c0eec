import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";

/** An organization of the register that a row may mean. */
export type Candidate = {
  id: string;
  name: string;
  kind: string;
  status: string;
  creditCode: string | null;
  /** The folded name by which it was found; null where the code was enough. */
  folded: string | null;
  official: boolean;
};

/** Everybody on the register who has one of these codes or is, or was, called by one of these names. */
export const readCandidates = (db: Db, codes: readonly string[], folded: readonly string[]) =>
  db.$queryRaw<Candidate[]>`
    SELECT o.id, o.name, o.kind::text AS kind, o.status::text AS status, o.credit_code AS "creditCode",
      NULL AS folded, true AS official
    FROM organizations o WHERE o.credit_code = ANY(${codes}::text[])
    UNION ALL
    SELECT o.id, o.name, o.kind::text, o.status::text, o.credit_code, lower(normalize(o.name, NFKC)), true
    FROM organizations o
    WHERE o.status <> 'merged' AND lower(normalize(o.name, NFKC)) = ANY(${folded}::text[])
    UNION ALL
    SELECT o.id, o.name, o.kind::text, o.status::text, o.credit_code, lower(normalize(n.name, NFKC)), false
    FROM organization_names n JOIN organizations o ON o.id = n.organization_id
    WHERE o.status <> 'merged' AND n.kind <> 'official' AND lower(normalize(n.name, NFKC)) = ANY(${folded}::text[])
    ORDER BY official DESC, name, id`;

export type Standing = {
  organizationId: string;
  position: string;
  from: string;
  to: string | null;
};

/** Periods of these organizations in this alliance. */
export const readStandings = (db: Db, scope: TenantScope, ids: readonly string[]) =>
  db.$queryRaw<Standing[]>`
    SELECT m.organization_id AS "organizationId", p.position::text AS position, p.valid_from::text AS "from",
      p.valid_to::text AS "to"
    FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ANY(${ids}::uuid[])
    ORDER BY p.valid_from DESC`;

/** The alliance's own words for positions, which its own files use. */
export const readPositionWords = (db: Db, allianceId: string) =>
  db.positionLabel.findMany({
    where: { allianceId },
    select: { position: true, zh: true, en: true },
  });
