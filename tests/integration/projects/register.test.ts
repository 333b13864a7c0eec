import { beforeAll, describe, expect, test } from "vitest";
import {
  decideProjectCommand,
  proposeRegistrationCommand,
} from "@/lib/features/projects/procedures/decisions";
import { answerPartyProcedure } from "@/lib/features/projects/procedures/projects";
import { today } from "@/lib/platform/clock";
import { perform } from "@/lib/platform/corridor/faces";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, audits, callAs, createWorld, enroll, read, register, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const year = Number(today().slice(0, 4));
const code = (number: number) => `${year}-${String(number).padStart(3, "0")}`;
/** Puts the question; a project that is put can be decided by another. */
const put = (of: World, id: string, version = 1) =>
  perform(proposeRegistrationCommand, callAs(of, of.actors.secretariat), {
    id,
    version,
    reason: "示例：材料齐全",
  });
const answer = (of: World, id: string, version = 2, who: keyof World["actors"] = "secretariat2") =>
  perform(decideProjectCommand, callAs(of, of.actors[who]), { id, version, verdict: "approve" });
const checked = (of: World) =>
  createProjectWithParties(db(), {
    allianceId: of.alliance.id,
    organizationIds: [of.company.id, of.school.id],
  });
const proposed = async (of: World) => {
  const project = await checked(of);
  await put(of, project.id);
  return project;
};
const codes = (results: { ok: boolean; value?: { code: string | null } }[]) =>
  results.map((one) => one.value?.code).sort();

describe("projects.register", () => {
  test("registered by the company, confirmed by the school, numbered by the secretariat", async () => {
    const { id } = await register(world);
    await perform(answerPartyProcedure, callAs(world, world.actors.school), {
      id,
      organizationId: world.school.id,
      answer: "confirm",
    });
    const result = await enroll(world, id, 2);
    expect(result).toMatchObject({ value: { state: "registered", code: code(1), version: 4 } });
    expect((await audits(db(), id)).at(-1)).toEqual({ action: "project.register" });
    const publicView = await read(world, world.actors.stranger, id);
    expect(publicView).toMatchObject({ code: code(1), inside: null, waiting: null });
  });

  test("a party that has not confirmed stands in the way, and no number is used up", async () => {
    const project = await checked(world);
    await db().projectParty.updateMany({
      where: { projectId: project.id, organizationId: world.school.id },
      data: { state: "pending", answeredAt: null },
    });
    expect(await put(world, project.id)).toMatchObject({ reason: "project-incomplete" });
    expect(await enroll(world, (await checked(world)).id)).toMatchObject({
      value: { code: code(2) },
    });
  });

  test("I-24 two projects at once: consecutive numbers", async () => {
    const fresh = await createWorld(db());
    const [a, b] = [await proposed(fresh), await proposed(fresh)];
    const { done } = await atOnce([() => answer(fresh, a.id), () => answer(fresh, b.id)]);
    expect(codes(done)).toEqual([code(1), code(2)]);
  });

  test("I-24 one project by two people at once: one number", async () => {
    for (let round = 1; round <= 10; round += 1) {
      const fresh = await createWorld(db());
      const project = await proposed(fresh);
      const { done, refused, errors } = await atOnce([
        () => answer(fresh, project.id),
        () => answer(fresh, project.id),
      ]);
      // The second reads that the project is another than the one it was shown.
      expect(errors).toMatchObject([{ code: "stale" }]);
      expect(refused).toEqual([]);
      expect(codes(done)).toEqual([code(1)]);
      const counter = await db().counter.findFirstOrThrow({
        where: { allianceId: fresh.alliance.id, series: "project" },
      });
      expect(counter.value).toBe(1);
    }
  });

  test("I-24 A-37 20 at once: no gap, no number twice", async () => {
    const fresh = await createWorld(db());
    const projects = await Promise.all(Array.from({ length: 20 }, () => proposed(fresh)));
    const { done, errors } = await atOnce(projects.map((one) => () => answer(fresh, one.id)));
    expect(errors).toEqual([]);
    expect(codes(done)).toEqual(Array.from({ length: 20 }, (_, index) => code(index + 1)).sort());
  });

  test("every alliance counts by itself", async () => {
    const fresh = await createWorld(db());
    expect(await enroll(fresh, (await checked(fresh)).id)).toMatchObject({
      value: { code: code(1) },
    });
  });

  test("a number of four digits is not cut", async () => {
    const fresh = await createWorld(db());
    await db().counter.create({
      data: { allianceId: fresh.alliance.id, series: "project", year, value: 1233 },
    });
    expect(await enroll(fresh, (await checked(fresh)).id)).toMatchObject({
      value: { code: `${year}-1234` },
    });
  });

  test("the database itself keeps a number to one project", async () => {
    const given = {
      codeYear: 2019,
      codeNumber: 1,
      registeredAt: new Date("2019-03-01"),
      state: "running" as const,
    };
    const of = {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id] as [string, string],
    };
    await createProjectWithParties(db(), { ...of, ...given });
    await expect(createProjectWithParties(db(), { ...of, ...given })).rejects.toThrow();
    await expect(
      db().project.create({
        data: {
          allianceId: world.alliance.id,
          leadId: world.company.id,
          title: "示例",
          type: "talent",
          state: "registered",
          startsOn: new Date("2026-01-01"),
          endsOn: new Date("2026-02-01"),
        },
      }),
    ).rejects.toThrow();
  });
});
