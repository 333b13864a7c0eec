import { beforeAll, describe, expect, test } from "vitest";
import {
  applyCorrectionCommand,
  endorseCorrectionCommand,
  requestCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import { getDashboardProcedure, openDataProcedure } from "@/lib/features/dashboards/procedures";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import {
  attendTrainingProcedure,
  listTrainingsProcedure,
  reportTrainingProcedure,
} from "@/lib/features/outcomes/procedures/batches";
import {
  listOutcomesProcedure,
  returnOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import { compareAlliancesProcedure } from "@/lib/features/regions/procedures";
import { againstTargets } from "@/lib/features/targets/queries/of";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { createEvidence, createStage } from "./support";
import { createPeopleMetric, people } from "./trained";

const { db } = useDatabase();

async function createWorld() {
  const stage = await createStage(db());
  const at = { allianceId: stage.alliance.id };
  await createPeopleMetric(db());
  return {
    ...stage,
    second: await createActor(db(), "secretariat", at),
    files: {
      [stage.school.id]: (await createEvidence(db(), at.allianceId, stage.reporter)).id,
      [stage.other.id]: (await createEvidence(db(), at.allianceId, stage.otherReporter)).id,
    },
  };
}
let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  world = await createWorld();
});
const by = (actor = world.secretariat) => ({ actor, tenant: world.alliance.slug });

const recordOf = async (batchId: string) =>
  (
    await db().trainingBatchRecord.findFirstOrThrow({
      where: { batchId, metricCode: "M40" },
      include: { record: true },
    })
  ).record;

async function verify(batchId: string) {
  const { id, version } = await recordOf(batchId);
  const done = await perform(verifyOutcomeProcedure, by(), { id, version, passOver: "示例" });
  if (!done.ok) throw new Error(done.reason);
}

/** A training of so many people, with the list of them where there is one. */
async function submitted(
  course: string,
  endsOn: string,
  persons: readonly string[] | number,
  org = world.school,
) {
  const reporter = by(org.id === world.school.id ? world.reporter : world.otherReporter);
  const made = await perform(reportTrainingProcedure, reporter, {
    organizationId: org.id,
    kind: "skill",
    course,
    place: "示例教室",
    startsOn: endsOn,
    endsOn,
    persons: String(typeof persons === "number" ? persons : persons.length),
    fileId: world.files[org.id] ?? "",
  });
  if (!made.ok) throw new Error(made.reason);
  const { id } = made.value;
  if (typeof persons !== "number") {
    const listed = await perform(attendTrainingProcedure, reporter, {
      id,
      version: 1,
      numbers: persons.join("\n"),
    });
    if (!listed.ok) throw new Error(listed.reason);
  }
  return id;
}
async function trained(...given: Parameters<typeof submitted>) {
  const id = await submitted(...given);
  await verify(id);
  return id;
}

const tile = async (filter: Record<string, string>) => {
  const board = await ask(getDashboardProcedure, by(), filter);
  return board.numbers.find(({ code }) => code === "M40");
};

/** What every page that shows people of this year says of it, each with its own words. */
async function everywhere(year: string, organization?: string) {
  const filter = { from: year, to: year, ...(organization && { organization }) };
  const number = await tile(filter);
  const drill = await ask(listOutcomesProcedure, by(), number?.drill?.search ?? {});
  const { totals } = await ask(listTrainingsProcedure, by(), {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    ...(organization && { organization }),
  });
  const said = [
    [number?.value, number?.atMost],
    [drill.quantity, drill.atMost],
    [totals.persons, totals.atMost],
  ];
  expect(drill.total).toBe(number?.records);
  if (organization) {
    const views = await againstTargets(db(), world.alliance.id, {
      organizationId: organization,
      year: Number(year),
    });
    const view = views.find(({ metricCode }) => metricCode === "M40");
    said.push([view?.achieved, view?.atMost]);
  } else {
    const side = await ask(
      compareAlliancesProcedure,
      { actor: world.secretariat },
      { alliances: world.alliance.slug, from: year, to: year },
    );
    const row = side.rows.find(({ code }) => code === "M40");
    said.push([row?.cells[0]?.value, row?.cells[0]?.atMost], [row?.once, row?.atMost]);
  }
  return said;
}
const all = (value: string, atMost: boolean, places: number) =>
  Array.from({ length: places }, () => [value, atMost]);

describe("behaviour 4.4 People: exact where every training has its list, at most otherwise, on every page", () => {
  test("all listed: everybody once, in two trainings, of two members and of two years", async () => {
    await trained("甲", "2024-03-01", people(1, 3));
    await trained("乙", "2024-03-02", people(3, 5));
    await trained("丙", "2024-03-03", people(5, 6), world.other);
    await trained("丁", "2023-03-01", people(1, 2));
    expect(await everywhere("2024")).toEqual(all("6.00", false, 5));
    expect(await everywhere("2024", world.school.id)).toEqual(all("5.00", false, 4));
    expect(await everywhere("2024", world.other.id)).toEqual(all("2.00", false, 4));
    const both = await tile({ from: "2023", to: "2024" });
    expect(both).toMatchObject({ value: "6.00", atMost: false, records: 4 });
    expect(both?.years.map(({ approved }) => approved)).toEqual(["2.00", "6.00"]);
    const kind = await tile({ from: "2023", to: "2024", kind: "vocational_college" });
    expect(kind).toMatchObject({ value: "5.00", atMost: false, records: 3 });
  });

  test("one training without its list: at most, but whoever is known twice still counts once", async () => {
    await trained("甲", "2022-03-01", people(1, 3));
    await trained("乙", "2022-03-02", people(3, 5));
    await trained("丙", "2022-03-03", 4, world.other);
    expect(await everywhere("2022")).toEqual(all("9.00", true, 5));
    expect(await everywhere("2022", world.school.id)).toEqual(all("5.00", false, 4));
    expect(await everywhere("2022", world.other.id)).toEqual(all("4.00", false, 4));
  });

  test("what waits or went back is in no approved number; the live one has what waits", async () => {
    await trained("甲", "2021-03-01", people(1, 3));
    const waits = await submitted("乙", "2021-03-02", people(3, 5));
    expect(await everywhere("2021")).toEqual(all("3.00", false, 5));
    const live = { from: "2021", to: "2021", status: "live" };
    expect(await tile(live)).toMatchObject({ value: "5.00", atMost: false, records: 2 });
    const { id, version } = await recordOf(waits);
    await perform(returnOutcomeProcedure, by(), { id, version, reason: "示例" });
    expect(await everywhere("2021")).toEqual(all("3.00", false, 5));
    expect(await tile(live)).toMatchObject({ value: "5.00", atMost: false, records: 2 });
  });

  test("a corrected number is told by no list any more; a withdrawn one counts nowhere", async () => {
    const first = await trained("甲", "2020-03-01", people(1, 3));
    const second = await trained("乙", "2020-03-02", people(3, 5));
    const correct = async (batchId: string, change: object) => {
      const { id, version } = await recordOf(batchId);
      const asked = await perform(requestCorrectionCommand, by(world.reporter), {
        recordId: id,
        recordVersion: version,
        reasonCode: "clerical",
        reason: "示例",
        ...change,
      });
      if (!asked.ok) throw new Error(asked.reason);
      const ready = await perform(endorseCorrectionCommand, by(), {
        id: asked.value.id,
        version: asked.value.version,
      });
      if (!ready.ok) throw new Error(ready.reason);
      const { id: correction, version: now } = ready.value;
      const done = await perform(applyCorrectionCommand, by(world.second), {
        id: correction,
        version: now,
      });
      if (!done.ok) throw new Error(done.reason);
    };
    expect(await everywhere("2020")).toEqual(all("5.00", false, 5));
    await correct(first, { quantity: "2" });
    expect(await everywhere("2020")).toEqual(all("5.00", true, 5));
    await correct(second, { withdraws: true });
    expect(await everywhere("2020")).toEqual(all("2.00", false, 5));
  });

  test("of a day of the past no list is known: at most", async () => {
    const today = dayIn(new Date(), "Asia/Shanghai");
    const of = {
      allianceId: world.alliance.id,
      metricCode: "M40",
      state: "verified" as const,
      year: 2019,
    };
    await trained("甲", "2019-03-01", people(1, 3));
    await trained("乙", "2019-03-02", people(3, 5));
    await db().outcomeRollupDay.create({
      data: {
        ...of,
        organizationId: world.school.id,
        day: dateOf(addDays(today, -9)),
        records: 2,
        total: 6,
      },
    });
    const filter = { from: "2019", to: "2019" };
    expect(await tile(filter)).toMatchObject({ value: "5.00", atMost: false });
    expect(await tile({ ...filter, asOf: addDays(today, -9) })).toMatchObject({
      value: "6.00",
      atMost: true,
    });
  });

  test("an enterprise reads of its own trainings of all years the same", async () => {
    const asked = { organization: world.other.id };
    const { training } = await ask(enterpriseStandingProcedure, by(), asked);
    const { totals } = await ask(listTrainingsProcedure, by(), asked);
    expect(training).toMatchObject({ persons: totals.persons, atMost: totals.atMost });
    expect(totals).toMatchObject({ persons: "6.00", atMost: true });
  });

  test("open data say of people without lists that they are at most so many", async () => {
    for (const place of [1, 2, 3]) {
      const { id } = await createOrganization(db(), { kind: "enterprise" });
      await db().outcomeRecord.create({
        data: {
          allianceId: world.alliance.id,
          organizationId: id,
          metricCode: "M40",
          title: `示例培训 ${place}`,
          year: 2018,
          occurredOn: dateOf("2018-06-01"),
          quantity: 50,
          state: "published",
          verifiedAt: new Date(),
        },
      });
    }
    const { results } = await ask(openDataProcedure, by(anonymous), {});
    const lines = results.filter(({ code, kind }) => code === "M40" && kind === "enterprise");
    expect(lines.find(({ year }) => year === 2018)).toMatchObject({
      value: "150.00",
      atMost: true,
    });
  });
});
