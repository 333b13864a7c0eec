import { beforeAll, describe, expect, test } from "vitest";
import { projectFundsProcedure } from "@/lib/features/funds/procedures/budgets";
import { getOutcomeProcedure } from "@/lib/features/outcomes/procedures/records";
import {
  confirmCreditCommand,
  creditedQuery,
  setCreditsCommand,
} from "@/lib/features/projects/procedures/credits";
import {
  archiveProjectCommand,
  closeProjectCommand,
  followProjectCommand,
  reportFollowUpCommand,
  requestAcceptanceCommand,
  settleProjectCommand,
} from "@/lib/features/projects/procedures/life";
import {
  answerByLinkCommand,
  byLinkQuery,
  invitePartyCommand,
  keepPartnerCommand,
  recallProjectCommand,
} from "@/lib/features/projects/procedures/partners";
import {
  listProjectsProcedure,
  startProjectProcedure,
} from "@/lib/features/projects/procedures/projects";
import {
  acceptMilestoneCommand,
  askToJoinCommand,
  decideChangeCommand,
  planMilestonesCommand,
  projectWorkQuery,
  proposeChangeCommand,
  reopenMilestoneCommand,
  reportStatusCommand,
  submitMilestoneCommand,
  waiveMilestoneCommand,
  withdrawChangeCommand,
} from "@/lib/features/projects/procedures/work";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { createMetrics } from "../outcomes/support";
import {
  atOnce,
  callAs,
  createWorld,
  enroll,
  inState,
  read,
  register,
  resolutionAbout,
  type World,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});
type Who = keyof World["actors"];
const call = (who: Who) => callAs(world, world.actors[who]);
const work = (id: string, who: Who = "contact") => ask(projectWorkQuery, call(who), { id });
const milestone = async (id: string, at = 0) => {
  const found = (await work(id)).milestones[at];
  if (!found) throw new Error("no milestone");
  return found;
};

const plan = [
  { title: "课程", dueOn: "2026-06-30", deliverable: "示例课程", criteria: ["标准一", "标准二"] },
  { title: "实训", dueOn: "2026-11-30", deliverable: "示例实训" },
];

/** Planned, registered and started by the ways of the product. */
async function running() {
  const project = await inState(db(), world, "check");
  await perform(planMilestonesCommand, call("contact"), {
    id: project.id,
    version: 1,
    milestones: plan,
  });
  await enroll(world, project.id, 2);
  const started = await perform(startProjectProcedure, call("contact"), {
    id: project.id,
    version: 4,
  });
  if (!started.ok) throw new Error(started.reason);
  return project.id;
}

async function submit(id: string, at = 0, who: Who = "contact") {
  const one = await milestone(id, at);
  return perform(submitMilestoneCommand, call(who), {
    milestoneId: one.id,
    version: one.version,
    evidence: one.criteria.map(({ id: criterionId }) => ({ criterionId, text: "示例佐证" })),
  });
}
async function accept(id: string, at = 0, who: Who = "secretariat", more: object = {}) {
  const { id: milestoneId, version } = await milestone(id, at);
  return perform(acceptMilestoneCommand, call(who), { milestoneId, version, ...more });
}

describe("milestones", () => {
  test("the first runs with the start; each criterion needs its evidence", async () => {
    const id = await running();
    expect((await work(id)).milestones.map((one) => one.state)).toEqual(["running", "planned"]);
    const one = await milestone(id);
    const [first] = one.criteria;
    expect(
      await perform(submitMilestoneCommand, call("contact"), {
        milestoneId: one.id,
        version: one.version,
        evidence: [{ criterionId: first?.id ?? "", text: "示例" }],
      }),
    ).toMatchObject({ reason: "evidence-for-each" });
    expect(await submit(id)).toMatchObject({ ok: true });
    expect(await submit(id)).toMatchObject({ reason: "milestone-wrong-state" });
    const waits = (await read(world, world.actors.contact, id)).waiting;
    expect(waits).toMatchObject({ party: "secretariat" });
    const waiting = await ask(listProjectsProcedure, call("secretariat"), { view: "waiting" });
    expect(waiting.items.find((item) => item.id === id)?.waiting).toEqual(waits);
    // That a project waits is told to those inside; others do not find it out by asking for what waits.
    const told = async (who: Parameters<typeof ask>[1]) =>
      (await ask(listProjectsProcedure, who, { view: "waiting" })).items.some(
        (item) => item.id === id,
      );
    expect([await told(call("contact")), await told(callAs(world, anonymous))]).toEqual([
      true,
      false,
    ]);
    await accept(id);
    expect((await read(world, world.actors.contact, id)).waiting).toBeNull();
  });
  test("I-15 who handed it in does not accept it; the next one begins", async () => {
    const id = await running();
    await submit(id, 0, "secretariat");
    expect(await accept(id)).toMatchObject({ reason: "second-person-needed" });
    expect(await accept(id, 0, "secretariat2")).toMatchObject({ ok: true });
    expect((await work(id)).milestones.map((one) => one.state)).toEqual(["accepted", "running"]);
  });
  test("accepted by two at once: once", async () => {
    const id = await running();
    await submit(id);
    const { done } = await atOnce<{ ok: boolean }>([
      () => accept(id),
      () => accept(id, 0, "secretariat2"),
    ]);
    expect(done).toHaveLength(1);
  });
  test("Milestone accepted, later found wrong: withdrawn by the same or a higher authority", async () => {
    const id = await running();
    await submit(id);
    const resolution = await resolutionAbout(db(), world, id);
    await accept(id, 0, "secretariat", { resolutionId: resolution.id });
    const one = await milestone(id);
    expect(one.authority).toBe("council");
    const input = { milestoneId: one.id, version: one.version, reason: "示例：数据有误" };
    expect(await perform(reopenMilestoneCommand, call("secretariat2"), input)).toMatchObject({
      reason: "resolution-needed",
    });
    const { id: resolutionId } = await resolutionAbout(db(), world, id);
    expect(
      await perform(reopenMilestoneCommand, call("secretariat2"), { ...input, resolutionId }),
    ).toMatchObject({ ok: true });
    expect(await milestone(id)).toMatchObject({ state: "returned", acceptedAt: null });
  });
  test("a partner that does not lead hands nothing in", async () => {
    const id = await running();
    await expect(submit(id, 0, "school")).rejects.toMatchObject({ code: "forbidden" });
  });
  test("dates outside the project are refused by name", async () => {
    const project = await inState(db(), world, "check");
    expect(
      await perform(planMilestonesCommand, call("contact"), {
        id: project.id,
        version: 1,
        milestones: [{ title: "示例", dueOn: "2027-01-01", deliverable: "示例" }],
      }),
    ).toMatchObject({ reason: "milestone-outside" });
  });
  test("a quarter is reported once, and not ahead", async () => {
    const id = await running();
    const report = { id, year: 2026, quarter: 1, light: "amber" as const, text: "示例" };
    expect(await perform(reportStatusCommand, call("contact"), report)).toMatchObject({ ok: true });
    expect(await perform(reportStatusCommand, call("contact"), report)).toMatchObject({
      reason: "quarter-reported",
    });
    expect(
      await perform(reportStatusCommand, call("contact"), { ...report, year: 2199 }),
    ).toMatchObject({ reason: "quarter-ahead" });
  });
});

describe("changes", () => {
  const propose = (id: string, content: object, who: Who = "contact") =>
    perform(proposeChangeCommand, call(who), { id, reason: "示例理由", content: content as never });
  const decide = async (id: string, who: Who = "secretariat", more: object = {}) => {
    const [change] = (await work(id)).changes;
    return perform(decideChangeCommand, call(who), {
      changeId: change?.id ?? "",
      version: change?.version ?? 0,
      verdict: "approve",
      ...more,
    });
  };

  test("old and new side by side, a new version of the plan, the first stays", async () => {
    const id = await running();
    const { id: milestoneId } = await milestone(id, 1);
    expect(
      await propose(id, {
        kind: "date",
        endsOn: "2027-03-31",
        milestones: [{ id: milestoneId, dueOn: "2027-02-28" }],
      }),
    ).toMatchObject({ ok: true });
    expect((await work(id)).changes[0]?.lines).toEqual([
      { field: "endsOn", subject: null, old: "2026-12-31", new: "2027-03-31" },
      { field: "dueOn", subject: "实训", old: "2026-11-30", new: "2027-02-28" },
    ]);
    expect(await decide(id)).toMatchObject({ ok: true });
    const after = await work(id);
    expect(after.plans.map((one) => [one.number, one.content.endsOn])).toEqual([
      [2, "2027-03-31"],
      [1, "2026-12-31"],
    ]);
    expect(after.milestones[1]).toMatchObject({ dueOn: "2027-02-28", plannedOn: "2026-11-30" });
  });
  test("I-15 who asked does not approve; twice is refused; withdrawn is over", async () => {
    const id = await running();
    await propose(id, { kind: "date", endsOn: "2027-01-31" }, "secretariat");
    expect(await propose(id, { kind: "date", endsOn: "2027-02-28" })).toMatchObject({
      reason: "project-change-open",
    });
    expect(await decide(id)).toMatchObject({ reason: "second-person-needed" });
    const [change] = (await work(id)).changes;
    const key = { changeId: change?.id ?? "", version: 1 };
    expect(await perform(withdrawChangeCommand, call("secretariat"), key)).toMatchObject({
      ok: true,
    });
    expect(await decide(id, "secretariat2")).toMatchObject({ reason: "already-decided" });
  });
  test("Lead changes mid-project: history of leads is dated, the former lead stays a party", async () => {
    const id = await running();
    await propose(id, { kind: "lead", organizationId: world.school.id, consent: "示例函" });
    expect(await decide(id)).toMatchObject({ ok: true });
    const after = await read(world, world.actors.school, id);
    expect(after.lead.id).toBe(world.school.id);
    expect(after.inside?.parties.map((party) => [party.id, party.role])).toEqual([
      [world.school.id, "lead"],
      [world.company.id, "co_builder"],
    ]);
    expect((await work(id, "school")).leads).toMatchObject([
      { name: world.company.name, fromOn: "2026-01-01" },
    ]);
  });
  test("Lead changes mid-project: outcomes before stay with the former lead", async () => {
    const id = await running();
    await createMetrics(db());
    const record = await db().outcomeRecord.create({
      data: {
        allianceId: world.alliance.id,
        organizationId: world.company.id,
        projectId: id,
        metricCode: "M41",
        title: "示例项目成果",
        occurredOn: new Date("2026-03-01"),
        year: 2026,
        quantity: 1,
        state: "verified",
        verifiedAt: new Date("2026-04-01"),
      },
    });
    const outcome = () => ask(getOutcomeProcedure, call("secretariat"), { id: record.id });
    const totals = () =>
      db().outcomeRollup.findMany({
        where: { allianceId: world.alliance.id, organizationId: world.company.id },
      });
    const before = await totals();
    expect(before).toMatchObject([{ metricCode: "M41" }]);
    await propose(id, { kind: "lead", organizationId: world.school.id, consent: "示例函" });
    expect(await decide(id)).toMatchObject({ ok: true });
    expect((await read(world, world.actors.school, id)).lead.id).toBe(world.school.id);
    expect((await outcome()).shares).toMatchObject([
      { organizationId: world.company.id, share: "100.00", leads: true },
    ]);
    expect(await totals()).toEqual(before);
  });
  test("Same project registered by school and enterprise: the second joins, let in by the lead", async () => {
    const id = await running();
    const asked = await perform(askToJoinCommand, call("supplier"), {
      id,
      organizationId: world.supplier.id,
      role: "executor",
      reason: "示例：同一项目",
    });
    expect(asked).toMatchObject({ ok: true });
    await expect(decide(id, "school")).rejects.toMatchObject({ code: "forbidden" });
    expect(await decide(id, "contact")).toMatchObject({ ok: true });
    const seen = await read(world, world.actors.supplier, id);
    expect(seen.inside?.parties).toContainEqual(
      expect.objectContaining({ id: world.supplier.id, role: "executor", state: "confirmed" }),
    );
  });
  test("money and scope are approved where the project was decided", async () => {
    const id = await running();
    await db().project.update({ where: { id }, data: { budget: "5000000" } });
    await propose(id, { kind: "budget", budget: "6000000.00" });
    expect(await decide(id)).toMatchObject({ reason: "resolution-needed" });
    const { id: resolutionId } = await resolutionAbout(db(), world, id);
    expect(await decide(id, "secretariat", { resolutionId })).toMatchObject({ ok: true });
  });
  test("a change of scope drops milestones: old and new, waived on the board, out of the next plan, kept in the first", async () => {
    const id = await running();
    const second = await milestone(id, 1);
    expect(
      await propose(id, { kind: "scope", title: "示例新名称", drop: [second.id] }),
    ).toMatchObject({ ok: true });
    expect((await work(id)).changes[0]?.lines).toEqual([
      expect.objectContaining({ field: "title", new: "示例新名称" }),
      { field: "dropped", subject: "实训", old: `2026-11-30 ${second.deliverable}`, new: null },
    ]);
    expect((await milestone(id, 1)).state).toBe("planned");
    expect(await decide(id)).toMatchObject({ ok: true });
    const after = await work(id);
    expect(after.milestones[1]).toMatchObject({ state: "waived", reason: "示例理由" });
    expect(after.plans.map((one) => one.content.milestones.length)).toEqual([1, 2]);
    // What fell away releases no money any more.
    const funds = await ask(projectFundsProcedure, call("secretariat"), { id });
    expect(funds.milestones.map((one) => one.id)).toEqual([after.milestones[0]?.id]);
    expect(await propose(id, { kind: "date", endsOn: "2026-12-01" })).toMatchObject({ ok: true });
  });
  test("what is handed in, accepted or of another project is not dropped; handed in meanwhile it stays", async () => {
    const id = await running();
    const first = await milestone(id, 0);
    const second = await milestone(id, 1);
    const drop = (milestoneId: string) => propose(id, { kind: "scope", drop: [milestoneId] });
    expect(await drop(first.id)).toMatchObject({ ok: true });
    await submit(id);
    expect(await decide(id)).toMatchObject({ reason: "milestone-stays" });
    expect((await milestone(id, 0)).state).toBe("submitted");
    expect(await decide(id, "secretariat", { verdict: "reject", reason: "示例" })).toMatchObject({
      ok: true,
    });
    await expect(drop(first.id)).rejects.toMatchObject({
      issues: [{ path: "content.drop", message: "done-already" }],
    });
    const other = await running();
    await expect(drop((await milestone(other, 1)).id)).rejects.toMatchObject({ code: "not-found" });
    expect(
      await propose(id, { kind: "date", milestones: [{ id: second.id, dueOn: second.dueOn }] }),
    ).toMatchObject({ reason: "nothing-changes" });
  });
  test("a milestone for which money was paid stays", async () => {
    const id = await running();
    const { id: milestoneId } = await milestone(id, 1);
    const tenant = { allianceId: world.alliance.id };
    const promise = await db().fundCommitment.create({
      data: {
        ...tenant,
        projectId: id,
        organizationId: world.company.id,
        kind: "cash",
        amount: "100",
        promisedOn: new Date("2026-01-01"),
      },
    });
    const part = await db().fundInstalment.create({
      data: {
        ...tenant,
        commitmentId: promise.id,
        milestoneId,
        order: 1,
        amount: "100",
        dueOn: new Date("2026-02-01"),
      },
    });
    await db().fundEntry.create({
      data: {
        ...tenant,
        projectId: id,
        commitmentId: promise.id,
        instalmentId: part.id,
        organizationId: world.company.id,
        flow: "receipt",
        kind: "cash",
        source: "enterprise",
        amount: "100",
        happenedOn: new Date("2026-03-01"),
        voucherNo: "示例凭证-里程碑",
        state: "draft",
      },
    });
    await expect(propose(id, { kind: "scope", drop: [milestoneId] })).rejects.toMatchObject({
      issues: [{ path: "content.drop", message: "paid-already" }],
    });
  });
  test("nothing that changes nothing", async () => {
    const id = await running();
    expect(await propose(id, { kind: "date", endsOn: "2026-12-31" })).toMatchObject({
      reason: "nothing-changes",
    });
  });
});

describe("from the last milestone to the archive", () => {
  test("acceptance is asked for when all milestones are accepted or waived", async () => {
    const id = await running();
    const now = await read(world, world.actors.contact, id);
    const key = { id, version: now.inside?.version ?? 0, statement: "示例" };
    expect(await perform(requestAcceptanceCommand, call("contact"), key)).toMatchObject({
      reason: "milestones-open",
      details: { names: "课程、实训" },
    });
    await submit(id);
    await accept(id);
    const second = await milestone(id, 1);
    await perform(waiveMilestoneCommand, call("secretariat"), {
      milestoneId: second.id,
      version: second.version,
      reason: "示例：不再需要",
    });
    expect(await perform(requestAcceptanceCommand, call("contact"), key)).toMatchObject({
      value: { state: "acceptance_requested" },
    });
  });
  test("I-15 settled by one, closed by another; followed up, then archived", async () => {
    const { id } = await inState(db(), world, "accepted");
    const settled = await perform(settleProjectCommand, call("secretariat"), {
      id,
      version: 1,
      settlement: "示例：资金已结清",
    });
    expect(settled).toMatchObject({ value: { state: "settlement" } });
    expect(
      await perform(closeProjectCommand, call("secretariat"), { id, version: 2 }),
    ).toMatchObject({ reason: "second-person-needed" });
    await perform(closeProjectCommand, call("secretariat2"), { id, version: 2 });
    await perform(followProjectCommand, call("secretariat"), { id, version: 3, years: 1 });
    expect(
      await perform(archiveProjectCommand, call("secretariat"), { id, version: 4 }),
    ).toMatchObject({ reason: "follow-up-goes-on" });
    const report = { id, year: 2026, text: "示例：新增就业 12 人" };
    expect(await perform(reportFollowUpCommand, call("contact"), report)).toMatchObject({
      ok: true,
    });
    expect(await perform(reportFollowUpCommand, call("contact"), report)).toMatchObject({
      reason: "year-reported",
    });
    await db().project.update({ where: { id }, data: { followUpUntil: 2020 } });
    expect(
      await perform(archiveProjectCommand, call("secretariat"), { id, version: 4 }),
    ).toMatchObject({ value: { state: "archived" } });
  });
});

describe("confirmation by link", () => {
  const public_ = () => callAs(world, anonymous);
  const invite = async () => {
    const { id } = await register(world);
    const made = await perform(invitePartyCommand, call("contact"), {
      id,
      organizationId: world.school.id,
    });
    if (!made.ok) throw new Error(made.reason);
    return { id, token: made.value.token };
  };
  test("I-27 a representative answers once, without an account", async () => {
    const { id, token } = await invite();
    const view = await ask(byLinkQuery, public_(), { token });
    expect(view).toMatchObject({ organization: world.school.name, answered: false });
    const answer = { token, answer: "confirm" as const, name: "示例 张主任" };
    const { done, refused } = await atOnce<{ ok: boolean }>([
      () => perform(answerByLinkCommand, public_(), answer),
      () => perform(answerByLinkCommand, public_(), answer),
    ]);
    expect([done.length, refused]).toMatchObject([1, [{ reason: "answer-link-used" }]]);
    expect((await read(world, world.actors.contact, id)).state).toBe("check");
  });
  test("a newer link ends the older one; nobody else's link opens anything", async () => {
    const { id, token } = await invite();
    await perform(invitePartyCommand, call("contact"), { id, organizationId: world.school.id });
    await expect(ask(byLinkQuery, public_(), { token })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      ask(byLinkQuery, { actor: anonymous, tenant: world.other.slug }, { token }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
  test("14 days: taken back when they have passed, not before", async () => {
    const { id } = await register(world);
    expect(await perform(recallProjectCommand, call("contact"), { id, version: 1 })).toMatchObject({
      reason: "answer-days-run",
    });
    await db().project.update({
      where: { id },
      data: { stateSince: new Date(Date.now() - 15 * 86_400_000) },
    });
    expect(await perform(recallProjectCommand, call("contact"), { id, version: 1 })).toMatchObject({
      value: { state: "draft" },
    });
  });
});

test("Partner leaves the alliance: the project continues, the lead confirms once", async () => {
  const id = await running();
  await db().membershipPeriod.updateMany({
    where: { membership: { organizationId: world.school.id, allianceId: world.alliance.id } },
    data: { validTo: new Date("2026-02-01") },
  });
  const seen = await read(world, world.actors.contact, id);
  expect(seen.state).toBe("running");
  expect(seen.inside?.parties[1]).toMatchObject({ isMember: false, keptAt: null });
  const input = { id, organizationId: world.school.id };
  expect(await perform(keepPartnerCommand, call("contact"), input)).toMatchObject({ ok: true });
  expect(await perform(keepPartnerCommand, call("contact"), input)).toMatchObject({
    reason: "already-done",
  });
});

describe("A project shown in two alliances has shares that sum to 100 %; it is counted once above them", () => {
  test("set by its own alliance, confirmed by the other", async () => {
    const { id } = await inState(db(), world, "running");
    const own = { alliance: world.alliance.slug, share: "66.67" };
    const set = (credits: { alliance: string; share: string }[]) =>
      perform(setCreditsCommand, call("secretariat"), { id, version: 1, credits });
    expect(await set([own, { alliance: world.other.slug, share: "33.32" }])).toMatchObject({
      reason: "credits-not-whole",
    });
    expect(await set([{ alliance: world.other.slug, share: "100" }])).toMatchObject({
      reason: "credits-without-own",
    });
    expect(await set([own, { alliance: world.other.slug, share: "33.33" }])).toMatchObject({
      ok: true,
    });
    const there = { actor: world.actors.stranger, tenant: world.other.slug };
    const { items } = await ask(creditedQuery, there, {});
    expect(items).toMatchObject([{ projectId: id, share: 3333, confirmedAt: null }]);
    expect(await perform(confirmCreditCommand, there, { projectId: id })).toMatchObject({
      ok: true,
    });
    expect(await perform(confirmCreditCommand, there, { projectId: id })).toMatchObject({
      reason: "already-done",
    });
  });
  test("the database keeps the sum", async () => {
    const { id } = await inState(db(), world, "running");
    await expect(
      db().projectCredit.create({
        data: {
          allianceId: world.alliance.id,
          projectId: id,
          creditedId: world.alliance.id,
          share: 9999,
        },
      }),
    ).rejects.toThrow();
  });
});
