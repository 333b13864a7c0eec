import { expect, test } from "vitest";
import { getFileProcedure } from "@/lib/features/files/procedures";
import {
  declareInterestCommand,
  endInterestCommand,
  listInterestsQuery,
} from "@/lib/features/interests/procedures";
import * as attend from "@/lib/features/meetings/procedures/attend";
import * as prepare from "@/lib/features/meetings/procedures/prepare";
import * as run from "@/lib/features/meetings/procedures/run";
import { recusalEdges } from "@/lib/features/meetings/rules/edges";
import { recusalStates } from "@/lib/features/meetings/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createApplication } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import { drafted, look, opened, type Sitting, sitting, value, versionOf } from "./sitting";

const { db } = useDatabase();

const declare = (council: Sitting, itemId: string, number: number, conflict: "yes" | "no") =>
  perform(attend.declareConflictCommand, council.person(number), {
    itemId,
    seatId: council.seat(number),
    conflict,
  });
const challenge = (council: Sitting, itemId: string, number: number, by = 5) =>
  perform(attend.challengeCommand, council.person(by), {
    itemId,
    seatId: council.seat(number),
    reason: "示例：持有股份",
  });
const decide = (council: Sitting, itemId: string, number: number, recused: "yes" | "no") =>
  perform(attend.decideChallengeCommand, council.call, {
    itemId,
    seatId: council.seat(number),
    recused,
    reason: "示例：理事会决定",
  });

/** A noticed meeting whose item is about an applicant that is seat 3's own organization; seat 4 is tied to it. */
async function aboutSeatThree(guarded = false) {
  const council = await sitting();
  const party = council.holders[2]?.organization.id ?? "";
  await db().interest.create({
    data: {
      allianceId: council.alliance.id,
      kind: "equity",
      personId: council.people[3]?.personId ?? "",
      counterpartId: party,
      validFrom: dateOf("2024-01-01"),
    },
  });
  const application = await createApplication(db(), {
    allianceId: council.alliance.id,
    creditCode: "91320500MA1X4T7Y2K",
    organizationId: party,
  });
  const { id } = await drafted(council, { items: 0 });
  const item = value(
    await perform(prepare.addItemCommand, council.call, {
      meetingId: id,
      title: "示例接纳",
      kind: "decide",
      matter: "membership",
      applicationId: application.id,
      guarded,
    }),
  );
  const paper = { itemId: item.id, fileId: council.file.id };
  value(await perform(prepare.addPaperCommand, council.call, paper));
  const notice = { meetingId: id, version: await versionOf(id), waiver: "示例" };
  value(await perform(prepare.sendNoticeCommand, council.call, notice));
  return { council, id, itemId: item.id };
}

const downloads = async (council: Sitting, number: number) =>
  ask(getFileProcedure, council.person(number), { id: council.file.id }).then(
    () => true,
    () => false,
  );

test("conflicts are suggested from the item's parties and the register of interests", async () => {
  const { council, id } = await aboutSeatThree();
  const [item] = (await look(council, id)).items;
  expect(item?.recusals).toMatchObject([
    { number: 3, state: "suggested", source: "party" },
    { number: 4, state: "suggested", source: "register" },
  ]);
});

test("the papers are shut to a suggested seat, in the list and at the download, until it declares no conflict", async () => {
  const { council, id, itemId } = await aboutSeatThree();
  const sees = async (number: number) => (await look(council, id, council.person(number))).items[0];
  expect(await sees(4)).toMatchObject({ closed: true, papers: [], paperCount: 1 });
  expect(await downloads(council, 4)).toBe(false);
  expect((await sees(5))?.papers).toHaveLength(1);
  expect(await downloads(council, 5)).toBe(true);
  value(await declare(council, itemId, 4, "no"));
  expect((await sees(4))?.papers).toHaveLength(1);
  expect(await downloads(council, 4)).toBe(true);
  value(await challenge(council, itemId, 4));
  expect(await downloads(council, 4)).toBe(false);
  value(await decide(council, itemId, 4, "no"));
  expect(await downloads(council, 4)).toBe(true);
  value(await declare(council, itemId, 3, "yes"));
  expect(await downloads(council, 3)).toBe(false);
});

test("A-12 what the papers would say is not said either: explanation, effect, proposer and reasons are cut", async () => {
  const { council, id, itemId } = await aboutSeatThree();
  const canary = "示例金丝雀 7f3a";
  await db().agendaItem.update({
    where: { id: itemId },
    data: { explanation: canary, proposer: canary, effect: { kind: "none", note: canary } },
  });
  await db().recusal.updateMany({ where: { itemId }, data: { reason: canary } });
  const own = { itemId_seatId: { itemId, seatId: council.seat(4) } };
  await db().recusal.update({ where: own, data: { reason: "示例：本人的理由" } });
  const seen = async (number: number) =>
    JSON.stringify(await look(council, id, council.person(number)));
  expect(await seen(4)).not.toContain(canary);
  expect(await seen(4)).toContain("本人的理由");
  expect(await seen(4)).toContain("示例接纳");
  expect(await seen(5)).toContain(canary);
  value(await declare(council, itemId, 4, "no"));
  expect(await seen(4)).toContain(canary);
});

test("a guarded item opens its papers to nobody who has not declared", async () => {
  const { council, itemId } = await aboutSeatThree(true);
  expect(await downloads(council, 6)).toBe(false);
  value(await declare(council, itemId, 6, "no"));
  expect(await downloads(council, 6)).toBe(true);
  expect(await downloads(council, 7)).toBe(false);
});

test("the papers of a draft are nobody's", async () => {
  const council = await sitting();
  const { items } = await drafted(council);
  const paper = { itemId: items[0] ?? "", fileId: council.file.id };
  value(await perform(prepare.addPaperCommand, council.call, paper));
  expect(await downloads(council, 2)).toBe(false);
});

test("a recused chair hands over to the deputy, and takes the chair again with the next item", async () => {
  const council = await sitting();
  await db().seat.update({ where: { id: council.seat(2) }, data: { position: "vice_chair" } });
  const { id, items } = await opened(council, 7, { items: 2 });
  const [first = "", second = ""] = items;
  value(await perform(run.focusItemCommand, council.call, { itemId: first }));
  expect((await look(council, id)).chairSeatId).toBe(council.seat(1));
  value(await declare(council, first, 1, "yes"));
  expect(await look(council, id)).toMatchObject({
    chairSeatId: council.seat(2),
    headcount: { present: 7, recused: 1, voters: 6, remaining: 8 },
  });
  value(await perform(run.focusItemCommand, council.call, { itemId: second }));
  expect((await look(council, id)).chairSeatId).toBe(council.seat(1));
});

test("an undecided challenge stands in the way of the vote", async () => {
  const council = await sitting();
  const { id, items } = await opened(council, 7);
  const [item = ""] = items;
  value(await perform(run.focusItemCommand, council.call, { itemId: item }));
  value(await challenge(council, item, 2));
  expect((await look(council, id)).obstacle).toBe("conflict-undecided");
  value(await decide(council, item, 2, "yes"));
  expect(await look(council, id)).toMatchObject({ obstacle: null, headcount: { recused: 1 } });
});

test("Recusals break the quorum: below minRemaining the item goes up", async () => {
  const council = await sitting();
  const { id, items } = await opened(council, 9);
  const [item = ""] = items;
  value(await perform(run.focusItemCommand, council.call, { itemId: item }));
  for (const number of [2, 3, 4, 5, 6, 7]) value(await declare(council, item, number, "yes"));
  expect((await look(council, id)).obstacle).toBeNull();
  value(await declare(council, item, 8, "yes"));
  expect(await look(council, id)).toMatchObject({
    obstacle: "below-minimum",
    headcount: { remaining: 2 },
  });
});

test("one declares for the own seat alone, and does not judge oneself", async () => {
  const council = await sitting();
  const { items } = await opened(council, 7);
  const [item = ""] = items;
  await expect(
    perform(attend.declareConflictCommand, council.person(2), {
      itemId: item,
      seatId: council.seat(3),
      conflict: "no",
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
  value(await challenge(council, item, 1));
  expect(
    await perform(attend.decideChallengeCommand, council.person(1), {
      itemId: item,
      seatId: council.seat(1),
      recused: "no",
      reason: "示例",
    }),
  ).toMatchObject({ reason: "own-conflict" });
});

test("I-12 every illegal edge of a recusal: 409 and nothing changed", async () => {
  const council = await sitting();
  const { items } = await opened(council, 7);
  const [itemId = ""] = items;
  const moves = {
    declare: () => declare(council, itemId, 2, "yes"),
    deny: () => declare(council, itemId, 2, "no"),
    challenge: () => challenge(council, itemId, 2),
    uphold: () => decide(council, itemId, 2, "yes"),
    clear: () => decide(council, itemId, 2, "no"),
  };
  const seatId = council.seat(2);
  const faults: string[] = [];
  for (const state of recusalStates) {
    for (const [move, attempt] of Object.entries(moves)) {
      await db().recusal.upsert({
        where: { itemId_seatId: { itemId, seatId } },
        create: { allianceId: council.alliance.id, itemId, seatId, state, source: "person" },
        update: { state },
      });
      const answer = await attempt();
      const legal = (recusalEdges[move as keyof typeof moves].from as readonly string[]).includes(
        state,
      );
      if (answer.ok !== legal) faults.push(`${move} from ${state}`);
      const now = await db().recusal.findUniqueOrThrow({
        where: { itemId_seatId: { itemId, seatId } },
      });
      if (!legal && now.state !== state) faults.push(`${move} from ${state} wrote`);
    }
  }
  expect(faults).toEqual([]);
});

test("an entry of the register is not ended before what relied on it", async () => {
  const { council, itemId } = await aboutSeatThree();
  const me = council.person(4);
  const relied = await db().recusal.findFirstOrThrow({ where: { itemId, source: "register" } });
  const interestId = relied.interestId ?? "";
  const today = dayIn(new Date(), "Asia/Shanghai");
  const end = (validTo: string) => perform(endInterestCommand, me, { interestId, validTo });
  expect(await end(addDays(today, -1))).toMatchObject({
    reason: "interest-relied-on",
    details: { day: today },
  });
  await expect(
    db().interest.update({ where: { id: interestId }, data: { validTo: dateOf("2026-01-01") } }),
  ).rejects.toThrow();
  const both = await Promise.all([end(addDays(today, -1)), end(today), end(today)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const kept = await db().interest.findUniqueOrThrow({ where: { id: interestId } });
  expect(kept.validTo).toEqual(dateOf(today));
});

test("the register of interests: own declarations, the whole for the secretariat", async () => {
  const council = await sitting();
  const counterpart = await createOrganization(db());
  const me = council.person(2);
  const given = { kind: "equity" as const, counterpartId: counterpart.id };
  const { id } = value(await perform(declareInterestCommand, me, given));
  expect((await ask(listInterestsQuery, me, {})).items).toMatchObject([
    { id, counterpart: counterpart.name, own: true, ended: false },
  ]);
  expect((await ask(listInterestsQuery, council.person(3), {})).total).toBe(0);
  expect((await ask(listInterestsQuery, council.call, { q: counterpart.name })).total).toBe(1);
  expect(await perform(declareInterestCommand, council.call, given)).toMatchObject({
    reason: "interest-needs-organization",
  });
  const end = { interestId: id, validTo: "2199-01-01" };
  await expect(perform(endInterestCommand, council.person(3), end)).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await perform(endInterestCommand, me, { ...end, validTo: "2020-01-01" })).toMatchObject({
    reason: "ends-before-start",
  });
  value(await perform(endInterestCommand, me, end));
  expect(await perform(endInterestCommand, me, end)).toMatchObject({ reason: "interest-ended" });
});
