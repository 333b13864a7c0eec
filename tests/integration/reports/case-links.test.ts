import { beforeAll, describe, expect, test } from "vitest";
import {
  changeCaseCommand,
  getCaseQuery,
  releaseCaseCommand,
  selectCaseCommand,
  submitCaseCommand,
} from "@/lib/features/reports/procedures/cases";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { type CaseGiven, createCaseRow } from "@/prisma/seed/factories/cases";
import {
  createProjectWithParties,
  createRegisteredProject,
} from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, editionOf, type Who, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const user = (who: Who) => world.actors[who].userId ?? "";
const caseOf = (given: Partial<CaseGiven> = {}) =>
  createCaseRow(db(), {
    allianceId: world.alliance.id,
    organizationId: world.school.id,
    authorId: user("leader"),
    deciderId: user("clerk"),
    ...given,
  });
const read = (caseId: string, who: Who = "clerk") =>
  ask(getCaseQuery, callAs(world, who), { caseId });
const key = async (caseId: string) => ({ caseId, version: (await read(caseId)).version });
const select = async (caseId: string, editionId: string, who: Who = "clerk") =>
  perform(selectCaseCommand, callAs(world, who), { ...(await key(caseId)), editionId });
const content = {
  year: 2026,
  title: "示例案例",
  background: "示例：背景。",
  practice: "示例：做法。",
  effect: "示例：成效。",
  consent: true,
};
describe("what a case tells of", () => {
  const planned = () =>
    createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.park.id],
      title: "示例：未立项的项目",
    });
  const registered = () =>
    createRegisteredProject(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
      title: "示例：已立项的项目",
      year: 2026,
      number: next(),
    });
  const order = (allianceId = world.alliance.id) =>
    db().trainingClass.create({
      data: {
        allianceId,
        organizationId: world.school.id,
        kind: "order",
        name: `示例班 ${next()}`,
      },
    });
  let counted = 0;
  const next = () => {
    counted += 1;
    return counted;
  };
  const change = async (caseId: string, more: object, who: Who = "leader") =>
    perform(changeCaseCommand, callAs(world, who), { ...(await key(caseId)), ...content, ...more });

  test("project and class are named while it is written, frozen with the edition, and live again out of it", async () => {
    const [project, trained] = [await registered(), await order()];
    const made = await caseOf();
    await change(made.id, { projectId: project.id, classId: trained.id });
    await perform(submitCaseCommand, callAs(world, "leader"), await key(made.id));
    const edition = await editionOf(world, { state: "drafting" });
    expect(await select(made.id, edition.id)).toMatchObject({ ok: true });
    await db().project.update({ where: { id: project.id }, data: { title: "示例：改了名" } });
    expect((await read(made.id)).links).toEqual([
      { kind: "project", id: project.id, name: "示例：已立项的项目", frozen: true },
      { kind: "class", id: trained.id, name: trained.name, frozen: true },
    ]);
    await perform(releaseCaseCommand, callAs(world, "clerk"), await key(made.id));
    expect((await read(made.id)).links[0]).toMatchObject({ name: "示例：改了名", frozen: false });
  });

  test("what its writer may not know of is not found, a neighbour's neither; the database refuses that one too", async () => {
    const hidden = await planned();
    const foreign = await order(world.other.id);
    const made = await caseOf();
    for (const more of [{ projectId: hidden.id }, { classId: foreign.id }]) {
      await expect(change(made.id, more)).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await read(made.id)).links).toEqual([]);
    await expect(
      db().caseLink.create({
        data: { allianceId: world.alliance.id, caseId: made.id, classId: foreign.id },
      }),
    ).rejects.toThrow(/foreign key/i);
  });

  test("a project that is hidden to the reader stays hidden, and stays when that reader writes", async () => {
    const hidden = await planned();
    const made = await caseOf();
    await change(made.id, { projectId: hidden.id }, "clerk");
    expect((await read(made.id)).links).toMatchObject([{ id: hidden.id }]);
    expect((await read(made.id, "leader")).links).toEqual([]);
    const shown = await registered();
    await change(made.id, { projectId: shown.id });
    expect((await read(made.id, "leader")).links.map(({ id }) => id)).toEqual([shown.id]);
    expect((await read(made.id)).links.map(({ id }) => id).sort()).toEqual(
      [hidden.id, shown.id].sort(),
    );
    await change(made.id, {});
    expect((await read(made.id)).links.map(({ id }) => id)).toEqual([hidden.id]);
  });

  test("two name it at once: one is stale, and it is named once", async () => {
    const project = await registered();
    const made = await caseOf();
    const given = { ...(await key(made.id)), ...content, projectId: project.id };
    const once = (who: Who) => () => perform(changeCaseCommand, callAs(world, who), given);
    expect(await atOnce([once("leader"), once("reporter")])).toMatchObject({
      done: 1,
      faults: ["stale"],
    });
    expect(await db().caseLink.count({ where: { caseId: made.id } })).toBe(1);
  });

  test("I-16 once handed in nothing of it changes behind anybody's back; one row names one thing", async () => {
    const [project, trained] = [await registered(), await order()];
    const edition = await editionOf(world, { state: "drafting" });
    const made = await caseOf({
      state: "selected",
      editionId: edition.id,
      links: [{ projectId: project.id }],
    });
    const { id } = made;
    const sql = db();
    const insert = (
      caseId: string,
      more: { project?: string; class?: string; name?: string } = {},
    ) => sql.$executeRaw`INSERT INTO typical_case_links (id, alliance_id, case_id, project_id, class_id, name, frozen_at)
      VALUES (gen_random_uuid(), ${world.alliance.id}::uuid, ${caseId}::uuid, ${more.project ?? null}::uuid,
        ${more.class ?? null}::uuid, ${more.name ?? null}, CASE WHEN ${more.name ?? null}::text IS NOT NULL THEN now() END)`;
    for (const change of [
      () => sql.$executeRaw`UPDATE typical_case_links SET name = '改' WHERE case_id = ${id}::uuid`,
      () => sql.$executeRaw`DELETE FROM typical_case_links WHERE case_id = ${id}::uuid`,
      () => insert(id, { class: trained.id }),
    ]) {
      await expect(change()).rejects.toThrow(/immutable: what a case tells of/);
    }
    const draft = await caseOf();
    await expect(insert(draft.id, { project: project.id, class: trained.id })).rejects.toThrow(
      /typical_case_links_subject/,
    );
    await expect(insert(draft.id)).rejects.toThrow(/typical_case_links_subject/);
    await expect(insert(draft.id, { class: trained.id, name: "示例" })).rejects.toThrow(
      /guard: the name is frozen/,
    );
  });

  test("a case does not go into an edition without the names of what it tells of", async () => {
    const project = await registered();
    const edition = await editionOf(world, { state: "drafting" });
    const made = await caseOf({ state: "submitted", links: [{ projectId: project.id }] });
    await expect(
      db()
        .$executeRaw`UPDATE typical_cases SET state = 'selected', edition_id = ${edition.id}::uuid,
        decided_by_id = ${user("clerk")}::uuid, decided_at = now() WHERE id = ${made.id}::uuid`,
    ).rejects.toThrow(/guard: a case tells of something without its name/);
  });
});
