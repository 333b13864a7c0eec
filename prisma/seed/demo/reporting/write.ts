import { addDays, type Day, dateOf } from "@/lib/kernel/dates";
import type { ObligationState, Prisma } from "@/prisma/generated/client";
import { at } from "../days";
import { idOf } from "../ids";
import { indicatorId, setId } from "../indicators/write";
import { organizationId } from "../organizations";
import { allianceId } from "../people";
import { SUZHOU } from "../suzhou/members";

/*
 * Quarters of sample members over the sample form. Three lie behind, one is open on the day of loading with a member in
 * every state. Every figure is a sample, of sample organizations.
 */
const here = allianceId(SUZHOU);
const of = (table: string, key: string) => idOf(table, `${SUZHOU}/${key}`);
const cycleId = (key: string) => of("reporting-cycle", key);

type Story = {
  key: string;
  now: ObligationState;
  nil?: true;
  exempt?: true;
  ended?: true;
  size: number;
};
const members: readonly Story[] = [
  { key: "college-02", now: "draft", size: 4 },
  { key: "college-03", now: "submitted", size: 7 },
  { key: "college-04", now: "checking", size: 5 },
  { key: "college-05", now: "returned", size: 6 },
  { key: "technician-01", now: "verified", size: 8 },
  { key: "secondary-02", now: "approved", size: 3 },
  { key: "secondary-03", now: "submitted", nil: true, size: 2 },
  { key: "enterprise-017", now: "open", exempt: true, size: 1 },
  { key: "enterprise-023", now: "open", ended: true, size: 1 },
];

const past = [
  ["2025-q4", "2025 年第四季度", "2025-10-01", "2025-12-31", "2026-01-31"],
  ["2026-q1", "2026 年第一季度", "2026-01-01", "2026-03-31", "2026-04-30"],
  ["2026-q2", "2026 年第二季度", "2026-04-01", "2026-06-30", "2026-07-31"],
] as const;

const common = { allianceId: here, setId: setId("quarterly"), periodKind: "quarter" as const };

const pastCycles = past.map(([key, name, from, to, closes]) => ({
  ...common,
  id: cycleId(key),
  name,
  periodFrom: dateOf(from),
  periodTo: dateOf(to),
  opensOn: dateOf(addDays(to, 1)),
  dueOn: dateOf(addDays(to, 15)),
  verifyBy: dateOf(addDays(to, 25)),
  closesOn: dateOf(closes),
  createdAt: at(to),
}));

const openCycle = (today: Day) => ({
  ...common,
  id: cycleId("2026-q3"),
  name: "2026 年第三季度",
  periodFrom: dateOf("2026-07-01"),
  periodTo: dateOf("2026-09-30"),
  opensOn: dateOf(addDays(today, -20)),
  dueOn: dateOf(addDays(today, 10)),
  verifyBy: dateOf(addDays(today, 20)),
  closesOn: dateOf(addDays(today, 30)),
  createdAt: at(addDays(today, -25)),
});

const obligationId = (cycle: string, key: string) => of("obligation", `${cycle}/${key}`);

const amounts = (
  size: number,
  place: number,
): Record<string, Partial<Prisma.ReportValueCreateManyInput>> => ({
  "Q1.1": { amount: 4 * size + place },
  "Q1.2": { amount: 40 * size + 5 * place },
  "Q1.3": { amount: 150 * size + 20 * place },
  "Q1.4": { amount: 60 * size + 10 * place },
  "Q2.1": { amount: 12 * size + 2 * place, unit: "万元" },
  "Q2.2": { amount: size + place },
  "Q3.1": { amount: 30 * size + place, denominator: 45 * size },
  "Q3.2": { amount: 0 },
  "Q3.3": { text: "示例：本季按计划推进。" },
});

function valuesOf(cycle: string, { key, size }: Story, place: number, enteredAt: Date) {
  return Object.entries(amounts(size, place)).map(([code, content]) => ({
    allianceId: here,
    setId: setId("quarterly"),
    id: of("report-value", `${cycle}/${key}/${code}`),
    obligationId: obligationId(cycle, key),
    indicatorId: indicatorId(code),
    answer: "value" as const,
    entered: content.denominator || content.text ? null : (content.amount ?? null),
    enteredAt,
    ...content,
  }));
}

const order: ObligationState[] = ["open", "draft", "submitted", "checking", "verified", "approved"];
const reaches = (now: ObligationState, step: ObligationState): boolean =>
  order.indexOf(now === "returned" ? "checking" : now) >= order.indexOf(step);

type Moved = { id: string; now: ObligationState; day: Day };

/** Along the edges of the table, as the database demands. */
async function walk(tx: Prisma.TransactionClient, moved: readonly Moved[]): Promise<void> {
  for (const { id, now, day } of moved) {
    for (const step of order.slice(1)) {
      if (!reaches(now, step)) break;
      await tx.obligation.update({
        where: { id },
        data: {
          state: step,
          stateSince: at(day),
          ...(step === "submitted" && { submittedAt: at(day), firstSubmittedAt: at(day) }),
          ...(step === "verified" && { verifiedAt: at(day) }),
          ...(step === "approved" && { approvedAt: at(day) }),
        },
      });
      if (step === "checking" && now !== "returned") {
        await tx.$executeRaw`
          UPDATE report_values SET confirmed_version = version
          WHERE alliance_id = ${here}::uuid AND obligation_id = ${id}::uuid AND ${reaches(now, "verified")}`;
      }
    }
  }
}

const row = (cycle: string, key: string, createdAt: Date) => ({
  id: obligationId(cycle, key),
  allianceId: here,
  setId: setId("quarterly"),
  cycleId: cycleId(cycle),
  organizationId: organizationId(key),
  createdAt,
  stateSince: createdAt,
});

const told = (story: Story): boolean => !story.exempt && !story.ended;

async function writePast(tx: Prisma.TransactionClient): Promise<void> {
  await tx.reportingCycle.createMany({ data: pastCycles });
  const stories = members.filter(told);
  for (const [place, [key, , , to]] of past.entries()) {
    const created = at(addDays(to, 1));
    await tx.obligation.createMany({ data: stories.map((story) => row(key, story.key, created)) });
    await tx.reportValue.createMany({
      data: stories.flatMap((story) => valuesOf(key, story, place, at(addDays(to, 8)))),
    });
    // The last one of the last quarter never handed in: it is late.
    const done = place === past.length - 1 ? stories.slice(0, -1) : stories;
    await walk(
      tx,
      done.map((story) => ({
        id: obligationId(key, story.key),
        now: "approved" as const,
        day: addDays(to, 12),
      })),
    );
    if (done.length === stories.length)
      await tx.reportingCycle.update({
        where: { id: cycleId(key) },
        data: { approvedAt: at(addDays(to, 28)) },
      });
  }
}

/** Members on the day that the period began, and what each of them owes. */
async function oblige(tx: Prisma.TransactionClient, today: Day): Promise<void> {
  const period = openCycle(today);
  const units = await tx.$queryRaw<{ organizationId: string }[]>`
    SELECT DISTINCT m.organization_id AS "organizationId" FROM memberships m
    JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.alliance_id = ${here}::uuid AND p.position <> 'observer' AND p.valid_from <= ${period.periodFrom}
      AND coalesce(p.valid_to, 'infinity') >= ${period.periodTo}`;
  const keys = new Map(members.map(({ key }) => [organizationId(key), key]));
  await tx.obligation.createMany({
    data: units.map(({ organizationId: unit }) => ({
      ...row("2026-q3", keys.get(unit) ?? unit, period.createdAt),
      organizationId: unit,
    })),
  });
}

async function writeOpen(tx: Prisma.TransactionClient, today: Day): Promise<void> {
  await tx.reportingCycle.create({ data: openCycle(today) });
  await oblige(tx, today);
  const day = addDays(today, -3);
  await tx.reportValue.createMany({
    data: members
      .filter((story) => told(story) && !story.nil)
      .flatMap((story) => valuesOf("2026-q3", story, 3, at(addDays(today, -5)))),
  });
  await walk(
    tx,
    members.map(({ key, now }) => ({ id: obligationId("2026-q3", key), now, day })),
  );
  const change = (key: string, data: Prisma.ObligationUncheckedUpdateInput) =>
    tx.obligation.update({ where: { id: obligationId("2026-q3", key) }, data });
  for (const { key, nil, exempt, ended } of members) {
    if (nil) await change(key, { nil: true });
    if (exempt)
      await change(key, {
        exemptReason: "示例：本年度停产检修，秘书处同意豁免。",
        exemptedById: idOf("user", "secretariat@suzhou.example"),
      });
    if (ended) await change(key, { endedOn: dateOf(addDays(today, -2)) });
  }
  await tx.reportValue.update({
    where: { id: of("report-value", "2026-q3/college-05/Q2.1") },
    data: { returnReason: "示例：请附银行回单，金额与合同不一致。" },
  });
  await change("college-05", { state: "returned", returns: 1, stateSince: at(day) });
}

export async function writeReporting(tx: Prisma.TransactionClient, today: Day): Promise<void> {
  await writePast(tx);
  await writeOpen(tx, today);
}
