import { beforeAll, describe, expect, test } from "vitest";
import { listProjectsProcedure } from "@/lib/features/projects/procedures/projects";
import { answerDays } from "@/lib/features/projects/rules/waiting";
import { projectStates } from "@/lib/features/projects/types";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { callAs, createWorld, read, register, type World } from "./world";

const { db } = useDatabase();
let world: World;
let id: string;
beforeAll(async () => {
  world = await createWorld(db());
  id = (await register(world)).id;
});

/** The row of the list, and the same keys of the project's own page, which asks the rule. */
async function bothAs(who: keyof World["actors"], wanted = id) {
  const [list, page] = await Promise.all([
    ask(listProjectsProcedure, callAs(world, world.actors[who]), { pageSize: 100 }),
    read(world, world.actors[who], wanted),
  ]);
  const row = list.items.find((item) => item.id === wanted);
  const same = Object.keys(row ?? {}).map((key) => [key, page[key as keyof typeof page]]);
  return { row, page: Object.fromEntries(same) };
}

/** Past the order of moves, so that every state is seen on one project. */
const put = (sets: { state: string; days: number; planned?: boolean; handedIn?: boolean }) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE projects SET state = ${sets.state}::project_state, code_year = 2026, code_number = 900,
      registered_at = coalesce(registered_at, now()),
      state_since = date_trunc('milliseconds', now() - make_interval(days => ${sets.days}::int)) WHERE id = ${id}::uuid`;
    await tx.$executeRaw`DELETE FROM project_milestones WHERE project_id = ${id}::uuid`;
    if (!sets.planned) return;
    const submittedAt = sets.handedIn ? new Date("2026-04-05T06:07:08.090Z") : null;
    for (const number of [1, 2]) {
      await tx.projectMilestone.create({
        data: {
          allianceId: world.alliance.id,
          projectId: id,
          sortOrder: number,
          title: `示例里程碑 ${number}`,
          dueOn: new Date("2026-05-01"),
          deliverable: "示例成果",
          state: submittedAt ? "submitted" : "planned",
          submittedAt,
          submittedById: submittedAt && world.actors.contact.userId,
        },
      });
    }
  });

describe("for whom a project waits, in the list and by the rule", () => {
  test.each(projectStates)("%s", async (state) => {
    for (const days of [0, answerDays - 1, answerDays + 1]) {
      await put({ state, days });
      const { row, page } = await bothAs("secretariat");
      expect(row).toEqual(page);
    }
  });

  test("running with a plan waits for nobody, and for the office when a milestone is handed in", async () => {
    await put({ state: "running", days: 3, planned: true });
    const planned = await bothAs("secretariat");
    expect(planned.row).toMatchObject({ waiting: null });
    expect(planned.row).toEqual(planned.page);
    await put({ state: "running", days: 3, planned: true, handedIn: true });
    const handedIn = await bothAs("secretariat");
    expect(handedIn.row?.waiting).toMatchObject({
      party: "secretariat",
      since: new Date("2026-04-05T06:07:08.090Z"),
    });
    expect(handedIn.row).toEqual(handedIn.page);
  });

  test("running with a change or an early end that was asked for waits for the office; one that the lead answers does not", async () => {
    await put({ state: "running", days: 3, planned: true });
    const proposedAt = new Date("2026-03-04T05:06:07.080Z");
    const of = { allianceId: world.alliance.id, projectId: id };
    const change = await db().projectChange.create({
      data: {
        ...of,
        number: 1,
        kind: "partner",
        authority: "lead",
        reason: "示例",
        old: [],
        new: {},
        proposedById: world.actors.school.userId ?? "",
        proposedAt,
      },
    });
    const asked = await bothAs("secretariat");
    expect(asked.row?.waiting).toBeNull();
    expect(asked.row).toEqual(asked.page);
    await db().projectChange.update({
      where: { id: change.id },
      data: { authority: "secretariat" },
    });
    const office = await bothAs("secretariat");
    expect(office.row?.waiting).toMatchObject({ party: "secretariat", since: proposedAt });
    expect(office.row).toEqual(office.page);
    await put({ state: "registered", days: 3, planned: true });
    const before = await bothAs("secretariat");
    expect(before.row?.waiting).toMatchObject({ party: "lead" });
    expect(before.row).toEqual(before.page);
    await put({ state: "running", days: 3, planned: true });
    const view = await ask(listProjectsProcedure, callAs(world, world.actors.secretariat), {
      view: "waiting",
    });
    expect(view.items.map((item) => item.id)).toContain(id);
    await db().projectChange.delete({ where: { id: change.id } });
    await db().projectDecision.create({
      data: {
        ...of,
        number: 9,
        subject: "terminate",
        authority: "secretariat",
        amount: "1.00",
        reason: "示例",
        proposedById: world.actors.secretariat.userId ?? "",
        proposedAt,
      },
    });
    const ending = await bothAs("secretariat");
    expect(ending.row?.waiting).toMatchObject({ party: "secretariat", since: proposedAt });
    expect(ending.row).toEqual(ending.page);
    await db().projectDecision.deleteMany({ where: { projectId: id, number: 9 } });
  });

  test.each([
    [7, '示例“引号” "quoted" \\ back\\nslash'],
    [1234, '示例\ttab \u0001 \u2028 😀 </script> {"id":1}'],
  ])("names and titles are in the list what they are on the page: %i %s", async (number, text) => {
    await put({ state: "running", days: 1 });
    await db()
      .$executeRaw`UPDATE projects SET title = ${text}, code_number = ${number} WHERE id = ${id}::uuid`;
    await db().$executeRaw`UPDATE organizations SET name = ${`${text} ${number}`}
      WHERE id IN (${world.company.id}::uuid, ${world.school.id}::uuid)`;
    const { row, page } = await bothAs("secretariat");
    expect(row).toMatchObject({
      title: text,
      code: number === 7 ? "2026-007" : "2026-1234",
      lead: { name: `${text} ${number}` },
      partners: [{ id: world.school.id, name: `${text} ${number}` }],
    });
    expect(row).toEqual(page);
  });

  test("several partners stand in one order", async () => {
    const asked = [world.school, world.supplier, world.outsider].map((one) => one.id);
    const project = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, ...asked],
      state: "partners_confirming",
    });
    const { row, page } = await bothAs("secretariat", project.id);
    expect(row?.partners.map((one) => one.id).toSorted()).toEqual(asked.toSorted());
    expect(row?.waiting?.organizations).toEqual(row?.partners);
    expect(row).toEqual(page);
  });

  test("is told to those inside and to nobody else", async () => {
    await put({ state: "check", days: 1 });
    for (const who of [
      "secretariat",
      "supervisor",
      "contact",
      "school",
      "supplier",
      "stranger",
    ] as const) {
      const { row, page } = await bothAs(who);
      expect(row).toEqual(page);
      expect(row?.waiting !== null).toBe(!["supplier", "stranger"].includes(who));
    }
  });

  test("nor do others find out by sorting what has waited longer", async () => {
    const later = (await register(world)).id;
    await put({ state: "check", days: 400 });
    await inTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`UPDATE projects SET code_year = 2026, code_number = 901, registered_at = now() WHERE id = ${later}::uuid`;
    });
    const sorted = async (actor: Actor) => {
      const input = { sort: "waiting", pageSize: 100 } as const;
      const list = await ask(listProjectsProcedure, callAs(world, actor), input);
      const two = list.items.flatMap((item) => ([id, later].includes(item.id) ? item.id : []));
      return [list.seesWaiting, ...two];
    };
    const { secretariat, contact, supplier, stranger } = world.actors;
    expect(await sorted(secretariat)).toEqual([true, id, later]);
    expect(await sorted(contact)).toEqual([true, id, later]);
    expect(await sorted(supplier)).toEqual([true, later, id]);
    expect(await sorted(stranger)).toEqual([false, later, id]);
    expect(await sorted(anonymous)).toEqual([false, later, id]);
  });
});
