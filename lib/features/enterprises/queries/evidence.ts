import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { Evidence } from "../schema";
import { mostEvidence } from "../types";

/** One line per paper. What is only promised, only entered or not verified is no evidence and is not here. */
const papers = (scope: TenantScope, organizationId: string) => Prisma.sql`
  SELECT 'agreement' AS kind, a.id, a.signed_on AS day, a.title,
    CASE WHEN a.code_number IS NOT NULL THEN a.code_year || '-' || lpad(a.code_number::text, 3, '0') END AS paper,
    NULL::numeric AS amount, NULL::int AS people
  FROM agreement_parties y JOIN agreements a ON a.alliance_id = y.alliance_id AND a.id = y.agreement_id
  WHERE y.alliance_id = ${scope.alliance.id}::uuid AND y.organization_id = ${organizationId}::uuid
    AND a.signed_on IS NOT NULL AND a.state IN ('in_force', 'renewed', 'ended')
  UNION ALL
  SELECT 'promise', c.project_id, c.promised_on, p.title, c.proof, c.amount, NULL
  FROM fund_commitments c JOIN projects p ON p.alliance_id = c.alliance_id AND p.id = c.project_id
  WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.organization_id = ${organizationId}::uuid AND c.state = 'confirmed'
  UNION ALL
  SELECT CASE e.kind WHEN 'cash' THEN 'receipt' ELSE 'delivery' END, e.project_id, e.happened_on, p.title, e.voucher_no, e.amount, NULL
  FROM fund_entries e JOIN projects p ON p.alliance_id = e.alliance_id AND p.id = e.project_id
  WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.organization_id = ${organizationId}::uuid
    AND entry_side(e.flow, e.state) = 'received'
  UNION ALL
  SELECT 'class', c.id, make_date(y.academic_year, 9, 1), c.name, NULL, NULL, y.current
  FROM training_class_partners x
  JOIN training_classes c ON c.alliance_id = x.alliance_id AND c.id = x.class_id
  JOIN training_class_years y ON y.alliance_id = c.alliance_id AND y.class_id = c.id
  WHERE x.alliance_id = ${scope.alliance.id}::uuid AND x.organization_id = ${organizationId}::uuid
  UNION ALL
  SELECT 'hires', t.id, (m.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, o.name, NULL, NULL, m.hired
  FROM talent_matches m JOIN talent_demands t ON t.alliance_id = m.alliance_id AND t.id = m.demand_id
  JOIN occupations o ON o.alliance_id = t.alliance_id AND o.id = t.occupation_id
  WHERE t.alliance_id = ${scope.alliance.id}::uuid AND t.organization_id = ${organizationId}::uuid AND m.state = 'result' AND m.hired > 0
  UNION ALL
  SELECT 'call', k.id, coalesce((k.accepted_at AT TIME ZONE ${scope.alliance.timeZone})::date, k.contract_on), k.title, k.contract_no,
    k.contract_amount, NULL
  FROM calls k
  WHERE k.alliance_id = ${scope.alliance.id}::uuid AND k.poster_id = ${organizationId}::uuid AND k.state IN ('accepted', 'archived')
  UNION ALL
  SELECT 'outcome', r.id, r.occurred_on, r.title, r.natural_key, NULL, NULL
  FROM outcome_records r
  WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.organization_id = ${organizationId}::uuid AND r.state IN ('verified', 'published')
  UNION ALL
  SELECT 'certificate', c.id, (c.sealed_at AT TIME ZONE ${scope.alliance.timeZone})::date, c.year || ' · ' || coalesce(p.title, s.name, o.name),
    c.signatory, coalesce(c.output_increase, 0) + coalesce(c.taxes, 0) + coalesce(c.savings, 0), NULL
  FROM benefit_certificates c JOIN organizations o ON o.id = c.enterprise_id LEFT JOIN organizations s ON s.id = c.claimant_id
  LEFT JOIN projects p ON p.alliance_id = c.alliance_id AND p.id = c.project_id
  WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.enterprise_id = ${organizationId}::uuid AND c.state = 'sealed'`;

export async function evidenceOf(
  db: Db,
  scope: TenantScope,
  { organizationId, year }: { organizationId: string; year: number | undefined },
): Promise<{ evidence: Evidence[]; count: number; years: number[] }> {
  const all = papers(scope, organizationId);
  const of = year === undefined ? Prisma.sql`true` : Prisma.sql`extract(year FROM day) = ${year}`;
  const [evidence, years] = await Promise.all([
    db.$queryRaw<Evidence[]>`
      SELECT kind, id, day::text AS "on", title, paper, amount::text AS amount, people
      FROM (${all}) papers WHERE ${of} ORDER BY day DESC, kind, id, paper LIMIT ${mostEvidence}`,
    db.$queryRaw<{ year: number; count: number }[]>`
      SELECT extract(year FROM day)::int AS year, count(*)::int AS count FROM (${all}) papers GROUP BY 1 ORDER BY 1 DESC`,
  ]);
  const counted = years.filter((one) => year === undefined || one.year === year);
  return {
    evidence,
    count: counted.reduce((sum, one) => sum + one.count, 0),
    years: years.map((one) => one.year),
  };
}
