import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import { hashSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isLapseDue, lapseDay } from "../rules";
import type {
  ApplicationDecision,
  ApplicationView,
  CaseView,
  caseInput,
  getInput,
} from "../schema";
import type { ApplicationState } from "../types";
import { isMemberWithCode } from "./membership";

type Dated = { state: ApplicationState; stateSince: Date; createdAt: Date };

const dates = (row: Dated, timeZone: string) => ({
  stateSince: row.stateSince.toISOString(),
  createdAt: row.createdAt.toISOString(),
  lapsesOn: row.state === "supplement" ? lapseDay(row.stateSince, timeZone) : null,
});

/** What meetings said about an application, latest first. */
const decisionsOn = (db: Db, allianceId: string, applicationId: string) => db.$queryRaw<
  ApplicationDecision[]
>`
  SELECT g.id AS "meetingId", g.title AS "meetingTitle",
    (g.scheduled_at AT TIME ZONE l.time_zone)::date::text AS "heldOn", b.name AS "bodyName",
    m.outcome::text AS outcome, r.id AS "resolutionId",
    CASE WHEN r.id IS NOT NULL THEN json_build_object('year', r.year, 'number', r.number,
      'body', json_build_object('name', b.name, 'nameEn', b.name_en)) END AS resolution,
    r.effective_from::text AS "effectiveFrom",
    coalesce((m.rule_snapshot #>> '{rule,options,publicNoticeDays}')::int, 0) AS "noticeDays"
  FROM agenda_items i
  JOIN meetings g ON g.alliance_id = i.alliance_id AND g.id = i.meeting_id
  JOIN governance_bodies b ON b.alliance_id = g.alliance_id AND b.id = g.body_id
  JOIN alliances l ON l.id = i.alliance_id
  LEFT JOIN motions m ON m.alliance_id = i.alliance_id AND m.agenda_item_id = i.id
  LEFT JOIN resolutions r ON r.alliance_id = m.alliance_id AND r.motion_id = m.id
  WHERE i.alliance_id = ${allianceId}::uuid AND i.application_id = ${applicationId}::uuid
  ORDER BY g.scheduled_at DESC, i.sort_order DESC`;

/** Earlier memberships of the same credit code, with what ended them: the council should know of an expulsion. */
const formerOf = (db: Db, allianceId: string, creditCode: string, today: string) => db.$queryRaw<
  ApplicationView["formerMemberships"]
>`
  SELECT m.number, max(p.valid_to)::text AS "endedOn", e.kind::text AS ending, e.reason
  FROM organizations o JOIN memberships m ON m.organization_id = o.id
    JOIN membership_periods p ON p.membership_id = m.id
    LEFT JOIN LATERAL (
      SELECT kind, reason FROM membership_events WHERE membership_id = m.id AND kind IN ('withdrawn', 'expelled', 'merged')
      ORDER BY effective_on DESC LIMIT 1) e ON true
  WHERE o.credit_code = ${creditCode} AND m.alliance_id = ${allianceId}::uuid
  GROUP BY m.id, e.kind, e.reason HAVING max(coalesce(p.valid_to, 'infinity')) < ${today}::date
  ORDER BY max(p.valid_to) DESC`;

async function authorsOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  });
  return new Map(users.map((user) => [user.id, user.person.name]));
}

/** Everything about one application, for the secretariat. */
export async function getApplication(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getInput>,
): Promise<ApplicationView> {
  const { id: allianceId, timeZone } = scope.alliance;
  const row =
    (await db.membershipApplication.findUnique({
      where: { allianceId_id: { allianceId, id: input.applicationId } },
      include: {
        organization: { select: { id: true, name: true } },
        membership: { select: { id: true, number: true } },
        messages: { orderBy: { createdAt: "asc" } },
      },
    })) ?? notFound();
  const [authors, sameCode, isMember, former, decisions] = await Promise.all([
    authorsOf(
      db,
      row.messages.map((message) => message.authorId),
    ),
    db.organization.findUnique({
      where: { creditCode: row.creditCode },
      select: { id: true, name: true },
    }),
    isMemberWithCode(db, allianceId, row.creditCode, scope.today),
    formerOf(db, allianceId, row.creditCode, scope.today),
    decisionsOn(db, allianceId, row.id),
  ]);
  return {
    ...row,
    ...dates(row, timeZone),
    lapseDue: isLapseDue(row.state, row.stateSince, scope.today, timeZone),
    noticeFrom: row.noticeFrom ? dayOf(row.noticeFrom) : null,
    noticeUntil: row.noticeUntil ? dayOf(row.noticeUntil) : null,
    isMember,
    sameCode,
    formerMemberships: former,
    decisions,
    messages: row.messages.map(({ kind, text, authorId, createdAt }) => ({
      kind,
      text,
      at: createdAt.toISOString(),
      author: authorId ? (authors.get(authorId) ?? null) : null,
    })),
  };
}

/** What the holder of a case link sees. */
export async function getCase(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof caseInput>,
): Promise<CaseView> {
  const row =
    (await db.membershipApplication.findFirst({
      where: { allianceId: scope.alliance.id, caseTokenHash: hashSecret(input.token) },
      include: {
        membership: {
          select: { number: true, periods: { orderBy: { validFrom: "asc" }, take: 1 } },
        },
        messages: { where: { kind: { not: "note" } }, orderBy: { createdAt: "asc" } },
      },
    })) ?? notFound();
  return {
    ...row,
    ...dates(row, scope.alliance.timeZone),
    membershipNumber: row.membership?.number ?? null,
    admittedFrom: row.membership?.periods[0]?.validFrom.toISOString().slice(0, 10) ?? null,
    messages: row.messages.map(({ kind, text, createdAt }) => ({
      kind,
      text,
      at: createdAt.toISOString(),
    })),
  };
}
