import type { z } from "zod";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { sleepingSince } from "../rules/standing";
import type {
  certificateInput,
  certificateOutput,
  sleepingInput,
  sleepingOutput,
} from "../schema/life";
import { leavingOn, suspendedOn } from "./register-conditions";

type Certificate = z.input<typeof certificateOutput>;

/** 成员证书: what it says is what the register says today. */
export async function readCertificate(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof certificateInput>,
): Promise<Certificate> {
  const { today } = scope;
  const rows = await db.$queryRaw<(Certificate & { organizationId: string })[]>`
    SELECT a.name AS "allianceName", a.name_en AS "allianceNameEn", o.name AS "organizationName", o.credit_code AS "creditCode",
      m.organization_id AS "organizationId", m.number, p.position::text AS position,
      CASE WHEN l.zh IS NOT NULL THEN json_build_object('zh', l.zh, 'en', l.en) END AS "positionLabel",
      f.valid_from::text AS since, ${today}::text AS today,
      CASE WHEN p.valid_from > ${today}::date THEN 'pending' WHEN p.valid_to < ${today}::date THEN 'ended'
        WHEN ${suspendedOn(today)} THEN 'suspended' WHEN ${leavingOn(today)} THEN 'notice' ELSE 'active' END AS status,
      CASE WHEN r.id IS NOT NULL THEN json_build_object('bodyName', b.name, 'year', r.year, 'number', r.number) END AS resolution
    FROM memberships m JOIN alliances a ON a.id = m.alliance_id JOIN organizations o ON o.id = m.organization_id
    JOIN LATERAL (SELECT * FROM membership_periods q WHERE q.membership_id = m.id ORDER BY q.valid_from LIMIT 1) f ON true
    JOIN LATERAL (SELECT * FROM membership_periods q WHERE q.membership_id = m.id
      ORDER BY (${today}::date BETWEEN q.valid_from AND coalesce(q.valid_to, 'infinity')) DESC, q.valid_from DESC LIMIT 1) p ON true
    LEFT JOIN position_labels l ON l.alliance_id = m.alliance_id AND l.position = p.position
    LEFT JOIN resolutions r ON r.alliance_id = m.alliance_id AND r.id = f.opened_by_resolution_id
    LEFT JOIN governance_bodies b ON b.id = r.body_id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.id = ${input.membershipId}::uuid`;
  const found = rows[0] ?? notFound();
  if (!reaches(scope.reach, found.organizationId)) return forbidden();
  return found;
}

/**
 * Members of today that did nothing in twelve months: no seat present, no project moved, no money, no result, no change
 * of people. A proposal to look at, never an act of the system (behaviour 4.1).
 */
export async function readSleeping(
  db: Db,
  scope: TenantScope,
  _input: z.output<typeof sleepingInput>,
): Promise<z.input<typeof sleepingOutput>> {
  const alliance = scope.alliance.id;
  const since = sleepingSince(scope.today);
  const items = await db.$queryRaw<z.input<typeof sleepingOutput>["items"]>`
    SELECT m.id AS "membershipId", o.id AS "organizationId", o.name, m.number, p.position::text AS position,
      (SELECT min(q.valid_from) FROM membership_periods q WHERE q.membership_id = m.id)::text AS "memberSince"
    FROM membership_periods p JOIN memberships m ON m.id = p.membership_id JOIN organizations o ON o.id = m.organization_id
    WHERE p.alliance_id = ${alliance}::uuid AND ${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
      AND NOT EXISTS (SELECT 1 FROM membership_periods q WHERE q.membership_id = m.id AND q.valid_from > ${since}::date
        AND NOT EXISTS (SELECT 1 FROM membership_periods e WHERE e.membership_id = m.id AND e.valid_from <= ${since}::date))
      AND NOT EXISTS (SELECT 1 FROM attendances x JOIN meetings t ON t.id = x.meeting_id
        JOIN seat_holdings h ON h.seat_id = x.seat_id AND t.scheduled_at::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
        WHERE x.alliance_id = ${alliance}::uuid AND h.membership_id = m.id AND x.status IN ('present', 'online', 'proxy')
          AND t.scheduled_at >= ${since}::date)
      AND NOT EXISTS (SELECT 1 FROM project_parties y JOIN project_events e ON e.project_id = y.project_id
        WHERE y.alliance_id = ${alliance}::uuid AND y.organization_id = o.id AND e.created_at >= ${since}::date)
      AND NOT EXISTS (SELECT 1 FROM fund_entries r WHERE r.alliance_id = ${alliance}::uuid AND r.organization_id = o.id
        AND r.happened_on >= ${since}::date)
      AND NOT EXISTS (SELECT 1 FROM outcome_records u WHERE u.alliance_id = ${alliance}::uuid AND u.organization_id = o.id
        AND u.created_at >= ${since}::date)
      AND NOT EXISTS (SELECT 1 FROM representatives v WHERE v.membership_id = m.id AND v.valid_from >= ${since}::date)
      AND NOT EXISTS (SELECT 1 FROM membership_events w WHERE w.membership_id = m.id AND w.effective_on >= ${since}::date)
    ORDER BY o.pinyin, m.number LIMIT 500`;
  return { today: scope.today, since, items };
}
