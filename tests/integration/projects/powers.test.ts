import { beforeAll, describe, expect, test } from "vitest";
import {
  decidePowersCommand,
  decideProjectCommand,
  powersQuery,
  proposePowersCommand,
  proposeRegistrationCommand,
  proposeTerminationCommand,
} from "@/lib/features/projects/procedures/decisions";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { callAs, createWorld, enroll, inState, read, resolutionAbout, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

type Who = keyof World["actors"];
const call = (who: Who) => callAs(world, world.actors[who]);
const put = (id: string, version = 1) =>
  perform(proposeRegistrationCommand, call("secretariat"), { id, version, reason: "示例" });
const decide = (id: string, version: number, more: object = {}, who: Who = "secretariat2") =>
  perform(decideProjectCommand, call(who), { id, version, verdict: "approve", ...more });

async function adopt(amounts: { reviewFrom: string; amountA: string; amountB: string }) {
  const made = await perform(proposePowersCommand, call("secretariat"), amounts);
  if (!made.ok) throw new Error(made.reason);
  return perform(decidePowersCommand, call("secretariat2"), {
    id: made.value.id,
    verdict: "approve",
  });
}

describe("table of powers", () => {
  test("I-15 is adopted by a second person, never by the first", async () => {
    const amounts = { reviewFrom: "50000.00", amountA: "100000.00", amountB: "1000000.00" };
    const made = await perform(proposePowersCommand, call("secretariat"), amounts);
    if (!made.ok) throw new Error(made.reason);
    const own = { id: made.value.id, verdict: "approve" as const };
    expect(await perform(decidePowersCommand, call("secretariat"), own)).toMatchObject({
      reason: "second-person-needed",
    });
    expect(await perform(proposePowersCommand, call("secretariat2"), amounts)).toMatchObject({
      reason: "powers-already-proposed",
    });
    await perform(decidePowersCommand, call("secretariat2"), own);
    const view = await ask(powersQuery, call("chair"), {});
    expect(view).toMatchObject({ adopted: true, inForce: amounts });
    expect(await perform(decidePowersCommand, call("secretariat2"), own)).toMatchObject({
      reason: "already-decided",
    });
  });
  test("A smaller than B, else a field says so", () =>
    expect(
      perform(proposePowersCommand, call("secretariat"), {
        reviewFrom: "1.00",
        amountA: "2.00",
        amountB: "1.00",
      }),
    ).rejects.toMatchObject({ code: "malformed" }));
});

describe("decision of a project", () => {
  beforeAll(() => adopt({ reviewFrom: "50000.00", amountA: "100000.00", amountB: "1000000.00" }));
  test("I-15 below amount A the secretariat: put by one, decided by another", async () => {
    const project = await inState(db(), world, "check", { budget: "40000.00" });
    expect((await put(project.id)).ok).toBe(true);
    expect(await decide(project.id, 2, {}, "secretariat")).toMatchObject({
      reason: "second-person-needed",
    });
    expect(await decide(project.id, 2)).toMatchObject({ value: { state: "registered" } });
  });
  test("never by the author, and the database keeps it too", async () => {
    const author = world.actors.secretariat2.userId;
    const project = await inState(db(), world, "check", { createdById: author });
    await put(project.id);
    expect(await decide(project.id, 2)).toMatchObject({ reason: "own-project" });
    await expect(
      db().projectDecision.updateMany({
        where: { projectId: project.id },
        data: { verdict: "approve", decidedById: author, decidedAt: new Date() },
      }),
    ).rejects.toThrow();
  });
  test("from the amount of the review on, experts are heard first", async () => {
    const project = await inState(db(), world, "check", { budget: "50000.00" });
    expect(await put(project.id)).toMatchObject({ reason: "project-needs-review" });
  });
  test("above amount B the council, by its resolution about this very project", async () => {
    const project = await inState(db(), world, "decision", { budget: "2000000.00" });
    await db().projectDecision.create({
      data: {
        allianceId: world.alliance.id,
        projectId: project.id,
        number: 1,
        subject: "register",
        authority: "council",
        amount: "2000000.00",
        reason: "示例",
        proposedById: world.actors.secretariat.userId,
        proposedAt: new Date(),
      },
    });
    expect(await decide(project.id, 1)).toMatchObject({ reason: "resolution-needed" });
    const elsewhere = await inState(db(), world, "check");
    const other = await resolutionAbout(db(), world, elsewhere.id);
    expect(await decide(project.id, 1, { resolutionId: other.id })).toMatchObject({
      reason: "resolution-does-not-fit",
    });
    const low = await resolutionAbout(db(), world, project.id, "expert_committee");
    expect(await decide(project.id, 1, { resolutionId: low.id })).toMatchObject({
      reason: "resolution-does-not-fit",
    });
    const fit = await resolutionAbout(db(), world, project.id);
    expect(await decide(project.id, 1, { resolutionId: fit.id })).toMatchObject({
      value: { state: "registered" },
    });
  });
  test("a refusal has its reason, ends the project and takes its promises with it", async () => {
    const project = await inState(db(), world, "check");
    await put(project.id);
    await expect(decide(project.id, 2, { verdict: "reject" })).rejects.toMatchObject({
      code: "malformed",
    });
    expect(await decide(project.id, 2, { verdict: "reject", reason: "示例" })).toMatchObject({
      value: { state: "rejected" },
    });
  });
  test("a stale form decides nothing", async () => {
    const project = await inState(db(), world, "check");
    await put(project.id);
    await expect(decide(project.id, 1)).rejects.toMatchObject({ code: "stale" });
  });
});

describe("an early end", () => {
  test("is put by one and decided by another; it goes on until then", async () => {
    const project = await inState(db(), world, "running");
    const put = await perform(proposeTerminationCommand, call("secretariat"), {
      id: project.id,
      version: 1,
      reason: "示例：合作方停产",
    });
    expect(put).toMatchObject({ value: { state: "running", version: 2 } });
    expect(
      await perform(proposeTerminationCommand, call("secretariat2"), {
        id: project.id,
        version: 2,
        reason: "示例",
      }),
    ).toMatchObject({ reason: "decision-open" });
    expect(await decide(project.id, 2)).toMatchObject({ value: { state: "terminated" } });
    const seen = await read(world, world.actors.contact, project.id);
    expect(seen).toMatchObject({ state: "terminated", waiting: { party: "lead" } });
  });
});

test("registration leaves the first version of the plan", async () => {
  const project = await inState(db(), world, "check");
  expect(await enroll(world, project.id)).toMatchObject({ value: { state: "registered" } });
  const [plan] = await db().projectPlan.findMany({ where: { projectId: project.id } });
  expect(plan).toMatchObject({ number: 1, content: { endsOn: "2026-12-31" } });
  await expect(
    db().projectPlan.updateMany({ where: { projectId: project.id }, data: { number: 9 } }),
  ).rejects.toThrow();
});
