import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { getRoster } from "@/lib/features/bodies/queries/roster";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { standingOf } from "../rules/count";
import { missingCandidates, missingElectors } from "../rules/missing";
import { isOver } from "../rules/states";
import type { CandidateView, ElectionView, getInput } from "../schema";
import { revisionNow } from "./revision";
import { readRounds } from "./round-views";
import { countedRounds } from "./rounds";

type Base = Omit<
  ElectionView,
  | "rounds"
  | "candidateList"
  | "missing"
  | "standing"
  | "objections"
  | "winners"
  | "revision"
  | "may"
  | "stateSince"
> & { stateSince: Date; electorBodyId: string };

async function baseOf(db: Db, scope: TenantScope, electionId: string): Promise<Base> {
  const rows = await db.$queryRaw<Base[]>`
    SELECT e.id, e.title, e.state::text AS state, e.state_since AS "stateSince", e.state_reason AS "stateReason", e.version,
      e.body_id AS "bodyId", b.name AS "bodyName", b.name_en AS "bodyNameEn", x.name AS "electorBodyName",
      e.elector_body_id AS "electorBodyId", e.contest::text AS contest, e.min_marks AS "minMarks", e.max_marks AS "maxMarks",
      json_build_object('num', e.approval_num, 'den', e.approval_den, 'cmp', e.approval_cmp) AS approval,
      e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn", e.objection_days AS "objectionDays",
      e.objection_until::text AS "objectionUntil", ${scope.today}::text AS today,
      e.term_id IS NOT NULL AND e.state <> 'filled' OR EXISTS (SELECT 1 FROM terms t WHERE t.id = e.term_id AND t.starts_on < e.starts_on) AS "byElection",
      (SELECT count(*)::int FROM election_candidates c WHERE c.election_id = e.id) AS candidates,
      z.seats, z.numbers AS "seatNumbers", z.unit AS "unitSeats",
      coalesce((SELECT json_agg(json_build_object('id', m.id, 'title', m.title)) FROM meetings m
        WHERE m.alliance_id = e.alliance_id AND m.body_id = e.elector_body_id AND m.state = 'open'), '[]') AS meetings
    FROM elections e JOIN governance_bodies b ON b.alliance_id = e.alliance_id AND b.id = e.body_id
    JOIN governance_bodies x ON x.alliance_id = e.alliance_id AND x.id = e.elector_body_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS seats, array_agg(s.number ORDER BY s.number) AS numbers, bool_or(s.basis = 'unit') AS unit
      FROM election_seats y JOIN seats s ON s.id = y.seat_id WHERE y.election_id = e.id) z
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.id = ${electionId}::uuid`;
  return rows[0] ?? notFound();
}

type CandidateRow = Omit<CandidateView, "mayAnswer"> & { personId: string | null };

const candidatesOf = (db: Db, scope: TenantScope, electionId: string) => db.$queryRaw<
  CandidateRow[]
>`
  SELECT c.id, c.name, c.membership_id AS "membershipId", m.organization_id AS "organizationId", c.person_id AS "personId",
    c.statement, c.accepted, c.eligible, c.check_reason AS "checkReason", c.version
  FROM election_candidates c LEFT JOIN memberships m ON m.id = c.membership_id
  WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.election_id = ${electionId}::uuid ORDER BY c.created_at, c.id`;

type Objection = Omit<ElectionView["objections"][number], "at"> & { at: Date };

const objectionsOf = (db: Db, scope: TenantScope, electionId: string) => db.$queryRaw<Objection[]>`
  SELECT id, text, state::text AS state, answer, created_at AS at FROM election_objections
  WHERE alliance_id = ${scope.alliance.id}::uuid AND election_id = ${electionId}::uuid ORDER BY created_at, id`;

const winnersOf = (db: Db, scope: TenantScope, electionId: string) => db.$queryRaw<
  ElectionView["winners"]
>`
  SELECT w.seat_id AS "seatId", s.number AS "seatNumber", s.position::text AS position, c.name, w.letter_year AS "letterYear",
    w.letter_number AS "letterNumber"
  FROM election_winners w JOIN seats s ON s.id = w.seat_id JOIN election_candidates c ON c.id = w.candidate_id
  WHERE w.alliance_id = ${scope.alliance.id}::uuid AND w.election_id = ${electionId}::uuid ORDER BY s.number`;

/** What is missing is asked of today's seats, until the ballot has frozen them. */
async function missingOf(
  db: Db,
  scope: TenantScope,
  base: Base,
  candidates: readonly CandidateRow[],
): Promise<ElectionView["missing"]> {
  if (!["nominating", "acceptance", "checked"].includes(base.state)) return [];
  const roster = await getRoster(db, scope, { bodyId: base.electorBodyId, day: scope.today });
  const rule = roster.rules.find(({ matter }) => matter === "election");
  return [
    ...missingCandidates({ ...base, candidates }),
    ...missingElectors({
      ruleFound: rule !== undefined,
      electors: roster.holders.filter(({ eligible }) => eligible),
      secretMinimum: rule?.options.secretMinimum ?? 1,
    }),
  ];
}

/** One election as far as it has come. While papers are out, how many were cast and nothing else. */
export async function getElection(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getInput>,
): Promise<ElectionView> {
  const base = await baseOf(db, scope, input.electionId);
  const candidates = await candidatesOf(db, scope, base.id);
  const objections = await objectionsOf(db, scope, base.id);
  const { alliance, actor } = scope;
  const nominating = reachOf("election.nominate", actor.roles, alliance.id);
  const manages = reachOf("election.manage", actor.roles, alliance.id)?.whole === true;
  const objecting = reachOf("election.object", actor.roles, alliance.id);
  return {
    ...base,
    revision: (await revisionNow(db, alliance.id, base.id))[0]?.revision ?? 0,
    stateSince: base.stateSince.toISOString(),
    candidateList: candidates.map(({ personId, ...candidate }) => ({
      ...candidate,
      mayAnswer:
        (personId !== null && personId === actor.personId) ||
        (nominating !== undefined && reaches(nominating, candidate.organizationId)),
    })),
    missing: await missingOf(db, scope, base, candidates),
    rounds: await readRounds(db, scope, base.id),
    standing: standingOf(await countedRounds(db, alliance.id, base.id)),
    // Who objected is the secretariat's and the supervisors' business; that somebody did is everybody's.
    objections: objections.map(({ at, ...objection }) => ({ ...objection, at: at.toISOString() })),
    winners: await winnersOf(db, scope, base.id),
    may: {
      manage: manages,
      nominate: nominating !== undefined && !isOver(base.state),
      object: objecting !== undefined,
    },
  };
}
