import { expect, test } from "vitest";
import {
  receiptQuery,
  recountVoteQuery,
  votesOfMeetingQuery,
} from "@/lib/features/votes/procedures/ballots";
import * as run from "@/lib/features/votes/procedures/run";
import { newSeal, openerOf, seal } from "@/lib/platform/auth/seal";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  cast,
  castSecret,
  close,
  declare,
  got,
  leave,
  open,
  opened,
  prepare,
  seatOf,
  sitting,
} from "./world";

const { db } = useDatabase();
const choices = ["yes", "no", "abstain", "yes", "no", "yes", "yes", "abstain", "yes"] as const;

test("a secret vote: cast once, counted at the close, and the key is gone", async () => {
  const world = await sitting();
  const vote = await opened(world, { method: "secret" });
  for (const [index, choice] of choices.entries())
    got(await castSecret(world, vote.id, index, choice));
  expect(await castSecret(world, vote.id, 0, "no")).toMatchObject({
    ok: false,
    reason: "already-cast",
  });
  expect(await cast(world, vote.id, 1, "no")).toMatchObject({ ok: false, reason: "wrong-method" });
  const open1 = await db().ballotBox.findMany({ where: { voteId: vote.id } });
  expect(open1.every(({ sealed, choice }) => sealed && choice === null)).toBe(true);
  expect(new Set(open1.map(({ sealed }) => sealed?.length)).size).toBe(1);
  const closed = got(await close(world, vote.id));
  expect((await db().vote.findUniqueOrThrow({ where: { id: vote.id } })).sealKey).toBeNull();
  expect(got(await declare(world, closed)).outcome).toBe("carried");
  const again = await ask(recountVoteQuery, world.call(world.secretary), { voteId: vote.id });
  expect(again).toMatchObject({
    ballotsAgree: true,
    resultAgrees: true,
    sheet: { votes: { yes: 5, no: 2, abstain: 2 } },
  });
});

test("A-22 a secret box is not opened on fewer ballots than the rule asks for", async () => {
  const world = await sitting();
  const vote = await opened(world, { method: "secret" });
  for (const index of [0, 1, 2, 3]) got(await castSecret(world, vote.id, index, "yes"));
  expect(await close(world, vote.id)).toMatchObject({
    ok: false,
    reason: "too-few-cast-in-secret",
    details: { count: 4, least: 5 },
  });
  const stays = await db().vote.findUniqueOrThrow({ where: { id: vote.id } });
  expect(stays).toMatchObject({ state: "open", tally: null, closing: null });
  expect(stays.sealKey).not.toBeNull();
  expect(await db().ballotBox.count({ where: { voteId: vote.id, sealed: null } })).toBe(0);
  got(await castSecret(world, vote.id, 4, "no"));
  got(await close(world, vote.id));
});

test("A-22 I-09 no query over live tables links seat and choice, also not by xmin, ctid or order", async () => {
  const agreements: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const world = await sitting();
    const vote = await opened(world, { method: "secret" });
    const order = [...choices.keys()].sort(() => Math.random() - 0.5);
    for (const index of order)
      got(await castSecret(world, vote.id, index, choices[index] ?? "yes"));
    got(await close(world, vote.id));
    const [shared] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM ballot_box b JOIN ballot_issues i ON i.vote_id = b.vote_id
      WHERE b.vote_id = ${vote.id}::uuid AND (b.xmin::text = i.xmin::text OR b.id = i.seat_id)`;
    expect(shared?.n).toBe(0);
    const [transactions] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(DISTINCT xmin::text)::int AS n FROM ballot_box WHERE vote_id = ${vote.id}::uuid`;
    expect(transactions?.n).toBe(1);
    // The place of a row in its table, against the place of the seat in the list of those who cast.
    const box = await db().$queryRaw<{ choice: string }[]>`
      SELECT choice::text AS choice FROM ballot_box WHERE vote_id = ${vote.id}::uuid ORDER BY ctid`;
    agreements.push(
      box.filter(({ choice }, place) => choice === choices[order[place] ?? 0]).length,
    );
    const columns = await db().$queryRaw<{ name: string }[]>`
      SELECT a.column_name AS name FROM information_schema.columns a JOIN information_schema.columns b USING (column_name)
      WHERE a.table_name = 'ballot_box' AND b.table_name = 'ballot_issues'`;
    expect(columns.map(({ name }) => name).sort()).toEqual(["alliance_id", "vote_id"]);
    const audit = await db().auditEntry.findMany({
      where: { action: "ballot.cast", subjectId: vote.id },
    });
    expect(audit.every(({ details }) => Object.keys(details as object).join() === "seatId")).toBe(
      true,
    );
    expect(await db().idempotencyRecord.count({ where: { operation: "votes.castSecret" } })).toBe(
      0,
    );
  }
  // 54 pairs: by chance about 21 agree, in the order of casting all would.
  expect(agreements.reduce((sum, one) => sum + one, 0)).toBeLessThan(45);
});

test("A-22 the fingerprint of a repeated request does not stay beside its sender", async () => {
  const world = await sitting();
  const vote = await opened(world, { method: "secret" });
  const call = { ...world.call(world.people[0] ?? world.secretary), idempotencyKey: "secret-one" };
  const { castSecretBallotCommand } = await import("@/lib/features/votes/procedures/ballots");
  got(
    await perform(castSecretBallotCommand, call, {
      voteId: vote.id,
      seatId: seatOf(world, 0),
      choice: "yes",
      blind: crypto.randomUUID(),
    }),
  );
  expect(await db().idempotencyRecord.count({ where: { operation: "votes.castSecret" } })).toBe(0);
});

test("A-22 refused below the rule's least number, and no partial counts before the close", async () => {
  const small = await sitting({ seats: 4 });
  expect(await open(small, got(await prepare(small, { method: "secret" })))).toMatchObject({
    ok: false,
    reason: "too-few-for-secret",
    details: { count: 4, least: 5 },
  });
  const world = await sitting();
  const vote = await opened(world, { method: "secret" });
  got(await castSecret(world, vote.id, 0, "yes"));
  const seen = await ask(votesOfMeetingQuery, world.call(world.secretary), {
    meetingId: world.meeting.id,
  });
  expect(seen.items[0]?.votes[0]).toMatchObject({ cast: 1, sheet: null });
  expect(JSON.stringify(seen)).not.toContain('"yes":');
});

test("a unanimous secret result warns that its secrecy is void", async () => {
  const world = await sitting();
  const vote = await opened(world, { method: "secret" });
  for (const index of choices.keys()) got(await castSecret(world, vote.id, index, "yes"));
  const closed = got(await close(world, vote.id));
  got(await declare(world, closed));
  const { sheet } = await ask(recountVoteQuery, world.call(world.secretary), { voteId: vote.id });
  expect(sheet?.secrecyVoid).toBe(true);
});

test("ballots of a secret vote without quorum, or aborted, are never opened", async () => {
  const world = await sitting({ present: 6 });
  const vote = await opened(world, { method: "secret" });
  for (const index of [0, 1, 2, 3, 4, 5]) got(await castSecret(world, vote.id, index, "yes"));
  await leave(world, 0);
  expect(got(await close(world, vote.id)).state).toBe("inquorate");
  expect(await db().ballotBox.count({ where: { voteId: vote.id } })).toBe(0);
  const other = await sitting();
  const second = await opened(other, { method: "secret" });
  got(await castSecret(other, second.id, 0, "no"));
  got(
    await perform(run.abortVoteCommand, other.call(other.secretary), {
      voteId: second.id,
      reason: "示例：断电",
    }),
  );
  expect(await db().ballotBox.count({ where: { voteId: second.id } })).toBe(0);
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { action: "vote.abort", subjectId: second.id },
  });
  expect(entry.details).toMatchObject({ destroyed: 1 });
});

test("A-26 the receipt proves inclusion, not content, and is one's own", async () => {
  const world = await sitting();
  const vote = await opened(world, { method: "secret" });
  const own = (index: number, seat = index) =>
    ask(receiptQuery, world.call(world.people[index] ?? world.secretary), {
      voteId: vote.id,
      seatId: seatOf(world, seat),
    });
  expect((await own(0)).included).toBe(false);
  got(await castSecret(world, vote.id, 0, "no"));
  const receipt = await own(0);
  expect(receipt).toEqual({
    voteId: vote.id,
    seatId: seatOf(world, 0),
    included: true,
    code: receipt.code,
  });
  await expect(own(1, 0)).rejects.toMatchObject({ code: "forbidden" });
});

test("a seal opens what it sealed, and nothing that was changed or is another's", () => {
  const first = newSeal();
  const second = newSeal();
  const sealed = seal(first.publicKey, 2);
  expect(openerOf(first.publicKey, first.lockedKey)(sealed)).toBe(2);
  expect(() => openerOf(second.publicKey, second.lockedKey)(sealed)).toThrow();
  const bent = Buffer.from(sealed);
  bent.writeUInt8(bent.readUInt8(bent.length - 1) ^ 1, bent.length - 1);
  expect(() => openerOf(first.publicKey, first.lockedKey)(bent)).toThrow();
});
