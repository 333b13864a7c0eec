import { beforeAll, describe, expect, test } from "vitest";
import { editionPaper } from "@/components/reports/edition-paper";
import { readChapters } from "@/components/reports/read-chapters";
import {
  changeCaseCommand,
  getCaseQuery,
  listCasesQuery,
  releaseCaseCommand,
  returnCaseCommand,
  selectCaseCommand,
  submitCaseCommand,
  writeCaseCommand,
} from "@/lib/features/reports/procedures/cases";
import { getEditionQuery } from "@/lib/features/reports/procedures/editions";
import { signReviewCommand } from "@/lib/features/reports/procedures/life";
import { caseMayBecome } from "@/lib/features/reports/rules/cases";
import { caseStates } from "@/lib/features/reports/types";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { writeReport } from "@/lib/platform/documents/report";
import { type CaseGiven, createCaseRow } from "@/prisma/seed/factories/cases";
import {
  createProjectWithParties,
  createRegisteredProject,
} from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { createMetrics } from "../outcomes/support";
import { partOf } from "./docx";
import {
  atOnce,
  callAs,
  createWorld,
  editionOf,
  nextYear,
  resolutionAbout,
  type Who,
  type World,
  writtenEdition,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
  await createMetrics(db());
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
const record = (more: object = {}) =>
  db().outcomeRecord.create({
    data: {
      allianceId: world.alliance.id,
      organizationId: world.school.id,
      metricCode: "M41",
      title: "示例培训",
      year: 2022,
      occurredOn: new Date("2022-05-01"),
      quantity: 5,
      state: "verified",
      enteredById: world.actors.leader.userId,
      submittedAt: new Date(),
      verifiedById: world.actors.clerk.userId,
      verifiedAt: new Date(),
      fileId: null,
      ...more,
    },
  });

describe("a case of a member", () => {
  test("written, handed in, sent back, written again, handed in, put into the edition by another person", async () => {
    const cited = await record();
    const made = await perform(writeCaseCommand, callAs(world, "reporter"), {
      ...content,
      organizationId: world.school.id,
      recordIds: [cited.id],
    });
    if (!made.ok) throw new Error("not written");
    const caseId = made.value.id;
    expect(
      await perform(submitCaseCommand, callAs(world, "leader"), await key(caseId)),
    ).toMatchObject({ ok: true });
    expect(
      await perform(changeCaseCommand, callAs(world, "leader"), {
        ...(await key(caseId)),
        ...content,
      }),
    ).toMatchObject({ reason: "wrong-state" });
    await perform(returnCaseCommand, callAs(world, "clerk"), {
      ...(await key(caseId)),
      reason: "示例：请补充成效",
    });
    expect(await read(caseId, "leader")).toMatchObject({
      state: "returned",
      returnReason: "示例：请补充成效",
    });
    await perform(changeCaseCommand, callAs(world, "leader"), {
      ...(await key(caseId)),
      ...content,
      effect: "示例：新的成效。",
      recordIds: [cited.id],
    });
    await perform(submitCaseCommand, callAs(world, "leader"), await key(caseId));
    const edition = await editionOf(world, { state: "drafting" });
    expect(await select(caseId, edition.id)).toMatchObject({ ok: true });
    expect(await read(caseId)).toMatchObject({
      state: "selected",
      effect: "示例：新的成效。",
      edition: { id: edition.id },
      sources: [{ title: "示例培训", quantity: "5", frozen: true }],
    });
  });

  test("without the consent to publish it is not handed in", async () => {
    const made = await caseOf();
    expect(
      await perform(submitCaseCommand, callAs(world, "leader"), await key(made.id)),
    ).toMatchObject({ reason: "case-no-consent" });
    await expect(
      db()
        .$executeRaw`UPDATE typical_cases SET state = 'submitted', submitted_by_id = ${user("leader")}::uuid,
        submitted_at = now() WHERE id = ${made.id}::uuid`,
    ).rejects.toThrow(/typical_cases_consent/);
  });

  test("word limits: one character more than a part may have is refused", async () => {
    await expect(
      perform(writeCaseCommand, callAs(world, "leader"), {
        ...content,
        organizationId: world.school.id,
        background: "字".repeat(501),
      }),
    ).rejects.toMatchObject({ code: "malformed" });
  });

  test("cites approved results of its own unit alone, by the database too", async () => {
    const foreign = await record({ organizationId: world.company.id });
    const open = await record({
      state: "submitted",
      verifiedById: null,
      verifiedAt: null,
    });
    const made = await caseOf();
    for (const { id } of [foreign, open]) {
      expect(
        await perform(changeCaseCommand, callAs(world, "leader"), {
          ...(await key(made.id)),
          ...content,
          recordIds: [id],
        }),
      ).toMatchObject({ reason: "case-source-not-approved" });
      await expect(
        db().$executeRaw`INSERT INTO typical_case_sources (alliance_id, case_id, record_id)
          VALUES (${world.alliance.id}::uuid, ${made.id}::uuid, ${id}::uuid)`,
      ).rejects.toThrow(/guard: a case cites approved results of its own unit/);
    }
  });

  test("two write at once: nothing is lost, the second reads the first's before writing", async () => {
    const made = await caseOf();
    const given = await key(made.id);
    const type = (who: Who, title: string) => () =>
      perform(changeCaseCommand, callAs(world, who), { ...given, ...content, title });
    expect(await atOnce([type("leader", "甲"), type("reporter", "乙")])).toMatchObject({
      done: 1,
      faults: ["stale"],
    });
  });

  test("sent twice with one key it is one case", async () => {
    const call = callAs(world, "leader", "case-once");
    const input = { ...content, title: "示例：只有一份", organizationId: world.school.id };
    await perform(writeCaseCommand, call, input);
    await perform(writeCaseCommand, call, input);
    expect(await db().typicalCase.count({ where: { title: "示例：只有一份" } })).toBe(1);
  });

  test("another member does not find it, a neighbour neither, and a visitor reads none", async () => {
    const made = await caseOf({ state: "submitted" });
    for (const call of [
      callAs(world, "contact"),
      { actor: world.actors.stranger, tenant: world.other.slug },
      { actor: anonymous, tenant: world.alliance.slug },
    ]) {
      await expect(ask(getCaseQuery, call, { caseId: made.id })).rejects.toMatchObject({
        code: "not-found",
      });
      const { items } = await ask(listCasesQuery, call, { pageSize: 100 });
      expect(items.map(({ id }) => id)).not.toContain(made.id);
    }
    await expect(
      perform(writeCaseCommand, callAs(world, "contact"), {
        ...content,
        organizationId: world.school.id,
      }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("selection", () => {
  test("I-15 nobody selects or sends back what they wrote or handed in; the database refuses it too", async () => {
    const edition = await editionOf(world, { state: "drafting" });
    const made = await caseOf({
      organizationId: null,
      authorId: user("second"),
      state: "submitted",
    });
    expect(await select(made.id, edition.id, "second")).toMatchObject({ reason: "case-own" });
    expect(
      await perform(returnCaseCommand, callAs(world, "second"), {
        ...(await key(made.id)),
        reason: "示例",
      }),
    ).toMatchObject({ reason: "case-own" });
    await expect(
      db()
        .$executeRaw`UPDATE typical_cases SET state = 'selected', edition_id = ${edition.id}::uuid,
        decided_by_id = ${user("second")}::uuid, decided_at = now() WHERE id = ${made.id}::uuid`,
    ).rejects.toThrow(/typical_cases_two_persons/);
    expect((await read(made.id, "second")).may).toMatchObject({
      select: false,
      decideBlocked: true,
    });
    expect(await select(made.id, edition.id)).toMatchObject({ ok: true });
  });

  test("I-15 who wrote a case of the edition does not sign its review", async () => {
    const edition = await writtenEdition(world, "merge");
    const made = await caseOf({
      organizationId: null,
      authorId: user("clerk"),
      deciderId: user("second"),
      state: "selected",
      editionId: edition.id,
    });
    await db().edition.update({ where: { id: edition.id }, data: { state: "review" } });
    const { version } = await ask(getEditionQuery, callAs(world, "clerk"), {
      editionId: edition.id,
    });
    expect(
      await perform(signReviewCommand, callAs(world, "clerk"), {
        editionId: edition.id,
        version,
        seat: "secretary",
      }),
    ).toMatchObject({ reason: "edition-own-text" });
    await expect(
      db()
        .$executeRaw`UPDATE editions SET secretary_reviewed_by_id = ${user("clerk")}::uuid, secretary_reviewed_at = now()
        WHERE id = ${edition.id}::uuid`,
    ).rejects.toThrow(/guard: an author does not review/);
    expect(
      await perform(releaseCaseCommand, callAs(world, "second"), await key(made.id)),
    ).toMatchObject({ reason: "case-edition-closed" });
  });

  test("one case stands in one edition once, also with two editions at once", async () => {
    const [one, two] = [
      await editionOf(world, { state: "drafting" }),
      await editionOf(world, { state: "drafting" }),
    ];
    const made = await caseOf({ state: "submitted" });
    const given = await key(made.id);
    const into = (editionId: string) => () =>
      perform(selectCaseCommand, callAs(world, "clerk"), { ...given, editionId });
    expect(await atOnce([into(one.id), into(two.id)])).toMatchObject({ done: 1 });
    expect(await select(made.id, two.id)).toMatchObject({ reason: "wrong-state" });
  });

  test.each(["outline", "data_snapshot", "review"] as const)(
    "an edition in %s takes no case",
    async (state) => {
      const edition = await editionOf(world, {
        state,
        ...(state === "review" && { sections: [] }),
      });
      const made = await caseOf({ state: "submitted" });
      expect(await select(made.id, edition.id)).toMatchObject({ reason: "case-edition-closed" });
      await expect(
        db()
          .$executeRaw`UPDATE typical_cases SET state = 'selected', edition_id = ${edition.id}::uuid,
          decided_by_id = ${user("clerk")}::uuid, decided_at = now() WHERE id = ${made.id}::uuid`,
      ).rejects.toThrow(/guard: the edition takes no cases/);
    },
  );

  test("an edition of the neighbour is not found", async () => {
    const foreign = await editionOf(world, { allianceId: world.other.id, state: "drafting" });
    const made = await caseOf({ state: "submitted" });
    await expect(select(made.id, foreign.id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a cited result that is no longer approved stops it", async () => {
    const cited = await record();
    const made = await caseOf({ state: "submitted", recordIds: [cited.id] });
    await db().$executeRaw`ALTER TABLE outcome_records DISABLE TRIGGER USER`;
    await db()
      .$executeRaw`UPDATE outcome_records SET state = 'returned', return_reason = '示例', verified_by_id = NULL,
      verified_at = NULL WHERE id = ${cited.id}::uuid`;
    await db().$executeRaw`ALTER TABLE outcome_records ENABLE TRIGGER USER`;
    const edition = await editionOf(world, { state: "drafting" });
    expect(await select(made.id, edition.id)).toMatchObject({
      reason: "case-source-not-approved",
    });
    expect((await read(made.id)).state).toBe("submitted");
  });

  test("taken out it waits again, and what it cites is live again", async () => {
    const cited = await record();
    const edition = await editionOf(world, { state: "drafting" });
    const made = await caseOf({
      state: "selected",
      editionId: edition.id,
      recordIds: [cited.id],
    });
    expect(
      await perform(releaseCaseCommand, callAs(world, "clerk"), await key(made.id)),
    ).toMatchObject({ ok: true });
    expect(await read(made.id)).toMatchObject({
      state: "submitted",
      edition: null,
      sources: [{ frozen: false }],
    });
  });
});

test("every illegal step is refused and changes nothing; the database knows the same edges", async () => {
  const edition = await editionOf(world, { state: "drafting" });
  const steps = {
    submitted: (given: { caseId: string; version: number }) =>
      perform(submitCaseCommand, callAs(world, "leader"), given),
    returned: (given: { caseId: string; version: number }) =>
      perform(returnCaseCommand, callAs(world, "clerk"), { ...given, reason: "示例" }),
    selected: (given: { caseId: string; version: number }) =>
      perform(selectCaseCommand, callAs(world, "clerk"), { ...given, editionId: edition.id }),
  };
  for (const from of caseStates) {
    const made = await caseOf({
      state: from,
      ...(from === "selected" && { editionId: edition.id }),
    });
    for (const to of ["submitted", "returned", "selected"] as const) {
      // Out of an edition there is a step of its own.
      if (caseMayBecome(from, to) && from !== "selected") continue;
      expect(await steps[to](await key(made.id)), `${from} → ${to}`).toMatchObject({
        reason: "wrong-state",
      });
      expect((await read(made.id)).state).toBe(from);
    }
    for (const to of caseStates) {
      if (to === from || caseMayBecome(from, to)) continue;
      await expect(
        db()
          .$executeRaw`UPDATE typical_cases SET state = ${to}::case_state WHERE id = ${made.id}::uuid`,
        `${from} → ${to}`,
      ).rejects.toThrow(/guard: a case does not go/);
    }
  }
});

test("I-16 what was handed in, what it cites and who wrote it do not change behind anybody's back", async () => {
  const cited = await record();
  const edition = await editionOf(world, { state: "drafting" });
  const made = await caseOf({ state: "selected", editionId: edition.id, recordIds: [cited.id] });
  const sql = db();
  const id = made.id;
  for (const [change, words] of [
    [
      () => sql.$executeRaw`UPDATE typical_cases SET effect = '改' WHERE id = ${id}::uuid`,
      /immutable/,
    ],
    [
      () =>
        sql.$executeRaw`UPDATE typical_cases SET author_ids = ARRAY[${user("second")}::uuid] WHERE id = ${id}::uuid`,
      /guard/,
    ],
    [() => sql.$executeRaw`DELETE FROM typical_cases WHERE id = ${id}::uuid`, /immutable/],
    [
      () =>
        sql.$executeRaw`UPDATE typical_case_sources SET quantity = 9 WHERE case_id = ${id}::uuid`,
      /immutable/,
    ],
    [
      () => sql.$executeRaw`DELETE FROM typical_case_sources WHERE case_id = ${id}::uuid`,
      /immutable/,
    ],
  ] as const) {
    await expect(change()).rejects.toThrow(words);
  }
});

describe("in the annual report", () => {
  const published = async (isPublic: boolean, links: CaseGiven["links"] = []) => {
    const { leader, clerk, chair } = world.actors;
    const cited = await record({ title: "示例：引用的培训", quantity: 7 });
    const chapter = {
      kind: "cases" as const,
      title: "典型案例",
      isPublic,
      state: "accepted" as const,
      texts: [{ body: "（一）概述\n示例。", authorId: leader.userId }],
      submittedById: leader.userId,
      decidedById: clerk.userId,
    };
    const edition = await editionOf(world, {
      year: nextYear(),
      state: "drafting",
      sections: [chapter],
    });
    await caseOf({
      title: "示例：引企入教",
      state: "selected",
      editionId: edition.id,
      recordIds: [cited.id],
      links,
    });
    const { id: resolutionId } = await resolutionAbout(world, "示例");
    const at = new Date();
    for (const data of [
      { state: "merge" as const },
      { state: "review" as const },
      { secretaryReviewedById: clerk.userId, secretaryReviewedAt: at },
      { chairReviewedById: chair.userId, chairReviewedAt: at },
      { state: "council_approved" as const, resolutionId, approvedAt: at },
      { state: "submitted" as const, submittedTo: "示例", submittedOn: at },
      { state: "published" as const, publishedAt: at },
    ]) {
      await db().edition.update({ where: { id: edition.id }, data });
    }
    return edition.id;
  };
  const seen = (editionId: string) =>
    ask(getEditionQuery, { actor: anonymous, tenant: world.alliance.slug }, { editionId });

  test("stand in the chapter 典型案例 with what they cite, for visitors and in the Word file", async () => {
    const edition = await seen(await published(true));
    const text = readChapters(edition)[0]?.text ?? "";
    expect(text).toContain("（二）示例：引企入教");
    expect(text).toContain("示例：引用的培训：7人日（M41，2022 年，已核验）");
    const xml = partOf(await writeReport(editionPaper(edition)), "word/document.xml");
    expect(xml.replaceAll(/<[^>]+>/g, "")).toContain("（二）示例：引企入教");
  });

  test("visitors read of a registered project; of one that is not registered and of a class those inside alone", async () => {
    const parties = {
      allianceId: world.alliance.id,
      organizationIds: [world.school.id, world.company.id] as const,
    };
    const shown = await createRegisteredProject(db(), {
      ...parties,
      title: "示例：公开的项目",
      year: 2026,
      number: 900,
    });
    const hidden = await createProjectWithParties(db(), { ...parties, title: "示例：未立项" });
    const trained = await db().trainingClass.create({
      data: {
        allianceId: world.alliance.id,
        organizationId: world.school.id,
        kind: "order",
        name: "示例：印出的班",
      },
    });
    const editionId = await published(true, [
      { projectId: shown.id },
      { projectId: hidden.id },
      { classId: trained.id },
    ]);
    const visitor = await seen(editionId);
    expect(readChapters(visitor)[0]?.text).toContain("\n涉及项目“示例：公开的项目”。\n");
    expect(JSON.stringify(visitor)).not.toMatch(/未立项|印出的班/);
    const inside = await ask(getEditionQuery, callAs(world, "clerk"), { editionId });
    expect(readChapters(inside)[0]?.text).toContain("培养班“示例：印出的班”");
  });

  test("a case of a chapter that is not public is not shown to visitors", async () => {
    const edition = await seen(await published(false));
    expect(JSON.stringify(edition)).not.toContain("引企入教");
  });

  test("before the publication a member reads its own case alone", async () => {
    const edition = await editionOf(world, { state: "drafting", sections: [{ kind: "cases" }] });
    await caseOf({ title: "示例：学校的", state: "selected", editionId: edition.id });
    await caseOf({
      title: "示例：企业的",
      organizationId: world.company.id,
      authorId: user("contact"),
      state: "selected",
      editionId: edition.id,
    });
    const text = async (who: Who) =>
      readChapters(await ask(getEditionQuery, callAs(world, who), { editionId: edition.id }))[0]
        ?.text;
    expect(await text("leader")).toContain("示例：学校的");
    expect(await text("leader")).not.toContain("示例：企业的");
    expect(await text("clerk")).toContain("示例：企业的");
  });
});
