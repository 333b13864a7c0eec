import { bySql } from "./check";

/** What was put in force by two people or by a resolution, and superseded by a number of the same thing. */
export const targets = bySql(
  "I-17",
  "targets stand by two people or a resolution, one at a time, and are superseded by one of the same thing",
  `SELECT t.id AS target_id, t.alliance_id, t.state::text AS state FROM metric_targets t
   LEFT JOIN metric_targets b ON b.alliance_id = t.alliance_id AND b.id = t.supersedes_id
   WHERE t.state IN ('in_force', 'superseded') AND t.resolution_id IS NULL AND (t.decided_by_id IS NULL OR t.decided_by_id = t.set_by_id)
     OR b.id IS NOT NULL AND (b.state <> 'superseded' OR b.metric_code <> t.metric_code OR b.year <> t.year
       OR b.organization_id IS DISTINCT FROM t.organization_id)`,
);
