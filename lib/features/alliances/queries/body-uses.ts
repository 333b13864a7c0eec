import type { Db } from "@/lib/platform/db/transaction";

/** What hangs on a body. @returns null while nothing does */
export async function usesOf(db: Db, bodyId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ uses: string | null }[]>`
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM governance_bodies WHERE parent_id = ${bodyId}::uuid) THEN 'children'
      WHEN EXISTS (SELECT 1 FROM meetings WHERE body_id = ${bodyId}::uuid) THEN 'meetings'
      WHEN EXISTS (SELECT 1 FROM seats WHERE body_id = ${bodyId}::uuid) THEN 'seats'
      WHEN EXISTS (SELECT 1 FROM terms WHERE body_id = ${bodyId}::uuid) THEN 'terms'
      WHEN EXISTS (SELECT 1 FROM rule_sets WHERE body_id = ${bodyId}::uuid) THEN 'rules'
      WHEN EXISTS (SELECT 1 FROM rule_drafts WHERE body_id = ${bodyId}::uuid) THEN 'rules'
      WHEN EXISTS (SELECT 1 FROM agenda_proposals WHERE body_id = ${bodyId}::uuid) THEN 'proposals'
      WHEN EXISTS (SELECT 1 FROM operating_entities WHERE body_id = ${bodyId}::uuid) THEN 'entity'
      WHEN EXISTS (SELECT 1 FROM delegated_powers WHERE grantee_id = ${bodyId}::uuid) THEN 'powers' END AS uses`;
  return row?.uses ?? null;
}
