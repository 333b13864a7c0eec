import type { z } from "zod";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { bytesOpenerOf, shuffled } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { callFacts, type HeldCall, sealedCount } from "../queries/facts";
import { tiesOf } from "../queries/ties";
import { affiliationOf, type Ties } from "../rules/affiliation";
import { lapsed } from "../rules/opening";
import { bidContent, type SealedContent, sealedContent } from "../schema/bids";
import type { Moved, openBidsInput } from "../schema/needs";
import { holdFor, moveTo, note } from "./hold";

export const openRefusals = [
  "call-wrong-state",
  "call-not-closed",
  "too-few-bids",
  "opener-twice",
  "opener-of-bidder",
  "bid-seal-broken",
] as const;
type OpenRefusal = (typeof openRefusals)[number];
type Input = z.output<typeof openBidsInput>;

type Sealed = {
  id: string;
  organizationId: string;
  sealed: Uint8Array | null;
  /** Rows that were merged into its team's since it was sealed: a seal names the row of its day. */
  formerIds: readonly string[];
};

const sealedBids = (tx: Tx, scope: TenantScope, call: HeldCall): Promise<Sealed[]> =>
  tx.$queryRaw<Sealed[]>`
    SELECT b.id, b.organization_id AS "organizationId", b.sealed,
      ARRAY(SELECT o.id FROM organizations o WHERE o.merged_into_id = b.organization_id) AS "formerIds"
    FROM bids b WHERE b.alliance_id = ${scope.alliance.id}::uuid AND b.call_id = ${call.id}::uuid
      AND b.round = ${call.round} AND b.state = 'sealed' ORDER BY b.submitted_at, b.id`;

/** Who opens belongs to none of the units that it is about. */
function isTied(scope: TenantScope, call: HeldCall, bids: readonly Sealed[]): boolean {
  const units = [call.posterId, ...bids.map(({ organizationId }) => organizationId)];
  return scope.actor.roles.some(
    ({ organizationId }) => organizationId !== null && units.includes(organizationId),
  );
}

/** The first of two: the deadline has passed, enough bids are there, and nothing is read as yet. */
async function openFirst(
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
): Promise<Result<Moved, OpenRefusal>> {
  if (!call.overdue) return refuse("call-not-closed");
  const count = await sealedCount(tx, call);
  if (count < call.leastBids) return refuse("too-few-bids", { count, least: call.leastBids });
  return moveTo(tx, scope, call, {
    move: "open_first",
    data: { firstOpenerId: scope.actor.userId },
    details: { bids: count },
  });
}

/** The first came too long ago: whoever comes now is the first again. */
async function openAnew(tx: Tx, scope: TenantScope, call: HeldCall): Promise<Moved> {
  await tx.call.updateMany({
    where: { allianceId: scope.alliance.id, id: call.id, version: call.version },
    data: {
      firstOpenerId: scope.actor.userId,
      stateSince: call.at,
      version: { increment: 1 },
    },
  });
  await note(tx, scope, call.id, "open_first");
  await scope.audit({
    action: "call.open_first",
    subjectType: "call",
    subjectId: call.id,
    details: { again: true },
  });
  return { id: call.id, state: "closed", version: call.version + 1 };
}

/** What a seal holds; undefined where it does not open, or was made for another call or another team. */
function contentOf(
  call: HeldCall,
  bid: Sealed,
  open: (sealed: Uint8Array) => Buffer,
): SealedContent | undefined {
  if (!bid.sealed) return undefined;
  try {
    const content = sealedContent.parse(JSON.parse(open(bid.sealed).toString("utf8")));
    const bound =
      content.callId === call.id &&
      [bid.organizationId, ...bid.formerIds].includes(content.organizationId) &&
      content.round === call.round;
    return bound ? content : undefined;
  } catch {
    return undefined;
  }
}

type Opened = { bid: Sealed; content: SealedContent; letter: number };

/** Bids of rows that became one unit since: the last one stands, as if the team had replaced the others. */
function replacedIn(bids: readonly Sealed[], ties: readonly Ties[]): Set<string> {
  const unitOf = ({ organizationId: own }: Sealed) =>
    ties.find(({ id }) => id === own)?.mergedIntoId ?? own;
  const last = new Map(bids.map((bid) => [unitOf(bid), bid.id]));
  return new Set(bids.flatMap((bid) => (last.get(unitOf(bid)) === bid.id ? [] : bid.id)));
}

/** Ties may have come about since the bid was sealed: such a bid is set apart, with the reason. */
async function writeOpened(
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
  given: { bids: readonly Sealed[]; opened: readonly Opened[] },
) {
  const { bids, opened } = given;
  const units = bids.map(({ organizationId }) => organizationId);
  const ties = await tiesOf(tx, scope, [call.posterId, ...units]);
  const poster = ties.find(({ id }) => id === call.posterId);
  const replaced = replacedIn(bids, ties);
  const excluded: string[] = [];
  for (const { bid, content, letter } of opened) {
    const own = ties.find(({ id }) => id === bid.organizationId);
    const reason =
      (poster && own && affiliationOf(poster, own)) ?? (replaced.has(bid.id) ? "twin" : null);
    if (reason) excluded.push(bid.id);
    const where = { allianceId: scope.alliance.id, id: bid.id, state: "sealed" as const };
    await tx.bid.updateMany({
      where,
      data: {
        state: reason ? "excluded" : "opened",
        sealed: null,
        letter,
        content: asJson(bidContent.parse(strip(content))),
        quote: content.quote,
        excludedReason: reason,
      },
    });
  }
  return excluded;
}

const strip = ({ callId: _, organizationId: __, round: ___, ...content }: SealedContent) => content;

/** The second of two, another person: the seals are broken, letters are drawn by lot, and the bids can be read. */
async function openSecond(
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
  bids: readonly Sealed[],
): Promise<Result<Moved, OpenRefusal>> {
  if (!call.sealPublicKey || !call.sealKey)
    return refuse("bid-seal-broken", { count: bids.length });
  const open = bytesOpenerOf(call.sealPublicKey, call.sealKey);
  const read = shuffled(bids).map((bid, index) => ({
    bid,
    content: contentOf(call, bid, open),
    letter: index + 1,
  }));
  const whole = read.flatMap(({ content, ...rest }) => (content ? [{ ...rest, content }] : []));
  // Nothing is opened by halves: with the right secret in its place all of them open.
  if (whole.length < read.length) {
    return refuse("bid-seal-broken", { count: read.length - whole.length });
  }
  const excluded = await writeOpened(tx, scope, call, { bids, opened: whole });
  if (excluded.length > 0) await note(tx, scope, call.id, "excluded", String(excluded.length));
  return moveTo(tx, scope, call, {
    move: "open_second",
    data: { secondOpenerId: scope.actor.userId, openedAt: call.at },
    details: { bids: whole.length, excluded },
  });
}

/** Two people open the bids together, after the deadline by the clock of the database. */
export async function openBids(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Moved, OpenRefusal>> {
  const before = (await callFacts(tx, scope, input.id)) ?? notFound();
  const move = before.state === "closed" ? "open_second" : "open_first";
  const held = await holdFor(tx, scope, move, input);
  if (!held.ok) return held;
  const call = held.value;
  const bids = await sealedBids(tx, scope, call);
  if (isTied(scope, call, bids)) return refuse("opener-of-bidder");
  if (move === "open_first") return openFirst(tx, scope, call);
  if (lapsed(call.stateSince, call.at)) {
    return accept(await openAnew(tx, scope, call));
  }
  if (call.firstOpenerId === scope.actor.userId) return refuse("opener-twice");
  return openSecond(tx, scope, call, bids);
}
