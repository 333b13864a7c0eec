import { randomUUID } from "node:crypto";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { openerOf, shuffled } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { type Count, countBallots, nobody } from "../rules/snapshot";
import { type Choice, choices, type NamedBallot } from "../types";
import type { HeldVote } from "./hold";

export const closeRefusals = [
  "wrong-state",
  "counts-missing",
  "counts-differ",
  "papers-unconfirmed",
  "replies-outstanding",
  "too-few-cast-in-secret",
] as const;
export type CloseRefusal = (typeof closeRefusals)[number];
/** What was cast, as far as it may be known: who, for all but a show of hands; what by whom, for named votes only. */
export type Cast = {
  count: Count;
  cast: string[];
  ballots: NamedBallot[] | null;
  unconfirmed: string[];
};

export async function namedCast(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
): Promise<Result<Cast, CloseRefusal>> {
  const rows = await tx.ballot.findMany({
    where: { allianceId: scope.alliance.id, voteId: vote.id },
    select: {
      seatId: true,
      choice: true,
      proxySeatId: true,
      paperFileId: true,
      confirmedById: true,
    },
    orderBy: { seatId: "asc" },
  });
  const open = rows.filter((row) => row.paperFileId && !row.confirmedById);
  if (open.length > 0 && !vote.overdue) return refuse("papers-unconfirmed", { count: open.length });
  const counted = rows.filter((row) => !open.includes(row));
  return accept({
    count: countBallots(counted),
    cast: counted.map(({ seatId }) => seatId),
    ballots: counted.map(({ seatId, choice, proxySeatId }) => ({ seatId, choice, proxySeatId })),
    unconfirmed: open.map(({ seatId }) => seatId),
  });
}

export async function handsCast(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
): Promise<Result<Cast, CloseRefusal>> {
  const counts = await tx.handCount.findMany({
    where: { allianceId: scope.alliance.id, voteId: vote.id },
    select: { yes: true, no: true, abstain: true },
  });
  const [first, second] = counts;
  if (!first || !second) return refuse("counts-missing", { count: counts.length });
  const agree =
    first.yes === second.yes && first.no === second.no && first.abstain === second.abstain;
  if (!agree) return refuse("counts-differ");
  return accept({ count: { ...first, invalid: 0 }, cast: [], ballots: null, unconfirmed: [] });
}

/** Opens the box: every choice is written anew in an order of chance, and the sealed ones are gone (I-09). */
export async function secretCast(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
): Promise<Result<Cast, CloseRefusal>> {
  const where = { allianceId: scope.alliance.id, voteId: vote.id };
  if (!vote.sealKey || !vote.sealPublicKey) throw new Error("a secret vote without its seal");
  const open = openerOf(vote.sealPublicKey, vote.sealKey);
  const sealed = await tx.ballotBox.findMany({ where, select: { sealed: true } });
  const opened = sealed.map((row): Choice => {
    const choice = row.sealed ? choices[open(row.sealed)] : undefined;
    if (!choice) throw new Error("a ballot that cannot be read");
    return choice;
  });
  const issued = await tx.ballotIssue.findMany({
    where,
    select: { seatId: true },
    orderBy: { seatId: "asc" },
  });
  if (issued.length !== opened.length)
    throw new Error("ballots issued and ballots in the box differ");
  await tx.ballotBox.deleteMany({ where });
  await tx.ballotBox.createMany({
    data: shuffled(opened).map((choice) => ({ ...where, id: randomUUID(), choice })),
  });
  return accept({
    count: countBallots(opened.map((choice) => ({ choice }))),
    cast: issued.map(({ seatId }) => seatId),
    ballots: null,
    unconfirmed: [],
  });
}

/** The seats that cast, whatever they chose. */
export async function turnoutOf(tx: Tx, scope: TenantScope, vote: HeldVote): Promise<string[]> {
  const where = { allianceId: scope.alliance.id, voteId: vote.id };
  const rows =
    vote.method === "secret"
      ? await tx.ballotIssue.findMany({ where, select: { seatId: true } })
      : await tx.ballot.findMany({ where, select: { seatId: true } });
  return rows.map(({ seatId }) => seatId);
}

/** A box that stays shut: who took part, and nothing else. */
export const unread = (cast: string[]): Cast => ({
  count: { ...nobody },
  cast,
  ballots: null,
  unconfirmed: [],
});
