import { beforeAll, describe, expect, test } from "vitest";
import { getEditionQuery, stepEditionCommand } from "@/lib/features/reports/procedures/editions";
import {
  confirmNumberCommand,
  publishEditionCommand,
} from "@/lib/features/reports/procedures/life";
import type { ToldNumberView } from "@/lib/features/reports/schema/told-numbers";
import { editionStates } from "@/lib/features/reports/types";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createCaseRow } from "@/prisma/seed/factories/cases";
import type { EditionGiven } from "@/prisma/seed/factories/reports";
import { useDatabase } from "../../support/database";
import {
  atOnce,
  callAs,
  createWorld,
  editionOf,
  resolutionAbout,
  type Who,
  type World,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const passage = "示例：本年度引进博士2名。";
const small = async (state: EditionGiven["state"], given: Partial<EditionGiven> = {}) => {
  const { leader, second, clerk, chair } = world.actors;
  const chapter = (body: string, authorId: string | null) => ({
    state: "accepted" as const,
    texts: [{ body, authorId }],
    submittedById: authorId,
    decidedById: clerk.userId,
  });
  const approved = ["council_approved", "submitted", "published"].includes(state ?? "");
  return editionOf(world, {
    ...(state && { state }),
    ...(approved && {
      resolutionId: (await resolutionAbout(world, "示例")).id,
      secretaryId: clerk.userId ?? "",
      chairId: chair.userId ?? "",
    }),
    sections: [
      { kind: "overview", organizationId: world.school.id, ...chapter(passage, leader.userId) },
      // Nobody but those inside reads it.
      { kind: "problems", isPublic: false, ...chapter("示例：缺3人。", second.userId) },
    ],
    ...given,
  });
};
const read = (editionId: string, who: Who = "clerk") =>
  ask(getEditionQuery, callAs(world, who), { editionId });
const told = async (editionId: string) => (await read(editionId)).inside?.smallNumbers ?? [];
const inputOf = (editionId: string, one: ToldNumberView, reason = "示例：名单已公开") => {
  const { sectionId, caseId, part, number, nth } = one;
  return {
    editionId,
    ...(sectionId && { sectionId }),
    ...(caseId && { caseId }),
    part,
    number,
    passage: one.passage,
    nth,
    reason,
  };
};
const first = async (editionId: string) => {
  const [one] = await told(editionId);
  if (!one) throw new Error("no small number");
  return one;
};
const confirm = async (editionId: string, who: Who = "clerk") =>
  perform(confirmNumberCommand, callAs(world, who), inputOf(editionId, await first(editionId)));
const publish = async (editionId: string) =>
  perform(publishEditionCommand, callAs(world, "clerk"), {
    editionId,
    version: (await read(editionId)).version,
  });
const toReview = async (editionId: string) =>
  perform(stepEditionCommand, callAs(world, "clerk"), {
    editionId,
    version: (await read(editionId)).version,
    to: "review",
  });

describe("A-75 small numbers in words that everybody will read", () => {
  test("are listed with their place to those who publish, of public chapters alone", async () => {
    const { id, sections } = await small("merge");
    expect(await told(id)).toEqual([
      {
        sectionId: sections[0]?.id,
        caseId: null,
        title: "示例章节 overview",
        part: "text",
        number: "博士2",
        passage,
        nth: 1,
        confirmed: null,
      },
    ]);
    for (const who of ["leader", "chair"] as const) {
      expect((await read(id, who)).inside?.smallNumbers).toEqual([]);
    }
  });

  test("hold up the review and the publication until each is let stand with a reason", async () => {
    const { id } = await small("merge");
    expect(await toReview(id)).toMatchObject({
      reason: "small-numbers-open",
      details: { count: 1 },
    });
    expect(await confirm(id)).toMatchObject({ ok: true });
    expect((await first(id)).confirmed).toMatchObject({ reason: "示例：名单已公开" });
    expect(await toReview(id)).toMatchObject({ ok: true });

    const approved = await small("submitted");
    expect(await publish(approved.id)).toMatchObject({
      reason: "small-numbers-open",
      details: { count: 1 },
    });
    expect((await read(approved.id)).state).toBe("submitted");
    await confirm(approved.id);
    expect(await publish(approved.id)).toMatchObject({ ok: true });
    const audited = await db().auditEntry.findFirst({
      where: { action: "edition.confirm_number", subjectId: approved.id },
    });
    expect(audited?.details).toMatchObject({ number: "博士2", reason: "示例：名单已公开" });
  });

  test("in other words it is another number, and what was confirmed of the old ones confirms nothing", async () => {
    const { leader } = world.actors;
    const { id, sections } = await small("drafting");
    await confirm(id);
    const shown = await first(id);
    const sectionId = sections[0]?.id ?? "";
    await db().editionSection.update({
      where: { id: sectionId },
      data: { state: "returned", returnReason: "示例", decidedById: world.actors.clerk.userId },
    });
    await db().editionText.create({
      data: {
        allianceId: world.alliance.id,
        sectionId,
        number: 2,
        body: "示例：本年度引进博士3名。",
        authorId: leader.userId,
      },
    });
    await db().editionSection.update({
      where: { id: sectionId },
      data: { state: "drafting", textNumber: 2 },
    });
    expect(await first(id)).toMatchObject({ number: "博士3", confirmed: null });
    expect(
      await perform(confirmNumberCommand, callAs(world, "clerk"), inputOf(id, shown)),
    ).toMatchObject({ reason: "small-number-gone" });
  });

  test("of a case: its text, what it cites and what it tells of; braces of a case are no numbers", async () => {
    const chapter = { kind: "cases" as const, title: "典型案例" };
    const { id } = await editionOf(world, { state: "drafting", sections: [chapter] });
    const { id: caseId } = await createCaseRow(db(), {
      allianceId: world.alliance.id,
      organizationId: world.school.id,
      authorId: world.actors.leader.userId ?? "",
      deciderId: world.actors.clerk.userId ?? "",
      state: "selected",
      editionId: id,
      effect: "示例：1人获奖，{{M41}}。",
    });
    expect(await told(id)).toMatchObject([{ caseId, part: "effect", number: "1人", nth: 1 }]);
    expect(await confirm(id)).toMatchObject({ ok: true });
    await db().editionSection.updateMany({ where: { editionId: id }, data: { isPublic: false } });
    expect(await told(id)).toEqual([]);
  });

  test("a frozen number that the public's tables leave out is one of them where a text names it", async () => {
    const { leader, clerk } = world.actors;
    const { id } = await editionOf(world, {
      state: "drafting",
      sections: [
        {
          kind: "overview",
          state: "accepted",
          texts: [{ body: "示例：到款{{M27}}。", authorId: leader.userId }],
          submittedById: leader.userId,
          decidedById: clerk.userId,
        },
      ],
      figures: [
        {
          kind: "metric",
          code: "M27",
          nameZh: "示例",
          nameEn: "Example",
          value: "120",
          unitZh: "万元",
          unitEn: "10,000 yuan",
          qualifier: "exact",
          source: "outcomes",
          definitionZh: "示例",
          definitionEn: "Example",
          organizations: 1,
        },
      ],
    });
    expect(await told(id)).toMatchObject([{ number: "120万元", passage: "示例：到款120万元。" }]);
  });
});

describe("letting one stand", () => {
  test("sent twice and at once it is let stand once", async () => {
    const { id } = await small("merge");
    const input = inputOf(id, await first(id));
    const call = callAs(world, "clerk", "small-once");
    expect(await perform(confirmNumberCommand, call, input)).toMatchObject({ ok: true });
    expect(await perform(confirmNumberCommand, call, input)).toMatchObject({ ok: true });
    expect(await perform(confirmNumberCommand, callAs(world, "second"), input)).toMatchObject({
      reason: "small-number-confirmed",
    });
    const other = await small("merge");
    const given = inputOf(other.id, await first(other.id));
    const once = (who: Who) => () => perform(confirmNumberCommand, callAs(world, who), given);
    expect(await atOnce([once("clerk"), once("second")])).toMatchObject({
      done: 1,
      refused: ["small-number-confirmed"],
    });
  });

  test("is for those who publish: not for a member, the chair, a neighbour or a visitor", async () => {
    const { id } = await small("merge");
    const input = inputOf(id, await first(id));
    for (const [call, code] of [
      [callAs(world, "leader"), "forbidden"],
      [callAs(world, "chair"), "forbidden"],
      [{ actor: anonymous, tenant: world.alliance.slug }, "unauthenticated"],
      [{ actor: world.actors.stranger, tenant: world.alliance.slug }, "forbidden"],
      [{ actor: world.actors.stranger, tenant: world.other.slug }, "not-found"],
    ] as const) {
      await expect(perform(confirmNumberCommand, call, input)).rejects.toMatchObject({ code });
    }
    await expect(
      perform(confirmNumberCommand, callAs(world, "clerk"), { ...input, reason: " " }),
    ).rejects.toMatchObject({ code: "malformed" });
  });

  test.each(editionStates)("in %s", async (state) => {
    const { id, sections } = await small(state);
    const input = inputOf(id, {
      sectionId: sections[0]?.id ?? "",
      caseId: null,
      title: "",
      part: "text",
      number: "博士2",
      passage,
      nth: 1,
      confirmed: null,
    });
    const closed = ["outline", "data_snapshot", "published"].includes(state);
    expect(await perform(confirmNumberCommand, callAs(world, "clerk"), input)).toMatchObject(
      closed ? { reason: "wrong-state" } : { ok: true },
    );
    expect(await db().editionNumberCheck.count({ where: { editionId: id } })).toBe(closed ? 0 : 1);
  });

  test("the database keeps it: of this report, before the publication, with a reason, and unchanged", async () => {
    const { id, sections } = await small("merge");
    await confirm(id);
    const sql = db();
    const insert = (editionId: string, sectionId: string | undefined, reason = "示例") =>
      sql.$executeRaw`INSERT INTO edition_number_checks (id, alliance_id, edition_id, section_id, part, number, passage, nth, reason)
        VALUES (gen_random_uuid(), ${world.alliance.id}::uuid, ${editionId}::uuid, ${sectionId ?? null}::uuid, 'text', '1人', '1人', 1, ${reason})`;
    const other = await small("merge");
    const published = await small("published");
    for (const [change, words] of [
      [
        () =>
          sql.$executeRaw`UPDATE edition_number_checks SET reason = '改' WHERE edition_id = ${id}::uuid`,
        /immutable/,
      ],
      [
        () => sql.$executeRaw`DELETE FROM edition_number_checks WHERE edition_id = ${id}::uuid`,
        /immutable/,
      ],
      [() => insert(id, other.sections[0]?.id), /guard: a number of another report/],
      [() => insert(published.id, published.sections[0]?.id), /guard: numbers are confirmed/],
      [() => insert(id, sections[0]?.id, " "), /edition_number_checks_reason/],
    ] as const) {
      await expect(change()).rejects.toThrow(words);
    }
  });
});
