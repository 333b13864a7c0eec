import { beforeAll, describe, expect, test } from "vitest";
import {
  createEditionCommand,
  getEditionQuery,
  stepEditionCommand,
} from "@/lib/features/reports/procedures/editions";
import {
  approveEditionCommand,
  publishEditionCommand,
  sendBackCommand,
  signReviewCommand,
  submitEditionCommand,
} from "@/lib/features/reports/procedures/life";
import { stepsFrom } from "@/lib/features/reports/rules/states";
import { editionStates, editionSteps } from "@/lib/features/reports/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
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
});

const read = (editionId: string, who: Who = "clerk") =>
  ask(getEditionQuery, callAs(world, who), { editionId });
const versionOf = async (editionId: string) => (await read(editionId)).version;
const key = async (editionId: string) => ({ editionId, version: await versionOf(editionId) });
const step = async (editionId: string, to: (typeof editionSteps)[number], who: Who = "clerk") =>
  perform(stepEditionCommand, callAs(world, who), { ...(await key(editionId)), to });
const sign = async (editionId: string, seat: "secretary" | "chair", who: Who) =>
  perform(signReviewCommand, callAs(world, who), { ...(await key(editionId)), seat });
const approve = async (editionId: string, resolutionId: string, who: Who = "clerk") =>
  perform(approveEditionCommand, callAs(world, who), { ...(await key(editionId)), resolutionId });
/** Adopted when both had signed: the review of these tests is of today. */
const resolutionFor = async (title: string) =>
  (await resolutionAbout(world, title, "2199-01-01")).id;

test("3.13 from the outline to the public: every stage by the one whose it is", async () => {
  const { id } = await writtenEdition(world, "drafting");
  const { title } = await read(id);
  expect(await step(id, "merge")).toMatchObject({ ok: true });
  expect(await step(id, "review")).toMatchObject({ ok: true });
  expect((await read(id)).inside?.waiting).toBe("secretary");
  expect(await sign(id, "secretary", "clerk")).toMatchObject({ ok: true });
  expect((await read(id)).inside?.waiting).toBe("chair");
  expect(await sign(id, "chair", "chair")).toMatchObject({ ok: true });
  expect((await read(id)).inside).toMatchObject({ waiting: "council", may: { approve: true } });
  expect(await approve(id, await resolutionFor(title))).toMatchObject({ ok: true });
  const submitted = await perform(submitEditionCommand, callAs(world, "clerk"), {
    ...(await key(id)),
    submittedTo: "示例省教育厅",
    submittedOn: "2026-01-02",
    documentNo: "示例〔2026〕1号",
  });
  expect(submitted).toMatchObject({ ok: true });
  expect(await perform(publishEditionCommand, callAs(world, "clerk"), await key(id))).toMatchObject(
    { ok: true },
  );
  const after = await read(id);
  const published = await db().edition.findUniqueOrThrow({ where: { id } });
  expect(after.inside?.waitingSince).toEqual(published.stateSince);
  expect(after).toMatchObject({
    state: "published",
    submittedTo: "示例省教育厅",
    documentNo: "示例〔2026〕1号",
  });
  expect(after.inside?.events.map(({ kind }) => kind)).toEqual([
    "published",
    "submitted",
    "council_approved",
    "signed_chair",
    "signed_secretary",
    "review",
    "merge",
  ]);
});

describe("every illegal edge is refused and changes nothing", () => {
  test.each(editionStates)("from %s", async (state) => {
    const resolutionId = (await resolutionAbout(world, "示例")).id;
    const approved = ["council_approved", "submitted", "published"].includes(state);
    const { id } = await writtenEdition(world, state, approved ? { resolutionId } : {});
    const before = await db().edition.findUniqueOrThrow({ where: { id } });
    for (const to of editionSteps.filter((one) => !stepsFrom(state).includes(one))) {
      expect(await step(id, to)).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    const { editionId, version } = await key(id);
    const call = callAs(world, "clerk");
    if (state !== "review") {
      expect(await sign(id, "secretary", "clerk")).toMatchObject({ reason: "wrong-state" });
      expect(await approve(id, resolutionId)).toMatchObject({ reason: "wrong-state" });
      expect(
        await perform(sendBackCommand, call, { editionId, version, reason: "示例" }),
      ).toMatchObject({ reason: "wrong-state" });
    }
    if (state !== "council_approved") {
      const paper = { editionId, version, submittedTo: "示例", submittedOn: "2026-01-01" };
      expect(await perform(submitEditionCommand, call, paper)).toMatchObject({
        reason: "wrong-state",
      });
    }
    if (state !== "submitted") {
      expect(await perform(publishEditionCommand, call, { editionId, version })).toMatchObject({
        reason: "wrong-state",
      });
    }
    expect(await db().edition.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });
});

test("a chapter that is not accepted holds the merging up", async () => {
  const { id } = await editionOf(world, { state: "drafting" });
  expect(await step(id, "merge")).toMatchObject({ reason: "sections-open", details: { count: 2 } });
  await expect(
    db().$executeRaw`UPDATE editions SET state = 'merge' WHERE id = ${id}::uuid`,
  ).rejects.toThrow(/guard: a chapter is not accepted/);
});

describe("I-15 the review", () => {
  test("the chair does not sign before the secretary-general, and neither for the other", async () => {
    const { id } = await writtenEdition(world, "review");
    expect(await sign(id, "chair", "chair")).toMatchObject({ reason: "wrong-state" });
    expect(await sign(id, "secretary", "chair")).toMatchObject({ reason: "edition-other-seat" });
    expect(await sign(id, "chair", "clerk")).toMatchObject({ reason: "edition-other-seat" });
    await expect(sign(id, "secretary", "leader")).rejects.toMatchObject({ code: "forbidden" });
  });

  test("who wrote a chapter does not sign; the database refuses it too", async () => {
    const { id } = await writtenEdition(world, "review");
    expect(await sign(id, "secretary", "second")).toMatchObject({ reason: "edition-own-text" });
    expect((await read(id, "second")).inside?.may).toMatchObject({ sign: [], signBlocked: true });
    await expect(
      db()
        .$executeRaw`UPDATE editions SET secretary_reviewed_by_id = ${world.actors.second.userId}::uuid WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/guard: an author does not review/);
  });

  test("sent back with a reason: both signatures are given anew", async () => {
    const { id } = await writtenEdition(world, "review");
    expect(await sign(id, "secretary", "clerk")).toMatchObject({ ok: true });
    const back = await perform(sendBackCommand, callAs(world, "chair"), {
      ...(await key(id)),
      reason: "示例：资金口径不一致",
    });
    expect(back).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({
      state: "merge",
      inside: { secretaryReview: null, stateReason: "示例：资金口径不一致" },
    });
  });

  test("the database sends nothing back with a signature on it, and knows none without its day", async () => {
    const { id } = await writtenEdition(world, "review");
    expect(await sign(id, "secretary", "clerk")).toMatchObject({ ok: true });
    await expect(
      db().$executeRaw`UPDATE editions SET state = 'merge' WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/editions_signatures/);
    await expect(
      db().$executeRaw`UPDATE editions SET secretary_reviewed_at = NULL WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/editions_signature_days/);
  });
});

describe("the council's approval", () => {
  const reviewed = async () => {
    const { id } = await writtenEdition(world, "review");
    await sign(id, "secretary", "clerk");
    await sign(id, "chair", "chair");
    return { id, title: (await read(id)).title };
  };

  test("needs both signatures", async () => {
    const { id } = await writtenEdition(world, "review");
    const resolutionId = await resolutionFor((await read(id)).title);
    expect(await approve(id, resolutionId)).toMatchObject({ reason: "review-open" });
  });

  test("a resolution about something else, or from before the review, does not fit", async () => {
    const { id, title } = await reviewed();
    const other = await resolutionFor("示例另一事项");
    expect(await approve(id, other)).toMatchObject({
      reason: "edition-other-resolution",
      details: { title },
    });
    const early = (await resolutionAbout(world, title)).id;
    expect(await approve(id, early)).toMatchObject({ reason: "edition-other-resolution" });
  });

  test("a resolution approves one report only", async () => {
    const [one, two] = [await reviewed(), await reviewed()];
    const resolutionId = await resolutionFor(`${one.title}、${two.title}`);
    expect(await approve(one.id, resolutionId)).toMatchObject({ ok: true });
    expect(await approve(two.id, resolutionId)).toMatchObject({ reason: "resolution-used" });
  });
});

describe("the outline", () => {
  const given = (year: number) => ({
    year,
    title: `示例${year}年度报告`,
    dueOn: `${year}-12-31`,
    sectionsDueOn: `${year}-11-30`,
  });

  test("has all chapters of 3.13, of which none has a member yet", async () => {
    const made = await perform(createEditionCommand, callAs(world, "clerk"), given(2031));
    if (!made.ok) throw new Error(made.reason);
    const { sections } = await read(made.value.id);
    expect(sections.map(({ title }) => title)).toEqual([
      "联合体概况与成员",
      "治理与运行",
      "合作办学",
      "合作育人",
      "合作就业",
      "技术服务与成果转化",
      "经费投入与使用",
      "典型案例",
      "存在的问题",
      "下一年度计划",
      "数据表",
    ]);
    expect(sections.every(({ organization, state }) => !organization && state === "open")).toBe(
      true,
    );
  });

  test("sent twice with one key it is one; two at once for one year are one", async () => {
    const call = callAs(world, "clerk", `edition-${nextYear()}`);
    const [one, two] = [
      await perform(createEditionCommand, call, given(2032)),
      await perform(createEditionCommand, call, given(2032)),
    ];
    expect(two).toEqual(one);
    const both = await atOnce([
      () => perform(createEditionCommand, callAs(world, "clerk"), given(2033)),
      () => perform(createEditionCommand, callAs(world, "second"), given(2033)),
    ]);
    expect(both).toEqual({ done: 1, refused: ["edition-exists"], faults: [] });
  });

  test("chapters are due before the report", async () => {
    expect(
      await perform(createEditionCommand, callAs(world, "clerk"), {
        ...given(2034),
        sectionsDueOn: "2035-01-01",
      }),
    ).toMatchObject({ reason: "edition-due-order" });
  });

  test("a member does not begin one, and the neighbour knows nothing of it", async () => {
    await expect(
      perform(createEditionCommand, callAs(world, "leader"), given(2035)),
    ).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await editionOf(world);
    await expect(
      ask(
        getEditionQuery,
        { actor: world.actors.stranger, tenant: world.other.slug },
        { editionId: id },
      ),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

test("two steps at once are one", async () => {
  const { id } = await editionOf(world);
  const version = await versionOf(id);
  const go = (who: Who) => () =>
    perform(stepEditionCommand, callAs(world, who), {
      editionId: id,
      version,
      to: "data_snapshot",
    });
  const both = await atOnce([go("clerk"), go("second")]);
  expect(both.done).toBe(1);
  expect(both.faults).toEqual(["stale"]);
});
