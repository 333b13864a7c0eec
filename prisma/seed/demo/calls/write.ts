import { createHash } from "node:crypto";
import { newSeal, sealBytes } from "@/lib/platform/auth/seal";
import type { Tx } from "@/lib/platform/db/transaction";
import type { DemoRows } from "../rows";

type CallRow = DemoRows["call"][number];
type BidRow = DemoRows["bid"][number];

const LATER = new Date("2199-01-01T00:00:00Z");
/** Before any clock, so that the day of loading may lie ahead of the database's. */
const PAST = new Date("2000-01-01T00:00:00Z");

/** A call as it was while it took bids. */
const whileBidding = (row: CallRow): CallRow => ({
  ...row,
  state: row.firstOpenerId ? "bidding" : row.state,
  closesAt: row.firstOpenerId ? LATER : (row.closesAt ?? null),
  firstOpenerId: null,
  secondOpenerId: null,
  openedAt: null,
  chosenBidId: null,
  projectId: row.openedAt ? null : (row.projectId ?? null),
  contractNo: null,
  contractAmount: null,
  signedById: null,
  acceptedById: null,
});

/** A call whose bids are still sealed has the pair of keys of this server, so that its two openers can open them. */
function withSeals(call: CallRow): { call: CallRow; seal: (bid: BidRow) => Uint8Array } {
  if (call.state !== "closed") return { call, seal: () => Uint8Array.of(0) };
  const { publicKey, lockedKey } = newSeal();
  const seal = ({ content, callId, organizationId, round }: BidRow) => {
    const whole = { ...(content as object), callId, organizationId, round };
    return Uint8Array.from(sealBytes(publicKey, Buffer.from(JSON.stringify(whole))));
  };
  const keys = {
    sealPublicKey: Uint8Array.from(publicKey),
    sealKey: Uint8Array.from(lockedKey),
  };
  return { call: { ...call, ...keys }, seal };
}

async function writeSealed(
  tx: Tx,
  rows: DemoRows,
  seals: Map<string, (bid: BidRow) => Uint8Array>,
) {
  await tx.bid.createMany({
    data: rows.bid.map((bid) => {
      const { id, allianceId, callId, round, organizationId, submittedAt } = bid;
      const sealed = Uint8Array.from(seals.get(callId)?.(bid) ?? []);
      const sha256 =
        bid.state === "sealed" ? createHash("sha256").update(sealed).digest("hex") : bid.sha256;
      return { id, allianceId, callId, round, organizationId, sha256, submittedAt, sealed };
    }),
  });
}

/** The guards of the database let nobody put down an opened bid: bids are sealed, the time passes, two people open them. */
export async function writeCalls(tx: Tx, rows: DemoRows): Promise<void> {
  const made = rows.call.map(withSeals);
  const calls = made.map(({ call }) => call);
  await tx.livingListItem.createMany({ data: rows.livingListItem });
  await tx.call.createMany({ data: calls.map(whileBidding) });
  await tx.callIndicator.createMany({ data: rows.callIndicator });
  await tx.callCriterion.createMany({ data: rows.callCriterion });
  await tx.callExpert.createMany({ data: rows.callExpert });
  await tx.needOpinion.createMany({ data: rows.needOpinion });
  await writeSealed(tx, rows, new Map(made.map(({ call, seal }) => [call.id ?? "", seal])));
  const begun = calls.filter((row) => row.firstOpenerId);
  for (const { id, firstOpenerId } of begun) {
    await tx.call.update({ where: { id }, data: { closesAt: PAST, firstOpenerId } });
  }
  for (const { id, ...bid } of rows.bid) {
    if (bid.state !== "sealed") {
      await tx.bid.update({ where: { id }, data: { ...bid, sealed: null } });
    }
  }
  await tx.bidScore.createMany({ data: rows.bidScore });
  for (const { id, ...call } of begun) await tx.call.update({ where: { id }, data: call });
  await tx.callEvent.createMany({ data: rows.callEvent });
}
