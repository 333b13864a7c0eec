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

export const allianceTotals = bySql(
  "I-17",
  "totals of an alliance's results equal those of its organizations",
  `SELECT coalesce(k.alliance_id, t.alliance_id) AS alliance_id, coalesce(k.metric_code, t.metric_code) AS metric_code,
     coalesce(k.year, t.year) AS year, coalesce(k.state, t.state)::text AS state, k.records AS kept_records,
     t.records AS true_records, k.total::text AS kept_total, t.total::text AS true_total
   FROM outcome_totals k FULL JOIN (
     SELECT alliance_id, metric_code, year, state, sum(records)::int AS records, sum(total) AS total
     FROM outcome_rollups GROUP BY 1, 2, 3, 4) t USING (alliance_id, metric_code, year, state)
   WHERE coalesce(k.records, 0) <> coalesce(t.records, 0) OR coalesce(k.total, 0) <> coalesce(t.total, 0)`,
);

export const projectTotals = bySql(
  "I-17",
  "the kept number of projects is their number",
  `SELECT coalesce(k.alliance_id, t.alliance_id) AS alliance_id, coalesce(k.part, t.part) AS part,
     k.projects AS kept_projects, t.projects AS true_projects
   FROM project_totals k
   FULL JOIN (SELECT alliance_id, project_part(id) AS part, count(*)::int AS projects FROM projects GROUP BY 1, 2) t
     USING (alliance_id, part)
   WHERE coalesce(k.projects, 0) <> coalesce(t.projects, 0)`,
);

export const readyJson = bySql(
  "I-17",
  "what stands ready as JSON follows from its row",
  `SELECT 'organizations' AS kept_in, id, as_json AS kept, organization_json(id, name) AS made_again FROM organizations
   WHERE as_json <> organization_json(id, name)
   UNION ALL
   SELECT 'projects', p.id, p.as_json, n.made FROM projects p CROSS JOIN LATERAL (SELECT project_json(p.id, p.code_year,
     p.code_number, p.title, p.type, p.source, p.state, p.starts_on, p.ends_on) AS made) n WHERE p.as_json <> n.made`,
);

export const fundTotals = bySql(
  "I-17",
  "totals of promises, receipts and spending equal the entries",
  `SELECT coalesce(r.alliance_id, t.alliance_id) AS alliance_id, coalesce(r.organization_id, t.organization_id) AS organization_id,
     coalesce(r.year, t.year) AS year, coalesce(r.side, t.side) AS side, coalesce(r.cash, t.cash) AS cash,
     r.records AS kept_records, t.records AS true_records, r.total::text AS kept_total, t.total::text AS true_total
   FROM fund_rollups r
   FULL JOIN fund_rollup_truth t USING (alliance_id, organization_id, year, side, cash)
   WHERE coalesce(r.records, 0) <> coalesce(t.records, 0) OR coalesce(r.total, 0) <> coalesce(t.total, 0)`,
);

/** The past of money ends where it stands: what counts now, row by row, and the sum of all moves of a total. */
export const fundSpans = bySql(
  "I-17",
  "what counts of money now equals the open end of its past",
  `SELECT coalesce(s.alliance_id, t.alliance_id) AS alliance_id, coalesce(s.record_id, t.record_id) AS record_id,
     s.side AS kept_side, t.side AS true_side, s.amount::text AS kept_amount, t.amount::text AS true_amount
   FROM (SELECT * FROM fund_spans WHERE until IS NULL) s FULL JOIN fund_span_truth t USING (alliance_id, record_id)
   WHERE (s.side, s.state, s.kind, s.organization_id, s.counts_on, s.amount)
     IS DISTINCT FROM (t.side, t.state, t.kind, t.organization_id, t.counts_on, t.amount)`,
);

export const fundDays = bySql(
  "I-17",
  "the moves of every total of money add up to its spans of that day",
  `WITH steps AS (
     SELECT alliance_id, since AS day, extract(year FROM counts_on)::int AS year, side, (kind = 'cash') AS cash, organization_id,
       1 AS records, amount AS total FROM fund_spans
     UNION ALL
     SELECT alliance_id, until, extract(year FROM counts_on)::int, side, (kind = 'cash'), organization_id, -1, -amount
     FROM fund_spans WHERE until IS NOT NULL),
   t AS (SELECT alliance_id, day, year, side, cash, organization_id, sum(records) AS records, sum(total) AS total
     FROM steps GROUP BY 1, 2, 3, 4, 5, 6)
   SELECT coalesce(d.alliance_id, t.alliance_id) AS alliance_id, coalesce(d.day, t.day)::text AS day,
     coalesce(d.side, t.side) AS side, d.records AS kept_moves, t.records AS true_moves,
     d.total::text AS kept_total, t.total::text AS true_total
   FROM fund_rollup_days d FULL JOIN t USING (alliance_id, day, year, side, cash, organization_id)
   WHERE coalesce(d.records, 0) <> coalesce(t.records, 0) OR coalesce(d.total, 0) <> coalesce(t.total, 0)`,
);

export const memberCounts = bySql(
  "I-17",
  "steps of the number of members equal the periods",
  `SELECT coalesce(s.alliance_id, t.alliance_id) AS alliance_id, coalesce(s.day, t.day)::text AS day,
     coalesce(s.position, t.position)::text AS position, s.change AS kept_change, t.change AS true_change
   FROM member_count_steps s FULL JOIN member_count_truth t USING (alliance_id, day, position)
   WHERE coalesce(s.change, 0) <> coalesce(t.change, 0)`,
);

export const sortNames = bySql(
  "I-17",
  "members are sorted by the names of their organizations",
  `SELECT m.id AS membership_id, m.sort_name, o.pinyin FROM memberships m JOIN organizations o ON o.id = m.organization_id
   WHERE m.sort_name <> o.pinyin`,
);
