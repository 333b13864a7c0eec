import { bySql } from "./check";

/** The past of a total ends where it stands: the last closing balance of each key is the total itself. */
export const closingBalances = bySql(
  "I-17",
  "the last closing balance of every total equals the total",
  `SELECT coalesce(r.alliance_id, c.alliance_id) AS alliance_id, coalesce(r.organization_id, c.organization_id) AS organization_id,
     coalesce(r.metric_code, c.metric_code) AS metric_code, coalesce(r.year, c.year) AS year,
     coalesce(r.state, c.state)::text AS state, c.day::text AS day, c.records AS closing_records, r.records AS kept_records,
     c.total::text AS closing_total, r.total::text AS kept_total
   FROM outcome_rollups r
   FULL JOIN outcome_rollup_closing c USING (alliance_id, organization_id, metric_code, year, state)
   WHERE coalesce(r.records, 0) <> coalesce(c.records, 0) OR coalesce(r.total, 0) <> coalesce(c.total, 0)`,
);

/** every applied case has its old version, every old version its case, and the record is what the last case says. */
export const correctedRecords = bySql(
  "A-34",
  "an approved record is what its last correction says, and what it said before is kept",
  `SELECT c.id AS case_id, c.alliance_id, c.number, c.record_id, o.quantity::text AS quantity
   FROM correction_cases c
   JOIN outcome_records o ON o.alliance_id = c.alliance_id AND o.id = c.record_id
   LEFT JOIN outcome_versions v ON v.alliance_id = c.alliance_id AND v.case_id = c.id AND v.record_id = c.record_id
   WHERE (c.state = 'applied') <> (v.case_id IS NOT NULL)
     OR c.state = 'applied' AND (o.correction_id IS NULL OR o.version <= v.version)
     -- A record whose verification became void since is amended and verified anew.
     OR c.state = 'applied' AND o.correction_id = c.id AND o.verified_at IS NOT DISTINCT FROM v.verified_at AND (
       o.quantity <> coalesce(c.new_quantity, v.quantity) OR o.metric_code <> coalesce(c.new_metric_code, v.metric_code)
       OR o.year <> coalesce(c.new_year, v.year) OR c.withdraws AND o.state <> 'superseded')`,
);

/** figure.decide_correction: three hands. */
export const correctionHands = bySql(
  "A-34",
  "a correction is asked for, agreed to and applied by three persons",
  `SELECT id AS case_id, alliance_id, number FROM correction_cases
   WHERE state = 'applied' AND (requested_by_id IN (endorsed_by_id, decided_by_id) OR endorsed_by_id = decided_by_id)`,
);
