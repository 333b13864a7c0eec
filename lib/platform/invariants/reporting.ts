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

export const reportHands = bySql(
  "I-15",
  "a report is submitted, verified and approved by three persons, and approved cycles have nothing open below them",
  `SELECT id AS obligation_id, alliance_id, state::text AS state FROM obligations
   WHERE verified_by_id = submitted_by_id OR approved_by_id = verified_by_id OR approved_by_id = submitted_by_id
   UNION ALL
   SELECT o.id, o.alliance_id, o.state::text FROM reporting_cycles c
   JOIN obligations o ON o.alliance_id = c.alliance_id AND o.cycle_id = c.id
   WHERE c.approved_at IS NOT NULL AND o.state <> 'approved' AND o.exempt_reason IS NULL AND o.ended_on IS NULL`,
);

export const reportVersions = bySql(
  "I-16",
  "every reported value has all of its versions, and the last of them is what stands there",
  `SELECT v.id AS value_id, v.alliance_id, v.version, h.versions FROM report_values v
   CROSS JOIN LATERAL (SELECT count(*)::int AS versions, max(version) AS newest FROM report_value_versions h WHERE h.value_id = v.id) h
   WHERE h.versions <> v.version OR h.newest <> v.version OR NOT EXISTS (
     SELECT 1 FROM report_value_versions n WHERE n.value_id = v.id AND n.version = v.version
       AND (n.answer, n.amount, n.denominator, n.text) IS NOT DISTINCT FROM (v.answer, v.amount, v.denominator, v.text))`,
);
