import type { z } from "zod";
import { isIndependent } from "@/lib/features/outcomes/policy";
import { withOwners } from "@/lib/features/outcomes/queries/facts";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { drawn, populationOf, weightyIn } from "../queries/draw";
import { isSecondPerson, LARGEST_SAMPLE, mayFind, sampleSize } from "../rules";
import type {
  closeSampleSchema,
  drawnSchema,
  drawSampleSchema,
  findSchema,
  sampleAnswerSchema,
} from "../schema/samples";

type Answer<R extends string> = Promise<Result<z.input<typeof sampleAnswerSchema>, R>>;

type DrawRefusal = "period-order" | "sample-empty" | "sample-too-large" | "seed-used";

/**
 * Draws approved records of a period by SHA-256 of seed and record, lowest first: whoever has the seed draws the same
 * ones. What weighs most is added whatever the seed.
 */
export async function drawSample(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof drawSampleSchema>,
): Promise<Result<z.input<typeof drawnSchema>, DrawRefusal>> {
  const { periodFrom, periodTo, percent, atLeast } = input;
  if (periodFrom > periodTo) return refuse("period-order", { field: "periodTo" });
  const population = await populationOf(tx, scope, input);
  if (population === 0) return refuse("sample-empty");
  const size = sampleSize(population, percent, atLeast);
  if (size > LARGEST_SAMPLE) {
    return refuse("sample-too-large", { field: "percent", count: size, most: LARGEST_SAMPLE });
  }
  const seed = input.seed ?? (await newSeed(tx));
  const rows = await drawn(tx, scope, input, { seed, size });
  const threshold = rows.at(-1)?.digest;
  if (threshold === undefined) return refuse("sample-empty");
  const allianceId = scope.alliance.id;
  // One seed draws once; of two at once the key lets one pass.
  const [sample] = await tx.verificationSample.createManyAndReturn({
    data: [
      {
        allianceId,
        seed,
        periodFrom: dateOf(periodFrom),
        periodTo: dateOf(periodTo),
        percent: percent * 100,
        atLeast,
        population: Math.max(population, rows.length),
        size: rows.length,
        threshold,
        drawnById: scope.actor.userId ?? forbidden(),
        drawnAt: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!sample) return refuse("seed-used", { field: "seed" });
  const random = new Set(rows.map(({ id }) => id));
  const weighty = (await weightyIn(tx, scope, input)).filter(({ id }) => !random.has(id));
  const item = (row: { id: string; version: number; quantity: string }) => ({
    allianceId,
    sampleId: sample.id,
    recordId: row.id,
    recordVersion: row.version,
    quantity: row.quantity,
  });
  await tx.verificationSampleItem.createMany({
    data: [
      ...rows.map((row) => ({ ...item(row), cause: "random" as const })),
      ...weighty.map((row) => ({ ...item(row), cause: "weighty" as const })),
    ],
  });
  await scope.audit({
    action: "sample.draw",
    subjectType: "sample",
    subjectId: sample.id,
    details: { ...input, seed, population, size: rows.length, weighty: weighty.length },
  });
  return accept({ id: sample.id, size: rows.length + weighty.length });
}

async function newSeed(tx: Tx): Promise<string> {
  const rows = await tx.$queryRaw<{ seed: string }[]>`SELECT gen_random_uuid()::text AS seed`;
  return rows[0]?.seed ?? notFound();
}

type FindRefusal =
  | "sample-closed"
  | "finding-stands"
  | "visit-first"
  | "same-person"
  | "own-figure"
  | "note-missing";

/** A visit that was recorded after the record was said to need one. */
const wasVisited = (tx: Tx, allianceId: string, recordId: string, since: Date | null) =>
  tx.siteVisit.count({
    where: {
      allianceId,
      records: { some: { recordId } },
      ...(since && { recordedAt: { gte: since } }),
    },
  });

/** What the second look at a drawn record found; everything but "confirmed" says why. */
export async function findInSample(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof findSchema>,
): Answer<FindRefusal> {
  const allianceId = scope.alliance.id;
  const of = { allianceId, sampleId: input.id, recordId: input.recordId };
  const item =
    (await tx.verificationSampleItem.findUnique({
      where: { allianceId_sampleId_recordId: of },
      include: { sample: { select: { closedAt: true } } },
    })) ?? notFound();
  const record = (await withOwners(tx, scope, input.recordId)) ?? notFound();
  if (item.sample.closedAt) return refuse("sample-closed");
  if (!isIndependent(scope, record)) return refuse("own-figure");
  if (!isSecondPerson(record, scope.actor.userId)) return refuse("same-person");
  if (!mayFind(item.outcome)) return refuse("finding-stands");
  if (input.outcome !== "confirmed" && !input.note)
    return refuse("note-missing", { field: "note" });
  if (item.outcome === "needs_visit") {
    const visits = await wasVisited(tx, allianceId, record.id, item.foundAt);
    if (visits === 0) return refuse("visit-first");
  }
  const changed = await tx.verificationSampleItem.updateMany({
    where: { ...of, version: input.version, outcome: item.outcome },
    data: {
      outcome: input.outcome,
      note: input.note ?? null,
      foundById: scope.actor.userId,
      foundAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: "sample.find",
    subjectType: "outcome",
    subjectId: record.id,
    details: { sampleId: input.id, outcome: input.outcome },
  });
  return accept({ id: record.id, version: input.version + 1 });
}

/** Closed only when every drawn record has its finding. */
export async function closeSample(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof closeSampleSchema>,
): Answer<"sample-closed" | "findings-open"> {
  const allianceId = scope.alliance.id;
  const sample =
    (await tx.verificationSample.findUnique({
      where: { allianceId_id: { allianceId, id: input.id } },
    })) ?? notFound();
  if (sample.closedAt) return refuse("sample-closed");
  const open = await tx.verificationSampleItem.count({
    where: {
      allianceId,
      sampleId: sample.id,
      OR: [{ outcome: null }, { outcome: "needs_visit" }],
    },
  });
  if (open > 0) return refuse("findings-open", { count: open });
  const changed = await tx.verificationSample.updateMany({
    where: { allianceId, id: sample.id, version: input.version, closedAt: null },
    data: {
      closedAt: scope.now,
      closedById: scope.actor.userId ?? forbidden(),
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: "sample.close",
    subjectType: "sample",
    subjectId: sample.id,
    details: { size: sample.size, population: sample.population },
  });
  return accept({ id: sample.id, version: input.version + 1 });
}
