import { expect, test } from "vitest";
import {
  addOfferingCommand,
  addPathwayCommand,
  createGroupCommand,
  getOfferingQuery,
  listOfferingsQuery,
  placeOfferingCommand,
  programmeOverlapQuery,
  programmeOverviewQuery,
  recordEmploymentCommand,
  removePathwayCommand,
  saveIndustryCommand,
} from "@/lib/features/programmes/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { talentWorld, value, type World, year } from "../talent/world";

const { db } = useDatabase();

const add = (world: World, more: object = {}, call = world.leader) =>
  perform(addOfferingCommand, call, {
    organizationId: world.school.id,
    name: `示例新增专业 ${world.alliance.slug}`,
    level: "college" as const,
    ...more,
  });

test("专业 and 专业点 are two numbers: one programme at two schools", async () => {
  const world = await talentWorld(db());
  const visitor = { actor: anonymous, tenant: world.alliance.slug };
  expect(await ask(programmeOverviewQuery, visitor, {})).toMatchObject({
    programmes: 1,
    offerings: 2,
    schools: 2,
    fit: { part: 0, whole: 2 },
  });
  const overlap = await ask(programmeOverlapQuery, visitor, {});
  expect(overlap).toMatchObject({
    total: 1,
    items: [{ schools: expect.arrayContaining([world.school.id, world.other.id]) }],
  });
  expect(overlap.schools).toHaveLength(2);
});

test("an offering is registered once, by its school or the secretariat, for members alone", async () => {
  const world = await talentWorld(db());
  value(await add(world));
  expect(await add(world)).toMatchObject({ reason: "offering-exists" });
  await expect(add(world, { organizationId: world.other.id })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await createOrganization(db(), { kind: "vocational_college" });
  expect(await add(world, { organizationId: stranger.id }, world.secretary)).toMatchObject({
    reason: "organization-not-member",
  });
  const both = await Promise.all([
    add(world, { name: "示例同时专业" }),
    add(world, { name: "示例同时专业" }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("placed into an industry, the fit follows; another alliance's industry is none", async () => {
  const world = await talentWorld(db());
  const elsewhere = await talentWorld(db());
  const industry = value(
    await perform(saveIndustryCommand, world.secretary, { name: "示例重点产业", key: true }),
  );
  const theirs = value(
    await perform(saveIndustryCommand, elsewhere.secretary, { name: "示例重点产业", key: true }),
  );
  const node = await db().chainNode.create({
    data: { allianceId: world.allianceId, position: "upstream", name: "示例零部件", sortOrder: 1 },
  });
  const place = (industryId: string, call = world.leader) =>
    perform(placeOfferingCommand, call, {
      offeringId: world.offeringId,
      version: 1,
      industryId,
      nodeIds: [node.id],
    });
  await expect(place(theirs.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(place(industry.id, world.otherLeader)).rejects.toMatchObject({ code: "forbidden" });
  value(await place(industry.id));
  await expect(place(industry.id)).rejects.toMatchObject({ code: "stale" });
  expect(await ask(programmeOverviewQuery, world.secretary, {})).toMatchObject({
    fit: { part: 1, whole: 2 },
  });
  const list = await ask(listOfferingsQuery, world.secretary, { fit: "key" });
  expect(list.items).toMatchObject([{ industry: { key: true }, nodes: [{ name: "示例零部件" }] }]);
  const employed = { industryId: industry.id, year: 2025, employed: 5000, source: "示例年鉴" };
  value(await perform(recordEmploymentCommand, world.secretary, employed));
  value(await perform(recordEmploymentCommand, world.secretary, { ...employed, employed: 5200 }));
  expect(await db().industryYear.findMany({ where: { industryId: industry.id } })).toMatchObject([
    { employed: 5200 },
  ]);
});

test("a group is of one school; a pathway leads from a lower to a higher level", async () => {
  const world = await talentWorld(db());
  const group = { organizationId: world.school.id, name: "示例智能制造专业群" };
  expect(
    await perform(createGroupCommand, world.leader, {
      ...group,
      leadOfferingId: world.otherOfferingId,
    }),
  ).toMatchObject({ reason: "offering-of-another-school" });
  value(
    await perform(createGroupCommand, world.leader, { ...group, leadOfferingId: world.offeringId }),
  );
  expect(await perform(createGroupCommand, world.leader, group)).toMatchObject({
    reason: "name-taken",
  });
  const low = value(await add(world, { level: "secondary", name: "示例中职专业" }));
  const way = (more: object = {}) =>
    perform(addPathwayCommand, world.leader, {
      fromOfferingId: low.id,
      toOfferingId: world.otherOfferingId,
      model: "three_plus_two" as const,
      academicYear: year,
      quota: 40,
      ...more,
    });
  const made = value(await way());
  expect(await way()).toMatchObject({ reason: "pathway-exists" });
  expect(await way({ fromOfferingId: world.offeringId, toOfferingId: low.id })).toMatchObject({
    reason: "pathway-not-possible",
  });
  expect(await way({ toOfferingId: low.id, model: "five_year" })).toMatchObject({ ok: true });
  await expect(way({ quota: 0 })).rejects.toMatchObject({ code: "malformed" });
  const view = await ask(getOfferingQuery, world.leader, { offeringId: world.otherOfferingId });
  expect(view.pathways).toMatchObject([{ model: "three_plus_two", quota: 40 }]);
  value(await perform(removePathwayCommand, world.leader, { pathwayId: made.id }));
  expect(await db().programmePathway.count({ where: { allianceId: world.allianceId } })).toBe(1);
});
