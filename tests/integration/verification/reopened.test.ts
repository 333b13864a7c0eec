import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import {
  applyCorrectionCommand,
  endorseCorrectionCommand,
  requestCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import { getOutcomeProcedure } from "@/lib/features/outcomes/procedures/records";
import { startProjectProcedure } from "@/lib/features/projects/procedures/projects";
import {
  acceptMilestoneCommand,
  planMilestonesCommand,
  projectWorkQuery,
  reopenMilestoneCommand,
  submitMilestoneCommand,
} from "@/lib/features/projects/procedures/work";
import { approveCommand, listDeskQuery } from "@/lib/features/verification/procedures/desk";
import type { Result } from "@/lib/kernel/result";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createEvidence, createMetrics } from "../outcomes/support";
import { callAs, createWorld, enroll, inState, type World } from "../projects/world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
});
function value<T extends { id: string; version: number }>(result: Result<T, string>) {
  if (!result.ok) throw new Error(result.reason);
  return { id: result.value.id, version: result.value.version };
}
const call = (who: keyof World["actors"]) => callAs(world, world.actors[who]);

/** The first milestone of a project that runs. */
async function milestone(id: string) {
  const [one] = (await ask(projectWorkQuery, call("contact"), { id })).milestones;
  if (!one) throw new Error("no milestone");
  return { milestoneId: one.id, version: one.version, criteria: one.criteria };
}

async function handIn(id: string) {
  const { criteria, ...of } = await milestone(id);
  const evidence = criteria.map((one) => ({ criterionId: one.id, text: "示例佐证" }));
  expect(await perform(submitMilestoneCommand, call("contact"), { ...of, evidence })).toMatchObject(
    { ok: true },
  );
}
async function accept(id: string) {
  const { criteria: _, ...of } = await milestone(id);
  expect(await perform(acceptMilestoneCommand, call("secretariat"), of)).toMatchObject({
    ok: true,
  });
}

async function accepted() {
  const { id } = await inState(db(), world, "check");
  const milestones = [{ title: "课程", dueOn: "2026-06-30", deliverable: "示例课程" }];
  await perform(planMilestonesCommand, call("contact"), { id, version: 1, milestones });
  await enroll(world, id, 2);
  await perform(startProjectProcedure, call("contact"), { id, version: 4 });
  await handIn(id);
  await accept(id);
  return id;
}

const result = async (projectId: string, state: "verified" | "published") =>
  db().outcomeRecord.create({
    data: {
      fileId: (await createEvidence(db(), world.alliance.id, world.actors.secretariat)).id,
      allianceId: world.alliance.id,
      organizationId: world.school.id,
      projectId,
      metricCode: "M41",
      title: "示例项目成果",
      occurredOn: new Date("2026-03-01"),
      year: 2026,
      quantity: 5,
      state,
      verifiedById: randomUUID(),
      verifiedAt: new Date(),
      ...(state === "published" && { approvedById: randomUUID(), approvedAt: new Date() }),
    },
    select: { id: true, version: true },
  });
const desk = async () =>
  (await ask(listDeskQuery, call("secretariat2"), { step: "gone" })).items.map(({ id }) => id);
const get = (id: string) => ask(getOutcomeProcedure, call("secretariat2"), { id });

test("4.3 Milestone accepted, later found wrong: claims from it go to correction, until it is accepted anew", async () => {
  const project = await accepted();
  const other = await result(await accepted(), "verified");
  const [claim, shown] = [await result(project, "verified"), await result(project, "published")];
  expect(await desk()).toEqual([]);
  const { criteria: _, ...of } = await milestone(project);
  const reason = "示例：数据有误";
  expect(
    await perform(reopenMilestoneCommand, call("secretariat2"), { ...of, reason }),
  ).toMatchObject({ ok: true });
  expect((await desk()).sort()).toEqual([claim.id, shown.id].sort());
  expect(await get(claim.id)).toMatchObject({
    quantity: "5.00",
    state: "verified",
    evidenceGone: { kind: "reopened", reason: expect.stringContaining(reason) },
  });
  expect((await get(other.id)).evidenceGone).toBeNull();
  // The public reads that it waits, and nothing of the project's inside.
  const tenant = world.alliance.slug;
  const open = await ask(getOutcomeProcedure, { actor: anonymous, tenant }, { id: shown.id });
  expect(JSON.stringify(open)).not.toContain(reason);
  const items = [{ id: claim.id, version: claim.version }];
  expect(await perform(approveCommand, call("secretariat2"), { items })).toMatchObject({
    reason: "evidence-gone",
  });
  await handIn(project);
  await accept(project);
  expect(await desk()).toEqual([]);
  expect(await perform(approveCommand, call("secretariat2"), { items })).toMatchObject({
    ok: true,
  });
});

test("4.3 Milestone accepted, later found wrong: an applied correction takes the claim off the desk", async () => {
  const project = await accepted();
  const shown = await result(project, "published");
  const { criteria: _, ...of } = await milestone(project);
  await perform(reopenMilestoneCommand, call("secretariat2"), { ...of, reason: "示例：复核" });
  expect(await desk()).toContain(shown.id);
  const third = await createActor(db(), "secretariat", { allianceId: world.alliance.id });
  const wish = { recordId: shown.id, recordVersion: shown.version, quantity: "4" };
  let at = value(
    await perform(requestCorrectionCommand, call("secretariat"), {
      ...wish,
      reasonCode: "clerical",
      reason: "示例：按复核结果更正",
    }),
  );
  at = value(await perform(endorseCorrectionCommand, call("secretariat2"), at));
  expect(await desk()).toContain(shown.id);
  value(await perform(applyCorrectionCommand, callAs(world, third), at));
  expect(await desk()).not.toContain(shown.id);
  expect((await get(shown.id)).evidenceGone).toBeNull();
});
