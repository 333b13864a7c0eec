import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { internalViewIn, seesWholeRegister } from "../policy";
import { creditCodePrefix, searchPatterns } from "../rules/search-query";
import type { lookupInput, lookupOutput } from "../schema/organizations";

/** A list to choose from, not to leaf through: who does not find it types one more character. */
const MOST = 12;

type Row = {
  id: string;
  name: string;
  kind: z.output<typeof lookupOutput>["items"][number]["kind"];
  creditCode: string | null;
  alsoKnownAs: string | null;
  member: boolean;
};

/**
 * Organizations for a search box, members of this alliance first, then names that begin with what was typed. Beyond the
 * members only those see who keep the register.
 */
export async function lookupOrganizations(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof lookupInput>,
): Promise<z.input<typeof lookupOutput>> {
  const patterns = searchPatterns(input.q);
  const wholeRegister = seesWholeRegister(scope.actor.roles, scope.alliance.id);
  // Others could find out a hidden code digit by digit (A-12).
  const code = wholeRegister ? creditCodePrefix(input.q) : undefined;
  if (patterns.length === 0 && !input.membersOnly) return { items: [] };
  const membersOnly = input.membersOnly || !wholeRegister;
  const kinds = input.kinds ?? null;
  const begin = `${patterns[0]?.replace(/^% ?/, "") ?? ""}`;
  const rows = await db.$queryRaw<Row[]>`
    WITH members AS (
      SELECT m.organization_id FROM membership_periods p JOIN memberships m ON m.id = p.membership_id
      WHERE p.alliance_id = ${scope.alliance.id}::uuid
        AND p.valid_from <= ${scope.today}::date AND coalesce(p.valid_to, 'infinity') >= ${scope.today}::date
    )
    SELECT o.id, o.name, o.kind::text AS kind, o.credit_code AS "creditCode",
      (o.id IN (SELECT organization_id FROM members)) AS member,
      (SELECT n.name FROM organization_names n
       WHERE n.organization_id = o.id AND n.kind <> 'official' AND position(lower(${input.q.trim()}) IN lower(n.name)) > 0
         AND position(lower(${input.q.trim()}) IN lower(o.name)) = 0 LIMIT 1) AS "alsoKnownAs"
    FROM organizations o
    WHERE o.status <> 'merged'
      AND (o.search_text LIKE ALL (${patterns}::text[]) OR o.credit_code LIKE ${code ? `${code}%` : null}::text)
      AND (NOT ${membersOnly} OR o.id IN (SELECT organization_id FROM members))
      AND (${kinds}::text[] IS NULL OR o.kind::text = ANY(${kinds}::text[]))
    ORDER BY member DESC, lower(o.name) LIKE ${begin} DESC, o.pinyin LIKE ${begin} DESC, length(o.name), o.pinyin, o.id
    LIMIT ${MOST}`;
  return {
    items: rows.map((row) => ({
      ...row,
      creditCode: mayKnowCode(scope, row.id) ? row.creditCode : null,
    })),
  };
}

const mayKnowCode = (scope: TenantScope, organizationId: string): boolean =>
  internalViewIn(scope.actor.roles, scope.alliance.id, organizationId) !== "none";
