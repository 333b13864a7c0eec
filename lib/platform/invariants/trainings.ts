import { bySql } from "./check";

/** Each number that a training knows has its result, and until a correction that result says what the training says. */
export const trainingResults = bySql(
  "I-17",
  "a training and the results that it proves say the same: organization, key, day, year and numbers",
  `SELECT b.id AS batch_id, b.alliance_id, m.metric_code, 'no result' AS fault FROM training_batches b
   CROSS JOIN unnest(ARRAY['M39', 'M40', 'M41', 'M84']) AS m(metric_code)
   WHERE training_number(b, m.metric_code) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM training_batch_records k
     WHERE k.alliance_id = b.alliance_id AND k.batch_id = b.id AND k.metric_code = m.metric_code)
   UNION ALL
   SELECT b.id, b.alliance_id, k.metric_code, CASE
       WHEN r.metric_code <> k.metric_code THEN 'metric'
       WHEN r.organization_id <> b.organization_id THEN 'organization'
       WHEN r.occurred_on <> b.ends_on THEN 'day'
       WHEN outcome_key(r.natural_key) IS DISTINCT FROM outcome_key(b.natural_key) THEN 'key'
       WHEN r.quantity IS DISTINCT FROM training_number(b, k.metric_code) THEN 'number' ELSE 'year' END
   FROM training_batches b
   JOIN training_batch_records k ON k.alliance_id = b.alliance_id AND k.batch_id = b.id
   JOIN outcome_records r ON r.alliance_id = k.alliance_id AND r.id = k.record_id
   JOIN metric_definitions d ON d.code = k.metric_code
   WHERE r.metric_code <> k.metric_code OR r.correction_id IS NULL AND (
     (r.organization_id, r.occurred_on, outcome_key(r.natural_key), r.quantity)
       IS DISTINCT FROM (b.organization_id, b.ends_on, outcome_key(b.natural_key), training_number(b, k.metric_code))
     OR d.year_basis = 'calendar' AND r.year <> extract(year FROM b.ends_on))`,
);

/** A list names exactly the people who are reported, so nobody is counted from a part of a list. */
export const trainingLists = bySql(
  "I-17",
  "a training with a list has as many keys as it counts people, and one without has none",
  `SELECT b.id AS batch_id, b.alliance_id, b.persons, b.identified, coalesce(a.keys, 0)::int AS keys FROM training_batches b
   LEFT JOIN (SELECT alliance_id, batch_id, count(*) AS keys FROM training_attendees GROUP BY 1, 2) a
     ON a.alliance_id = b.alliance_id AND a.batch_id = b.id
   WHERE coalesce(b.identified, 0) <> coalesce(a.keys, 0) OR b.identified IS NOT NULL AND b.identified IS DISTINCT FROM b.persons`,
);
