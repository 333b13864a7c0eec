import { describe, expect, test } from "vitest";
import * as ballots from "@/lib/features/votes/procedures/ballots";
import * as run from "@/lib/features/votes/procedures/run";
import { canAct } from "@/lib/features/votes/rules/states";
import { type VoteAct, type VoteState, voteActs, voteStates } from "@/lib/features/votes/types";
import { perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import {
  castAll,
  close,
  declare,
  got,
  opened,
  prepare,
  seatOf,
  sitting,
  type World,
} from "./world";

const { db } = useDatabase();

/** A vote in each state, taken there by the commands themselves. */
async function voteIn(state: VoteState): Promise<{ world: World; id: string }> {
  const world = await sitting({ seats: 5, present: state === "inquorate" ? 4 : 5 });
  if (state === "prepared") return { world, id: got(await prepare(world)).id };
  const vote = await opened(world);
  if (state === "open") return { world, id: vote.id };
  const reason = { voteId: vote.id, reason: "示例原因" };
  if (state === "aborted") {
    got(await perform(run.abortVoteCommand, world.call(world.secretary), reason));
    return { world, id: vote.id };
  }
  if (state === "inquorate") {
    await db().presence.updateMany({
      where: { meetingId: world.meeting.id, seatId: seatOf(world, 0) },
      data: { leftAt: new Date() },
    });
  } else {
    await castAll(world, vote.id, ["yes", "yes", "yes"]);
  }
  const closed = got(await close(world, vote.id));
  if (state === "counted" || state === "inquorate") return { world, id: vote.id };
  got(await declare(world, closed));
  if (state === "voided") got(await perform(run.voidVoteCommand, world.call(world.second), reason));
  return { world, id: vote.id };
}

async function act(world: World, id: string, name: VoteAct) {
  const { version } = await db().vote.findUniqueOrThrow({ where: { id } });
  const secretary = world.call(world.secretary);
  const voteId = id;
  const seatId = seatOf(world, 0);
  const own = world.call(world.people[0] ?? world.secretary);
  const file = await createStoredFile(db(), { allianceId: world.alliance.id });
  const reason = "示例原因";
  const doing: Record<VoteAct, () => Promise<{ ok: boolean; reason?: string }>> = {
    open: () => perform(run.openVoteCommand, secretary, { voteId, version }),
    leave_block: () => perform(run.leaveBlockCommand, secretary, { voteId }),
    cast: () => perform(ballots.castBallotCommand, own, { voteId, seatId, choice: "yes" }),
    count_hands: () =>
      perform(ballots.countHandsCommand, secretary, { voteId, yes: 1, no: 0, abstain: 0 }),
    enter_paper: () =>
      perform(ballots.enterPaperCommand, secretary, {
        voteId,
        seatId,
        choice: "yes",
        paperFileId: file.id,
      }),
    confirm_paper: () =>
      perform(ballots.confirmPaperCommand, secretary, { voteId, seatId, choice: "yes" }),
    demand_meeting: () => perform(ballots.demandMeetingCommand, own, { voteId, seatId }),
    extend: () => perform(run.extendVoteCommand, secretary, { voteId, version, minutes: 5 }),
    close: () => perform(run.closeVoteCommand, secretary, { voteId }),
    decide_tie: () => perform(run.decideTieCommand, secretary, { voteId, choice: "yes", reason }),
    declare: () => perform(run.declareVoteCommand, secretary, { voteId, version }),
    abort: () => perform(run.abortVoteCommand, secretary, { voteId, reason }),
    challenge: () => perform(run.challengeVoteCommand, secretary, { voteId, reason }),
    answer_challenge: () =>
      perform(run.answerChallengeCommand, secretary, { voteId, upheld: false, answer: reason }),
    void: () => perform(run.voidVoteCommand, world.call(world.second), { voteId, reason }),
  };
  return doing[name]();
}

const everything = async (world: World) => ({
  votes: await db().vote.findMany({
    where: { allianceId: world.alliance.id },
    orderBy: { id: "asc" },
  }),
  ballots: await db().ballot.findMany({
    where: { allianceId: world.alliance.id },
    orderBy: { seatId: "asc" },
  }),
  counts: await db().handCount.count({ where: { allianceId: world.alliance.id } }),
  motions: await db().motion.count({ where: { allianceId: world.alliance.id } }),
  resolutions: await db().resolution.count({ where: { allianceId: world.alliance.id } }),
  events: await db().resolutionEvent.count({ where: { allianceId: world.alliance.id } }),
  items: await db().agendaItem.findMany({ where: { allianceId: world.alliance.id } }),
});

describe.each(voteStates)("every illegal edge of a vote that is %s", (state) => {
  const illegal = voteActs.filter(
    // A close that is sent again gives the first answer.
    (name) =>
      !canAct(state, name) &&
      !(name === "close" && ["counted", "inquorate", "declared"].includes(state)),
  );
  test("is 409 with its reason, and nothing changed", async () => {
    const { world, id } = await voteIn(state);
    expect((await db().vote.findUniqueOrThrow({ where: { id } })).state).toBe(state);
    const before = await everything(world);
    for (const name of illegal) {
      // A vote that never opened has no electors: who would cast in it is nobody to it.
      const result = await act(world, id, name).catch((error: { code: string }) => ({
        ok: false,
        reason: ["forbidden", "not-found"].includes(error.code) ? "wrong-state" : error.code,
      }));
      expect([name, result.ok]).toEqual([name, false]);
      expect(["wrong-state", "vote-closed"], name).toContain(result.reason);
    }
    expect(await everything(world)).toEqual(before);
  }, 30_000);
});

test("a close sent again to a closed vote changes nothing", async () => {
  const { world, id } = await voteIn("declared");
  const before = await everything(world);
  expect(await act(world, id, "close")).toMatchObject({ ok: true, value: { state: "declared" } });
  expect(await everything(world)).toEqual(before);
});

describe("I-04 a result that everybody has read", () => {
  const reason = "示例：故障";
  test("is not called a technical fault: it is declared first, 409, and nothing changed", async () => {
    const { world, id } = await voteIn("counted");
    const before = await everything(world);
    expect(
      await perform(run.abortVoteCommand, world.call(world.secretary), { voteId: id, reason }),
    ).toMatchObject({ ok: false, reason: "result-stands" });
    expect(await everything(world)).toEqual(before);
    const { version } = await db().vote.findUniqueOrThrow({ where: { id } });
    expect(got(await declare(world, { id, version })).state).toBe("declared");
  });

  test("is given up only where it cannot be declared, and says why", async () => {
    const { world, id } = await voteIn("counted");
    const { itemId, version } = await db().vote.findUniqueOrThrow({ where: { id } });
    // Nobody is suspended, so nobody can be let in again.
    const membershipId = world.council.holders[0]?.membership.id;
    await db().agendaItem.update({
      where: { id: itemId },
      data: { effect: { kind: "resume", membershipId } },
    });
    expect(await declare(world, { id, version })).toMatchObject({ ok: false });
    expect(
      await perform(run.abortVoteCommand, world.call(world.secretary), { voteId: id, reason }),
    ).toMatchObject({ ok: true, value: { state: "aborted" } });
    expect(await db().resolution.count({ where: { allianceId: world.alliance.id } })).toBe(0);
    expect(await db().vote.findUniqueOrThrow({ where: { id } })).toMatchObject({
      stateReason: reason,
    });
  });
});
