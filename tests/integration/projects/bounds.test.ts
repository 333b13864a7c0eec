import { beforeAll, describe, expect, test } from "vitest";
import { approve, propose } from "@/lib/features/organizations/procedures";
import { setCreditsCommand } from "@/lib/features/projects/procedures/credits";
import {
  decideProjectCommand,
  proposeRegistrationCommand,
} from "@/lib/features/projects/procedures/decisions";
import { suspendProjectCommand } from "@/lib/features/projects/procedures/life";
import { startProjectProcedure } from "@/lib/features/projects/procedures/projects";
import {
  acceptMilestoneCommand,
  decideChangeCommand,
  planMilestonesCommand,
  projectWorkQuery,
  proposeChangeCommand,
  reopenMilestoneCommand,
  submitMilestoneCommand,
} from "@/lib/features/projects/procedures/work";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createCommitmentRow } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { callAs, createWorld, enroll, inState, read, resolutionAbout, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});
type Who = keyof World["actors"];
const call = (who: Who) => callAs(world, world.actors[who]);
const work = (id: string, who: Who = "contact") => ask(projectWorkQuery, call(who), { id });
const versionOf = async (id: string) =>
  (await db().project.findUniqueOrThrow({ where: { id } })).version;

/** Registered and started by the ways of the product, with two milestones. */
async function running() {
  const { id } = await inState(db(), world, "check");
  const milestones = ["2026-06-30", "2026-11-30"].map((dueOn) => ({
    title: `示例 ${dueOn}`,
    dueOn,
    deliverable: "示例",
  }));
  await perform(planMilestonesCommand, call("contact"), { id, version: 1, milestones });
  await enroll(world, id, 2);
  const started = await perform(startProjectProcedure, call("contact"), { id, version: 4 });
  if (!started.ok) throw new Error(started.reason);
  return id;
}
async function milestone(id: string) {
  const [found] = (await work(id)).milestones;
  if (!found) throw new Error("no milestone");
  return found;
}
async function submit(id: string) {
  const { id: milestoneId, version, criteria } = await milestone(id);
  return perform(submitMilestoneCommand, call("contact"), {
    milestoneId,
    version,
    evidence: criteria.map((one) => ({ criterionId: one.id, text: "示例佐证" })),
  });
}
async function accept(id: string, more: object = {}) {
  const { id: milestoneId, version } = await milestone(id);
  return perform(acceptMilestoneCommand, call("secretariat"), { milestoneId, version, ...more });
}
const suspend = async (id: string) =>
  perform(suspendProjectCommand, call("secretariat"), {
    id,
    version: await versionOf(id),
    reason: "示例",
  });

describe("a suspended project", () => {
  test("hands in no milestone, and its page offers none", async () => {
    const id = await running();
    expect(await suspend(id)).toMatchObject({ ok: true });
    const before = await milestone(id);
    expect(before.may).toMatchObject({ begin: false, submit: false });
    expect(await submit(id)).toMatchObject({ reason: "project-wrong-state" });
    expect(await milestone(id)).toEqual(before);
  });
  test("what was handed in before is still decided", async () => {
    const id = await running();
    await submit(id);
    await suspend(id);
    expect(await accept(id)).toMatchObject({ ok: true });
  });
});

describe("a resolution answers once", () => {
  test("the one that accepted a milestone does not take the acceptance back, nor carry a change", async () => {
    const id = await running();
    await submit(id);
    const { id: resolutionId } = await resolutionAbout(db(), world, id);
    await accept(id, { resolutionId });
    const { id: milestoneId, version } = await milestone(id);
    expect(
      await perform(reopenMilestoneCommand, call("secretariat2"), {
        milestoneId,
        version,
        reason: "示例",
        resolutionId,
      }),
    ).toMatchObject({ reason: "resolution-does-not-fit" });
    await change(id, { kind: "budget", budget: "900000.00" });
    expect(await decide(id, { resolutionId })).toMatchObject({
      reason: "resolution-does-not-fit",
    });
  });
});

const change = (id: string, content: object, who: Who = "contact") =>
  perform(proposeChangeCommand, call(who), { id, reason: "示例理由", content: content as never });
async function decide(id: string, more: object = {}, at = 0) {
  const found = (await work(id, "secretariat")).changes[at];
  return perform(decideChangeCommand, call("secretariat"), {
    changeId: found?.id ?? "",
    version: found?.version ?? 0,
    verdict: "approve",
    ...more,
  });
}

describe("changes are judged again when they are decided", () => {
  test("the lead is not made a funder: it keeps its part, also after it has become the lead", async () => {
    const id = await running();
    expect(
      await change(id, { kind: "funder", organizationId: world.company.id, consent: "示例" }),
    ).toMatchObject({ reason: "nothing-changes" });
    await change(id, { kind: "funder", organizationId: world.school.id, consent: "示例" });
    await change(id, { kind: "lead", organizationId: world.school.id, consent: "示例" });
    expect(await decide(id)).toMatchObject({ ok: true });
    expect(await decide(id, {}, 1)).toMatchObject({ reason: "nothing-changes" });
    const seen = await read(world, world.actors.school, id);
    expect(seen.inside?.parties[0]).toMatchObject({ id: world.school.id, role: "lead" });
  });
  test("who has left the alliance meanwhile does not come in", async () => {
    const id = await running();
    const guest = await createOrganization(db());
    await createMembership(db(), { allianceId: world.alliance.id, organizationId: guest.id });
    await change(id, {
      kind: "partner",
      step: "join",
      organizationId: guest.id,
      role: "executor",
      consent: "示例",
    });
    await db().membershipPeriod.updateMany({
      where: { membership: { organizationId: guest.id } },
      data: { validTo: new Date("2026-02-01") },
    });
    expect(await decide(id)).toMatchObject({ reason: "not-a-member" });
    expect((await read(world, world.actors.contact, id)).inside?.parties).toHaveLength(2);
  });
  test("a small budget that grows large is approved where a large one is decided", async () => {
    const id = await running();
    await db().project.update({ where: { id }, data: { budget: "10000" } });
    await change(id, { kind: "budget", budget: "6000000.00" });
    expect((await work(id)).changes[0]?.authority).toBe("council");
    expect(await decide(id)).toMatchObject({ reason: "resolution-needed" });
  });
});

test("what is promised after the question was put counts: a small project that grew goes to the council", async () => {
  const { id } = await inState(db(), world, "check", { budget: "10000.00" });
  await perform(proposeRegistrationCommand, call("secretariat"), {
    id,
    version: 1,
    reason: "示例",
  });
  await createCommitmentRow(db(), {
    allianceId: world.alliance.id,
    projectId: id,
    organizationId: world.company.id,
    amount: "6000000.00",
    state: "proposed",
  });
  const answer = (more: object = {}) =>
    perform(decideProjectCommand, call("secretariat2"), {
      id,
      version: 2,
      verdict: "approve",
      ...more,
    });
  expect((await work(id)).decisions[0]).toMatchObject({
    authority: "council",
    amount: "6000000.00",
  });
  expect(await answer()).toMatchObject({ reason: "resolution-needed" });
  expect(await read(world, world.actors.contact, id)).toMatchObject({ code: null });
  const { id: resolutionId } = await resolutionAbout(db(), world, id);
  expect(await answer({ resolutionId })).toMatchObject({ value: { state: "registered" } });
  expect((await work(id)).decisions[0]).toMatchObject({
    authority: "council",
    amount: "6000000.00",
  });
});

test("a project without a number counts to no other alliance", async () => {
  const { id } = await inState(db(), world, "check");
  const credits = [
    { alliance: world.alliance.slug, share: "50" },
    { alliance: world.other.slug, share: "50" },
  ];
  expect(
    await perform(setCreditsCommand, call("secretariat"), { id, version: 1, credits }),
  ).toMatchObject({ reason: "project-wrong-state" });
  expect(await db().projectCredit.count({ where: { projectId: id } })).toBe(0);
});

test("Partner ends or merges: the survivor takes its place, old documents keep the old name", async () => {
  const absorbed = await createOrganization(db(), { kind: "vocational_college" });
  await createMembership(db(), { allianceId: world.alliance.id, organizationId: absorbed.id });
  const survivor = await createOrganization(db(), { kind: "vocational_college" });
  const { id } = await inState(db(), world, "check");
  await db().projectParty.updateMany({
    where: { projectId: id, organizationId: world.school.id },
    data: { organizationId: absorbed.id },
  });
  expect(await enroll(world, id)).toMatchObject({ ok: true });
  const proposed = await perform(propose, call("secretariat"), {
    survivorId: survivor.id,
    absorbedId: absorbed.id,
    reason: "示例：合并",
  });
  if (!proposed.ok) throw new Error(proposed.reason);
  const admin = await createActor(db(), "platform_admin");
  expect(
    await perform(approve, { actor: admin }, { proposalId: proposed.value.id, version: 1 }),
  ).toMatchObject({ ok: true });
  const seen = await read(world, world.actors.contact, id);
  expect(seen.state).toBe("registered");
  expect(seen.inside?.parties[1]).toMatchObject({ id: survivor.id, name: survivor.name });
  const [first] = (await work(id)).plans;
  expect(first?.content.parties.map((party) => party.name)).toContain(absorbed.name);
});
