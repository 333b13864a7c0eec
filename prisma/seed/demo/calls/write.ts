import type { Tx } from "@/lib/platform/db/transaction";
import type { DemoRows } from "../rows";

type CallRow = DemoRows["call"][number];

const LATER = new Date("2199-01-01T00:00:00Z");
/** Before any clock, so that the day of loading may lie ahead of the database's. */
const PAST = new Date("2000-01-01T00:00:00Z");

/** A call as it was while it took bids. */
const whileBidding = (row: CallRow): CallRow => ({
  ...row,
  state: row.openedAt ? "bidding" : row.state,
  closesAt: row.openedAt ? LATER : (row.closesAt ?? null),
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

/** The guards of the database let nobody put down an opened bid: bids are sealed, the time passes, two people open them. */
export async function writeCalls(tx: Tx, rows: DemoRows): Promise<void> {
  await tx.livingListItem.createMany({ data: rows.livingListItem });
  await tx.call.createMany({ data: rows.call.map(whileBidding) });
  await tx.callIndicator.createMany({ data: rows.callIndicator });
  await tx.callCriterion.createMany({ data: rows.callCriterion });
  await tx.callExpert.createMany({ data: rows.callExpert });
  await tx.needOpinion.createMany({ data: rows.needOpinion });
  await tx.bid.createMany({
    data: rows.bid.map(
      ({ id, allianceId, callId, round, organizationId, sha256, submittedAt }) => ({
        id,
        allianceId,
        callId,
        round,
        organizationId,
        sha256,
        submittedAt,
        sealed: Uint8Array.of(0),
      }),
    ),
  });
  const opened = rows.call.filter((row) => row.openedAt);
  for (const { id, firstOpenerId } of opened) {
    await tx.call.update({ where: { id }, data: { closesAt: PAST, firstOpenerId } });
  }
  for (const { id, ...bid } of rows.bid) {
    await tx.bid.update({ where: { id }, data: { ...bid, sealed: null } });
  }
  await tx.bidScore.createMany({ data: rows.bidScore });
  for (const { id, ...call } of opened) await tx.call.update({ where: { id }, data: call });
  await tx.callEvent.createMany({ data: rows.callEvent });
}
