import { expect, test } from "vitest";
import { reportPaper } from "@/components/talent/report-paper";
import { withdrawDemandCommand } from "@/lib/features/talent/procedures/demands";
import {
  discardReportCommand,
  draftReportCommand,
  getReportQuery,
  listReportsQuery,
  publishReportCommand,
  reviewReportCommand,
  talentOverviewQuery,
} from "@/lib/features/talent/procedures/reports";
import { reportKinds, reportStates } from "@/lib/features/talent/types";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { openedDemand, publishedSupply, talentWorld, value, type World, year } from "./world";

const { db } = useDatabase();
type Row = { id: string; version: number };
const step = (row: Row) => ({ reportId: row.id, version: row.version });
const draft = (world: World, more: object = {}) =>
  perform(draftReportCommand, world.secretary, {
    kind: "fit" as const,
    year,
    issuerId: world.bureau.id,
    ...more,
  });

/** Two offerings, one of them for a key industry; 30 graduates, 10 wanted. */
async function region() {
  const world = await talentWorld(db());
  const { allianceId } = world;
  const industry = (name: string, key: boolean, employed: number) =>
    db().industry.create({
      data: { allianceId, name, key, years: { create: [{ year, employed, source: "示例统计" }] } },
    });
  const [key, plain] = [
    await industry("示例机器人", true, 300),
    await industry("示例商贸", false, 100),
  ];
  const place = (offeringId: string, industryId: string) =>
    db().allianceOffering.update({
      where: { allianceId_offeringId: { allianceId, offeringId } },
      data: { industryId },
    });
  await place(world.offeringId, key.id);
  await place(world.otherOfferingId, plain.id);
  await publishedSupply(db(), world);
  await publishedSupply(db(), world, { offeringId: world.otherOfferingId, graduates: 5 });
  await openedDemand(world);
  return world;
}

async function published(world: World, more: object = {}) {
  let report = value(await draft(world, more));
  report = value(await perform(reviewReportCommand, world.chair, step(report)));
  return value(await perform(publishReportCommand, world.secretary, step(report)));
}

test("the fit report: numerators, denominators, deviation and gap of the frozen year", async () => {
  const world = await region();
  const report = value(await draft(world));
  const { snapshot } = await ask(getReportQuery, world.secretary, { reportId: report.id });
  expect(snapshot).toMatchObject({
    kind: "fit",
    programmes: 1,
    offerings: 2,
    schools: 2,
    fit: { part: 1, whole: 2 },
    students: 240,
    employed: 400,
    gaps: [{ name: "示例装调工", demand: 10, supply: 35, gap: -25 }],
    overlap: [{ schools: 2 }],
  });
  // Half of the students for three quarters of the employment, and the other way round.
  expect(snapshot.kind === "fit" && snapshot.industries.map(({ deviation }) => deviation)).toEqual([
    -333, 1000,
  ]);
});

test("3.9 the report prints its formulas with both of their numbers", async () => {
  const world = await region();
  const report = value(await draft(world));
  const paper = reportPaper(
    await ask(getReportQuery, world.secretary, { reportId: report.id }),
    "zh-CN",
  );
  const text = paper.lines.map((line) => line.text).join("\n");
  expect(text).toMatch(/1\D+2\D+50(\.0)?\s?%/);
  expect(text).toContain("−33.3%");
  expect(text).toContain("+100%");
  expect(text).toContain("−25");
});

test("the bulletin counts what was confirmed; heads that came before a withdrawal are in no ratio", async () => {
  const world = await region();
  const { allianceId } = world;
  const gone = await openedDemand(world);
  const supply = await db().talentSupply.findFirstOrThrow({
    where: { allianceId, offeringId: world.offeringId },
  });
  await db().talentMatch.create({
    data: {
      allianceId,
      demandId: gone.id,
      supplyId: supply.id,
      quantity: 3,
      hired: 3,
      form: "internship",
      state: "result",
    },
  });
  value(
    await perform(withdrawDemandCommand, world.contact, {
      demandId: gone.id,
      version: gone.version,
      text: "示例",
    }),
  );
  const bulletin = value(await draft(world, { kind: "bulletin" }));
  const { snapshot } = await ask(getReportQuery, world.secretary, { reportId: bulletin.id });
  expect(snapshot).toMatchObject({
    enterprises: 1,
    demands: 1,
    headcount: 10,
    filled: { part: 0, whole: 10 },
    occupations: [{ name: "示例装调工", demands: 1, headcount: 10, hired: 0 }],
    skills: [{ level: "senior", headcount: 10 }],
  });
  expect(await ask(talentOverviewQuery, world.secretary, {})).toMatchObject({
    filled: { part: 0, whole: 10 },
    matches: { hired: 3 },
  });
});

test("key industries with their schools, and where the employment is from", async () => {
  const world = await region();
  const report = value(await draft(world, { kind: "key_industries" }));
  const { snapshot } = await ask(getReportQuery, world.secretary, { reportId: report.id });
  expect(snapshot).toMatchObject({
    keyIndustries: 1,
    industries: [
      {
        name: "示例机器人",
        key: true,
        offerings: 1,
        schools: 1,
        employed: 300,
        source: "示例统计",
      },
      { name: "示例商贸", key: false, offerings: 1, schools: 1, employed: 100 },
    ],
  });
});

test("I-16 published, it never changes: not by new data, not by the database; a correction is a new edition", async () => {
  const world = await region();
  const report = await published(world);
  expect(report).toMatchObject({ state: "published", edition: 1 });
  const read = () => ask(getReportQuery, world.secretary, { reportId: report.id });
  const before = await read();
  await openedDemand(world, { headcount: 90 });
  await db().organization.update({ where: { id: world.bureau.id }, data: { name: "示例新局名" } });
  await db().alliance.update({ where: { id: world.allianceId }, data: { name: "示例新名称" } });
  expect(await read()).toEqual(before);
  const { items } = await ask(listReportsQuery, world.secretary, {});
  expect(items.map(({ issuer }) => issuer)).toEqual([before.issuer]);
  const where = { id: report.id };
  await expect(db().talentReport.update({ where, data: { note: "改" } })).rejects.toThrow();
  await expect(db().talentReport.update({ where, data: { snapshot: {} } })).rejects.toThrow();
  const other = { issuerId: world.school.id };
  await expect(db().talentReport.update({ where, data: other })).rejects.toThrow();
  await expect(db().talentReport.delete({ where })).rejects.toThrow();
  expect(await draft(world)).toMatchObject({ reason: "correction-needed" });
  const second = await published(world, { correction: "示例：需求漏计" });
  expect(second.edition).toBe(2);
  expect(await read()).toEqual({ ...before, corrected: true });
  const { snapshot } = await ask(getReportQuery, world.secretary, { reportId: second.id });
  expect(snapshot).toMatchObject({ gaps: [{ demand: 100 }] });
});

test("I-15 who drafts does not review; drafts are the offices' own, editions everybody's", async () => {
  const world = await region();
  const report = value(await draft(world));
  expect(await perform(reviewReportCommand, world.secretary, step(report))).toMatchObject({
    reason: "second-person-needed",
  });
  const me = world.secretary.actor.userId;
  await expect(
    db().talentReport.update({ where: { id: report.id }, data: { reviewedById: me } }),
  ).rejects.toThrow();
  const visitor = { actor: anonymous, tenant: world.alliance.slug };
  const seen = async () => (await ask(listReportsQuery, visitor, {})).total;
  expect(await seen()).toBe(0);
  await expect(ask(getReportQuery, visitor, { reportId: report.id })).rejects.toMatchObject({
    code: "not-found",
  });
  const reviewed = value(await perform(reviewReportCommand, world.second, step(report)));
  value(await perform(publishReportCommand, world.secretary, step(reviewed)));
  expect(await seen()).toBe(1);
});

test.each(reportKinds)(
  "a %s is drafted, reviewed and published; one of a year is in hand at a time",
  async (kind) => {
    const world = await region();
    value(await draft(world, { kind }));
    expect(await draft(world, { kind })).toMatchObject({ reason: "report-in-hand" });
    expect(await draft(world, { kind, year: year + 3 })).toMatchObject({ reason: "year-to-come" });
    const both = await Promise.allSettled([
      draft(world, { kind, year: year - 1 }),
      draft(world, { kind, year: year - 1 }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  },
);

const commands = {
  review: reviewReportCommand,
  publish: publishReportCommand,
  discard: discardReportCommand,
};
const legal: Record<(typeof reportStates)[number], readonly string[]> = {
  draft: ["review", "discard"],
  reviewed: ["publish", "discard"],
  published: [],
  discarded: [],
};

test.each(reportStates)(
  "I-12 every illegal edge of a report from %s: 409 and nothing changed",
  async (state) => {
    const world = await region();
    let report = value(await draft(world));
    if (state === "discarded")
      report = value(await perform(discardReportCommand, world.secretary, step(report)));
    if (state === "reviewed" || state === "published")
      report = value(await perform(reviewReportCommand, world.second, step(report)));
    if (state === "published")
      report = value(await perform(publishReportCommand, world.secretary, step(report)));
    const before = await db().talentReport.findUniqueOrThrow({ where: { id: report.id } });
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      if (legal[state].includes(name)) continue;
      const answer = await perform(commands[name], world.second, step(report));
      expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await db().talentReport.findUniqueOrThrow({ where: { id: report.id } })).toEqual(before);
  },
);
