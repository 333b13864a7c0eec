import type { Day } from "@/lib/kernel/dates";
import { Prisma } from "@/prisma/generated/client";

/*
 * The state of a resolution `r` in the words of the database, for lists that filter by it. The same as resolutionState
 * of rules.ts; a test compares the two.
 */
export const life = (today: Day): Prisma.Sql => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT (array_agg(e.kind::text ORDER BY e.created_at, e.id)
        FILTER (WHERE e.kind IN ('superseded', 'repealed', 'completed')))[1] AS ending,
      (array_agg(e."on" ORDER BY e.created_at, e.id)
        FILTER (WHERE e.kind IN ('superseded', 'repealed', 'completed')))[1] AS ended_on,
      bool_or(e.kind = 'amended') AS amended,
      (array_agg(e.kind::text ORDER BY e.created_at DESC, e.id DESC)
        FILTER (WHERE e.kind IN ('under_review', 'review_ended')))[1] AS review
    FROM resolution_events e
    WHERE e.alliance_id = r.alliance_id AND e.resolution_id = r.id AND e."on" <= ${today}::date) life ON true`;

export const stateOn = (today: Day): Prisma.Sql => Prisma.sql`(CASE
  WHEN r.expires_on < ${today}::date AND NOT coalesce(life.ended_on <= r.expires_on, false) THEN 'expired'
  WHEN life.ending IS NOT NULL THEN life.ending
  WHEN r.effective_from > ${today}::date THEN 'adopted'
  WHEN life.amended THEN 'amended'
  ELSE 'in_force' END)`;

export const reviewed = Prisma.sql`coalesce(life.review = 'under_review', false)`;

export const taskCountsOf = (today: Day): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('total', count(*)::int,
    'open', (count(*) FILTER (WHERE x.state NOT IN ('accepted', 'dropped')))::int,
    'reported', (count(*) FILTER (WHERE x.state = 'reported'))::int,
    'overdue', (count(*) FILTER (WHERE x.state IN ('open', 'running') AND x.due_on < ${today}::date))::int)
  FROM tasks x WHERE x.alliance_id = r.alliance_id AND x.resolution_id = r.id)`;

/** Repealed, and what it brought about still stands. */
export const toUndo = Prisma.sql`EXISTS (
  SELECT 1 FROM tasks u WHERE u.alliance_id = r.alliance_id AND u.resolution_id = r.id AND u.undoes
    AND u.state NOT IN ('accepted', 'dropped'))`;
