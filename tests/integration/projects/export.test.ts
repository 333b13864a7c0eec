import { beforeAll, describe, expect, test } from "vitest";
import {
  exportProjectsQuery,
  listProjectsProcedure,
} from "@/lib/features/projects/procedures/projects";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { callAs, createWorld, register, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
  for (let count = 0; count < 3; count++) await register(world, { title: `示例项目 ${count}` });
});

type Who = Parameters<typeof callAs>[1];
const take = (actor: Who, input = {}, tenant = world.alliance.slug) =>
  ask(exportProjectsQuery, { ...callAs(world, actor), tenant }, input);
const listed = (actor: Who, input = {}) =>
  ask(listProjectsProcedure, callAs(world, actor), { ...input, pageSize: 100 });

describe("a list as one table", () => {
  test("holds what the screen shows on all its pages, in its order", async () => {
    for (const input of [{}, { q: "示例项目 1" }, { sort: "new" as const }]) {
      const [whole, screen] = [
        await take(world.actors.secretariat, input),
        await listed(world.actors.secretariat, input),
      ];
      expect(whole.items).toEqual(screen.items);
      expect(whole.total).toBe(screen.total);
    }
    await expect(take(world.actors.secretariat, { page: 2 })).rejects.toMatchObject({
      code: "malformed",
    });
  });

  test("who may take away only own organizations' rows gets those, and no other of the screen", async () => {
    const other = await createActor(db(), "enterprise_contact", {
      allianceId: world.alliance.id,
      organizationId: world.supplier.id,
    });
    expect((await take(world.actors.contact)).total).toBe(3);
    expect(await take(other)).toMatchObject({ items: [], total: 0 });
  });

  test("visitors sign in first, experts may not, a role elsewhere opens nothing", async () => {
    const expert = await createActor(db(), "expert", { allianceId: world.alliance.id });
    await expect(take(anonymous)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(take(expert)).rejects.toMatchObject({ code: "forbidden" });
    await expect(take(world.actors.secretariat, {}, "no-such")).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("each time it is taken leaves one entry with the number of rows", async () => {
    const entries = () =>
      db().auditEntry.findMany({
        where: { action: "export.table", subjectType: "project" },
        orderBy: { seq: "asc" },
      });
    const before = await entries();
    await take(world.actors.secretariat, { q: "示例项目 1" });
    const after = await entries();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.details).toMatchObject({ rows: 1, total: 1 });
  });
});
