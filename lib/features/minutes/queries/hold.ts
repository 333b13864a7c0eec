import { getRoster } from "@/lib/features/bodies/queries/roster";
import { ruleOptions } from "@/lib/features/bodies/schema/roster";
import { type Day, dayIn, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Readiness } from "../rules";
import type { MinutesState } from "../types";

export type Held = {
  id: string;
  meetingId: string;
  bodyId: string;
  heldOn: Day;
  state: MinutesState;
  version: number;
  confirmedOn: Day | null;
} & Omit<Readiness, "confirm" | "needed" | "resolutionGiven"> & { signatories: number };

/**
 * The minutes with their row held until the transaction ends. Whether the day of objections is over is read from the
 * clock of the database inside the lock: an objection that waited for the confirmation comes too late.
 */
export async function holdMinutes(db: Db, scope: TenantScope, minutesId: string): Promise<Held> {
  const zone = scope.alliance.timeZone;
  const rows = await db.$queryRaw<
    (Omit<Held, "heldOn" | "confirmedOn"> & { heldAt: Date; confirmedAt: Date | null })[]
  >`
    SELECT n.id, n.meeting_id AS "meetingId", g.body_id AS "bodyId", g.scheduled_at AS "heldAt", n.state::text AS state,
      n.version, n.object_until::text AS "objectUntil", n.confirmed_at AS "confirmedAt",
      coalesce(n.object_until >= (clock_timestamp() AT TIME ZONE ${zone})::date, false) AS "inTime",
      (SELECT count(*)::int FROM minutes_objections o JOIN minutes_paragraphs p ON p.id = o.paragraph_id
        WHERE p.minutes_id = n.id AND o.state = 'open') AS "openObjections",
      (SELECT count(*)::int FROM minutes_signatures s WHERE s.minutes_id = n.id AND s.signed_at IS NOT NULL) AS signed,
      (SELECT count(*)::int FROM minutes_signatures s WHERE s.minutes_id = n.id) AS signatories
    FROM minutes n JOIN meetings g ON g.alliance_id = n.alliance_id AND g.id = n.meeting_id
    WHERE n.alliance_id = ${scope.alliance.id}::uuid AND n.id = ${minutesId}::uuid
    FOR UPDATE OF n`;
  const { heldAt, confirmedAt, ...held } = rows[0] ?? notFound();
  return {
    ...held,
    heldOn: dayIn(heldAt, zone),
    confirmedOn: confirmedAt && dayIn(confirmedAt, zone),
  };
}

/** What the rules of the body said about minutes on the day of the meeting. */
export async function minutesRule(
  db: Db,
  scope: TenantScope,
  meeting: { bodyId: string; heldOn: Day },
) {
  const roster = await getRoster(db, scope, { bodyId: meeting.bodyId, day: meeting.heldOn });
  const rule = roster.rules.find(({ matter }) => matter === "ordinary") ?? roster.rules[0];
  return { roster, rule, options: (rule?.options ?? ruleOptions.parse({})).minutes };
}

export const dayText = (date: Date | null): Day | null => date && dayOf(date);
