import { effectsOf } from "@/lib/features/corrections/rules";
import { addDays, type Day, dayOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import { at } from "../days";
import { allianceId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { APPLIED, caseRows, ENDORSED, first, REFUSED, second } from "./rows";

const alliance = allianceId(SUZHOU);
const of = (number: number) => ({
  where: { allianceId_number: { allianceId: alliance, number } },
});

/** The past of the totals first, as it was before anything was corrected; then the cases, by the way they really go. */
export async function writeCorrections(tx: Tx, today: Day): Promise<void> {
  await tx.$executeRaw`SELECT outcome_history_from_stamps(id) FROM alliances`;
  const rows = caseRows(today);
  await tx.correctionCase.createMany({ data: rows });
  await tx.counter.create({
    data: { allianceId: alliance, series: "correction", year: 0, value: rows.length },
  });
  const endorsed = {
    state: "endorsed" as const,
    endorsedById: first,
    endorsedAt: at(addDays(today, -3)),
    version: 2,
  };
  await tx.correctionCase.update({ ...of(APPLIED), data: endorsed });
  await tx.correctionCase.update({ ...of(ENDORSED), data: endorsed });
  await tx.correctionCase.update({
    ...of(REFUSED),
    data: {
      state: "refused",
      decidedById: first,
      decidedAt: at(addDays(today, -3)),
      refusal: "示例：补交的凭证属于下一年度，请在下一年度填报。",
      version: 2,
    },
  });
  await apply(tx, today);
}

const readCase = (tx: Tx) =>
  tx.correctionCase.findUniqueOrThrow({
    ...of(APPLIED),
    include: { record: { include: { metric: true, organization: true } } },
  });
type Case = Awaited<ReturnType<typeof readCase>>;

/** What the two persons saw: the totals of the school and of the alliance before and after. */
async function impactOf(tx: Tx, { record, newQuantity }: Case) {
  const { metricCode, year, organizationId, metric, organization } = record;
  const rows = await tx.outcomeRollup.findMany({
    where: { allianceId: alliance, metricCode, year, state: { in: ["verified", "published"] } },
  });
  const cell = (own: string | null) => {
    const counted = rows.filter((row) => own === null || row.organizationId === own);
    const records = counted.reduce((sum, row) => sum + row.records, 0);
    // Each has two decimals at most, and so has their sum.
    const total = counted.reduce((sum, row) => sum.plus(row.total), record.quantity.mul(0));
    return { metricCode, year, organizationId: own, records, total: total.toFixed(2) };
  };
  const said = {
    metricCode,
    organizationId,
    year,
    occurredOn: dayOf(record.occurredOn),
    quantity: record.quantity.toFixed(2),
    naturalKey: record.naturalKey,
    fileId: record.fileId,
  };
  const next = { ...said, quantity: (newQuantity ?? record.quantity).toFixed(2) };
  return effectsOf([cell(null), cell(organizationId)], said, next).map((effect) => ({
    ...effect,
    organizationName: effect.organizationId && organization.name,
    metricZh: metric.nameZh,
    metricEn: metric.nameEn,
    unitZh: metric.unitZh,
    unitEn: metric.unitEn,
  }));
}

/** The second person agrees on the day of the load. */
async function apply(tx: Tx, today: Day) {
  const found = await readCase(tx);
  const decidedAt = at(today, "00:30");
  await tx.correctionCase.update({
    where: { id: found.id },
    data: {
      state: "applied",
      decidedById: second,
      decidedAt,
      impact: await impactOf(tx, found),
      version: 3,
    },
  });
  await tx.outcomeRecord.update({
    where: { id: found.recordId },
    data: {
      quantity: found.newQuantity ?? found.record.quantity,
      correctionId: found.id,
      version: { increment: 1 },
    },
  });
}
