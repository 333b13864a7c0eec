import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import {
  answersObjections,
  evaluatesItself,
  findsVetoes,
  isSecondPerson,
  manages,
  mayObjectFor,
  seesSubject,
  verifies,
} from "../policy";
import { decimal } from "../rules/columns";
import type { getSubjectInput, subjectOutput } from "../schema/rounds";
import type { Leaf } from "./facts";
import { linesOf } from "./lines";
import { measuredFor } from "./measured";
import { tookPart } from "./part";
import { computed } from "./results";
import { knowsResult } from "./rounds";

const included = {
  round: { include: { scheme: { select: { subjectKind: true } } } },
  entries: {
    include: {
      file: { select: { id: true, name: true } },
      items: { orderBy: [{ level: "asc" }, { id: "asc" }] },
    },
  },
  visits: { orderBy: [{ on: "asc" }, { id: "asc" }] },
  vetoes: { orderBy: { createdAt: "asc" }, include: { indicator: { select: { name: true } } } },
  objections: { orderBy: { createdAt: "asc" }, include: { indicator: { select: { name: true } } } },
  tasks: { include: { task: true } },
} satisfies Prisma.EvaluationSubjectInclude;

export const readSubject = async (db: Db, scope: TenantScope, subjectId: string) =>
  (await db.evaluationSubject.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: subjectId } },
    include: included,
  })) ?? notFound();
export type ReadSubject = Awaited<ReturnType<typeof readSubject>>;

/** Whom a task can be given to: the unit's people and those of the office. */
const peopleFor = (db: Db, scope: TenantScope, { organizationId }: ReadSubject) =>
  db.$queryRaw<{ id: string; name: string }[]>`
    SELECT DISTINCT p.id, p.name FROM role_grants g JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL
      JOIN people p ON p.id = u.person_id
    WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.valid_from <= ${scope.today}::date
      AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
      AND (g.organization_id = ${organizationId}::uuid OR g.role = 'secretariat') ORDER BY p.name, p.id LIMIT 200`;

function mayOf(scope: TenantScope, subject: ReadSubject) {
  const { state, selfDueOn, objectionUntil } = subject.round;
  const self = state === "self_evaluation" && scope.today <= dayOf(selfDueOn);
  const own = evaluatesItself(scope, subject) && self && subject.submittedAt === null;
  const running = objectionUntil !== null && scope.today <= dayOf(objectionUntil);
  return {
    save: own,
    submit: own && subject.entries.length > 0,
    giveBack: self && subject.submittedAt !== null && verifies(scope, subject),
    verify: state === "data_verified" && verifies(scope, subject),
    visit: manages(scope) && (state === "data_verified" || state === "expert_scoring"),
    veto: state === "veto_check" && findsVetoes(scope, subject),
    object: state === "objection" && running && mayObjectFor(scope, subject),
    task: manages(scope) && (state === "published" || state === "rectification"),
  };
}

/** What the records of the year say by now, by metric, once values are frozen. */
async function restatedOf(
  db: Db,
  scope: TenantScope,
  { id, round }: ReadSubject,
  leaves: readonly Leaf[],
): Promise<ReadonlyMap<string, bigint>> {
  const codes = [...new Set(leaves.flatMap(({ metricCode }) => metricCode ?? []))];
  if (round.measuredAt === null || codes.length === 0) return new Map();
  const rows = await measuredFor(db, scope, round, codes, id);
  return new Map(rows.map(({ code, hundredths }) => [code, hundredths]));
}

const text = (value: bigint | number | null): string | null =>
  value === null ? null : decimal(value);

export async function getSubject(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getSubjectInput>,
): Promise<z.input<typeof subjectOutput>> {
  const subject = await readSubject(db, scope, input.subjectId);
  if (!seesSubject(scope, subject)) return notFound();
  const { round } = subject;
  const may = mayOf(scope, subject);
  const { leaves, marks, results } = await computed(db, scope, round);
  const result = results.get(subject.id);
  const known = knowsResult(scope, round.state, subject);
  const live = await restatedOf(db, scope, subject, leaves);
  const people = may.task ? await peopleFor(db, scope, subject) : [];
  const me = scope.actor.userId;
  const answers =
    round.state === "objection" &&
    answersObjections(scope, subject) &&
    !(await tookPart(db, scope, { round, subject }));
  return {
    ...subject,
    round: {
      ...round,
      selfDueOn: dayOf(round.selfDueOn),
      objectionUntil: round.objectionUntil && dayOf(round.objectionUntil),
      subjectKind: round.scheme.subjectKind,
    },
    selfTotal: decimal(result?.selfTotal ?? 0),
    total: known ? text(subject.total) : null,
    grade: known ? subject.grade : null,
    rank: known ? subject.rank : null,
    vetoed: known && subject.vetoed,
    lines: linesOf({ subject, leaves, result, known, marks, live }),
    vetoIndicators: leaves.filter(({ kind }) => kind === "veto"),
    visits: subject.visits.map((visit) => ({ ...visit, on: dayOf(visit.on) })),
    vetoes: subject.vetoes
      .filter(({ state }) => known || may.veto || state === "confirmed")
      .map((veto) => ({
        ...veto,
        indicator: veto.indicator.name,
        mayDecide: may.veto && veto.state === "found" && isSecondPerson(veto.foundById, me),
      })),
    objections: subject.objections.map((one) => ({
      ...one,
      indicator: one.indicator?.name ?? null,
      valueBefore: text(one.valueBefore),
      valueAfter: text(one.valueAfter),
      mayAnswer: answers && one.state === "open" && isSecondPerson(one.raisedById, me),
    })),
    tasks: subject.tasks.map(({ task }) => ({ ...task, dueOn: dayOf(task.dueOn) })),
    people,
    may,
  };
}
