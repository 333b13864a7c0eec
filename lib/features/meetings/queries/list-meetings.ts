import type { z } from "zod";
import { addDays } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayPrepare } from "../policy";
import type { listMeetingsInput, listMeetingsOutput, MeetingRow } from "../schema/record";
import { minutesDueDays } from "../types";
import { type WaitColumns, waitColumns, waitingOf } from "./waiting";

type Input = z.output<typeof listMeetingsInput>;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-heldAt": Prisma.sql`g.scheduled_at DESC, g.id`,
  heldAt: Prisma.sql`g.scheduled_at ASC, g.id`,
};

const yearOf = (scope: TenantScope): Prisma.Sql =>
  Prisma.sql`date_part('year', g.scheduled_at AT TIME ZONE ${scope.alliance.timeZone}::text)`;

const contradicted = Prisma.sql`EXISTS (SELECT 1 FROM agenda_items i JOIN motions o ON o.agenda_item_id = i.id
  WHERE i.meeting_id = g.id AND o.outcome <> o.computed_outcome)`;

/** Paper meetings bring their signed original along; the others owe their minutes. */
const lateMinutes = (scope: TenantScope) =>
  Prisma.sql`(g.state IN ('closed', 'archived') AND NOT g.record_only
    AND g.closed_at < ${addDays(scope.today, -minutesDueDays)}::date
    AND NOT EXISTS (SELECT 1 FROM minutes n WHERE n.alliance_id = g.alliance_id AND n.meeting_id = g.id
      AND n.state IN ('circulated', 'confirmed', 'published')))`;

/** Which meetings `g` the reader sees under these filters. */
export function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`g.alliance_id = ${scope.alliance.id}::uuid`];
  if (!mayPrepare(scope.actor, scope.alliance.id)) parts.push(Prisma.sql`g.state <> 'draft'`);
  if (input.body) parts.push(Prisma.sql`g.body_id = ${input.body}::uuid`);
  if (input.finding) {
    parts.push(input.finding === "contradicted" ? contradicted : lateMinutes(scope));
  }
  if (input.held) parts.push(Prisma.sql`g.state IN ('closed', 'archived')`);
  if (input.year) parts.push(Prisma.sql`${yearOf(scope)} = ${input.year}`);
  if (input.from) parts.push(Prisma.sql`${yearOf(scope)} >= ${input.from}`);
  if (input.to) parts.push(Prisma.sql`${yearOf(scope)} <= ${input.to}`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(g.title ILIKE ${pattern} OR EXISTS (
      SELECT 1 FROM agenda_items i WHERE i.meeting_id = g.id AND i.title ILIKE ${pattern}))`);
  }
  return Prisma.join(parts, " AND ");
}

/** Meetings of the list by year, for a number that opens it. */
export const meetingsCounted = (scope: TenantScope, input: Input): Prisma.Sql => Prisma.sql`
  SELECT y.year, count(*)::int AS count FROM (
    SELECT ${yearOf(scope)}::int AS year FROM meetings g WHERE ${filters(scope, input)}) y GROUP BY 1`;

/** The page is cut first; only its rows count their attendance and motions. */
const page = (db: Db, scope: TenantScope, where: Prisma.Sql, input: Input) => db.$queryRaw<
  (Omit<MeetingRow, "heldAt" | "waiting"> & { heldAt: Date; wait: WaitColumns })[]
>`
  SELECT g.id, g.title, g.mode::text AS mode, g.state::text AS state, g.scheduled_at AS "heldAt",
    g.record_only AS "recordOnly", g.seats_filled AS "seatsFilled",
    json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) AS body,
    (SELECT count(*)::int FROM attendances t JOIN seats s ON s.id = t.seat_id
      WHERE t.meeting_id = g.id AND s.voting AND t.status IN ('present', 'online', 'proxy')) AS present,
    m.items, m.carried, m.contradictions, ${waitColumns(scope)}
  FROM (SELECT * FROM meetings g WHERE ${where} ORDER BY ${orders[input.sort]}
        LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}) g
  JOIN governance_bodies b ON b.id = g.body_id
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT i.id)::int AS items, count(o.id) FILTER (WHERE o.outcome = 'carried')::int AS carried,
      count(o.id) FILTER (WHERE o.outcome <> o.computed_outcome)::int AS contradictions
    FROM agenda_items i LEFT JOIN motions o ON o.agenda_item_id = i.id WHERE i.meeting_id = g.id) m
  ORDER BY ${orders[input.sort]}`;

export async function listMeetings(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listMeetingsOutput>> {
  const where = filters(scope, input);
  const [rows, totals] = await Promise.all([
    page(db, scope, where, input),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM meetings g WHERE ${where}`,
  ]);
  return {
    items: rows.map(({ wait, ...row }) => ({
      ...row,
      heldAt: row.heldAt.toISOString(),
      waiting: waitingOf(scope, { ...row, wait }),
    })),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
  };
}
