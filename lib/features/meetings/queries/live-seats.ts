import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { ProxyView, SeatView } from "../schema/live";
import type { Electorate } from "../types";

type Row = Pick<SeatView, "seatId" | "personName" | "rsvp" | "alternates"> & {
  deliveredAt: Date | null;
  readAt: Date | null;
};

/** Receipts, answers and stand-ins of all seats. A notice is delivered when its mail was sent, or when somebody noted it. */
const rowsOf = (db: Db, scope: TenantScope, meetingId: string) => db.$queryRaw<Row[]>`
  SELECT m.seat_id AS "seatId", m.person_name AS "personName", m.rsvp::text AS rsvp, m.read_at AS "readAt",
    coalesce(m.delivered_at, sent.at) AS "deliveredAt", coalesce(a.people, '[]') AS alternates
  FROM meeting_seats m
  LEFT JOIN (
    SELECT split_part(o.dedupe_key, ':', 4) AS seat, max(o.sent_at) AS at FROM outbox_mails o
    WHERE o.dedupe_key LIKE ${`meeting-notice:${meetingId}:%`} AND o.sent_at IS NOT NULL
      AND o.created_at >= (SELECT g.noticed_at - interval '1 minute' FROM meetings g WHERE g.id = ${meetingId}::uuid)
    GROUP BY 1) sent ON sent.seat = m.seat_id::text
  LEFT JOIN (
    SELECT h.seat_id, json_agg(json_build_object('personId', p.id, 'name', p.name) ORDER BY p.name, p.id) AS people
    FROM seat_delegates d JOIN seat_holdings h ON h.id = d.holding_id AND h.alliance_id = d.alliance_id
    JOIN people p ON p.id = d.person_id
    WHERE d.alliance_id = ${scope.alliance.id}::uuid AND d.kind = 'alternate'
      AND ${scope.today}::date BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
      AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
    GROUP BY h.seat_id) a ON a.seat_id = m.seat_id
  WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.meeting_id = ${meetingId}::uuid`;

export async function liveSeats(
  db: Db,
  scope: TenantScope,
  meetingId: string,
  { lines }: Electorate,
): Promise<SeatView[]> {
  const rows = new Map((await rowsOf(db, scope, meetingId)).map((row) => [row.seatId, row]));
  return lines.map((line) => {
    const row = rows.get(line.seatId);
    const { seatId, number, position, voting, eligible, holderName, present, recused } = line;
    return {
      ...{ seatId, number, position, voting, eligible, holderName, present, recused },
      personName: row?.personName ?? null,
      deliveredAt: row?.deliveredAt?.toISOString() ?? null,
      readAt: row?.readAt?.toISOString() ?? null,
      rsvp: row?.rsvp ?? "none",
      proxyTo: line.proxyTo?.seatId ?? null,
      alternates: row?.alternates ?? [],
    };
  });
}

/** Letters of the meeting, those that ended among them. */
export async function proxiesOf(
  db: Db,
  scope: TenantScope,
  meetingId: string,
): Promise<ProxyView[]> {
  const rows = await db.proxy.findMany({
    where: { allianceId: scope.alliance.id, meetingId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    principalSeatId: row.principalSeatId,
    holderSeatId: row.holderSeatId,
    state: row.state,
    letterFileId: row.letterFileId,
    version: row.version,
    mine: row.grantedById === scope.actor.userId,
  }));
}
