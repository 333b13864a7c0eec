import { bySql } from "./check";

export const indicatorWeights = bySql(
  "I-17",
  "weights of brothers and sisters in a set in force make the whole, or there are none",
  `SELECT i.alliance_id, i.set_id, i.parent_id, sum(i.weight)::int AS weight, count(*)::int AS siblings
   FROM indicators i JOIN indicator_sets s ON s.alliance_id = i.alliance_id AND s.id = i.set_id
   WHERE s.state <> 'draft' GROUP BY 1, 2, 3
   HAVING count(i.weight) > 0 AND (sum(i.weight) <> 10000 OR count(i.weight) < count(*))`,
);

export const indicatorVersions = bySql(
  "I-24",
  "versions of an indicator set are consecutive from 1, and begin one after the other",
  `SELECT alliance_id, code, count(*)::int AS versions, max(edition) AS highest FROM indicator_sets GROUP BY 1, 2
   HAVING count(*) <> max(edition)
   UNION ALL
   SELECT a.alliance_id, a.code, a.edition, b.edition FROM indicator_sets a JOIN indicator_sets b
     ON b.alliance_id = a.alliance_id AND b.code = a.code AND b.edition = a.edition + 1 AND b.valid_from <= a.valid_from`,
);
