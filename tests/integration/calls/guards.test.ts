import { expect, test } from "vitest";
import {
  assignExpertCommand,
  candidatesQuery,
  declareCommand,
  releaseExpertCommand,
  scoreBidCommand,
} from "@/lib/features/calls/procedures/assess";
import {
  answerObjectionCommand,
  chooseBidCommand,
  objectCommand,
  signAcceptanceCommand,
  signContractCommand,
} from "@/lib/features/calls/procedures/award";
import { undertakeCommand } from "@/lib/features/calls/procedures/bids";
import {
  createCallCommand,
  extendCallCommand,
  officeStepCommand,
  openBidsCommand,
  proposeTermsCommand,
} from "@/lib/features/calls/procedures/needs";
import { addDays } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  bid,
  biddingCall,
  callWorld,
  chosenCall,
  closeNow,
  contract,
  endNotice,
  judge,
  need,
  openedCall,
  rankedCall,
  runningCall,
  seen,
  submit,
  today,
  value,
  versionOf,
  type World,
} from "./world";

const { db } = useDatabase();

const office = async (
  world: World,
  id: string,
  step: "pass" | "declare_no_bid" | "conclude" | "end_notice" | "accept",
) => perform(officeStepCommand, world.office, { ...(await versionOf(id)), step });

test("milestones of a bid release the whole contract: shares of 99 or 101 % are refused, and nothing is sealed", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  const [first, second] = bid().milestones;
  for (const share of [69, 71]) {
    const milestones = [first, { ...second, share }];
    await expect(submit(world.bidders[0], id, { milestones })).rejects.toMatchObject({
      code: "malformed",
      issues: [{ path: "milestones", message: "shares-not-100" }],
    });
  }
  expect(await db().bid.count({ where: { callId: id } })).toBe(0);
});

test("conflict gate: an expert whom something ties since he was asked is not clear, and one who stepped back scores nothing", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const expert = world.experts[0];
  const personId = expert.actor.personId ?? "";
  const { id: expertId } = value(
    await perform(assignExpertCommand, world.office, { id, personId }),
  );
  await db().interest.create({
    data: {
      allianceId: world.alliance.id,
      kind: "family",
      personId,
      counterpartId: world.teams[0].id,
      validFrom: new Date("2020-01-01"),
    },
  });
  expect(await perform(declareCommand, expert, { id, answer: "clear" })).toMatchObject({
    reason: "expert-conflicted",
  });
  const conflict = { id, answer: "conflict" as const, reason: "示例：亲属" };
  value(await perform(declareCommand, expert, conflict));
  const [one] = await db().bid.findMany({ where: { callId: id } });
  const criteria = await db().callCriterion.findMany({ where: { callId: id } });
  const points = criteria.map((criterion) => ({ criterionId: criterion.id, points: 80 }));
  expect(await perform(scoreBidCommand, expert, { bidId: one?.id ?? "", points })).toMatchObject({
    reason: "expert-not-clear",
  });
  await expect(
    db()
      .$executeRaw`INSERT INTO bid_scores (id, alliance_id, bid_id, expert_id, criterion_id, points)
      VALUES (gen_random_uuid(), ${world.alliance.id}::uuid, ${one?.id}::uuid, ${expertId}::uuid, ${criteria[0]?.id}::uuid, 80)`,
  ).rejects.toThrow(/without a conflict/);
  // Let go a second time he keeps the reason that he gave.
  value(await perform(releaseExpertCommand, world.office, { expertId, reason: "示例：另有原因" }));
  const part = await db().callExpert.findUniqueOrThrow({ where: { id: expertId } });
  expect([part.state, part.reason]).toEqual(["recused", conflict.reason]);
});

test("an expert declares once; one whose office has ended is neither proposed nor asked", async () => {
  const world = await callWorld();
  const id = await openedCall(world);
  const expert = await judge(world, id, 0);
  expect(await perform(declareCommand, expert, { id, answer: "clear" })).toMatchObject({
    reason: "expert-declared-already",
  });
  const former = world.experts[1].actor;
  await db().roleGrant.updateMany({
    where: { userId: former.userId ?? "" },
    data: { validFrom: new Date("2020-01-01"), validTo: new Date("2021-01-01") },
  });
  const { items } = await ask(candidatesQuery, world.office, { id });
  expect(items.map(({ personId }) => personId)).not.toContain(former.personId);
  await expect(
    perform(assignExpertCommand, world.office, { id, personId: former.personId ?? "" }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("terms need an opinion, a deadline lies ahead, and an open call asks for no undertaking", async () => {
  const world = await callWorld();
  const { id: fresh } = value(await perform(createCallCommand, world.enterprise, { ...need }));
  value(await office(world, fresh, "pass"));
  const terms = { criteria: [{ name: "示例", weight: 100 }] };
  expect(
    await perform(proposeTermsCommand, world.office, { ...(await versionOf(fresh)), ...terms }),
  ).toMatchObject({ reason: "call-without-opinion" });
  await expect(
    perform(proposeTermsCommand, world.office, {
      ...(await versionOf(fresh)),
      criteria: [{ name: "示例", weight: 99 }],
    }),
  ).rejects.toMatchObject({ issues: [{ path: "criteria", message: "weights-not-100" }] });
  const id = await biddingCall(world);
  expect(
    await perform(undertakeCommand, world.bidders[0], { callId: id, agreed: true }),
  ).toMatchObject({ reason: "call-not-restricted" });
  await closeNow(id);
  value(await office(world, id, "declare_no_bid"));
  const past = { closesOn: addDays(today, -1), reason: "示例" };
  expect(
    await perform(extendCallCommand, world.office, { ...(await versionOf(id)), ...past }),
  ).toMatchObject({ reason: "call-closes-in-past" });
});

test("≥ 1 bid to evaluate: where every team turned out to be tied, nothing is ranked", async () => {
  const world = await callWorld();
  const id = await biddingCall(world);
  for (const bidder of world.bidders.slice(0, 2)) value(await submit(bidder, id));
  await db().organization.updateMany({
    where: { id: { in: world.teams.map(({ id: team }) => team) } },
    data: { sponsorId: world.poster.id },
  });
  await closeNow(id);
  value(await perform(openBidsCommand, world.office, await versionOf(id)));
  value(await perform(openBidsCommand, world.supervisor, await versionOf(id)));
  expect(await office(world, id, "conclude")).toMatchObject({ reason: "no-bid-to-rank" });
});

test("public notice ≥ 5 working days; only a ranked bid of this call is chosen, by the database too", async () => {
  const world = await callWorld();
  const id = await rankedCall(world);
  const elsewhere = await openedCall(world);
  const foreign = await db().bid.findFirstOrThrow({ where: { callId: elsewhere } });
  const [best] = (await seen(world, id, world.enterprise)).inside?.bids ?? [];
  const choose = async (bidId: string, noticeUntil?: string, at = id) =>
    perform(chooseBidCommand, world.enterprise, {
      ...(await versionOf(at)),
      bidId,
      reason: "示例理由",
      noticeUntil,
    });
  expect(await choose(best?.id ?? "", addDays(today, 4))).toMatchObject({
    reason: "call-notice-too-short",
  });
  await expect(choose(foreign.id)).rejects.toMatchObject({ code: "not-found" });
  for (const bidId of [foreign.id, best?.id]) {
    await expect(
      db()
        .$executeRaw`UPDATE calls SET chosen_bid_id = ${bidId}::uuid WHERE id = ${elsewhere}::uuid`,
    ).rejects.toThrow(/one of its own ranked bids/);
  }
  await db().$executeRaw`UPDATE calls SET state = 'choice' WHERE id = ${elsewhere}::uuid`;
  expect(await choose(foreign.id, undefined, elsewhere)).toMatchObject({
    reason: "bid-not-ranked",
  });
});

test("I-15 who chose answers no objection, and who signed an acceptance does not accept it", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  const { id: objectionId } = value(
    await perform(objectCommand, world.bidders[1], { callId: id, text: "示例异议" }),
  );
  await db().call.update({
    where: { id },
    data: { chosenById: world.supervisor.actor.userId },
  });
  const answer = { objectionId, upheld: false, answer: "示例答复" };
  expect(await perform(answerObjectionCommand, world.supervisor, answer)).toMatchObject({
    reason: "objection-of-choice",
  });
  const running = await runningCall(world);
  const view = await seen(world, running);
  await db()
    .$executeRaw`UPDATE project_milestones SET state = 'waived', state_reason = '示例' WHERE project_id = ${view.project?.id}::uuid`;
  const indicators = (view.details?.indicators ?? []).map((one) => ({
    indicatorId: one.id,
    measured: "示例 0.2",
    met: true,
  }));
  const at = await versionOf(running);
  value(await perform(signAcceptanceCommand, world.enterprise, { ...at, indicators }));
  await db().call.update({
    where: { id: running },
    data: { signedById: world.office.actor.userId },
  });
  expect(await office(world, running, "accept")).toMatchObject({ reason: "accept-own-signature" });
});

test("a project does not end before the milestones that the contract promises", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  await endNotice(id);
  value(await office(world, id, "end_notice"));
  const last = addDays(today, 200);
  const until = async (endsOn: string) =>
    perform(signContractCommand, world.office, { ...(await versionOf(id)), ...contract, endsOn });
  expect(await until(addDays(last, -1))).toMatchObject({
    reason: "milestone-outside",
    details: { from: today, to: addDays(last, -1) },
  });
  expect(await db().project.count({ where: { allianceId: world.alliance.id } })).toBe(0);
  value(await until(last));
});

test("a contract is not dated ahead, and does not go above the quote by another way", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  await endNotice(id);
  value(await office(world, id, "end_notice"));
  const ahead = { ...(await versionOf(id)), ...contract, signedOn: addDays(today, 1) };
  expect(await perform(signContractCommand, world.office, ahead)).toMatchObject({
    reason: "contract-dated-ahead",
  });
  value(await perform(signContractCommand, world.office, { ...ahead, signedOn: today }));
  await expect(
    db().$executeRaw`UPDATE calls SET contract_amount = 450000.01 WHERE id = ${id}::uuid`,
  ).rejects.toThrow(/no more than its quote/);
});
