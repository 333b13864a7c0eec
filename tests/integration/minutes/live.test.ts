import { expect, test } from "vitest";
import * as attend from "@/lib/features/meetings/procedures/attend";
import * as prepare from "@/lib/features/meetings/procedures/prepare";
import * as run from "@/lib/features/meetings/procedures/run";
import { draftCommand } from "@/lib/features/minutes/procedures";
import * as ballots from "@/lib/features/votes/procedures/ballots";
import { recordDepartureCommand } from "@/lib/features/votes/procedures/departure";
import * as votes from "@/lib/features/votes/procedures/run";
import type { Choice } from "@/lib/features/votes/types";
import { clockIn } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  enter,
  inHours,
  letter,
  noticed,
  opened,
  out,
  type Sitting,
  sitting,
  value,
  versionOf,
} from "../meetings/sitting";
import { paragraphsOf } from "./world";

const { db } = useDatabase();
const at = async (id: string) => ({ meetingId: id, version: await versionOf(id) });

/** One item from focus to result; the choice of each seat by its number. */
async function decide(
  council: Sitting,
  itemId: string,
  given: { method: "named" | "secret"; choices: Record<number, Choice> },
) {
  value(await perform(run.focusItemCommand, council.call, { itemId }));
  const vote = value(
    await perform(votes.prepareVoteCommand, council.call, {
      itemId,
      text: "同意示例事项。",
      method: given.method,
    }),
  );
  const { id: voteId, version } = vote;
  const open = value(await perform(votes.openVoteCommand, council.call, { voteId, version }));
  for (const [number, choice] of Object.entries(given.choices)) {
    const ballot = { voteId, seatId: council.seat(Number(number)), choice };
    const person = council.person(Number(number));
    value(
      given.method === "named"
        ? await perform(ballots.castBallotCommand, person, ballot)
        : await perform(ballots.castSecretBallotCommand, person, {
            ...ballot,
            blind: crypto.randomUUID(),
          }),
    );
  }
  const closed = value(await perform(votes.closeVoteCommand, council.call, { voteId: open.id }));
  const declared = { voteId, version: closed.version };
  value(await perform(votes.declareVoteCommand, council.call, declared));
  return voteId;
}

/** What is undecided is put off; a result that was voided leaves its item undecided again. */
async function closeWhole(council: Sitting, meetingId: string) {
  const open = { meetingId, state: { in: ["planned" as const, "open" as const] } };
  for (const { id: itemId, version } of await db().agendaItem.findMany({ where: open })) {
    const later = { itemId, version, how: "defer" as const };
    value(await perform(run.settleItemCommand, council.call, later));
  }
  value(await perform(run.closeMeetingCommand, council.call, await at(meetingId)));
}

const before = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** As if the meeting had begun an hour ago: seat 8 half an hour late, seat 7 gone twenty minutes ago. */
async function shiftTimes(council: Sitting, meetingId: string) {
  const there = { where: { meetingId, leftAt: null } };
  await db().presence.updateMany({ ...there, data: { cameAt: before(60) } });
  const of = (number: number) => ({ where: { meetingId, seatId: council.seat(number) } });
  await db().presence.updateMany({ ...of(8), data: { cameAt: before(30) } });
  const left = { cameAt: before(60), leftAt: before(20) };
  await db().presence.updateMany({ ...of(7), data: left });
  await db().meeting.update({ where: { id: meetingId }, data: { openedAt: before(45) } });
}

const all = (from: number, to: number, choice: Choice): Record<number, Choice> =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [from + index, choice]));

async function textsOf(council: Sitting, meetingId: string) {
  const { id } = value(await perform(draftCommand, council.call, { meetingId }));
  return (await paragraphsOf(id)).map(({ text }) => text);
}

test("the draft tells a whole live meeting: presence, proxy, late arrival, recusal, secret vote, adjournment", async () => {
  const council = await sitting();
  const name = (number: number) => council.holders[number - 1]?.organization.name ?? "";
  const { id, items } = await noticed(council, { items: 3 });
  const [first = "", second = ""] = items;
  value(await letter(council, id, 9, 2));
  value(await perform(run.startCheckInCommand, council.call, await at(id)));
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await enter(council, id, number);
  value(await perform(run.openMeetingCommand, council.call, await at(id)));
  await enter(council, id, 8);
  await decide(council, first, { method: "named", choices: all(1, 8, "yes") });
  await out(council, id, 7);
  const recused = { itemId: second, seatId: council.seat(3), conflict: "yes" as const };
  value(await perform(attend.declareConflictCommand, council.person(3), recused));
  const secret = { 1: "yes", 2: "yes", 4: "yes", 5: "yes", 6: "no", 8: "yes" } as const;
  await decide(council, second, { method: "secret", choices: secret });
  await shiftTimes(council, id);
  value(
    await perform(run.adjournMeetingCommand, council.call, { ...(await at(id)), ...inHours(72) }),
  );
  const whole = (await textsOf(council, id)).join("\n");
  expect(whole).toMatch(new RegExp(`${name(9)}[^\n]*委托${name(2)}[^\n]*代行表决。`));
  // Everybody with the times of coming and going: seat 7 left before the end, seat 8 came after the opening.
  const clock = (minutes: number) => clockIn(before(minutes), "Asia/Shanghai");
  expect(whole).toMatch(new RegExp(`${name(7)}[^\n]*${clock(60)}到会，${clock(20)}离会`));
  expect(whole).toMatch(new RegExp(`${name(8)}[^\n]*${clock(30)}到会`));
  expect(whole).toContain("会议开始时到会8席");
  expect(whole).toMatch(new RegExp(`${name(3)}[^\n]*回避本项议题。`));
  expect(whole).toContain("采用记名表决");
  expect(whole).toMatch(/采用无记名表决。[^\n]*赞成5票，反对1票，弃权0票/);
  // A secret vote leaves its counts in the minutes and nobody's choice.
  expect(whole).not.toMatch(new RegExp(`${name(6)}[^\n]*反对`));
  expect(whole).toContain("本项延至下次会议。");
  expect(whole).toMatch(/会议于.+休会，未议事项转入续会。/);
  expect(whole).not.toContain("会议于会议");
});

test("Departure recorded late: minutes note it, with what the chair made of the vote", async () => {
  for (const answered of ["open", "rejected", "upheld"] as const) {
    const council = await sitting();
    const { id, items } = await opened(council, 6);
    const where = { meetingId: id };
    await db().presence.updateMany({ where, data: { cameAt: before(5) } });
    // Before the vote, whenever the clock turns.
    const time = clockIn(new Date(), "Asia/Shanghai");
    const voteId = await decide(council, items[0] ?? "", {
      method: "named",
      choices: all(1, 6, "yes"),
    });
    value(
      await perform(recordDepartureCommand, council.call, {
        meetingId: id,
        seatId: council.seat(6),
        time,
        reason: "示例：签退表所记",
      }),
    );
    if (answered !== "open") {
      value(
        await perform(votes.answerChallengeCommand, council.person(1), {
          voteId,
          upheld: answered === "upheld",
          answer: "示例：经核对签退表",
        }),
      );
    }
    await closeWhole(council, id);
    const whole = (await textsOf(council, id)).join("\n");
    expect(whole).toMatch(/第1次表决后查明：6号席.+已于\d\d:\d\d离会，表决结束时距法定人数差1席。/);
    expect(whole).toContain(
      {
        open: "第1次表决的结果待主持人确认或作废。",
        rejected: "第1次表决的结果经确认有效，说明：示例：经核对签退表。",
        upheld: "第1次表决的结果作废，说明：示例：经核对签退表。",
      }[answered],
    );
    expect(whole).toContain("结束。");
  }
});

test("the continuation's minutes name the meeting that it continues", async () => {
  const council = await sitting();
  const { id } = await opened(council, 7, { items: 2 });
  const next = value(
    await perform(run.adjournMeetingCommand, council.call, { ...(await at(id)), ...inHours(1) }),
  );
  const notice = { ...(await at(next.id)), waiver: "示例：续会" };

  value(await perform(prepare.sendNoticeCommand, council.call, notice));
  value(await perform(run.startCheckInCommand, council.call, await at(next.id)));
  for (const number of [1, 2, 3, 4, 5, 6]) await enter(council, next.id, number);
  value(await perform(run.openMeetingCommand, council.call, await at(next.id)));
  await closeWhole(council, next.id);
  expect((await textsOf(council, next.id)).join("\n")).toMatch(
    /本次会议是.+“示例理事会会议”的续会。/,
  );
});
