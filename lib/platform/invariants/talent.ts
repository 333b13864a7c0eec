import { bySql } from "./check";

/** Heads that the trigger of the matches keeps, beside the same heads counted now. */
export const demandHeads = bySql(
  "I-17",
  "heads of talent demands equal their matches, and their state follows from them",
  `SELECT d.id AS demand_id, d.alliance_id, d.taken, d.hired, m.taken AS true_taken, m.hired AS true_hired, d.state::text AS state
   FROM talent_demands d
   CROSS JOIN LATERAL (SELECT coalesce(sum(match_taken(t.state, t.quantity, t.hired)), 0)::int AS taken,
     coalesce(sum(t.hired), 0)::int AS hired FROM talent_matches t
     WHERE t.alliance_id = d.alliance_id AND t.demand_id = d.id) m
   WHERE d.taken <> m.taken OR d.hired <> m.hired
     OR (d.state = 'filled') <> (d.state NOT IN ('withdrawn') AND m.hired = d.headcount)
     OR (d.state = 'partly_matched' AND m.taken = 0) OR (d.state IN ('draft', 'submitted', 'confirmed') AND m.taken > 0)`,
);

export const supplyHeads = bySql(
  "I-17",
  "graduates taken equal the matches of their supply, and never exceed them",
  `SELECT y.id AS supply_id, y.alliance_id, y.taken, y.graduates, m.taken AS true_taken
   FROM talent_supplies y
   CROSS JOIN LATERAL (SELECT coalesce(sum(match_taken(t.state, t.quantity, t.hired)), 0)::int AS taken FROM talent_matches t
     WHERE t.alliance_id = y.alliance_id AND t.supply_id = y.id) m
   WHERE y.taken <> m.taken OR m.taken > y.graduates`,
);

export const classStages = bySql(
  "I-17",
  "stages of a training class add up to its course",
  `SELECT c.id AS class_id, c.alliance_id, c.months, sum(s.months)::int AS of_stages
   FROM training_classes c JOIN training_stages s ON s.class_id = c.id GROUP BY c.id
   HAVING sum(s.months) IS DISTINCT FROM c.months`,
);

export const reportEditions = bySql(
  "I-24",
  "editions of a talent report are consecutive from 1",
  `SELECT alliance_id, kind::text AS kind, year, count(*)::int AS editions, max(edition) AS highest
   FROM talent_reports WHERE edition IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) <> max(edition)`,
);
