import { bySql } from "./check";

/** Totals that a trigger keeps, beside the same totals counted now. A total of nothing and no total are the same. */
export const outcomeTotals = bySql(
  "I-17",
  "totals of outcome records equal the records",
  `SELECT coalesce(r.alliance_id, t.alliance_id) AS alliance_id, coalesce(r.organization_id, t.organization_id) AS organization_id,
     coalesce(r.metric_code, t.metric_code) AS metric_code, coalesce(r.year, t.year) AS year,
     coalesce(r.state, t.state)::text AS state, r.records AS kept_records, t.records AS true_records,
     r.total::text AS kept_total, t.total::text AS true_total
   FROM outcome_rollups r
   FULL JOIN outcome_rollup_truth t USING (alliance_id, organization_id, metric_code, year, state)
   WHERE coalesce(r.records, 0) <> coalesce(t.records, 0) OR coalesce(r.total, 0) <> coalesce(t.total, 0)`,
);

export const fundTotals = bySql(
  "I-17",
  "totals of promises and receipts equal the entries",
  `SELECT coalesce(r.alliance_id, t.alliance_id) AS alliance_id, coalesce(r.organization_id, t.organization_id) AS organization_id,
     coalesce(r.year, t.year) AS year, coalesce(r.side, t.side) AS side, coalesce(r.cash, t.cash) AS cash,
     r.records AS kept_records, t.records AS true_records, r.total::text AS kept_total, t.total::text AS true_total
   FROM fund_rollups r
   FULL JOIN fund_rollup_truth t USING (alliance_id, organization_id, year, side, cash)
   WHERE coalesce(r.records, 0) <> coalesce(t.records, 0) OR coalesce(r.total, 0) <> coalesce(t.total, 0)`,
);
