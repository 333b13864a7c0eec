import { expect, test } from "vitest";
import {
  answerObjectionCommand,
  chooseBidCommand,
  objectCommand,
  signAcceptanceCommand,
  signContractCommand,
} from "@/lib/features/calls/procedures/award";
import { listCallsQuery, officeStepCommand } from "@/lib/features/calls/procedures/needs";
import { sixNumbers, sixTexts } from "@/lib/features/funds/queries/six";
import { getProjectProcedure } from "@/lib/features/projects/procedures/projects";
import { milestoneStates } from "@/lib/features/projects/queries/milestone-state";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import {
  callWorld,
  chosenCall,
  contract,
  endNotice,
  need,
  rankedCall,
  runningCall,
  seen,
  value,
  versionOf,
} from "./world";

const { db } = useDatabase();

const office = async (
  world: Awaited<ReturnType<typeof callWorld>>,
  id: string,
  step: "end_notice" | "accept" | "rework" | "archive",
  more = {},
) => perform(officeStepCommand, world.office, { ...(await versionOf(id)), step, ...more });

test("from a problem to a project whose contract money is promised, in one transaction", async () => {
  const world = await callWorld();
  const id = await runningCall(world);
  const view = await seen(world, id);
  expect(view).toMatchObject({ state: "executing", code: expect.stringMatching(/^20\d\d-001$/) });
  expect(view.inside?.payment).toEqual({ promised: "440000.00", received: "0.00" });
  const projectId = view.project?.id ?? "";
  const project = await ask(getProjectProcedure, world.office, { id: projectId });
  expect(project).toMatchObject({
    source: "open_bid",
    state: "registered",
    lead: { id: world.teams[0].id },
  });
  // Delegates and offices read every project: it tells the problem, and never the plan of the team.
  expect(project.inside?.summary).toBe(need.problem);
  const back = await ask(listCallsQuery, world.bidders[1], { project: projectId });
  expect(back.items.map((call) => call.id)).toEqual([id]);
  const six = sixTexts(await sixNumbers(db(), world.alliance.id, { projectIds: [projectId] }));
  expect(six.promised).toEqual({ cash: "440000.00", inKind: "0.00" });
  const milestones = await milestoneStates(db(), world.alliance.id, projectId);
  expect(milestones.map(({ title }) => title)).toEqual(["示例：方案", "示例：样机"]);
  const parts = await db().fundInstalment.findMany({ orderBy: { order: "asc" } });
  expect(parts.map(({ amount, milestoneId }) => [amount.toFixed(2), milestoneId])).toEqual([
    ["132000.00", milestones[0]?.id],
    ["308000.00", milestones[1]?.id],
  ]);
});

test("a contract that is refused leaves neither project nor promise", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  await endNotice(id);
  value(await office(world, id, "end_notice"));
  const before = await db().project.count();
  const high = { ...(await versionOf(id)), ...contract, amount: "450000.01" };
  expect(await perform(signContractCommand, world.office, high)).toMatchObject({
    reason: "contract-above-quote",
  });
  expect(await db().project.count()).toBe(before);
  const again = { ...(await versionOf(id)), ...contract };
  const both = await Promise.allSettled([
    perform(signContractCommand, world.office, again),
    perform(signContractCommand, world.office, again),
  ]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await db().project.count()).toBe(before + 1);
  expect(await db().fundCommitment.count({ where: { allianceId: world.alliance.id } })).toBe(1);
});

test("the enterprise may choose another than the first, with its reason; two choices at once are one", async () => {
  const world = await callWorld();
  const id = await rankedCall(world);
  const bids = (await seen(world, id, world.enterprise)).inside?.bids ?? [];
  expect(bids.map(({ rank, points }) => [rank, points])).toEqual([
    [1, "87.50"],
    [2, "72.50"],
  ]);
  const choose = async (place: number) =>
    perform(chooseBidCommand, world.enterprise, {
      ...(await versionOf(id)),
      bidId: bids[place]?.id ?? "",
      reason: "示例：交付更快",
    });
  const both = await Promise.allSettled([choose(0), choose(1)]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const { award } = await seen(world, id, world.bidders[2]);
  expect(award?.organization.id).toBeDefined();
  expect(award?.reason).toBeNull();
});

test("the notice runs five working days; an objection is answered by somebody else, and sends the choice back", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  expect(await office(world, id, "end_notice")).toMatchObject({ reason: "call-notice-runs" });
  const object = () => perform(objectCommand, world.bidders[1], { callId: id, text: "示例异议" });
  expect((await seen(world, id)).waiting).toMatchObject({ party: "objections" });
  const first = value(await object());
  const second = value(await object());
  expect((await seen(world, id)).waiting).toMatchObject({ party: "answer" });
  const { items } = await ask(listCallsQuery, world.supervisor, { mine: "true" });
  expect(items.find((one) => one.id === id)?.waiting).toMatchObject({ party: "answer" });
  await endNotice(id);
  expect(await object()).toMatchObject({ reason: "call-notice-over" });
  expect(await office(world, id, "end_notice")).toMatchObject({ reason: "objection-open" });
  const answer = (objectionId: string, upheld: boolean) =>
    perform(answerObjectionCommand, world.supervisor, { objectionId, upheld, answer: "示例答复" });
  value(await answer(first.id, false));
  expect(await answer(first.id, false)).toMatchObject({ reason: "objection-answered" });
  value(await answer(second.id, true));
  expect(await seen(world, id)).toMatchObject({ state: "choice", award: null });
});

test("I-15 nobody answers his own objection", async () => {
  const world = await callWorld();
  const id = await chosenCall(world);
  const { id: objectionId } = value(
    await perform(objectCommand, world.supervisor, { callId: id, text: "示例" }),
  );
  const answer = { objectionId, upheld: false, answer: "示例" };
  expect(await perform(answerObjectionCommand, world.supervisor, answer)).toMatchObject({
    reason: "objection-own",
  });
  expect(await perform(answerObjectionCommand, world.office, answer)).toMatchObject({ ok: true });
});

test("acceptance: milestones first, the enterprise signs what was measured, another person accepts, then it is paid", async () => {
  const world = await callWorld();
  const id = await runningCall(world);
  const view = await seen(world, id);
  const indicators = (view.details?.indicators ?? []).map((one, at) => ({
    indicatorId: one.id,
    measured: "示例 0.2",
    met: at === 0,
  }));
  const sign = async (given = indicators) =>
    perform(signAcceptanceCommand, world.enterprise, {
      ...(await versionOf(id)),
      indicators: given,
    });
  expect(await sign()).toMatchObject({ reason: "milestones-open", details: { count: 2 } });
  await db()
    .$executeRaw`UPDATE project_milestones SET state = 'waived', state_reason = '示例' WHERE project_id = ${view.project?.id}::uuid`;
  expect(await sign(indicators.slice(1))).toMatchObject({ reason: "criteria-incomplete" });
  value(await sign());
  expect(await office(world, id, "accept")).toMatchObject({ reason: "indicator-unmet" });
  value(await office(world, id, "rework", { reason: "示例：补测" }));
  value(await sign());
  value(await office(world, id, "accept", { reason: "示例：偏差可接受" }));
  expect(await office(world, id, "archive")).toMatchObject({ reason: "call-unpaid" });
  await db()
    .$executeRaw`UPDATE calls SET signed_by_id = accepted_by_id WHERE id = ${id}::uuid`.then(
    () => expect.unreachable(),
    (error: unknown) => expect(String(error)).toMatch(/calls_two_acceptors/),
  );
});
