import { reachOf } from "@/lib/features/access/policy";
import { dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { Prisma } from "@/prisma/generated/client";
import { deadlinesOf } from "../rules/deadlines";
import {
  type MeetingWait,
  type MeetingWaitFacts,
  type MinutesEyes,
  meetingWait,
} from "../rules/waiting";
import type { MeetingRow } from "../schema/record";

/** What of meeting g decides for whom it waits; a page of the list is read with it. */
export const waitColumns = (scope: TenantScope): Prisma.Sql => Prisma.sql`
  json_build_object('kind', g.kind, 'closedAt', g.closed_at, 'repliesUntil', g.replies_until,
    'noticeDays', (SELECT r.notice_days FROM rule_sets r WHERE r.body_id = g.body_id AND r.matter = 'ordinary'
      AND ${scope.today}::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity') ORDER BY r.version DESC LIMIT 1),
    'continued', EXISTS (SELECT 1 FROM meetings x WHERE x.alliance_id = g.alliance_id AND x.continues_id = g.id),
    'minutes', (SELECT json_build_object('state', n.state, 'since', n.state_since)
      FROM minutes n WHERE n.alliance_id = g.alliance_id AND n.meeting_id = g.id)) AS wait`;

export type WaitColumns = {
  kind: string;
  closedAt: string | null;
  repliesUntil: string | null;
  noticeDays: number | null;
  continued: boolean;
  minutes: { state: NonNullable<MeetingWaitFacts["minutes"]>; since: string } | null;
};

/** Drafts of minutes are the office's and the chair's; others learn of them when they are circulated, or published. */
export function minutesEyes({ actor, alliance }: TenantScope): MinutesEyes {
  const may = (action: "minutes.review" | "minutes.comment") =>
    reachOf(action, actor.roles, alliance.id) !== undefined;
  if (may("minutes.review")) return "review";
  return may("minutes.comment") ? "comment" : "published";
}

type Row = Pick<MeetingRow, "state" | "mode" | "recordOnly"> & { heldAt: Date; wait: WaitColumns };

export function waitingOf(scope: TenantScope, row: Row): MeetingRow["waiting"] {
  const { wait, heldAt, state, recordOnly } = row;
  const day = (at: string | Date | null | undefined) =>
    at ? dayIn(new Date(at), scope.alliance.timeZone) : null;
  const on = meetingWait(
    {
      state,
      recordOnly,
      correspondence: row.mode === "correspondence",
      continued: wait.continued,
      minutes: wait.minutes?.state ?? null,
    },
    minutesEyes(scope),
  );
  if (!on) return null;
  const ended = day(wait.closedAt ?? heldAt);
  const since: Partial<Record<MeetingWait, string | null>> = {
    minutes: ended,
    second_call: ended,
    chair: day(wait.minutes?.since),
    members: day(wait.minutes?.since),
    publication: day(wait.minutes?.since),
  };
  const { noticeBy } = deadlinesOf(
    { noticeDays: wait.noticeDays, papersDays: null },
    { kind: wait.kind, heldOn: day(heldAt) ?? scope.today },
  );
  const until = on === "notice" ? noticeBy : on === "replies" ? day(wait.repliesUntil) : null;
  return { on, since: since[on] ?? null, until };
}
