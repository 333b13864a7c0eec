import { bySql, type Check } from "./check";

export const admissions = bySql(
  "I-12",
  "every admission has its resolution, and its first period comes from it",
  `SELECT a.id AS application_id, a.alliance_id, a.resolution_id, a.membership_id
   FROM membership_applications a
   WHERE a.state = 'admitted' AND NOT EXISTS (
     SELECT 1 FROM resolutions r
     JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id AND m.outcome = 'carried'
     JOIN membership_periods p ON p.alliance_id = a.alliance_id AND p.membership_id = a.membership_id
       AND p.opened_by_resolution_id = r.id AND (p.valid_from >= r.effective_from OR EXISTS (
         SELECT 1 FROM membership_corrections c WHERE c.membership_id = p.membership_id AND c.state = 'confirmed'))
     JOIN memberships s ON s.id = a.membership_id AND s.organization_id = a.organization_id
     WHERE r.alliance_id = a.alliance_id AND r.id = a.resolution_id)`,
);

/** A notice is dated, a merger is an act of two persons; everything else ends by a resolution (behaviour 4.1). */
export const endedMemberships = bySql(
  "I-12",
  "every membership that ended points to a decision or a dated notice",
  `SELECT m.id AS membership_id, m.alliance_id, p.valid_to::text AS ended_on
   FROM memberships m
   JOIN LATERAL (SELECT * FROM membership_periods q WHERE q.membership_id = m.id ORDER BY q.valid_from DESC LIMIT 1) p ON true
   WHERE p.valid_to IS NOT NULL AND p.closed_by_resolution_id IS NULL AND NOT EXISTS (
     SELECT 1 FROM membership_exits x WHERE x.alliance_id = m.alliance_id AND x.membership_id = m.id AND x.state = 'ended')
   AND NOT EXISTS (
     SELECT 1 FROM membership_events e WHERE e.alliance_id = m.alliance_id AND e.membership_id = m.id
       AND (e.kind = 'merged' OR e.kind IN ('withdrawn', 'expelled') AND (e.resolution_id IS NOT NULL OR e.reason IS NOT NULL)))`,
);

export const resolutions = bySql(
  "I-04",
  "every resolution comes from a carried motion of its own body",
  `SELECT r.id AS resolution_id, r.alliance_id, m.outcome::text AS outcome, t.body_id AS meeting_body, r.body_id
   FROM resolutions r
   JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id
   JOIN agenda_items i ON i.alliance_id = m.alliance_id AND i.id = m.agenda_item_id
   JOIN meetings t ON t.alliance_id = i.alliance_id AND t.id = i.meeting_id
   WHERE m.outcome <> 'carried' OR t.body_id <> r.body_id`,
);

/**
 * Present is who was noted as present; nobody more can have voted (I-10). On paper: in a live meeting people come and go,
 * and every vote has its own list (see votes.ts).
 */
export const attendance = bySql(
  "I-10",
  "no motion counts more present than the attendance of its meeting",
  `SELECT m.id AS motion_id, m.alliance_id, m.present, a.present AS attended
   FROM motions m JOIN agenda_items i ON i.alliance_id = m.alliance_id AND i.id = m.agenda_item_id
   JOIN meetings t ON t.alliance_id = i.alliance_id AND t.id = i.meeting_id AND t.record_only
   CROSS JOIN LATERAL (SELECT count(*)::int AS present FROM attendances x
     WHERE x.alliance_id = m.alliance_id AND x.meeting_id = i.meeting_id AND x.status IN ('present', 'online', 'proxy')) a
   WHERE m.present > a.present`,
);

export const reversals = bySql(
  "I-18",
  "every reversal is the exact negative of one posted entry, once",
  `SELECT v.id AS entry_id, v.alliance_id, v.reversal_of_id, v.amount::text AS amount, r.amount::text AS of_amount
   FROM fund_entries v LEFT JOIN fund_entries r ON r.alliance_id = v.alliance_id AND r.id = v.reversal_of_id
   WHERE v.reversal_of_id IS NOT NULL AND (r.id IS NULL OR r.amount <> -v.amount OR r.state <> 'posted' OR r.flow <> v.flow
     OR r.project_id <> v.project_id OR r.organization_id <> v.organization_id OR r.kind <> v.kind
     OR v.state <> 'rejected' AND EXISTS (SELECT 1 FROM fund_entries w WHERE w.reversal_of_id = v.reversal_of_id AND w.id <> v.id
       AND w.state <> 'rejected'))`,
);

/** A motion as it is counted again: the rule and the seats of its own day, and the votes. */
export type StoredMotion = {
  id: string;
  rule_snapshot: unknown;
  present: number;
  recused: number;
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
  computed_outcome: string;
};

/** @param outcomeOf the arithmetic of votes; it belongs to a noun, so it is handed in */
export const motions = (outcomeOf: (motion: StoredMotion) => string): Check => ({
  id: "I-04",
  title: "every result follows again from its own rule, seats and votes",
  find: async (reader) => {
    const { rows } = await reader.query<StoredMotion>({
      text: `SELECT id, rule_snapshot, present, recused, yes, no, abstain, invalid, computed_outcome::text FROM motions`,
    });
    return rows.flatMap((motion) => {
      const outcome = counted(outcomeOf, motion);
      return outcome === motion.computed_outcome
        ? []
        : [{ motion_id: motion.id, stored: motion.computed_outcome, counted_again: outcome }];
    });
  },
});

/** A snapshot that cannot be read is a finding, not the end of the check. */
function counted(outcomeOf: (motion: StoredMotion) => string, motion: StoredMotion): string {
  try {
    return outcomeOf(motion);
  } catch (error) {
    return `unreadable: ${error instanceof Error ? error.message : String(error)}`;
  }
}
