import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import {
  isSecondPerson,
  manages,
  ownUnits,
  ratifies,
  readsAll,
  scores,
  seesSubject,
} from "../policy";
import { decimal } from "../rules/columns";
import { feedOf } from "../rules/result";
import { hasReached, mayBecome, mayGoBack } from "../rules/states";
import type {
  getRoundInput,
  listRoundsInput,
  RoundRow,
  roundOutput,
  roundPage,
} from "../schema/rounds";
import { type EvaluationState, type Grade, roundSteps } from "../types";
import { conditions, visible } from "./conditions";
import { expertsHere } from "./experts";
import { unverified } from "./progress";
import { declinedBy, resolutionsFor } from "./resolutions";

export async function listRounds(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listRoundsInput>,
): Promise<z.input<typeof roundPage>> {
  const where = conditions(scope, input);
  const [counted, items] = await Promise.all([
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM evaluation_rounds r WHERE ${where}`,
    db.$queryRaw<RoundRow[]>`
      SELECT r.id, r.title, r.year, r.state::text AS state, r.state_since AS "stateSince", c.subject_kind::text AS "subjectKind",
        (SELECT count(*)::int FROM evaluation_subjects s WHERE s.round_id = r.id) AS subjects
      FROM evaluation_rounds r JOIN evaluation_schemes c ON c.id = r.scheme_id
      WHERE ${where} ORDER BY r.year DESC, r.created_at DESC, r.id
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
  ]);
  return {
    items,
    total: counted[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    may: { open: manages(scope), desk: scores(scope) },
  };
}

const withAll = {
  scheme: true,
  resolution: { select: { id: true, title: true } },
  events: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
} satisfies Prisma.EvaluationRoundInclude;

const readRound = async (db: Db, scope: TenantScope, id: string) => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM evaluation_rounds r
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${id}::uuid AND ${visible(scope)}`;
  if (!rows[0]) return notFound();
  return db.evaluationRound.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: withAll,
  });
};
type ReadRound = Awaited<ReturnType<typeof readRound>>;

type Raw = {
  id: string;
  name: string;
  organizationId: string | null;
  submitted: boolean;
  unverified: number;
  seats: number;
  sheets: number;
  total: number | null;
  grade: Grade | null;
  rank: number | null;
  vetoed: boolean;
  tasks: number;
  tasksDone: number;
  before: Grade | null;
};

const subjectRows = (db: Db, round: ReadRound) => db.$queryRaw<Raw[]>`
  SELECT s.id, s.name, s.organization_id AS "organizationId", s.submitted_at IS NOT NULL AS submitted, s.total,
    s.grade::text AS grade, s.rank, s.vetoed,
    (SELECT count(*)::int FROM evaluation_entries e JOIN evaluation_indicators i ON i.id = e.indicator_id
      WHERE e.subject_id = s.id AND ${unverified}) AS unverified,
    (SELECT count(*)::int FROM evaluation_seats e WHERE e.subject_id = s.id AND e.state <> 'recused') AS seats,
    (SELECT count(*)::int FROM evaluation_seats e WHERE e.subject_id = s.id AND e.submitted_at IS NOT NULL) AS sheets,
    (SELECT count(*)::int FROM evaluation_tasks t WHERE t.subject_id = s.id) AS tasks,
    (SELECT count(*)::int FROM evaluation_tasks t JOIN tasks k ON k.id = t.task_id
      WHERE t.subject_id = s.id AND k.state IN ('accepted', 'dropped')) AS "tasksDone",
    (SELECT b.grade::text FROM evaluation_subjects b JOIN evaluation_rounds p ON p.id = b.round_id
      JOIN evaluation_schemes c ON c.id = p.scheme_id
      WHERE b.alliance_id = s.alliance_id AND b.key_id = s.key_id AND p.year = ${round.year - 1} AND p.state >= 'council_ratified'
        AND c.series_id = ${round.scheme.seriesId}::uuid LIMIT 1) AS before
  FROM evaluation_subjects s WHERE s.alliance_id = ${round.allianceId}::uuid AND s.round_id = ${round.id}::uuid
  ORDER BY s.rank NULLS LAST, s.total DESC NULLS LAST, s.name, s.id`;

/** What of a result one may know: all inside from the draft on, one's own from the objection period on. */
export function knowsResult(
  scope: TenantScope,
  state: EvaluationState,
  subject: { organizationId: string | null },
): boolean {
  if (readsAll(scope)) return hasReached(state, "draft_result");
  const own = subject.organizationId !== null && ownUnits(scope).includes(subject.organizationId);
  return own && hasReached(state, "objection");
}

function rowsFor(scope: TenantScope, round: ReadRound, rows: readonly Raw[]) {
  const whole = readsAll(scope);
  const open = round.scheme.publicGrades && hasReached(round.state, "published");
  const own = ownUnits(scope);
  return rows
    .filter((row) => whole || open || (row.organizationId && own.includes(row.organizationId)))
    .map((row) => {
      const known = knowsResult(scope, round.state, row);
      return {
        ...row,
        opens: seesSubject(scope, row),
        // Visitors learn grades, in the order of the names; totals and places are for those inside.
        total: known && row.total !== null ? decimal(row.total) : null,
        grade: known || open ? row.grade : null,
        rank: known ? row.rank : null,
        vetoed: known && row.vetoed,
        feed: whole && known && row.grade ? feedOf(row.grade, row.vetoed, row.before) : null,
        ...(!whole &&
          !known && {
            submitted: false,
            unverified: 0,
            seats: 0,
            sheets: 0,
            tasks: 0,
            tasksDone: 0,
          }),
      };
    })
    .sort((a, b) => (whole ? 0 : a.name < b.name ? -1 : 1));
}

const expertRows = (db: Db, round: ReadRound) =>
  db.$queryRaw<
    {
      personId: string;
      name: string;
      assigned: number;
      clear: number;
      recused: number;
      sheets: number;
    }[]
  >`
    SELECT p.id AS "personId", p.name, count(*)::int AS assigned, (count(*) FILTER (WHERE e.state = 'clear'))::int AS clear,
      (count(*) FILTER (WHERE e.state = 'recused'))::int AS recused, count(e.submitted_at)::int AS sheets
    FROM evaluation_seats e JOIN evaluation_subjects s ON s.id = e.subject_id JOIN people p ON p.id = e.person_id
    WHERE s.alliance_id = ${round.allianceId}::uuid AND s.round_id = ${round.id}::uuid GROUP BY p.id, p.name ORDER BY p.name, p.id`;

export async function getRound(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getRoundInput>,
): Promise<z.input<typeof roundOutput>> {
  const round = await readRound(db, scope, input.roundId);
  const inside = readsAll(scope);
  const office = manages(scope);
  const assigns = office && (round.state === "data_verified" || round.state === "expert_scoring");
  const asks = round.state === "objection" && ratifies(scope);
  const back = office && mayGoBack(round.state);
  const [rows, experts, people, resolutions, declined] = await Promise.all([
    subjectRows(db, round),
    inside ? expertRows(db, round) : [],
    assigns ? expertsHere(db, scope) : [],
    asks ? resolutionsFor(db, scope, round) : [],
    back ? declinedBy(db, scope, round) : [],
  ]);
  const other = isSecondPerson(round.draftedById, scope.actor.userId);
  return {
    ...round,
    selfDueOn: dayOf(round.selfDueOn),
    objectionUntil: round.objectionUntil && dayOf(round.objectionUntil),
    inside,
    subjects: rowsFor(scope, round, rows),
    events: inside ? round.events : [],
    experts,
    candidates: people.filter(({ personId }) => !experts.some((one) => one.personId === personId)),
    resolutions,
    declined,
    may: {
      step: (office && roundSteps.find((to) => mayBecome(round.state, to))) || null,
      assign: assigns,
      ratify: asks && other,
      sendBack: declined.length > 0,
      ratifyBlocked: asks && !other,
    },
  };
}
