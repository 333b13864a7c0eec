import { rolesWith } from "@/lib/features/access/policy";
import { mailWords, officialDay, officialInstant } from "@/lib/i18n/mail";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { mailKeptDays } from "@/lib/platform/mail/limits";
import { type Audience, DAY, dueLetter, type Letter, letterKey, letters } from "../rules/letters";

/** Whose right it is to hear of it: roles of the table, held in the alliance. */
const rolesOf: Record<Audience, readonly string[]> = {
  chosen: rolesWith("bid.submit"),
  others: rolesWith("bid.submit"),
  members: rolesWith("bid.submit"),
  poster: rolesWith("call.post"),
  office: rolesWith("call.manage"),
  openers: rolesWith("bid.open"),
  arbiters: rolesWith("call.answer_objection"),
};

/** One letter about one call; `chosenBidId` where the step itself takes the choice back. */
type Wanted = { callId: string; letter: Letter; stamp: string; chosenBidId?: string | null };

type Row = {
  callId: string;
  letter: Letter;
  stamp: string;
  userId: string;
  email: string;
  locale: string;
  title: string;
  closesAt: Date | null;
  noticeUntil: string | null;
};

/** Accounts by letter, each once, in the first of the letter's audiences that it belongs to; not who took the step. */
function recipients(tx: Tx, scope: TenantScope, wanted: readonly Wanted[]) {
  const lines = wanted.flatMap((one) =>
    letters[one.letter].flatMap((audience, place) =>
      rolesOf[audience].map((role) => ({ ...one, audience, place, role })),
    ),
  );
  const column = <K extends keyof (typeof lines)[number]>(key: K) => lines.map((one) => one[key]);
  return tx.$queryRaw<Row[]>`
    WITH w AS (
      SELECT * FROM unnest(${column("callId")}::uuid[], ${column("letter")}::text[], ${column("stamp")}::text[],
        ${column("audience")}::text[], ${column("place")}::int[], ${column("role")}::text[],
        ${lines.map((one) => one.chosenBidId ?? null)}::uuid[]) AS x (call_id, letter, stamp, audience, place, role, former_bid)
    ), c AS (
      SELECT w.*, k.poster_id, k.round, coalesce(w.former_bid, k.chosen_bid_id) AS chosen_bid, k.closes_at, k.notice_until,
        CASE WHEN k.secrecy = 'restricted' AND w.audience NOT IN ('poster', 'office', 'openers', 'arbiters')
          THEN coalesce(k.public_title, k.title) ELSE k.title END AS title
      FROM w JOIN calls k ON k.alliance_id = ${scope.alliance.id}::uuid AND k.id = w.call_id
    )
    SELECT DISTINCT ON (c.call_id, c.letter, u.id) c.call_id AS "callId", c.letter, c.stamp, u.id AS "userId", u.email, u.locale,
      c.title, c.closes_at AS "closesAt", c.notice_until::text AS "noticeUntil"
    FROM c JOIN role_grants g ON g.alliance_id = ${scope.alliance.id}::uuid AND g.role::text = c.role
      AND g.valid_from <= ${scope.today}::date AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
    JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL
    WHERE u.id IS DISTINCT FROM ${scope.actor.userId}::uuid AND CASE c.audience
      WHEN 'poster' THEN g.organization_id = c.poster_id
      WHEN 'members' THEN g.organization_id <> c.poster_id
      WHEN 'chosen' THEN EXISTS (SELECT 1 FROM bids b WHERE b.id = c.chosen_bid AND b.organization_id = g.organization_id)
      WHEN 'others' THEN EXISTS (SELECT 1 FROM bids b WHERE b.call_id = c.call_id AND b.round = c.round
        AND b.organization_id = g.organization_id AND b.state IN ('sealed', 'opened', 'lapsed') AND b.id IS DISTINCT FROM c.chosen_bid)
      ELSE true END
    ORDER BY c.call_id, c.letter, u.id, c.place`;
}

function mailOf(scope: TenantScope, row: Row): Mail {
  const { locale, closesAt, noticeUntil } = row;
  const values = {
    title: row.title,
    alliance: scope.alliance.name,
    closes: closesAt ? officialInstant(locale, closesAt, scope.alliance.timeZone) : "",
    until: noticeUntil ? officialDay(locale, noticeUntil) : "",
    link: absoluteAddress(`/a/${scope.alliance.slug}/calls/${row.callId}`),
  };
  return {
    dedupeKey: letterKey(row.letter, row.callId, row.stamp, row.userId),
    recipient: row.email,
    subject: mailWords(locale, (words) => words.calls.mail[row.letter].subject, values),
    body: mailWords(locale, (words) => words.calls.mail[row.letter].body, values),
  };
}

/** Puts the letters into the outbox, in the transaction of the step: one statement to find out who, one to write. */
export async function sendLetters(
  tx: Tx,
  scope: TenantScope,
  wanted: readonly Wanted[],
): Promise<number> {
  if (wanted.length === 0) return 0;
  const rows = await recipients(tx, scope, wanted);
  return enqueueMails(
    tx,
    rows.map((row) => mailOf(scope, row)),
  );
}

/**
 * By the clock: a day before the deadline to those who bid, after it to those who open. Each once per deadline: one so long
 * ago that the outbox has forgotten its letter is not written about again.
 */
export async function remindCalls(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<{ reminded: number }, never>> {
  const remembered = new Date(scope.now.getTime() - mailKeptDays * DAY);
  const open = await tx.call.findMany({
    where: { allianceId: scope.alliance.id, state: "bidding", closesAt: { gt: remembered } },
    select: { id: true, closesAt: true },
  });
  const wanted = open.flatMap(({ id, closesAt }) => {
    const letter = closesAt && dueLetter(closesAt, scope.now);
    return letter ? [{ callId: id, letter, stamp: closesAt.toISOString() }] : [];
  });
  const reminded = await sendLetters(tx, scope, wanted);
  if (reminded > 0) {
    await scope.audit({
      action: "call.remind",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { reminded },
    });
  }
  return accept({ reminded });
}
