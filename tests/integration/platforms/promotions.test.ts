import { beforeAll, describe, expect, test } from "vitest";
import { getPlatformQuery, setLadderCommand } from "@/lib/features/platforms/procedures/platforms";
import {
  enrolPromotionCommand,
  stepPromotionCommand,
} from "@/lib/features/platforms/procedures/promotions";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createPlatformRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const make = async (more: object = {}) =>
  (
    await createPlatformRow(db(), {
      allianceId: world.alliance.id,
      hostId: world.school.id,
      kind: "master_studio",
      ...more,
    })
  ).id;
const read = (platformId: string, who: Who = "clerk") =>
  ask(getPlatformQuery, callAs(world, who), { platformId });
const group = {
  title: "2026 年春季高级工班",
  fromLevel: "intermediate",
  toLevel: "senior",
  people: 12,
  on: "2026-03-01",
} as const;
type Step = {
  to: "trained" | "assessed" | "certified";
  people: number;
  on: string;
  certificateNo?: string;
};
const enrol = (platformId: string, more: object = {}, who: Who = "leader") =>
  perform(enrolPromotionCommand, callAs(world, who), { platformId, ...group, ...more });
const last = async (platformId: string) => {
  const { id = "", version = 0 } = (await read(platformId)).promotions[0] ?? {};
  return { platformId, promotionId: id, version };
};
const step = async (platformId: string, input: Step) =>
  perform(stepPromotionCommand, callAs(world, "leader"), {
    ...(await last(platformId)),
    ...input,
  });
const holdersOf = async (platformId: string, level: string) =>
  (await read(platformId)).ladder.find((one) => one.level === level)?.holders;

describe("S001-25 the promotions of a master's studio on the eight levels", () => {
  test("3.14 enrolled → trained → assessed → certified: each step keeps its people and its day, the last one counts into the ladder", async () => {
    const id = await make();
    await perform(setLadderCommand, callAs(world, "leader"), {
      platformId: id,
      holders: [{ level: "senior", holders: 5 }],
    });
    expect(await enrol(id)).toMatchObject({ ok: true });
    expect(await step(id, { to: "trained", people: 11, on: "2026-04-01" })).toMatchObject({
      ok: true,
    });
    expect(await step(id, { to: "assessed", people: 11, on: "2026-05-01" })).toMatchObject({
      ok: true,
    });
    expect(await holdersOf(id, "senior")).toBe(5);
    const certificates = {
      to: "certified" as const,
      people: 9,
      on: "2026-05-20",
      certificateNo: "示例证〔2026〕1 号",
    };
    expect(await step(id, certificates)).toMatchObject({ ok: true });
    const [one] = (await read(id)).promotions;
    expect(one).toMatchObject({
      state: "certified",
      certified: 9,
      certifiedOn: "2026-05-20",
      certificateNo: "示例证〔2026〕1 号",
      steps: [
        { state: "enrolled", people: 12, on: "2026-03-01" },
        { state: "trained", people: 11, on: "2026-04-01" },
        { state: "assessed", people: 11, on: "2026-05-01" },
        { state: "certified", people: 9, on: "2026-05-20" },
      ],
    });
    expect(await holdersOf(id, "senior")).toBe(14);
    expect(await step(id, certificates)).toMatchObject({ reason: "wrong-state" });
    expect(await holdersOf(id, "senior")).toBe(14);
  });

  test("two who enter the certificates at once count them once", async () => {
    const id = await make();
    await enrol(id);
    await step(id, { to: "trained", people: 12, on: "2026-04-01" });
    await step(id, { to: "assessed", people: 12, on: "2026-05-01" });
    const one = await last(id);
    const certify = () =>
      perform(stepPromotionCommand, callAs(world, "leader"), {
        ...one,
        ...{ to: "certified" as const, people: 12, on: "2026-05-20", certificateNo: "示例 2" },
      });
    const { done } = await atOnce([certify, certify]);
    expect([done, await holdersOf(id, "senior")]).toEqual([1, 12]);
  });

  test("refused, and nothing is kept: no studio, no rise, a day to come, the same name twice, more people, an earlier day, no number", async () => {
    const id = await make();
    expect(await enrol(await make({ kind: "research" }))).toMatchObject({
      reason: "platform-no-studio",
    });
    expect(await enrol(id, { toLevel: "intermediate" })).toMatchObject({
      reason: "promotion-no-rise",
    });
    expect(await enrol(id, { toLevel: "apprentice" })).toMatchObject({
      reason: "promotion-no-rise",
    });
    expect(await enrol(id, { on: "2099-01-01" })).toMatchObject({ reason: "day-in-future" });
    await expect(enrol(id, { people: 0 })).rejects.toMatchObject({ code: "malformed" });
    expect((await read(id)).promotions).toEqual([]);
    const { done, refused } = await atOnce([() => enrol(id), () => enrol(id)]);
    expect([done, refused]).toEqual([1, ["promotion-known"]]);
    expect(await step(id, { to: "assessed", people: 1, on: "2026-04-01" })).toMatchObject({
      reason: "wrong-state",
    });
    expect(await step(id, { to: "trained", people: 13, on: "2026-04-01" })).toMatchObject({
      reason: "promotion-more-people",
    });
    expect(await step(id, { to: "trained", people: 12, on: "2026-02-28" })).toMatchObject({
      reason: "promotion-day-order",
    });
    await step(id, { to: "trained", people: 12, on: "2026-04-01" });
    await step(id, { to: "assessed", people: 12, on: "2026-05-01" });
    expect(await step(id, { to: "certified", people: 1, on: "2026-05-20" })).toMatchObject({
      reason: "promotion-needs-number",
    });
    expect((await read(id)).promotions[0]?.state).toBe("assessed");
  });

  test("who keeps no record of the studio enters nothing; the paper is read inside alone", async () => {
    const id = await make();
    await expect(enrol(id, {}, "clerk")).resolves.toMatchObject({ ok: true });
    await expect(enrol(id, { title: "示例" }, "stranger")).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("the database keeps it: no step is left out, nobody joins, what is certified stays", async () => {
    const id = await make();
    await enrol(id);
    const set = (columns: string) =>
      db().$executeRawUnsafe(`UPDATE studio_promotions SET ${columns} WHERE platform_id = '${id}'`);
    await expect(
      set(
        "state = 'assessed', trained = 1, trained_on = '2026-04-01', assessed = 1, assessed_on = '2026-04-01'",
      ),
    ).rejects.toThrow("one step on");
    await expect(set("state = 'trained', trained = 13, trained_on = '2026-04-01'")).rejects.toThrow(
      "studio_promotions_people",
    );
    await expect(set("state = 'trained', trained = 1, trained_on = '2026-02-01'")).rejects.toThrow(
      "studio_promotions_days",
    );
    await expect(set("state = 'trained'")).rejects.toThrow("studio_promotions_steps");
    await set("state = 'trained', trained = 10, trained_on = '2026-04-01'");
    await expect(
      set("state = 'assessed', trained = 9, assessed = 9, assessed_on = '2026-05-01'"),
    ).rejects.toThrow("keeps what was counted");
    await set("state = 'assessed', assessed = 9, assessed_on = '2026-05-01'");
    await expect(
      set("state = 'certified', certified = 9, certified_on = '2026-05-02'"),
    ).rejects.toThrow("studio_promotions_certified");
    await set(
      "state = 'certified', certified = 9, certified_on = '2026-05-02', certificate_no = '示例'",
    );
    await expect(set("certificate_no = '示例 2'")).rejects.toThrow("immutable");
    await expect(db().studioPromotion.deleteMany({ where: { platformId: id } })).rejects.toThrow(
      "immutable",
    );
    const other = await make({ kind: "research" });
    await expect(
      db()
        .$executeRaw`INSERT INTO studio_promotions (id, alliance_id, platform_id, title, from_level, to_level, enrolled, enrolled_on)
        VALUES (gen_random_uuid(), ${world.alliance.id}::uuid, ${other}::uuid, '示例', 'junior', 'senior', 1, '2026-01-01')`,
    ).rejects.toThrow("platform-no-studio");
  });
});
