import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { isSitting } from "../rules/edges";
import type { markAllInput } from "../schema/presence";
import { holdMeeting } from "./hold";
import { touchMeeting } from "./touch";

/**
 * A full room in one step: the secretary then takes out the few who are missing. Whoever is excused or gave a letter is
 * not checked in, since the principal's coming would take the letter back; a person of several seats is put into the
 * first, and chooses (behaviour 4.2).
 */
export async function markAllPresent(
  tx: Tx,
  scope: TenantScope,
  { meetingId }: z.output<typeof markAllInput>,
): Promise<Result<{ entered: number }, "wrong-state">> {
  const meeting = await holdMeeting(tx, scope, meetingId);
  if (!isSitting(meeting.state) || meeting.mode === "correspondence") return refuse("wrong-state");
  const entered = await tx.$executeRaw`
    INSERT INTO presences (id, alliance_id, meeting_id, seat_id, person_id, person_name, capacity, mode, came_at, seen_at,
      recorded_by_id)
    SELECT DISTINCT ON (coalesce(s.person_id, s.seat_id)) gen_random_uuid(), s.alliance_id, s.meeting_id, s.seat_id,
      s.person_id, left(coalesce(s.person_name, s.holder_name), 100), 'principal'::presence_capacity,
      ${meeting.mode === "online" ? "online" : "room"}::presence_mode, clock_timestamp(), clock_timestamp(),
      ${scope.actor.userId}::uuid
    FROM meeting_seats s
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.meeting_id = ${meeting.id}::uuid AND s.holder_name IS NOT NULL
      AND s.rsvp NOT IN ('excused', 'proxy')
      AND NOT EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = s.meeting_id AND p.left_at IS NULL
        AND (p.seat_id = s.seat_id OR p.person_id = s.person_id))
      AND NOT EXISTS (SELECT 1 FROM proxies x WHERE x.meeting_id = s.meeting_id AND x.principal_seat_id = s.seat_id
        AND x.state IN ('signed', 'accepted', 'active', 'used'))
    ORDER BY coalesce(s.person_id, s.seat_id), s.number`;
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "presence.enter_all",
    subjectType: "meeting",
    subjectId: meeting.id,
    details: { entered },
  });
  return accept({ entered });
}
