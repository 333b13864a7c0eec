import type { z } from "zod";
import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { holdItem } from "@/lib/features/meetings/commands/hold";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isRunning } from "../rules/states";
import type { prepareInput } from "../schema/votes";
import type { VoteReason, VoteState } from "../types";

export const prepareRefusals = [
  "wrong-state",
  "no-rule-for-matter",
  "secret-required",
  "vote-running",
  "revote-needs-reason",
  "revote-reason-does-not-fit",
  "procedural-majority-first",
  "block-not-possible",
] as const;
type PrepareRefusal = (typeof prepareRefusals)[number];

type Input = z.output<typeof prepareInput>;
type Last = {
  id: string;
  ordinal: number;
  state: VoteState;
  outcome: string | null;
  declaredAt: Date | null;
};

/** The votes that were taken on the item before; an aborted one decided nothing and needs no reason to be taken anew. */
async function lastOf(tx: Tx, itemId: string): Promise<Last | undefined> {
  const rows = await tx.$queryRaw<Last[]>`
    SELECT v.id, v.ordinal, v.state::text AS state, m.outcome::text AS outcome, v.declared_at AS "declaredAt"
    FROM votes v LEFT JOIN motions m ON m.id = v.motion_id
    WHERE v.item_id = ${itemId}::uuid AND v.state <> 'aborted' ORDER BY v.ordinal DESC LIMIT 1`;
  return rows[0];
}

/** Which reason fits what became of the vote before. */
function fits(last: Last, reason: VoteReason): boolean {
  switch (reason) {
    case "no_quorum":
      return last.state === "inquorate";
    case "tie":
      return last.state === "declared" && last.outcome === "tied";
    case "challenge_upheld":
      return last.state === "voided";
    case "procedural_error":
    case "new_facts":
      return last.state === "declared" || last.state === "voided";
  }
}

/** New facts in the same meeting: the body first decides, by a procedural vote, to come back to the item. */
async function hasProceduralMajority(tx: Tx, meetingId: string, last: Last): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM votes v JOIN agenda_items i ON i.id = v.item_id JOIN motions m ON m.id = v.motion_id
    WHERE i.meeting_id = ${meetingId}::uuid AND v.state = 'declared' AND v.matter = 'procedural'
      AND m.outcome = 'carried' AND v.declared_at > ${last.declaredAt}::timestamptz LIMIT 1`;
  return rows.length > 0;
}

async function faultOfRevote(
  tx: Tx,
  meetingId: string,
  last: Last | undefined,
  reason: VoteReason | undefined,
): Promise<PrepareRefusal | undefined> {
  if (!last) return reason ? "revote-reason-does-not-fit" : undefined;
  if (isRunning(last.state)) return "vote-running";
  if (!reason) return "revote-needs-reason";
  if (!fits(last, reason)) return "revote-reason-does-not-fit";
  const again = reason === "new_facts" && !(await hasProceduralMajority(tx, meetingId, last));
  return again ? "procedural-majority-first" : undefined;
}

/** A block is made of prepared votes of one meeting, taken in the same way under the same class of matters. */
async function blockFor(
  tx: Tx,
  scope: TenantScope,
  given: { voteId: string; meetingId: string; method: string; matter: string },
): Promise<Result<string, "block-not-possible">> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: given.voteId } };
  const select = {
    id: true,
    state: true,
    method: true,
    matter: true,
    blockId: true,
    item: { select: { meetingId: true } },
  };
  const other = (await tx.vote.findUnique({ where, select })) ?? notFound();
  const together =
    other.state === "prepared" &&
    other.method === given.method &&
    other.matter === given.matter &&
    other.item.meetingId === given.meetingId;
  if (!together) return refuse("block-not-possible");
  if (other.blockId) return accept(other.blockId);
  await tx.vote.updateMany({
    where: { id: other.id, allianceId: scope.alliance.id, state: "prepared" },
    data: { blockId: other.id },
  });
  return accept(other.id);
}

/**
 * The rule is that of the day of the meeting (the first freeze), by the class of the item's matter. Elections and the
 * charter are decided by the rules of their own classes.
 */
async function ruleFor(
  tx: Tx,
  scope: TenantScope,
  given: { bodyId: string; day: string; matter: string },
): Promise<RuleInForce | undefined> {
  const roster = await getRoster(tx, scope, { bodyId: given.bodyId, day: given.day });
  return roster.rules.find((rule) => rule.matter === given.matter);
}

const votable = ["noticed", "check_in", "open", "suspended"];

/** Writes down what will be voted on and how; nobody can cast before the opening. */
export async function prepareVote(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<{ id: string; state: "prepared"; version: number }, PrepareRefusal>> {
  const { item, meeting } = await holdItem(tx, scope, input.itemId);
  const decides = item.kind === "decide" || item.kind === "elect" || item.kind === "procedural";
  const last = await lastOf(tx, item.id);
  const waits =
    ["planned", "open"].includes(item.state) || (last !== undefined && item.state === "decided");
  if (!votable.includes(meeting.state) || !decides || !waits) return refuse("wrong-state");
  const matter =
    item.kind === "procedural" ? "procedural" : (item.matter ?? input.matter ?? "ordinary");
  const rule = await ruleFor(tx, scope, { bodyId: meeting.bodyId, day: meeting.heldOn, matter });
  if (!rule) return refuse("no-rule-for-matter");
  if (rule.options.secretRequired && input.method !== "secret") return refuse("secret-required");
  const fault = await faultOfRevote(tx, meeting.id, last, input.reason);
  if (fault) return refuse(fault);
  const block = input.blockWith
    ? await blockFor(tx, scope, {
        voteId: input.blockWith,
        meetingId: meeting.id,
        method: input.method,
        matter,
      })
    : accept(null);
  if (!block.ok) return block;
  const id = await writeVote(tx, scope, {
    input,
    itemId: item.id,
    last,
    rule,
    blockId: block.value,
  });
  await touchMeeting(tx, scope, meeting.id);
  return accept({ id, state: "prepared", version: 1 });
}

type Prepared = {
  input: Input;
  itemId: string;
  last: Last | undefined;
  rule: RuleInForce;
  blockId: string | null;
};

async function writeVote(tx: Tx, scope: TenantScope, given: Prepared): Promise<string> {
  const allianceId = scope.alliance.id;
  const { input, itemId, last, rule } = given;
  const before = await tx.vote.aggregate({
    where: { allianceId, itemId },
    _max: { ordinal: true },
  });
  const { id } = await tx.vote.create({
    data: {
      allianceId,
      itemId,
      ordinal: (before._max.ordinal ?? 0) + 1,
      text: input.text,
      matter: rule.matter,
      method: input.method,
      ruleSetId: rule.id,
      blockId: given.blockId,
      supersedesId: last?.id ?? null,
      supersedeReason: last ? (input.reason ?? null) : null,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "vote.prepare",
    subjectType: "vote",
    subjectId: id,
    details: { itemId, method: input.method, matter: rule.matter, supersedes: last?.id ?? null },
  });
  return id;
}
