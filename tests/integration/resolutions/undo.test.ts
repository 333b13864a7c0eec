import { expect, test } from "vitest";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { followUpQuery, getResolutionQuery } from "@/lib/features/resolutions/procedures";
import {
  acceptTaskCommand,
  listTasksQuery,
  reportTaskCommand,
} from "@/lib/features/tasks/procedures";
import { getVoteQuery } from "@/lib/features/votes/procedures/ballots";
import { voidVoteCommand } from "@/lib/features/votes/procedures/run";
import { addDays, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createApplication } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import { castAll, close, declare, got, opened, sitting } from "../votes/world";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");
// Later than the votes: who is suspended at once has no seat in the next one.
const from = addDays(today, 30);

const all = (choice: "yes" | "no") => Array.from({ length: 9 }, () => choice);

/** A carried vote on an application: with the effect of admitting, or without any. */
async function decidedAbout(kind: "admit" | "none") {
  const world = await sitting({ matter: "membership" });
  const creditCode = syntheticCreditCode(720_000_001 + (kind === "admit" ? 1 : 0));
  const organization = await createOrganization(db(), { creditCode });
  const { id: applicationId } = await createApplication(db(), {
    allianceId: world.alliance.id,
    creditCode,
    organizationName: organization.name,
    organizationId: organization.id,
    state: "recommended",
  });
  await db().agendaItem.update({
    where: { id: world.items[0]?.id ?? "" },
    data: { applicationId, effect: kind === "none" ? { kind } : { kind, applicationId } },
  });
  const vote = await opened(world);
  await castAll(world, vote.id, all("yes"));
  got(await declare(world, got(await close(world, vote.id))));
  const stateOf = async () =>
    (await db().membershipApplication.findUniqueOrThrow({ where: { id: applicationId } })).state;
  const again = async (choice: "yes" | "no") => {
    const next = await opened(world, { reason: "procedural_error" });
    await castAll(world, next.id, all(choice));
    return got(await declare(world, got(await close(world, next.id)))).outcome;
  };
  return { world, vote, organization, stateOf, again };
}

/** A carried vote that suspended a member, and was voided afterwards. */
async function voided(effect: "suspend" | "none" = "suspend") {
  const world = await sitting({ matter: "membership" });
  const membershipId = world.council.holders[8]?.membership.id ?? "";
  await db().agendaItem.update({
    where: { id: world.items[0]?.id ?? "" },
    data: {
      effect: effect === "none" ? { kind: "none" } : { kind: effect, membershipId, from },
    },
  });
  const vote = await opened(world);
  await castAll(world, vote.id, all("yes"));
  got(await declare(world, got(await close(world, vote.id))));
  const resolution = await db().resolution.findFirstOrThrow({
    where: { allianceId: world.alliance.id },
  });
  const call = world.call(world.secretary);
  const ref = { voteId: vote.id, reason: "示例：计票有误" };
  const annul = () => perform(voidVoteCommand, world.call(world.second), ref);
  const look = () => ask(getResolutionQuery, call, { resolutionId: resolution.id });
  const list = () => ask(listTasksQuery, call, { show: "to_undo" });
  return { world, vote, resolution, membershipId, call, annul, look, list };
}

test("voided: what the resolution brought about stands, and that is said on the resolution, the sheet and the lists", async () => {
  const { world, vote, resolution, membershipId, call, annul, look, list } = await voided();
  expect((await look()).effectStands).toBeNull();
  got(await annul());
  expect(await db().membershipSuspension.count({ where: { membershipId } })).toBe(1);
  expect(await look()).toMatchObject({
    state: "repealed",
    effectStands: "suspend",
    waiting: { on: "undo" },
  });
  const sheet = await ask(getVoteQuery, call, { voteId: vote.id });
  expect(sheet.vote).toMatchObject({ state: "voided", effectStands: "suspend" });
  const { items } = await list();
  expect(items).toMatchObject([{ resolution: { id: resolution.id }, state: "open" }]);
  expect(items[0]?.title).toContain("暂停成员资格");
  const follow = await ask(followUpQuery, call, { bodyId: world.council.body.id });
  expect(follow.items).toMatchObject([{ id: resolution.id, waiting: "undo" }]);
});

test("once it is reported as undone and accepted, nothing waits any more", async () => {
  const { world, call, annul, look, list } = await voided();
  got(await annul());
  const taskId = (await list()).items[0]?.id ?? "";
  const report = { taskId, version: 1, text: "示例：已按手续恢复资格", done: true };
  got(await perform(reportTaskCommand, world.call(world.second), report));
  expect((await look()).effectStands).toBe("suspend");
  got(await perform(acceptTaskCommand, call, { taskId, version: 2 }));
  expect(await look()).toMatchObject({ effectStands: null, waiting: { on: "nobody" } });
  expect((await list()).total).toBe(0);
});

test("voided twice at once: one task; a resolution without an effect leaves none", async () => {
  const one = await voided();
  const both = await Promise.all([one.annul(), one.annul()].map((done) => done.catch(String)));
  expect(both.filter((answer) => typeof answer === "object" && answer.ok)).toHaveLength(1);
  expect((await one.list()).total).toBe(1);
  const none = await voided("none");
  got(await none.annul());
  expect((await none.list()).total).toBe(0);
  expect(await none.look()).toMatchObject({ effectStands: null, waiting: { on: "nobody" } });
});

test("Re-vote: carried again it confirms what stands, which is not done twice; nothing is left to undo", async () => {
  const { world, membershipId, annul, look, list } = await voided();
  got(await annul());
  const again = await opened(world, { reason: "procedural_error" });
  await castAll(world, again.id, all("yes"));
  const declared = got(await declare(world, got(await close(world, again.id))));
  expect(declared).toMatchObject({ outcome: "carried", resolution: { number: 2 } });
  expect(await db().membershipSuspension.count({ where: { membershipId } })).toBe(1);
  expect(await look()).toMatchObject({ state: "repealed", effectStands: null });
  expect((await list()).total).toBe(0);
  const events = await db().taskEvent.findMany({ where: { allianceId: world.alliance.id } });
  expect(events.map(({ text }) => text)).toContainEqual(expect.stringContaining("已确认该事项"));
});

test("Re-vote: rejected after a declaration that nobody voided, it leaves what was done to be undone", async () => {
  const { world, membershipId, look, list } = await voided();
  const again = await opened(world, { reason: "procedural_error" });
  await castAll(world, again.id, all("no"));
  expect(got(await declare(world, got(await close(world, again.id)))).outcome).toBe("rejected");
  expect(await db().membershipSuspension.count({ where: { membershipId } })).toBe(1);
  expect(await look()).toMatchObject({ state: "repealed", effectStands: "suspend" });
  expect((await list()).items[0]?.title).toContain("暂停成员资格");
});

test("Re-vote: what was undone in between is done again", async () => {
  const { world, membershipId, annul, call, list } = await voided();
  got(await annul());
  const taskId = (await list()).items[0]?.id ?? "";
  const report = { taskId, version: 1, text: "示例：已按手续恢复资格", done: true };
  got(await perform(reportTaskCommand, world.call(world.second), report));
  got(await perform(acceptTaskCommand, call, { taskId, version: 2 }));
  await db().membershipSuspension.deleteMany({ where: { membershipId } });
  const again = await opened(world, { reason: "procedural_error" });
  await castAll(world, again.id, all("yes"));
  got(await declare(world, got(await close(world, again.id))));
  expect(await db().membershipSuspension.count({ where: { membershipId } })).toBe(1);
});

test("Re-vote: an applicant that was admitted is not admitted twice, and not declined by a rejection", async () => {
  const { world, vote, organization, stateOf, again } = await decidedAbout("admit");
  const members = () => db().membership.count({ where: { organizationId: organization.id } });
  expect([await stateOf(), await members()]).toEqual(["admitted", 1]);
  const ref = { voteId: vote.id, reason: "示例：计票有误" };
  got(await perform(voidVoteCommand, world.call(world.second), ref));
  expect(await again("yes")).toBe("carried");
  expect([await stateOf(), await members()]).toEqual(["admitted", 1]);
  expect(await again("no")).toBe("rejected");
  expect([await stateOf(), await members()]).toEqual(["admitted", 1]);
  const undo = { allianceId: world.alliance.id, undoes: true, state: "open" as const };
  expect(await db().task.count({ where: undo })).toBe(1);
});

test("Re-vote: an application that nobody has admitted yet is declined by a rejection", async () => {
  const { world, stateOf, again } = await decidedAbout("none");
  expect(await stateOf()).toBe("on_agenda");
  expect(await again("no")).toBe("rejected");
  expect(await stateOf()).toBe("declined");
  expect(await db().task.count({ where: { allianceId: world.alliance.id } })).toBe(0);
});
