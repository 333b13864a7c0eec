import type { z } from "zod";
import { type Listed, peopleCounted } from "@/lib/features/people/rules";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { actsFor, unapprovedReach } from "../policy";
import { openParts, stateOfBatch } from "../rules/batches";
import { isApproved } from "../rules/states";
import type {
  getTrainingSchema,
  listTrainingsSchema,
  Training,
  TrainingList,
  TrainingRow,
} from "../schema/batches";
import type { OutcomeState } from "../types";
import { visible, visibleInTotals } from "./visible";

type ListInput = z.output<typeof listTrainingsSchema>;
type Sums = Listed & { total: number; trainings: number; all: string; times: string; days: string };
type Row = Omit<TrainingRow, "state"> & { states: OutcomeState[] };

function filters(scope: TenantScope, input: ListInput): Prisma.Sql {
  const parts = [Prisma.sql`b.alliance_id = ${scope.alliance.id}::uuid`];
  if (input.kind) parts.push(Prisma.sql`b.kind = ${input.kind}::training_kind`);
  if (input.organization) parts.push(Prisma.sql`b.organization_id = ${input.organization}::uuid`);
  if (input.from) parts.push(Prisma.sql`b.ends_on >= ${input.from}::date`);
  if (input.to) parts.push(Prisma.sql`b.ends_on <= ${input.to}::date`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(b.course ILIKE ${pattern} OR b.place ILIKE ${pattern})`);
  }
  return Prisma.join(parts, " AND ");
}

/** The records of a training that the reader sees, as one row; what counts of each, not what was once written. */
const seen = (sight: Prisma.Sql): Prisma.Sql => Prisma.sql`JOIN LATERAL (
  SELECT array_agg(o.state::text) AS states,
    max(o.quantity + o.adjustment) FILTER (WHERE k.metric_code = 'M40' AND o.state <> 'superseded') AS persons,
    max(o.quantity + o.adjustment) FILTER (WHERE k.metric_code = 'M39' AND o.state <> 'superseded') AS times,
    max(o.quantity + o.adjustment) FILTER (WHERE k.metric_code = 'M41' AND o.state <> 'superseded') AS days,
    coalesce(sum(o.quantity + o.adjustment) FILTER (WHERE k.metric_code = 'M40' AND o.state IN ('verified', 'published')), 0) AS c_persons,
    count(*) FILTER (WHERE k.metric_code = 'M40' AND o.state IN ('verified', 'published')) AS c_batches,
    -- Its list tells who they were, as long as no correction has changed their number.
    coalesce(bool_or(k.metric_code = 'M40' AND o.state IN ('verified', 'published') AND o.quantity + o.adjustment = b.identified), false) AS listed,
    coalesce(sum(o.quantity + o.adjustment) FILTER (WHERE k.metric_code = 'M39' AND o.state IN ('verified', 'published')), 0) AS c_times,
    coalesce(sum(o.quantity + o.adjustment) FILTER (WHERE k.metric_code = 'M41' AND o.state IN ('verified', 'published')), 0) AS c_days
  FROM training_batch_records k JOIN outcome_records o ON o.alliance_id = k.alliance_id AND o.id = k.record_id
  WHERE k.alliance_id = b.alliance_id AND k.batch_id = b.id AND ${sight}) s ON s.states IS NOT NULL`;

const columns = Prisma.sql`b.id, b.course, b.kind::text AS kind, b.place, b.starts_on::text AS "startsOn", b.ends_on::text AS "endsOn",
  json_build_object('id', g.id, 'name', g.name) AS organization,
  CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS partner,
  b.public_benefit AS "publicBenefit", b.synthetic, s.states, s.persons::text AS persons, s.times::text AS "personTimes",
  s.days::text AS "personDays"`;

const withNames = Prisma.sql`JOIN organizations g ON g.id = b.organization_id LEFT JOIN organizations p ON p.id = b.partner_id`;

const orders: Record<ListInput["sort"], Prisma.Sql> = {
  "-endsOn": Prisma.sql`b.ends_on DESC, b.id`,
  endsOn: Prisma.sql`b.ends_on, b.id`,
};

const rowOf = ({ states, ...row }: Row): TrainingRow => ({ ...row, state: stateOfBatch(states) });

/** Trainings, each with what counts of it; the totals are those of verified results, people never as a plain sum. */
export async function listTrainings(
  db: Db,
  scope: TenantScope,
  input: ListInput,
): Promise<TrainingList> {
  const where = filters(scope, input);
  const sight = seen(visibleInTotals(scope));
  const [rows, sums] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT ${columns} FROM training_batches b ${sight} ${withNames} WHERE ${where}
      ORDER BY ${orders[input.sort]} LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<Sums[]>`
      WITH chosen AS (SELECT b.alliance_id, b.id, s.* FROM training_batches b ${sight} WHERE ${where})
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE listed))::int AS listed,
        coalesce(sum(c_batches), 0)::int AS trainings, coalesce(sum(c_persons), 0)::numeric(20, 2)::text AS "all",
        coalesce(sum(c_persons) FILTER (WHERE listed), 0)::int AS places,
        (SELECT count(DISTINCT a.person_key)::int FROM training_attendees a JOIN chosen c USING (alliance_id)
          WHERE a.batch_id = c.id AND c.listed) AS people,
        coalesce(sum(c_times), 0)::numeric(20, 2)::text AS times, coalesce(sum(c_days), 0)::numeric(20, 2)::text AS days
      FROM chosen`,
  ]);
  const [sum] = sums;
  const { trainings = 0, listed = 0, all = "0.00" } = sum ?? {};
  const people = peopleCounted({ records: trainings, total: all }, sum);
  return {
    items: rows.map(rowOf),
    total: sum?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    totals: {
      personTimes: sum?.times ?? "0.00",
      persons: people.value,
      personDays: sum?.days ?? "0.00",
      atMost: people.atMost,
      listed,
      unlisted: trainings - listed,
    },
  };
}

/** The training with all its records, whoever asks. */
async function wholeTraining(db: Db, scope: TenantScope, id: string) {
  return db.trainingBatch.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: {
      records: {
        include: {
          record: {
            select: { id: true, state: true, version: true, fileId: true, occurredOn: true },
          },
        },
      },
    },
  });
}

/** The same, and nobody else changes it meanwhile. */
export async function lockedTraining(db: Db, scope: TenantScope, id: string) {
  await db.$queryRaw`SELECT id FROM training_batches
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return wholeTraining(db, scope, id);
}

/** The training that proves this record; null where it was reported alone. */
export async function trainingOf(db: Db, scope: TenantScope, recordId: string) {
  const found = await db.trainingBatchRecord.findUnique({
    where: { allianceId_recordId: { allianceId: scope.alliance.id, recordId } },
    select: { batch: { select: { id: true, course: true } } },
  });
  return found?.batch ?? null;
}

const recordsOf = (db: Db, scope: TenantScope, id: string) => db.$queryRaw<Training["records"]>`
  SELECT o.id, k.metric_code AS "metricCode", m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh",
    m.unit_en AS "unitEn", (o.quantity + o.adjustment)::text AS quantity, o.state::text AS state, o.return_reason AS "returnReason"
  FROM training_batch_records k JOIN outcome_records o ON o.alliance_id = k.alliance_id AND o.id = k.record_id
  JOIN metric_definitions m ON m.code = k.metric_code
  WHERE k.alliance_id = ${scope.alliance.id}::uuid AND k.batch_id = ${id}::uuid AND ${visible(scope)} ORDER BY m.sort_order`;

type Whole = NonNullable<Awaited<ReturnType<typeof wholeTraining>>>;

export const standingOf = (whole: Whole) =>
  whole.records.map(({ metricCode, record }) => ({
    metricCode: metricCode as Training["records"][number]["metricCode"],
    state: record.state,
  }));

/** For its reporter: what was written, where any of it is open. */
function formOf(scope: TenantScope, whole: Whole): Training["form"] {
  const { any, ...open } = openParts(standingOf(whole));
  if (!any || !actsFor(scope, whole.organizationId)) return null;
  return {
    persons: whole.persons,
    personTimes: whole.personTimes,
    personDays: whole.personDays?.toFixed(2) ?? null,
    open,
  };
}

/** Who was there is said by its reporter until the number of people is verified. */
const mayList = (scope: TenantScope, whole: Whole): boolean =>
  actsFor(scope, whole.organizationId) &&
  standingOf(whole).some(
    ({ metricCode, state }) => metricCode === "M40" && !isApproved(state) && state !== "superseded",
  );

/** One training, the records that it proves, and for its reporter what is open of it. */
export async function getTraining(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getTrainingSchema>,
): Promise<Training> {
  const [rows, whole, records] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT ${columns} FROM training_batches b ${seen(visible(scope))} ${withNames}
      WHERE b.alliance_id = ${scope.alliance.id}::uuid AND b.id = ${input.id}::uuid`,
    wholeTraining(db, scope, input.id),
    recordsOf(db, scope, input.id),
  ]);
  const [row] = rows;
  if (!row || !whole) return notFound();
  const named = actsFor(scope, whole.organizationId) || unapprovedReach(scope)?.whole === true;
  return {
    ...rowOf(row),
    version: whole.version,
    fullDays: whole.fullDays,
    startsOn: dayOf(whole.startsOn),
    // Nobody reads of a training whose numbers are not all confirmed more than what is.
    certified: records.length === whole.records.length ? whole.certified : null,
    records: records.map((one) => ({ ...one, returnReason: named ? one.returnReason : null })),
    identified: named ? whole.identified : null,
    mayList: mayList(scope, whole),
    form: formOf(scope, whole),
  };
}
