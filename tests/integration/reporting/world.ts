import { createCycleCommand } from "@/lib/features/reporting/procedures/cycles";
import {
  getReportQuery,
  saveCellsCommand,
  submitReportCommand,
  takeReportCommand,
  verifyReportCommand,
} from "@/lib/features/reporting/procedures/reports";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Role } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { value } from "../indicators/world";

export const today = dayIn(new Date(), "Asia/Shanghai");

const asked = [
  { code: "P", kind: "flow", unitZh: "人次", lowest: "0" },
  { code: "E", kind: "flow", unitZh: "人次", partOfCode: "P" },
  { code: "M", kind: "flow", unitZh: "万元", evidenceRequired: false },
  { code: "S", kind: "stock", unitZh: "家" },
  { code: "R", kind: "ratio" },
  { code: "Y", kind: "yes_no" },
] as const;
export type Code = (typeof asked)[number]["code"];

/** An alliance with two schools, whoever acts for them, and a set of six indicators in force. */
export async function reportingWorld(db: Tx) {
  const alliance = await createAlliance(db);
  const allianceId = alliance.id;
  const member = async (from = "2020-01-01") => {
    const organization = await createOrganization(db, { kind: "vocational_college" });
    await createMembership(db, { allianceId, organizationId: organization.id, from });
    return organization;
  };
  const [school, other] = [await member(), await member()];
  const set = await db.indicatorSet.create({
    data: { allianceId, code: "quarterly", edition: 1, nameZh: "示例季报", source: "示例" },
  });
  const aggregation = { flow: "sum", stock: "last", ratio: "ratio", yes_no: null } as const;
  const rows = await db.indicator.createManyAndReturn({
    data: asked.map((one, place) => ({
      ...one,
      allianceId,
      setId: set.id,
      level: 1,
      sortOrder: place + 1,
      nameZh: `示例 ${one.code}`,
      aggregation: aggregation[one.kind],
    })),
  });
  await db.indicatorRule.create({
    data: {
      allianceId,
      setId: set.id,
      sortOrder: 1,
      strength: "reason",
      expression: "M requires P",
      note: "示例",
    },
  });
  await db.indicatorSet.update({
    where: { id: set.id },
    data: { state: "in_force", validFrom: dateOf("2020-01-01"), enforcedAt: new Date() },
  });
  const call = async (role: Role, organizationId?: string): Promise<Call> => ({
    actor: await createActor(db, role, { allianceId, organizationId: organizationId ?? null }),
    tenant: alliance.slug,
  });
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  return {
    alliance,
    allianceId,
    school,
    other,
    set,
    member,
    call,
    indicator: (code: Code) => ids.get(code) ?? "",
    secretary: await call("secretariat"),
    second: await call("secretariat"),
    chair: await call("chair"),
    reporter: await call("reporter", school.id),
    colleague: await call("reporter", school.id),
    leader: await call("school_leader", school.id),
    otherLeader: await call("school_leader", other.id),
  };
}
export type World = Awaited<ReturnType<typeof reportingWorld>>;

/** A quarter that can be reported today. */
export const cycleInput = (world: World, more: object = {}) => ({
  setId: world.set.id,
  name: "示例季度",
  periodKind: "quarter" as const,
  periodFrom: "2026-07-01",
  opensOn: addDays(today, -10),
  dueOn: addDays(today, 5),
  verifyBy: addDays(today, 10),
  closesOn: addDays(today, 20),
  ...more,
});

export async function openCycle(db: Tx, world: World, more: object = {}) {
  const cycle = value(await perform(createCycleCommand, world.secretary, cycleInput(world, more)));
  const of = async (organizationId: string) =>
    (
      await db.obligation.findUniqueOrThrow({
        where: {
          allianceId_cycleId_organizationId: {
            allianceId: world.allianceId,
            cycleId: cycle.id,
            organizationId,
          },
        },
      })
    ).id;
  return { ...cycle, obligationId: await of(world.school.id), of };
}

export const view = (call: Call, obligationId: string) =>
  ask(getReportQuery, call, { obligationId });

export const good: Record<Code, string> = {
  P: "500",
  E: "200",
  M: "120",
  S: "30",
  R: "80/100",
  Y: "否",
};

/** Types into cells as the grid does, with the versions that stand there. */
export async function type(
  call: Call,
  world: World,
  obligationId: string,
  cells: Partial<Record<Code, string>>,
  more: { reason?: string } = {},
) {
  const { rows } = await view(call, obligationId);
  const codes = Object.keys(cells) as Code[];
  return perform(saveCellsCommand, call, {
    obligationId,
    cells: codes.map((code) => ({
      indicatorId: world.indicator(code),
      version: rows.find((row) => row.code === code)?.cell.version ?? 0,
      typed: cells[code] ?? "",
      ...more,
    })),
  });
}

const at = async (call: Call, obligationId: string) => ({
  obligationId,
  version: (await view(call, obligationId)).version,
});

export const submit = async (call: Call, obligationId: string, nil = false) =>
  perform(submitReportCommand, call, { ...(await at(call, obligationId)), nil });

export const step = at;

export async function submitted(world: World, obligationId: string, by = world.reporter) {
  value(await type(by, world, obligationId, good));
  return value(await submit(world.leader, obligationId));
}

export async function verified(world: World, obligationId: string) {
  await submitted(world, obligationId);
  value(await perform(takeReportCommand, world.secretary, await at(world.secretary, obligationId)));
  return value(
    await perform(verifyReportCommand, world.secretary, {
      ...(await at(world.secretary, obligationId)),
      confirmed: (await view(world.secretary, obligationId)).rows.map((row) => row.indicatorId),
    }),
  );
}
