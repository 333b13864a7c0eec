import { beforeAll, describe, expect, test } from "vitest";
import {
  acceptSectionCommand,
  getEditionQuery,
  getSectionQuery,
  listEditionsQuery,
  planSectionCommand,
  returnSectionCommand,
  submitSectionCommand,
  writeSectionCommand,
} from "@/lib/features/reports/procedures/editions";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import {
  atOnce,
  callAs,
  createWorld,
  editionOf,
  resolutionAbout,
  type Who,
  type World,
  writtenEdition,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

type Edition = { sections: { id: string; kind: string }[] };
const chapterOf = (edition: Edition, kind = "overview") => {
  const found = edition.sections.find((section) => section.kind === kind);
  if (!found) throw new Error(`no chapter ${kind}`);
  return found.id;
};
const read = (sectionId: string, who: Who = "clerk") =>
  ask(getSectionQuery, callAs(world, who), { sectionId });
const key = async (sectionId: string) => ({ sectionId, version: (await read(sectionId)).version });
const write = async (sectionId: string, body: string, who: Who = "reporter") =>
  perform(writeSectionCommand, callAs(world, who), { ...(await key(sectionId)), body });
const submit = async (sectionId: string, who: Who = "leader") =>
  perform(submitSectionCommand, callAs(world, who), await key(sectionId));
const accept = async (sectionId: string, who: Who = "clerk") =>
  perform(acceptSectionCommand, callAs(world, who), await key(sectionId));
const sendBack = async (sectionId: string, who: Who = "clerk") =>
  perform(returnSectionCommand, callAs(world, who), {
    ...(await key(sectionId)),
    reason: "示例：缺来源",
  });

test("written, handed in, returned with a reason, written again, accepted; every version stays", async () => {
  const id = chapterOf(await editionOf(world, { state: "drafting" }));
  expect(await write(id, "第一稿")).toMatchObject({ ok: true });
  expect(await submit(id)).toMatchObject({ ok: true });
  expect(await write(id, "来不及了")).toMatchObject({ reason: "wrong-state" });
  expect(await sendBack(id)).toMatchObject({ ok: true });
  expect(await read(id, "leader")).toMatchObject({
    state: "returned",
    returnReason: "示例：缺来源",
  });
  expect(await write(id, "第二稿")).toMatchObject({ ok: true });
  expect(await submit(id, "reporter")).toMatchObject({ ok: true });
  expect(await accept(id)).toMatchObject({ ok: true });
  const { state, texts } = await read(id);
  expect(state).toBe("accepted");
  expect(texts.map(({ number, body }) => [number, body])).toEqual([
    [2, "第二稿"],
    [1, "第一稿"],
  ]);
});

test("the same text again is no version, and a chapter without a text is not handed in", async () => {
  const id = chapterOf(await editionOf(world, { state: "drafting" }));
  expect(await submit(id)).toMatchObject({ reason: "section-empty" });
  await write(id, "同一稿");
  await write(id, "同一稿");
  expect((await read(id)).texts).toHaveLength(1);
});

test("I-16 the database: versions follow each other, and the newest one stands", async () => {
  const id = chapterOf(await editionOf(world, { state: "drafting" }), "funds");
  await write(id, "示例：第一稿", "clerk");
  await expect(
    db().$executeRaw`INSERT INTO edition_texts (id, alliance_id, section_id, number, body)
      VALUES (gen_random_uuid(), ${world.alliance.id}::uuid, ${id}::uuid, 3, '示例')`,
  ).rejects.toThrow(/guard: versions of a chapter follow each other/);
  await expect(
    db().$executeRaw`UPDATE edition_sections SET text_number = 2 WHERE id = ${id}::uuid`,
  ).rejects.toThrow(/guard: the newest version of a chapter stands/);
});

test("Two reporters edit: nothing is lost, the second reads the first's version before writing", async () => {
  const id = chapterOf(await editionOf(world, { state: "drafting" }));
  const { version } = await read(id);
  const type = (who: Who, body: string) => () =>
    perform(writeSectionCommand, callAs(world, who), { sectionId: id, version, body });
  const both = await atOnce([type("leader", "甲稿"), type("reporter", "乙稿")]);
  expect(both).toMatchObject({ done: 1, faults: ["stale"] });
  expect((await read(id)).texts).toHaveLength(1);
});

test("another member neither writes nor reads it; the neighbour finds nothing", async () => {
  const id = chapterOf(await editionOf(world, { state: "drafting" }));
  const { version } = await read(id);
  const words = { sectionId: id, version, body: "不该有" };
  await expect(perform(writeSectionCommand, callAs(world, "contact"), words)).rejects.toMatchObject(
    { code: "forbidden" },
  );
  await expect(read(id, "contact")).rejects.toMatchObject({ code: "not-found" });
  await expect(
    perform(writeSectionCommand, { actor: world.actors.stranger, tenant: world.other.slug }, words),
  ).rejects.toMatchObject({ code: "not-found" });
});

describe("I-15 reviewer and author", () => {
  test("who wrote a version does not accept it, though somebody else handed it in", async () => {
    const id = chapterOf(await editionOf(world, { state: "drafting" }), "funds");
    await write(id, "秘书处自己写的", "clerk");
    await submit(id, "second");
    expect(await accept(id, "clerk")).toMatchObject({ reason: "edition-own-text" });
    expect(await accept(id, "second")).toMatchObject({ reason: "edition-own-text" });
    expect((await read(id, "clerk")).may).toMatchObject({ accept: false, decideBlocked: true });
  });

  test("the database refuses it too", async () => {
    const id = chapterOf(await editionOf(world, { state: "drafting" }), "funds");
    await write(id, "秘书处自己写的", "clerk");
    await submit(id, "second");
    const decide = (by: string | null) =>
      db()
        .$executeRaw`UPDATE edition_sections SET state = 'accepted', decided_by_id = ${by}::uuid, decided_at = now() WHERE id = ${id}::uuid`;
    await expect(decide(world.actors.clerk.userId)).rejects.toThrow(
      /guard: an author does not accept/,
    );
    await expect(decide(world.actors.second.userId)).rejects.toThrow(
      /edition_sections_two_persons/,
    );
  });

  test("a member does not accept its own chapter", async () => {
    const id = chapterOf(await editionOf(world, { state: "drafting" }));
    await write(id, "示例");
    await submit(id);
    await expect(accept(id, "leader")).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("two decisions at once are one", async () => {
  const id = chapterOf(await editionOf(world, { state: "drafting" }));
  await write(id, "示例");
  await submit(id);
  const given = await key(id);
  const both = await atOnce([
    () => perform(acceptSectionCommand, callAs(world, "clerk"), given),
    () => perform(returnSectionCommand, callAs(world, "second"), { ...given, reason: "示例" }),
  ]);
  expect(both).toMatchObject({ done: 1, faults: ["stale"] });
});

test("a chapter returned from the merging takes the report back to the drafting", async () => {
  const edition = await writtenEdition(world, "merge");
  expect(await sendBack(chapterOf(edition))).toMatchObject({ ok: true });
  const { state, inside } = await ask(getEditionQuery, callAs(world, "clerk"), {
    editionId: edition.id,
  });
  expect(state).toBe("drafting");
  expect(inside?.stateReason).toBe("示例：缺来源");
});

test("after the deadline a chapter is late and is still taken", async () => {
  const edition = await editionOf(world, {
    state: "drafting",
    sections: [{ kind: "overview", organizationId: world.school.id, dueOn: "2020-01-01" }],
  });
  const id = chapterOf(edition);
  expect((await read(id)).late).toBe(true);
  expect(await write(id, "迟交")).toMatchObject({ ok: true });
  expect(await submit(id)).toMatchObject({ ok: true });
  expect((await read(id)).late).toBe(false);
});

describe("the plan", () => {
  const plan = async (sectionId: string, organizationId?: string) =>
    perform(planSectionCommand, callAs(world, "clerk"), {
      ...(await key(sectionId)),
      title: "示例标题",
      dueOn: "2199-01-31",
      isPublic: true,
      ...(organizationId && { organizationId }),
    });

  test("a chapter goes to a member, not to a stranger, and not away from its author", async () => {
    const edition = await editionOf(world, { state: "outline" });
    const id = chapterOf(edition, "funds");
    expect(await plan(id, world.company.id)).toMatchObject({ ok: true });
    const { id: foreign } = await db().organization.create({
      data: { name: "示例外单位", kind: "enterprise", searchText: "示例外单位", pinyin: "sl" },
    });
    expect(await plan(id, foreign)).toMatchObject({
      reason: "not-a-member",
      details: { names: "示例外单位" },
    });
    const written = chapterOf(await writtenEdition(world, "drafting"));
    expect(await plan(written, world.company.id)).toMatchObject({ reason: "section-has-author" });
  });

  test("nothing is planned once the text is merged", async () => {
    const edition = await writtenEdition(world, "merge");
    expect(await plan(chapterOf(edition), world.school.id)).toMatchObject({
      reason: "wrong-state",
    });
  });
});

describe("who reads what", () => {
  const visitor = () => ({ actor: anonymous, tenant: world.alliance.slug });

  test("A-13 an edition in the making is no one's business outside; a published one has its public chapters", async () => {
    const making = await writtenEdition(world, "review");
    await expect(ask(getEditionQuery, visitor(), { editionId: making.id })).rejects.toMatchObject({
      code: "not-found",
    });
    const resolutionId = (await resolutionAbout(world, "示例")).id;
    const out = await writtenEdition(world, "published", { resolutionId });
    const seen = await ask(getEditionQuery, visitor(), { editionId: out.id });
    expect(seen.inside).toBeNull();
    expect(seen.sections.map(({ kind, text }) => [kind, text])).toEqual([
      ["overview", "示例：本章文稿。"],
    ]);
    const { items } = await ask(listEditionsQuery, visitor(), {});
    expect(items.every(({ state }) => state === "published")).toBe(true);
    await expect(
      ask(getSectionQuery, visitor(), { sectionId: chapterOf(out) }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("a member reads its own chapter before the publication, not the others", async () => {
    const edition = await writtenEdition(world, "review");
    const { sections } = await ask(getEditionQuery, callAs(world, "leader"), {
      editionId: edition.id,
    });
    expect(sections.map(({ kind, text }) => [kind, text !== null])).toEqual([
      ["overview", true],
      ["funds", false],
    ]);
  });
});

describe("I-16 what the council approved stands", () => {
  const approved = async () => {
    const resolutionId = (await resolutionAbout(world, "示例")).id;
    return writtenEdition(world, "published", { resolutionId });
  };

  test("its title, its chapters, their texts and its history are not changed, by whatever way", async () => {
    const { id, sections } = await approved();
    const sectionId = chapterOf({ sections });
    const refused = async (pattern: RegExp, change: Promise<unknown>) =>
      expect(change).rejects.toThrow(pattern);
    const sql = db();
    await refused(
      /immutable/,
      sql.$executeRaw`UPDATE editions SET title = '别的' WHERE id = ${id}::uuid`,
    );
    await refused(
      /guard/,
      sql.$executeRaw`UPDATE editions SET state = 'submitted' WHERE id = ${id}::uuid`,
    );
    await refused(/immutable/, sql.$executeRaw`DELETE FROM editions WHERE id = ${id}::uuid`);
    await refused(
      /immutable/,
      sql.$executeRaw`UPDATE edition_sections SET is_public = false WHERE id = ${sectionId}::uuid`,
    );
    await refused(
      /immutable/,
      sql.$executeRaw`UPDATE edition_texts SET body = '别的' WHERE section_id = ${sectionId}::uuid`,
    );
    await refused(
      /guard/,
      sql.$executeRaw`INSERT INTO edition_texts (id, alliance_id, section_id, number, body)
        VALUES (gen_random_uuid(), ${world.alliance.id}::uuid, ${sectionId}::uuid, 2, '别的')`,
    );
    expect(await write(sectionId, "别的")).toMatchObject({ reason: "wrong-state" });
    expect(await sendBack(sectionId)).toMatchObject({ reason: "wrong-state" });
  });

  test("a merger of organizations renames who wrote it", async () => {
    const { sections } = await approved();
    await expect(
      db().editionSection.update({
        where: { id: chapterOf({ sections }) },
        data: { organizationId: world.company.id },
      }),
    ).resolves.toMatchObject({ organizationId: world.company.id });
  });
});
