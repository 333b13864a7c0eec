import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { CorrectionMark, correctionMarksSchema } from "../schema";

type Filter = {
  metricCodes?: readonly string[] | undefined;
  years?: { from: number; to: number } | undefined;
  /** Only of figures that everybody reads. */
  publishedOnly?: boolean | undefined;
  /** Of records that were this member's, or became so. */
  organizationId?: string | undefined;
  /** Of records of members of this kind. */
  kind?: string | undefined;
};

/** The statement of the marks, for those who read it together with something else. */
export function marksStatement(
  allianceId: string,
  { metricCodes, years, publishedOnly = false, organizationId, kind }: Filter,
): Prisma.Sql {
  const codes = metricCodes ? [...metricCodes] : null;
  return Prisma.sql`
    SELECT DISTINCT p.metric_code AS "metricCode", p.year, c.id AS "caseId", c.number,
      ${instantText(Prisma.sql`c.decided_at`)} AS "appliedAt"
    FROM correction_cases c
    JOIN outcome_versions v ON v.alliance_id = c.alliance_id AND v.case_id = c.id
    CROSS JOIN LATERAL (SELECT v.metric_code, v.year, v.organization_id UNION
      SELECT coalesce(c.new_metric_code, v.metric_code), coalesce(c.new_year, v.year),
        coalesce(c.new_organization_id, v.organization_id) WHERE NOT c.withdraws) p
    WHERE c.alliance_id = ${allianceId}::uuid AND c.state = 'applied'
      AND (${codes}::text[] IS NULL OR p.metric_code = ANY(${codes}::text[]))
      AND (${years?.from ?? null}::int IS NULL OR p.year >= ${years?.from ?? null}::int)
      AND (${years?.to ?? null}::int IS NULL OR p.year <= ${years?.to ?? null}::int)
      AND (${organizationId ?? null}::uuid IS NULL OR p.organization_id = ${organizationId ?? null}::uuid)
      AND (${kind ?? null}::text IS NULL OR p.organization_id IN (
        SELECT o.id FROM organizations o WHERE o.kind::text = ${kind ?? null}::text))
      AND (NOT ${publishedOnly} OR v.state = 'published')
    ORDER BY 1, 2, c.number`;
}

/**
 * The corrections behind each metric and year: where the record counted before, and where it counts since. One statement,
 * for the small marks beside the points of a chart.
 */
export const correctionMarks = (
  db: Db,
  allianceId: string,
  filter: Filter,
): Promise<CorrectionMark[]> =>
  db.$queryRaw<CorrectionMark[]>`${marksStatement(allianceId, filter)}`;

/** The same, for a reader: visitors learn of published figures only. */
export async function listMarks(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof correctionMarksSchema>,
): Promise<{ items: CorrectionMark[] }> {
  const items = await correctionMarks(db, scope.alliance.id, {
    metricCodes: input.metric ? [input.metric] : undefined,
    years: input.from || input.to ? { from: input.from ?? 1980, to: input.to ?? 2100 } : undefined,
    publishedOnly: !scope.reach.whole,
  });
  return { items };
}
