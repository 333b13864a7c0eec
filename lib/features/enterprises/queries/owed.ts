import { addDays, type Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { Owed } from "../schema";
import { daysAhead } from "../types";

/**
 * Everything that waits for one enterprise, soonest first: partners that it has not answered, promises that are due and
 * not received or that an accepted milestone has released (paid from the oldest on; what a milestone holds back is not due,
 * as in the ageing), problems that wait for its word, lists and demands to confirm again, figures sent back. Each line is a row
 * of the record itself; nothing is kept for this page.
 */
export async function owedBy(db: Db, scope: TenantScope, organizationId: string): Promise<Owed[]> {
  const alliance = scope.alliance.id;
  const until: Day = addDays(scope.today, daysAhead);
  return db.$queryRaw<Owed[]>`
    WITH mine AS (
      SELECT 'answer_project' AS kind, p.id, p.title, (p.state_since AT TIME ZONE ${scope.alliance.timeZone})::date AS day, NULL::numeric AS amount
      FROM project_parties x JOIN projects p ON p.alliance_id = x.alliance_id AND p.id = x.project_id
      WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid
        AND x.state = 'pending' AND p.state = 'partners_confirming'
      UNION ALL
      SELECT 'supplement_project', p.id, p.title, (p.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, NULL
      FROM projects p
      WHERE p.alliance_id = ${alliance}::uuid AND p.lead_id = ${organizationId}::uuid AND p.state = 'supplement'
      UNION ALL
      SELECT 'promise', d.project_id, p.title, min(d.due_on), sum(d.open)
      FROM (
        SELECT c.id, c.project_id, l.due_on, l.released, least(l.amount, greatest(0, sum(l.amount) OVER (
          PARTITION BY c.id ORDER BY l.due_on, l.amount ROWS UNBOUNDED PRECEDING) - r.received)) AS open
        FROM fund_commitments c
        CROSS JOIN LATERAL (SELECT coalesce(sum(e.amount), 0) AS received FROM fund_entries e
          WHERE e.alliance_id = c.alliance_id AND e.commitment_id = c.id AND entry_side(e.flow, e.state) = 'received') r
        CROSS JOIN LATERAL (
          SELECT i.due_on, i.amount, m.id IS NOT NULL AS released FROM fund_instalments i
          LEFT JOIN project_milestones m ON m.alliance_id = i.alliance_id AND m.id = i.milestone_id
          WHERE i.alliance_id = c.alliance_id AND i.commitment_id = c.id AND (m.id IS NULL OR m.state = 'accepted')
          UNION ALL
          SELECT c.due_on, c.amount, false WHERE c.due_on IS NOT NULL AND NOT EXISTS (
            SELECT FROM fund_instalments i WHERE i.alliance_id = c.alliance_id AND i.commitment_id = c.id)
        ) l
        WHERE c.alliance_id = ${alliance}::uuid AND c.organization_id = ${organizationId}::uuid AND c.state = 'confirmed'
      ) d JOIN projects p ON p.alliance_id = ${alliance}::uuid AND p.id = d.project_id
      WHERE d.open > 0 AND (d.released OR d.due_on <= ${until}::date) GROUP BY d.id, d.project_id, p.title
      UNION ALL
      SELECT 'call', k.id, k.title, (k.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, NULL FROM calls k
      WHERE k.alliance_id = ${alliance}::uuid AND k.poster_id = ${organizationId}::uuid
        AND (k.state IN ('agreeing', 'choice', 'accepting') OR k.state = 'draft' AND k.state_reason IS NOT NULL)
      UNION ALL
      SELECT 'answer_match', t.id, o.name, (m.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, NULL
      FROM talent_matches m JOIN talent_demands t ON t.alliance_id = m.alliance_id AND t.id = m.demand_id
      JOIN occupations o ON o.alliance_id = t.alliance_id AND o.id = t.occupation_id
      JOIN talent_supplies y ON y.alliance_id = m.alliance_id AND y.id = m.supply_id
      JOIN programme_offerings f ON f.id = y.offering_id
      WHERE m.alliance_id = ${alliance}::uuid AND CASE WHEN m.state = 'suggested' THEN f.organization_id = ${organizationId}::uuid
        ELSE m.state IN ('contacted', 'agreed') AND t.organization_id = ${organizationId}::uuid END
      UNION ALL
      SELECT 'sign_college', g.id, g.name, (g.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, NULL
      FROM college_parties x JOIN colleges g ON g.alliance_id = x.alliance_id AND g.id = x.college_id
      WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid
        AND x.signed_on IS NULL AND g.state = 'feasibility'
      UNION ALL
      SELECT 'rectify_college', g.id, g.name, min(i.due_on), NULL
      FROM college_rectifications i JOIN college_reviews v ON v.alliance_id = i.alliance_id AND v.id = i.review_id
      JOIN colleges g ON g.alliance_id = v.alliance_id AND g.id = v.college_id AND g.state = 'rectifying'
      WHERE i.alliance_id = ${alliance}::uuid AND i.organization_id = ${organizationId}::uuid
        AND i.reported_on IS NULL AND i.accepted_on IS NULL GROUP BY g.id
      UNION ALL
      SELECT 'confirm_demand', t.id, o.name, t.expires_on, NULL
      FROM talent_demands t JOIN occupations o ON o.alliance_id = t.alliance_id AND o.id = t.occupation_id
      WHERE t.alliance_id = ${alliance}::uuid AND t.organization_id = ${organizationId}::uuid
        AND t.state IN ('open', 'partly_matched') AND t.expires_on <= ${until}::date
      UNION ALL
      SELECT 'confirm_list', l.id, l.title, l.expires_on, NULL FROM living_list_items l
      WHERE l.alliance_id = ${alliance}::uuid AND l.organization_id = ${organizationId}::uuid
        AND l.state = 'active' AND l.expires_on <= ${until}::date
      UNION ALL
      SELECT 'returned_figure', r.id, r.title, (r.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, NULL FROM outcome_records r
      WHERE r.alliance_id = ${alliance}::uuid AND r.organization_id = ${organizationId}::uuid AND r.state = 'returned'
      UNION ALL
      SELECT 'agreement_ends', a.id, a.title, a.valid_to, NULL
      FROM agreement_parties y JOIN agreements a ON a.alliance_id = y.alliance_id AND a.id = y.agreement_id
      WHERE y.alliance_id = ${alliance}::uuid AND y.organization_id = ${organizationId}::uuid
        AND a.state = 'in_force' AND NOT a.auto_renew AND a.valid_to <= ${until}::date
      UNION ALL
      SELECT 'seal_certificate', c.id, c.year || ' · ' || coalesce(p.title, s.name, o.name),
        (c.state_since AT TIME ZONE ${scope.alliance.timeZone})::date, coalesce(c.output_increase, 0) + coalesce(c.taxes, 0) + coalesce(c.savings, 0)
      FROM benefit_certificates c JOIN organizations o ON o.id = c.enterprise_id LEFT JOIN organizations s ON s.id = c.claimant_id
      LEFT JOIN projects p ON p.alliance_id = c.alliance_id AND p.id = c.project_id
      WHERE c.alliance_id = ${alliance}::uuid AND c.enterprise_id = ${organizationId}::uuid AND c.state = 'asked'
      UNION ALL
      SELECT 'answer_co_claim', r.id, r.title, c.due_on, NULL
      FROM outcome_co_claims c JOIN outcome_records r ON r.alliance_id = c.alliance_id AND r.id = c.record_id
      WHERE c.alliance_id = ${alliance}::uuid AND c.state = 'proposed' AND c.due_on >= ${scope.today}::date
        AND CASE WHEN c.offered THEN c.organization_id ELSE r.organization_id END = ${organizationId}::uuid
    )
    SELECT kind, id, title, day::text AS "on", amount::text AS amount,
      kind IN ('promise', 'rectify_college', 'confirm_demand', 'confirm_list', 'agreement_ends') AND coalesce(day < ${scope.today}::date, false) AS late
    FROM mine ORDER BY late DESC, day NULLS LAST, kind, id LIMIT 200`;
}
