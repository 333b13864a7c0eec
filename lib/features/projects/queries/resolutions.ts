import type { Db } from "@/lib/platform/db/transaction";

type Row = { id: string; label: string; bodyKind: string };

/**
 * Resolutions about a project that can still decide something: carried (the database knows no other), in force, and used
 * for no decision, change or milestone yet. One of them where `id` names it.
 */
export const resolutionsFor = (
  db: Db,
  allianceId: string,
  projectId: string,
  id: string | null = null,
): Promise<Row[]> => db.$queryRaw<Row[]>`
  SELECT r.id, b.name || ' ' || r.year || '-' || r.number || ' ' || r.title AS label, b.kind::text AS "bodyKind"
  FROM resolutions r JOIN motions m ON m.id = r.motion_id JOIN agenda_items i ON i.id = m.agenda_item_id
  JOIN governance_bodies b ON b.id = r.body_id
  WHERE r.alliance_id = ${allianceId}::uuid AND i.project_id = ${projectId}::uuid AND (${id}::uuid IS NULL OR r.id = ${id}::uuid)
    AND NOT EXISTS (SELECT 1 FROM resolution_events e WHERE e.resolution_id = r.id AND e.kind IN ('superseded', 'repealed'))
    AND NOT EXISTS (SELECT 1 FROM project_decisions d WHERE d.alliance_id = r.alliance_id AND d.resolution_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM project_changes c WHERE c.alliance_id = r.alliance_id AND c.resolution_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM project_milestones s WHERE s.alliance_id = r.alliance_id AND s.resolution_id = r.id)
  ORDER BY r.adopted_on DESC, r.id LIMIT 20`;
