import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import {
  abortBallotCommand,
  cancelElectionCommand,
  castPaperCommand,
  closeBallotCommand,
  drawLotCommand,
  fillSeatsCommand,
  nominateCommand,
  objectCommand,
  openBallotCommand,
  takeStepCommand,
  witnessLotCommand,
} from "@/lib/features/elections/procedures";
import { plainSteps } from "@/lib/features/elections/types";
import { perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { cast, checked, close, createWorld, good, opened, plan, view, type World } from "./world";

const { db, url } = useDatabase();
let world: World;
beforeEach(async () => {
  world = await createWorld(db());
});

test("I-02 60 papers of one seat at once: one is taken, nobody's is lost", async () => {
  const { id, ids } = await checked(world, 3);
  const roundId = await opened(world, id);
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => cast(world, roundId, 0, [ids[0] ?? ""])),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.flatMap((one) => (one.ok ? [] : one.reason)))).toEqual(
    new Set(["already-cast"]),
  );
  expect(await db().electionBox.count({ where: { roundId } })).toBe(1);
});

test("A-22 a box is not opened on fewer papers than the rule asks for", async () => {
  // A quorum that few papers reach: without it the box would stay shut anyway.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  await client.query("UPDATE rule_sets SET quorum_num = 1, quorum_den = 3 WHERE body_id = $1", [
    world.council.body.id,
  ]);
  await client.end();
  const { id, ids } = await checked(world, 3);
  const roundId = await opened(world, id);
  for (const index of [0, 1, 2, 3]) good(await cast(world, roundId, index, [ids[0] ?? ""]));
  await db().electionRound.update({
    where: { id: roundId },
    data: { closesAt: new Date(Date.now() - 1000) },
  });
  expect(await close(world, id)).toMatchObject({
    reason: "too-few-cast-in-secret",
    details: { count: 4, least: 5 },
  });
  const round = await db().electionRound.findUniqueOrThrow({ where: { id: roundId } });
  expect([round.state, round.tally]).toEqual(["open", null]);
  expect(await db().electionBox.count({ where: { roundId, sealed: null } })).toBe(0);
});

test("A-24 closing at once by two: one result", async () => {
  const { id, ids } = await checked(world, 3);
  const roundId = await opened(world, id);
  for (const index of world.voters.keys()) good(await cast(world, roundId, index, [ids[0] ?? ""]));
  const { version } = await view(world, id);
  const both = await Promise.all(
    [1, 2, 3].map(() =>
      perform(closeBallotCommand, world.by(world.clerk), { electionId: id, version }).catch(
        (error) => error,
      ),
    ),
  );
  expect(both.filter((one) => one.ok === true)).toHaveLength(1);
  expect(await db().electionBox.count({ where: { roundId } })).toBe(7);
});

describe("I-09 no query over live tables links seat and marks", () => {
  test("sealed while open, all of one length; rewritten in one transaction with no order at the close", async () => {
    const { id, ids } = await checked(world, 3);
    const roundId = await opened(world, id);
    const [a = "", b = ""] = ids;
    const papers = [[a], [b], [a, b], [a], [b], [a], []];
    for (const [index, marks] of papers.entries()) good(await cast(world, roundId, index, marks));
    const open = await db().electionBox.findMany({ where: { roundId } });
    expect(open.every(({ marks }) => marks === null)).toBe(true);
    expect(new Set(open.map(({ sealed }) => sealed?.length)).size).toBe(1);
    good(await close(world, id));
    const linked = await db().$queryRaw<{ joined: number; transactions: number }[]>`
      SELECT (SELECT count(*)::int FROM election_box b JOIN election_issues i ON i.xmin = b.xmin WHERE b.round_id = ${roundId}::uuid) AS joined,
        (SELECT count(DISTINCT b.xmin::text)::int FROM election_box b WHERE b.round_id = ${roundId}::uuid) AS transactions`;
    expect(linked).toEqual([{ joined: 0, transactions: 1 }]);
    const after = await db().electionBox.findMany({ where: { roundId } });
    expect(after.map(({ id: of }) => of).filter((of) => open.some((one) => one.id === of))).toEqual(
      [],
    );
    expect(after.map(({ marks }) => JSON.stringify(marks)).sort()).toEqual(
      papers.map((marks) => JSON.stringify(marks)).sort(),
    );
    const columns = await db().$queryRaw<{ column: string }[]>`
      SELECT column_name AS column FROM information_schema.columns
      WHERE table_name IN ('election_box', 'election_issues') AND column_name ~ '(_at|time|ip|person|user)'`;
    expect(columns).toEqual([]);
  });

  test("no audit entry, answer or open round says what was marked", async () => {
    const { id, ids } = await checked(world, 3);
    const roundId = await opened(world, id);
    const marked = ids[1] ?? "";
    good(await cast(world, roundId, 0, [marked]));
    const entries = await db().$queryRaw<{ details: unknown }[]>`
      SELECT details FROM audit_entries WHERE action = 'election.cast' AND details ->> 'roundId' = ${roundId}`;
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(marked);
    const seen = await view(world, id);
    expect(seen.rounds[0]).toMatchObject({ tally: null });
    expect(seen.rounds[0]?.electors.filter((one) => one.cast)).toHaveLength(1);
    await expect(
      db().electionBox.updateMany({ where: { roundId }, data: { marks: [] } }),
    ).rejects.toThrow();
    good(
      await perform(abortBallotCommand, world.by(world.clerk), {
        electionId: id,
        version: seen.version,
        reason: "示例",
      }),
    );
    await expect(
      db().electionBox.create({
        data: { id: seen.id, allianceId: world.alliance.id, roundId, marks: [] },
      }),
    ).rejects.toThrow();
  });
});

test("nobody else's seat: not another delegate, not the secretariat, not from another alliance", async () => {
  const { id, ids } = await checked(world, 3);
  const roundId = await opened(world, id);
  const [first, second] = world.voters;
  const paper = { roundId, seatId: first?.seatId ?? "", marks: [ids[0] ?? ""] };
  await expect(
    perform(castPaperCommand, world.by(second?.actor ?? world.clerk), paper),
  ).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(castPaperCommand, world.by(world.clerk), paper)).rejects.toMatchObject({
    code: "forbidden",
  });
  const other = await createWorld(db());
  const stranger = await createActor(db(), "delegate", { allianceId: other.alliance.id });
  await expect(perform(castPaperCommand, other.by(stranger), paper)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("every illegal edge: 409 and nothing changed", async () => {
  const { id } = good(await plan(world));
  const common = { electionId: id, version: 1 };
  const call = world.by(world.clerk);
  const acts = [
    ...plainSteps
      .filter((name) => name !== "open_nominations")
      .map((name) => () => perform(takeStepCommand, call, { ...common, step: name })),
    () => perform(nominateCommand, call, { electionId: id, personName: "示例" }),
    () => perform(openBallotCommand, call, { ...common, minutes: 60 }),
    () => perform(closeBallotCommand, call, common),
    () => perform(abortBallotCommand, call, { ...common, reason: "示例" }),
    () => perform(drawLotCommand, call, { ...common, winners: [id], witnesses: [id, id] }),
    () => perform(witnessLotCommand, call, common),
    () => perform(fillSeatsCommand, call, common),
    () =>
      perform(objectCommand, world.by(world.voters[0]?.actor ?? world.clerk), {
        electionId: id,
        text: "示例",
      }),
  ];
  const before = await db().election.findUniqueOrThrow({ where: { id } });
  for (const act of acts) expect(await act()).toMatchObject({ ok: false, reason: "wrong-state" });
  expect(await db().election.findUniqueOrThrow({ where: { id } })).toEqual(before);
  await expect(
    db().election.update({ where: { id }, data: { state: "filled" } }),
  ).rejects.toThrow();
  good(await perform(cancelElectionCommand, call, { ...common, reason: "示例" }));
  for (const act of acts) expect(await act()).toMatchObject({ ok: false, reason: "wrong-state" });
});

test("a stale form changes nothing", async () => {
  const { id } = good(await plan(world));
  const call = world.by(world.clerk);
  const input = { electionId: id, version: 1, step: "open_nominations" } as const;
  const both = await Promise.all(
    [1, 2].map(() => perform(takeStepCommand, call, input).catch((error) => error)),
  );
  expect(both.filter((one) => one.ok === true)).toHaveLength(1);
  await expect(
    perform(takeStepCommand, call, { ...input, step: "close_nominations" }),
  ).rejects.toMatchObject({ code: "stale" });
});
