import { bySql } from "./check";

export const fundAccounts = bySql(
  "I-17",
  "the six numbers of every project equal its promises and posted entries",
  `SELECT coalesce(a.alliance_id, t.alliance_id) AS alliance_id, coalesce(a.project_id, t.project_id) AS project_id,
     a.promised_cash::text, a.received_cash::text, a.spent_cash::text, t.promised_cash::text AS true_promised,
     t.received_cash::text AS true_received, t.spent_cash::text AS true_spent
   FROM fund_accounts a FULL JOIN fund_account_truth t USING (alliance_id, project_id)
   WHERE (coalesce(a.promised_cash, 0), coalesce(a.promised_kind, 0), coalesce(a.received_cash, 0), coalesce(a.received_kind, 0),
     coalesce(a.spent_cash, 0), coalesce(a.spent_kind, 0)) <> (coalesce(t.promised_cash, 0), coalesce(t.promised_kind, 0),
     coalesce(t.received_cash, 0), coalesce(t.received_kind, 0), coalesce(t.spent_cash, 0), coalesce(t.spent_kind, 0))`,
);

export const overspending = bySql(
  "I-18",
  "no project has spent more than arrived and was allowed ahead, no budget line more than its ceiling",
  `SELECT project_id, alliance_id, 'account' AS what, spent_cash::text AS spent, (received_cash + advance)::text AS room
   FROM fund_accounts WHERE spent_cash > received_cash + advance OR spent_kind > received_kind
   UNION ALL
   SELECT l.project_id, l.alliance_id, 'line', l.spent::text, l.ceiling::text FROM budget_lines l
   WHERE l.spent > l.ceiling OR (l.received, l.spent) <> (
     SELECT coalesce(sum(e.amount) FILTER (WHERE entry_side(e.flow, e.state) = 'received'), 0),
       coalesce(sum(e.amount) FILTER (WHERE entry_side(e.flow, e.state) = 'spent'), 0)
     FROM fund_entries e WHERE e.line_id = l.id AND e.state = 'posted')`,
);

/** A row that two persons booked before four were asked for says so itself. */
export const separateHands = bySql(
  "I-15",
  "nobody wrote, checked, approved or posted an entry twice over, and large ones have two approvers",
  `SELECT id AS entry_id, alliance_id, state::text AS state FROM fund_entries
   WHERE NOT two_hands AND (entered_by_id IN (checked_by_id, approved_by_id, second_approved_by_id, posted_by_id)
     OR checked_by_id IN (approved_by_id, second_approved_by_id) OR approved_by_id = second_approved_by_id
     OR posted_by_id IN (approved_by_id, second_approved_by_id)
     OR state = 'posted' AND (checked_by_id IS NULL OR approved_by_id IS NULL OR posted_by_id IS NULL))
   OR two_hands AND entered_by_id = posted_by_id`,
);

/** What was posted into a closed year after the day of its closing came within the window, or under a restatement. */
export const closedYears = bySql(
  "I-18",
  "a closed year still has the figures of its closing, but for late entries and restatements",
  `SELECT y.id AS year_id, y.alliance_id, y.year, y.figures #>> '{received,cash}' AS closed, n.received::text AS without_late
   FROM fund_years y CROSS JOIN LATERAL (
     SELECT coalesce(sum(e.amount) FILTER (WHERE entry_side(e.flow, e.state) = 'received' AND e.kind = 'cash'), 0) AS received,
       coalesce(sum(e.amount) FILTER (WHERE entry_side(e.flow, e.state) = 'received' AND e.kind <> 'cash'), 0) AS delivered,
       coalesce(sum(e.amount) FILTER (WHERE entry_side(e.flow, e.state) = 'spent' AND e.kind = 'cash'), 0) AS spent,
       coalesce(sum(e.amount) FILTER (WHERE entry_side(e.flow, e.state) = 'spent' AND e.kind <> 'cash'), 0) AS used
     FROM fund_entries e WHERE e.alliance_id = y.alliance_id AND e.state = 'posted' AND e.posted_at <= y.closed_at
       AND e.happened_on BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31)) n
   WHERE y.state = 'closed' AND (n.received, n.delivered, n.spent, n.used) <> (
     (y.figures #>> '{received,cash}')::numeric, (y.figures #>> '{received,inKind}')::numeric,
     (y.figures #>> '{spent,cash}')::numeric, (y.figures #>> '{spent,inKind}')::numeric)`,
);

export const specialFunds = bySql(
  "I-18",
  "what is allocated of a special fund equals its promises and is never above its total",
  `SELECT f.id AS special_fund_id, f.alliance_id, f.allocated::text AS kept, f.total::text AS total, coalesce(c.sum, 0)::text AS true_sum
   FROM fund_programmes f LEFT JOIN LATERAL (SELECT sum(amount) AS sum FROM fund_commitments
     WHERE programme_id = f.id AND state <> 'cancelled') c ON true
   WHERE f.allocated <> coalesce(c.sum, 0) OR f.allocated > f.total`,
);

export const schedules = bySql(
  "I-18",
  "the instalments of every promise add up to it",
  `SELECT c.id AS commitment_id, c.alliance_id, c.amount::text AS amount, sum(i.amount)::text AS instalments
   FROM fund_commitments c JOIN fund_instalments i ON i.alliance_id = c.alliance_id AND i.commitment_id = c.id
   GROUP BY c.id HAVING sum(i.amount) <> c.amount`,
);
