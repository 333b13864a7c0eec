import { beforeAll, describe, expect, test } from "vitest";
import { compareAlliancesProcedure } from "@/lib/features/regions/procedures";
import { dateOf } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createMetrics } from "../outcomes/support";

const { db } = useDatabase();

/** 苏锡常: three alliances of one region, with one organization, one project, one base and one patent in two of them. */
async function createWorld() {
  await createMetrics(db());
  const at = (regionCode: string, published = true) =>
    createAlliance(db(), { regionCode, ...(!published && { publishedAt: null }) });
  const [su, xi, chang] = [await at("320500"), await at("320200"), await at("320400")];
  const hidden = await at("320500", false);
  const school = await createOrganization(db(), { kind: "vocational_college" });
  const units = [school];
  for (const _ of [1, 2, 3]) units.push(await createOrganization(db()));
  for (const { id } of [su, xi, chang, hidden]) {
    for (const unit of units.slice(0, id === chang.id ? 1 : 4)) {
      await createMembership(db(), { allianceId: id, organizationId: unit.id });
    }
  }
  const record = (allianceId: string, key: string, unit: number, more: object = {}) => ({
    allianceId,
    organizationId: units[unit]?.id ?? "",
    metricCode: "M35",
    title: "示例专利",
    naturalKey: key,
    year: 2026,
    occurredOn: dateOf("2026-05-01"),
    quantity: 1,
    state: "published" as const,
    verifiedAt: new Date(),
    ...more,
  });
  await db().outcomeRecord.createMany({
    data: [
      record(su.id, "ZL 2026-1", 0),
      record(su.id, "ZL 2026-2", 1),
      record(su.id, "ZL 2026-3", 2),
      record(su.id, "ZL 2026-9", 3, { state: "verified" }),
      record(xi.id, "ｚｌ2026.1", 0),
      record(xi.id, "ZL 2026-4", 1),
      record(xi.id, "ZL 2026-5", 2),
      record(chang.id, "ZL2026-1", 0),
      record(hidden.id, "ZL 2026-7", 0),
    ],
  });
  const project = await createProjectWithParties(db(), {
    allianceId: su.id,
    organizationIds: [school.id],
    state: "running",
    codeYear: 2026,
    codeNumber: 1,
    registeredAt: dateOf("2026-01-15"),
  });
  const credit = { allianceId: su.id, projectId: project.id };
  await db().projectCredit.createMany({
    data: [
      { ...credit, creditedId: su.id, share: 6000, confirmedAt: new Date() },
      { ...credit, creditedId: xi.id, share: 4000, confirmedAt: new Date() },
    ],
  });
  const base = { kind: "practice_base" as const, state: "operating" as const };
  await db().platform.createMany({
    data: [
      { ...base, allianceId: su.id, name: "示例西部 职教基地" },
      { ...base, allianceId: xi.id, name: "示例西部职教基地" },
    ],
  });
  return { su, xi, chang, hidden };
}
/** In another year: four patents in each of two alliances, one of them in both. */
async function createDoubled(year: number) {
  const members = await db().membership.findMany({ where: { allianceId: world.su.id } });
  for (const { id } of [world.su, world.xi]) {
    await db().outcomeRecord.createMany({
      data: members.map(({ organizationId }, place) => ({
        allianceId: id,
        organizationId,
        metricCode: "M35",
        title: "示例专利",
        naturalKey: place === 0 ? `A${year}-0` : `B${year}-${place}-${id}`,
        year,
        occurredOn: dateOf(`${year}-05-01`),
        quantity: 1,
        state: "published" as const,
        verifiedAt: new Date(),
      })),
    });
  }
}
let world: Awaited<ReturnType<typeof createWorld>>;
let insider: Actor;
beforeAll(async () => {
  world = await createWorld();
  insider = await createActor(db(), "secretariat", { allianceId: world.su.id });
});

const compare = (actor: Actor, input: object = {}) =>
  ask(compareAlliancesProcedure, { actor }, { from: "2026", to: "2026", ...input });
const both = () => ({ alliances: [world.su.slug, world.xi.slug].join(",") });
async function rowOf(actor: Actor, code: string, input: object = both()) {
  const found = (await compare(actor, input)).rows.find((row) => row.code === code);
  if (!found) throw new Error(`no row ${code}`);
  return found;
}

describe("City view over several alliances", () => {
  test("a patent that two report under one number, however it is written, counts once", async () => {
    expect(await rowOf(anonymous, "M35")).toMatchObject({
      plain: "6.00",
      once: "5.00",
      twice: "1.00",
      shared: 1,
      reason: "same_claim",
    });
  });
  test("what was taken off one of two doubled results is neither in the sums nor doubled", async () => {
    const stretch = { ...both(), from: "2025", to: "2025" };
    await createDoubled(2025);
    expect(await rowOf(anonymous, "M35", stretch)).toMatchObject({ plain: "8.00", once: "7.00" });
    const own = { allianceId: world.su.id, year: 2025, state: "published" as const };
    const [doubled, other] = await db().outcomeRecord.findMany({
      where: own,
      orderBy: { naturalKey: "asc" },
    });
    await db().outcomeAdjustment.create({
      data: {
        allianceId: world.su.id,
        recordId: doubled?.id ?? "",
        againstId: other?.id ?? "",
        kind: "same",
        amount: -1,
        reason: "示例：同一成果",
      },
    });
    expect(await rowOf(anonymous, "M35", stretch)).toMatchObject({
      plain: "7.00",
      once: "7.00",
      shared: 0,
      reason: null,
    });
  });
  test("a project credited to both by shares counts once, in each with its place", async () => {
    const row = await rowOf(anonymous, "projects");
    expect(row).toMatchObject({ plain: "2.00", once: "1.00", reason: "shared_project" });
    expect(row.cells.map(({ value }) => value)).toEqual(["1.00", "1.00"]);
  });
  test("a base that two report is one base, an organization in both one organization", async () => {
    expect(await rowOf(anonymous, "platforms")).toMatchObject({ plain: "2.00", once: "1.00" });
    expect(await rowOf(anonymous, "members")).toMatchObject({
      plain: "8.00",
      once: "4.00",
      twice: "4.00",
      reason: "same_organization",
    });
  });
  test("one alliance alone has nothing doubled, and the region chooses them", async () => {
    const one = await compare(anonymous, { region: "3202" });
    expect(one.alliances.map(({ slug }) => slug)).toEqual([world.xi.slug]);
    for (const row of one.rows) expect([row.twice, row.reason]).toEqual(["0.00", null]);
  });
});

describe("Reader's rights hide members", () => {
  test("verified numbers are those of one's own alliance, and the page says how many one sees", async () => {
    const mine = await rowOf(insider, "M35");
    const order = (await compare(insider, both())).alliances;
    const value = (slug: string) => mine.cells[order.findIndex((one) => one.slug === slug)]?.value;
    expect([value(world.su.slug), value(world.xi.slug)]).toEqual(["4.00", "3.00"]);
    expect((await compare(insider, both())).organizations).toEqual({ seen: 4, all: 4 });
    expect((await compare(anonymous, both())).organizations).toEqual({ seen: 3, all: 4 });
  });
  test("a number of fewer than three members is not shown, is in no sum and doubles nothing", async () => {
    const alliances = [world.su.slug, world.chang.slug].join(",");
    const row = await rowOf(anonymous, "M35", { alliances });
    expect(row.cells.map(({ value }) => value).sort()).toEqual(["3.00", null]);
    expect(row).toMatchObject({ plain: "3.00", once: "3.00", twice: "0.00", reason: null });
  });
  test("one's own alliance is the first column, however many there are", async () => {
    for (let place = 0; place < 12; place += 1) await createAlliance(db(), { name: ` ${place}` });
    const reporter = await createActor(db(), "secretariat", { allianceId: world.chang.id });
    const { alliances, organizations } = await compare(reporter);
    expect(alliances).toHaveLength(12);
    expect(alliances[0]?.slug).toBe(world.chang.slug);
    expect(organizations.seen).toBeGreaterThan(0);
  });
  test("A-13 an alliance that is not published is not there for those outside", async () => {
    const { alliances, choices } = await compare(anonymous);
    const slugs = [...alliances, ...choices].map(({ slug }) => slug);
    expect(slugs).not.toContain(world.hidden.slug);
    const own = await createActor(db(), "secretariat", { allianceId: world.hidden.id });
    expect((await compare(own)).choices.map(({ slug }) => slug)).toContain(world.hidden.slug);
  });
});
