import { rolesWith } from "@/lib/features/access/policy";
import { mailWords, officialInstant } from "@/lib/i18n/mail";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails } from "@/lib/platform/mail/enqueue";

type Letter = "asked" | "approved" | "rejected" | "cancelled";

type Row = {
  bookingId: string;
  userId: string;
  email: string;
  locale: string;
  equipment: string;
  platform: string;
  platformId: string;
  organization: string;
  startsAt: Date;
  endsAt: Date;
  purpose: string;
  reason: string | null;
  version: number;
};

/**
 * The people of the host, the secretariat where there is none, and who asked, as long as they act for the unit; never who
 * takes the step.
 */
const readers = (
  tx: Tx,
  scope: TenantScope,
  ids: readonly string[],
  letter: Letter,
) => tx.$queryRaw<Row[]>`
  SELECT DISTINCT ON (b.id, u.id) b.id AS "bookingId", u.id AS "userId", u.email, u.locale, e.name AS equipment, p.name AS platform, p.id AS "platformId",
    o.name AS organization, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.purpose, b.reason, b.version
  FROM equipment_bookings b JOIN platform_equipment e ON e.alliance_id = b.alliance_id AND e.id = b.equipment_id
  JOIN platforms p ON p.alliance_id = e.alliance_id AND p.id = e.platform_id JOIN organizations o ON o.id = b.organization_id
  JOIN role_grants r ON r.alliance_id = b.alliance_id AND r.valid_from <= ${scope.today}::date
    AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date AND (
    (${letter} <> 'asked' AND r.user_id = b.requested_by_id AND r.organization_id = b.organization_id
      AND r.role::text = ANY (${rolesWith("equipment.book")}::text[]))
    OR (${letter} IN ('asked', 'cancelled') AND r.role::text = ANY (${rolesWith("platform.write")}::text[])
      AND CASE WHEN p.host_id IS NULL THEN r.organization_id IS NULL ELSE r.organization_id = p.host_id END))
  JOIN users u ON u.id = r.user_id AND u.disabled_at IS NULL AND u.id IS DISTINCT FROM ${scope.actor.userId}::uuid
  WHERE b.alliance_id = ${scope.alliance.id}::uuid AND b.id = ANY(${ids}::uuid[])
  ORDER BY b.id, u.id`;

/** Tells those whom a step of these bookings concerns; each letter once. */
export async function tellBookings(
  tx: Tx,
  scope: TenantScope,
  ids: readonly string[],
  letter: Letter,
): Promise<void> {
  const rows = await readers(tx, scope, ids, letter);
  const zone = scope.alliance.timeZone;
  await enqueueMails(
    tx,
    rows.map((row) => {
      const values = {
        equipment: row.equipment,
        platform: row.platform,
        organization: row.organization,
        from: officialInstant(row.locale, row.startsAt, zone),
        to: officialInstant(row.locale, row.endsAt, zone),
        purpose: row.purpose,
        reason: row.reason ?? "—",
        link: absoluteAddress(`/a/${scope.alliance.slug}/platforms/${row.platformId}`),
      };
      const { locale } = row;
      return {
        dedupeKey: `booking-${letter}:${row.bookingId}:${row.userId}`,
        recipient: row.email,
        subject: mailWords(locale, (w) => w.platforms.booking.mail[letter].subject, values),
        body: mailWords(locale, (w) => w.platforms.booking.mail[letter].body, values),
      };
    }),
  );
}
