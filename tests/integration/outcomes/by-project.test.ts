import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { listOutcomesProcedure } from "@/lib/features/outcomes/procedures/records";
import { ask } from "@/lib/platform/corridor/faces";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "@/tests/support/database";
import { createStage } from "./support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let projectId: string;

beforeAll(async () => {
  stage = await createStage(db());
  const project = await createProjectWithParties(db(), {
    allianceId: stage.alliance.id,
    organizationIds: [stage.school.id],
    state: "draft",
  });
  projectId = project.id;
  const common = {
    allianceId: stage.alliance.id,
    organizationId: stage.school.id,
    metricCode: "M41",
    occurredOn: new Date("2026-03-01"),
    year: 2026,
    quantity: 1,
    state: "verified" as const,
    verifiedAt: new Date("2026-04-01"),
  };
  await db().outcomeRecord.createMany({
    data: [
      { ...common, title: "示例项目成果", projectId },
      { ...common, title: "示例其他成果" },
    ],
  });
});

const of = (actor: typeof stage.reporter, project: string | undefined) =>
  ask(listOutcomesProcedure, { actor, tenant: stage.alliance.slug }, { project });

test("the list of a project holds its results and their number", async () => {
  expect(await of(stage.reporter, projectId)).toMatchObject({
    total: 1,
    items: [{ title: "示例项目成果" }],
  });
  expect((await of(stage.reporter, undefined)).total).toBe(2);
});

test("A-01 who may not know of the project learns nothing by its id", async () => {
  const { anonymous } = await import("@/lib/platform/auth/actor");
  await db().outcomeRecord.updateMany({
    where: { projectId },
    data: { state: "published", approvedById: randomUUID(), approvedAt: new Date() },
  });
  expect(await of(anonymous, projectId)).toMatchObject({ total: 0, items: [] });
});
