import type { Tx } from "@/lib/platform/db/transaction";
import { keys, type Moved } from "./moved";

/** Counted by nobody before the opening: who has bid is as sealed as the bids. */
export const sealedParts = ["bids", "bidFiles", "undertakings"];

/**
 * A bid keeps the row of its day where the survivor has one in the same round, or posts the call: the opening sets it
 * apart. No bid is dropped here, for none can be read.
 */
const moveBids = (tx: Tx, survivor: string, absorbed: string): Promise<string[]> =>
  keys(tx.$queryRaw`
    UPDATE bids b SET organization_id = ${survivor}::uuid FROM calls c
    WHERE c.id = b.call_id AND b.organization_id = ${absorbed}::uuid AND c.poster_id <> ${survivor}::uuid
      AND NOT EXISTS (SELECT 1 FROM bids s
        WHERE s.call_id = b.call_id AND s.round = b.round AND s.organization_id = ${survivor}::uuid) RETURNING b.id`);

/** Living lists, calls, and what was handed in for them; an undertaking that both rows signed stays signed twice. */
export async function moveCalls(tx: Tx, survivor: string, absorbed: string): Promise<Moved> {
  return {
    livingLists: await keys(
      tx.$queryRaw`UPDATE living_list_items SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    calls: await keys(
      tx.$queryRaw`UPDATE calls SET poster_id = ${survivor}::uuid WHERE poster_id = ${absorbed}::uuid RETURNING id`,
    ),
    bids: await moveBids(tx, survivor, absorbed),
    bidFiles: await keys(
      tx.$queryRaw`UPDATE bid_files SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
    ),
    undertakings: await keys(tx.$queryRaw`
      UPDATE call_undertakings u SET organization_id = ${survivor}::uuid
      WHERE u.organization_id = ${absorbed}::uuid AND NOT EXISTS (SELECT 1 FROM call_undertakings s
        WHERE s.call_id = u.call_id AND s.organization_id = ${survivor}::uuid) RETURNING u.id`),
  };
}
