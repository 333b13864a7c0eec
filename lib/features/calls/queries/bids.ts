import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { biddersOf, isExpert, isPoster, seesWhole } from "../policy";
import { meanText, type Sheet, spreadOf, totalOf } from "../rules/scoring";
import { isOpened, isRanked } from "../rules/states";
import { bidContent, type readableBidFile, type readBidFileInput } from "../schema/bids";
import type { BidView, CallView } from "../schema/view";
import { callFacts, type HeldCall } from "./facts";

/** Whose bids the reader may see in which way. */
export type BidEyes = "whole" | "blind" | "none";

/** The office reads what two people opened; the enterprise when the ranks are there; an expert blind, once he is clear. */
export function eyesOf(scope: TenantScope, call: HeldCall, clear: boolean): BidEyes {
  if (seesWhole(scope)) return isOpened(call.state) || call.state === "failed" ? "whole" : "none";
  if (isPoster(scope, call) && isRanked(call.state)) return "whole";
  return clear && isExpert(scope, call) && call.state === "evaluation" ? "blind" : "none";
}

const spreadText = (sheet: Sheet, bidId: string): string | null => {
  const all = sheet.experts.flatMap(
    (expert) => totalOf(sheet.weights, sheet.given, bidId, expert) ?? [],
  );
  return all.length < sheet.experts.length || all.length === 0 ? null : meanText(spreadOf(all), 1);
};

/** Bids that were opened, by letter; for an expert without anything that tells whose they are. */
export async function bidsOf(
  db: Db,
  scope: TenantScope,
  call: HeldCall,
  given: { eyes: BidEyes; sheet: Sheet },
): Promise<BidView[]> {
  const { eyes, sheet } = given;
  if (eyes === "none") return [];
  const rows = await db.bid.findMany({
    where: {
      allianceId: scope.alliance.id,
      callId: call.id,
      round: call.round,
      state: eyes === "blind" ? "opened" : { in: ["opened", "excluded"] },
    },
    include: {
      organization: { select: { id: true, name: true } },
      discussions: { select: { text: true } },
    },
    orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { letter: "asc" }],
  });
  return rows.map((row) => {
    const whole = eyes === "whole";
    const content = bidContent.parse(row.content);
    const { leader: _, team: __, fileId, secondFileId, ...plan } = content;
    const files = { ...(fileId && { fileId }), ...(secondFileId && { secondFileId }) };
    return {
      id: row.id,
      state: row.state,
      letter: row.letter,
      organization: whole ? row.organization : null,
      // A file may carry the name of its team: experts judge by the plan.
      content: whole ? { ...content, ...files } : plan,
      excludedReason: whole ? row.excludedReason : null,
      points: row.points === null ? null : meanText(row.points, row.judges ?? 1),
      rank: row.rank,
      spread: whole ? spreadText(sheet, row.id) : null,
      discussion: row.discussions[0]?.text ?? null,
      chosen: whole && row.id === call.chosenBidId,
    };
  });
}

/** What the reader's own units have handed in: that it is there, and its seal; not what is in it. */
export const ownBids = async (
  db: Db,
  scope: TenantScope,
  call: HeldCall,
): Promise<CallView["ownBids"]> => {
  const rows = await db.bid.findMany({
    where: {
      allianceId: scope.alliance.id,
      callId: call.id,
      round: call.round,
      organizationId: { in: biddersOf(scope, call) },
    },
    select: {
      id: true,
      state: true,
      submittedAt: true,
      sha256: true,
      replacements: true,
      organization: { select: { id: true, name: true } },
    },
  });
  return rows;
};

/**
 * What opens a file of a bid; for nobody before two people have opened the bids, then for those who read the bid whole,
 * and for its own team.
 */
export async function readBidFile(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof readBidFileInput>,
): Promise<z.input<typeof readableBidFile>> {
  const call = (await callFacts(db, scope, input.callId)) ?? notFound();
  const where = { allianceId: scope.alliance.id, id: input.fileId, callId: call.id };
  const row = (await db.bidFile.findFirst({ where, include: { file: true } })) ?? notFound();
  const own = biddersOf(scope, call).includes(row.organizationId) && isOpened(call.state);
  if (eyesOf(scope, call, false) !== "whole" && !own) return notFound();
  // Only a file that stands in an opened bid: others were never handed in.
  const bids = await db.bid.findMany({
    where: { callId: call.id, state: { in: ["opened", "excluded"] } },
    select: { content: true },
  });
  const named = bids.some(({ content }) => {
    const { fileId, secondFileId } = bidContent.parse(content);
    return fileId === row.id || secondFileId === row.id;
  });
  if (!named || !call.sealPublicKey || !call.sealKey) return notFound();
  return {
    sha256: row.file.sha256,
    publicKey: Buffer.from(call.sealPublicKey).toString("base64"),
    lockedKey: Buffer.from(call.sealKey).toString("base64"),
  };
}
