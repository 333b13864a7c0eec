import { beforeAll, describe, expect, test } from "vitest";
import {
  addIndicatorCommand,
  createSchemeCommand,
  getSchemeQuery,
  listSchemesQuery,
  nextEditionCommand,
  publishSchemeCommand,
  removeIndicatorCommand,
  updateIndicatorCommand,
  updateSchemeCommand,
} from "@/lib/features/evaluations/procedures/schemes";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createScheme } from "@/prisma/seed/factories/evaluations";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

/** How the driver names what a trigger refuses. */
const refused = /Foreign key constraint violated/;

const shape = { name: "示例办法", bandA: "85", bandB: "70", bandC: "60", leastExperts: "3" };
const by = (who: Who = "clerk") => callAs(world, who);
const read = (schemeId: string, who: Who = "clerk") => ask(getSchemeQuery, by(who), { schemeId });
const begin = async (who: Who = "clerk") => {
  const made = await perform(createSchemeCommand, by(who), { subjectKind: "member", ...shape });
  if (!made.ok) throw new Error("refused");
  return made.value.id;
};
const add = async (schemeId: string, given: object, who: Who = "clerk") =>
  perform(addIndicatorCommand, by(who), {
    schemeId,
    version: (await read(schemeId)).version,
    ...(given as { code: string; name: string }),
  });
const publish = async (schemeId: string, who: Who) =>
  perform(publishSchemeCommand, by(who), { schemeId, version: (await read(schemeId)).version });
const draft = (more = {}) =>
  createScheme(db(), {
    allianceId: world.alliance.id,
    createdById: world.actors.clerk.userId,
    ...more,
  });

describe("3.12 the scheme", () => {
  test("a tree grows by indicators, says what is missing, and is published by another person", async () => {
    const id = await begin();
    expect((await read(id)).faults.map(({ fault }) => fault)).toEqual(["empty", "top-sum"]);
    await add(id, { code: "1", name: "示例：产出", weight: "60" });
    const heading = (await read(id)).indicators[0]?.id;
    const ratio = { kind: "ratio", target: "600", cap: "100", unit: "万元" };
    await add(id, {
      parentId: heading,
      code: "1.1",
      name: "示例：到账",
      weight: "59.99",
      ...ratio,
    });
    await add(id, { code: "2", name: "示例：专家", weight: "40", kind: "expert" });
    expect((await read(id)).faults).toEqual([{ fault: "group-sum", code: "1", sum: "59.99" }]);
    expect(await publish(id, "second")).toMatchObject({ ok: false, reason: "scheme-not-whole" });
    const scheme = await read(id);
    const leaf = scheme.indicators.find(({ code }) => code === "1.1");
    await perform(updateIndicatorCommand, by(), {
      schemeId: id,
      version: scheme.version,
      indicatorId: leaf?.id ?? "",
      code: "1.1",
      name: "示例：到账",
      weight: "60",
      ...ratio,
    });
    expect(await publish(id, "clerk")).toMatchObject({
      ok: false,
      reason: "evaluation-same-person",
    });
    expect(await publish(id, "chair")).toMatchObject({ ok: true });
    expect(await read(id, "contact")).toMatchObject({ state: "published", may: { write: false } });
  });

  test("a draft is nobody's business: members and visitors find nothing", async () => {
    const { id } = await draft();
    await expect(read(id, "contact")).rejects.toMatchObject({ code: "not-found" });
    const expert = await createActor(db(), "expert", { allianceId: world.alliance.id });
    const asked = ask(getSchemeQuery, { ...by(), actor: expert }, { schemeId: id });
    await expect(asked).rejects.toMatchObject({ code: "not-found" });
    expect((await ask(listSchemesQuery, by("leader"), { state: "draft" })).total).toBe(0);
    expect((await read(id, "chair")).may).toMatchObject({ publish: true, write: false });
  });

  test.each([
    ["a ratio without a target", { kind: "ratio", cap: "100" }, "target"],
    ["a target of nothing", { kind: "threshold", target: "0" }, "target"],
    ["a floor at the target", { kind: "threshold", target: "60", floor: "60" }, "floor"],
    ["points without a national level", { kind: "level_points", provincial: "2" }, "national"],
    ["less at most than for one case", { kind: "deduction", each: "2", most: "1" }, "most"],
    ["a metric for what experts judge", { kind: "expert", metricCode: "M35" }, "metricCode"],
    ["more than three hundred percent", { kind: "ratio", target: "1", cap: "301" }, "cap"],
  ])("a rule has what its kind needs: %s", async (_, rule, path) => {
    const { id } = await draft();
    const fault = await add(id, { code: "9", name: "示例", weight: "1", ...rule }).catch(
      (error) => error,
    );
    expect(fault.issues).toMatchObject([{ path }]);
  });

  test("codes are taken once, below headings only, and known metrics only", async () => {
    const { id, indicators } = await draft();
    const veto = { name: "示例", kind: "veto" };
    expect(await add(id, { ...veto, code: "4" })).toMatchObject({ reason: "indicator-code-taken" });
    const below = { ...veto, code: "2.1", parentId: indicators.get("2") };
    expect(await add(id, below)).toMatchObject({ reason: "indicator-no-heading" });
    const best = {
      code: "5",
      name: "示例",
      kind: "best_in_group",
      weight: "1",
      metricCode: "M999",
    };
    expect(await add(id, best)).toMatchObject({ reason: "metric-unknown" });
    const { version } = await read(id);
    const heading = { schemeId: id, version, indicatorId: indicators.get("1") ?? "" };
    expect(await perform(removeIndicatorCommand, by(), heading)).toMatchObject({
      reason: "indicator-has-children",
    });
    const other = await draft();
    await expect(
      perform(removeIndicatorCommand, by(), {
        ...heading,
        indicatorId: other.indicators.get("4") ?? "",
      }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("a published scheme never changes, neither by the portal nor in the database", async () => {
    const { id, indicators } = await draft({ state: "published" });
    const { version } = await read(id);
    const at = { schemeId: id, version };
    expect(await perform(updateSchemeCommand, by(), { ...at, ...shape })).toMatchObject({
      reason: "scheme-published",
    });
    expect(await add(id, { code: "9", name: "示例", kind: "veto" })).toMatchObject({
      reason: "scheme-published",
    });
    const indicatorId = indicators.get("4") ?? "";
    expect(await perform(removeIndicatorCommand, by(), { ...at, indicatorId })).toMatchObject({
      reason: "scheme-published",
    });
    expect(await publish(id, "second")).toMatchObject({ reason: "scheme-published" });
    const where = { allianceId_id: { allianceId: world.alliance.id, id } };
    await expect(db().evaluationScheme.update({ where, data: { bandA: 8600 } })).rejects.toThrow(
      refused,
    );
    await expect(
      db().evaluationIndicator.update({
        where: { allianceId_id: { allianceId: world.alliance.id, id: indicatorId } },
        data: { name: "示例改" },
      }),
    ).rejects.toThrow(refused);
    await expect(
      db().evaluationIndicator.create({
        data: {
          allianceId: world.alliance.id,
          schemeId: id,
          code: "8",
          name: "示例",
          weight: 0,
          kind: "veto",
        },
      }),
    ).rejects.toThrow(refused);
  });

  test("A-32 the database publishes nothing whose weights do not sum exactly, nor by one person", async () => {
    const { id, indicators } = await draft();
    const where = { allianceId_id: { allianceId: world.alliance.id, id } };
    const published = { state: "published" as const, publishedAt: new Date() };
    await expect(
      db().evaluationScheme.update({
        where,
        data: { ...published, publishedById: world.actors.clerk.userId },
      }),
    ).rejects.toThrow(/two_persons/);
    await db().evaluationIndicator.update({
      where: { allianceId_id: { allianceId: world.alliance.id, id: indicators.get("1.1") ?? "" } },
      data: { weight: 2001 },
    });
    await expect(db().evaluationScheme.update({ where, data: published })).rejects.toThrow(refused);
  });

  test("A-32 the database knows no scheme that was born published", async () => {
    const { id } = await draft();
    await expect(
      db().$executeRaw`
        INSERT INTO evaluation_schemes (id, alliance_id, series_id, name, subject_kind, band_a, band_b, band_c, state, published_at)
        SELECT gen_random_uuid(), alliance_id, gen_random_uuid(), name, subject_kind, band_a, band_b, band_c, 'published', now()
        FROM evaluation_schemes WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/guard: a scheme begins as a draft/);
  });

  test("the next edition is a draft with the same tree; two at once make one", async () => {
    const { id } = await draft({ state: "published" });
    const once = () => perform(nextEditionCommand, by(), { schemeId: id });
    const result = await atOnce([once, once]);
    expect(result).toMatchObject({ done: 1, refused: ["scheme-draft-exists"] });
    const [latest] = (await read(id)).editions;
    expect(latest).toMatchObject({ edition: 2, state: "draft" });
    const [before, after] = [await read(id), await read(latest?.id ?? "")];
    const told = ({ indicators }: typeof before) =>
      indicators.map(({ code, weight, kind, target, levels, depth }) => ({
        code,
        weight,
        kind,
        target,
        levels,
        depth,
      }));
    expect(told(after)).toEqual(told(before));
    expect(after.faults).toEqual([]);
  });

  test("two who change one draft at once: the second is told that it is stale", async () => {
    const { id } = await draft();
    const { version } = await read(id);
    const change = (code: string) => () =>
      perform(addIndicatorCommand, by(), {
        schemeId: id,
        version,
        code,
        name: "示例",
        kind: "veto",
      });
    expect(await atOnce([change("7"), change("8")])).toEqual({
      done: 1,
      refused: [],
      faults: ["stale"],
    });
  });

  test("sent twice with one key it is one scheme", async () => {
    const send = () =>
      perform(createSchemeCommand, callAs(world, "clerk", "scheme-once"), {
        subjectKind: "college",
        ...shape,
      });
    const [first, again] = [await send(), await send()];
    expect(again).toEqual(first);
  });

  test("bands in the wrong order are told at the field", async () => {
    const fault = await perform(createSchemeCommand, by(), {
      subjectKind: "member",
      ...shape,
      bandB: "90",
    }).catch((error) => error);
    expect(fault.issues).toMatchObject([{ path: "bandB", message: "bands-in-order" }]);
  });

  test("A-01 neither members nor another alliance write one", async () => {
    const { id } = await draft();
    const at = { schemeId: id, version: 1, ...shape };
    await expect(perform(updateSchemeCommand, by("leader"), at)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(perform(updateSchemeCommand, by("stranger"), at)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not-found/),
    });
  });
});
