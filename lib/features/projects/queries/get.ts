import type { z } from "zod";
import { ledgerReach, mayConfirm, mayEnter, mayPledgeFor } from "@/lib/features/funds/policy";
import { listCommitments, projectMoney } from "@/lib/features/funds/queries/of-project";
import { mayPromise, mayReceive } from "@/lib/features/funds/rules/promises";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  actsAsLead,
  mayJoinFor,
  mayMove,
  type ProjectFacts,
  sees,
  seesInside,
  seesPersons,
} from "../policy";
import { completeness } from "../rules/completeness";
import { joinable } from "../rules/states";
import { type getProjectSchema, pageMoves, type projectSchema } from "../schema/projects";
import type { EventKind } from "../types";
import { activeMembersAmong, namesOf, type PartyRow, partiesOf } from "./facts";
import { type Row as ListRow, rowColumns, toRow } from "./row";

type Row = ListRow & {
  version: number;
  summary: string | null;
  stateReason: string | null;
  fileId: string | null;
  fileName: string | null;
  createdAt: Date;
  registeredAt: Date | null;
  outcomes: number;
  parkId: string | null;
  parkName: string | null;
  contractNo: string | null;
  budget: string | null;
  withoutMoney: boolean;
  settlement: string | null;
  followUpUntil: number | null;
};

type Inside = NonNullable<z.input<typeof projectSchema>["inside"]>;

const findProject = (db: Db, allianceId: string, id: string) => db.$queryRaw<Row[]>`
  SELECT ${rowColumns}, p.version, p.summary, p.state_reason AS "stateReason", p.file_id AS "fileId", f.name AS "fileName",
    p.created_at AS "createdAt", p.registered_at AS "registeredAt",
    p.park_id AS "parkId", k.name AS "parkName", p.contract_no AS "contractNo", p.budget::text AS budget,
    p.without_money AND NOT EXISTS (
      SELECT 1 FROM fund_commitments c WHERE c.alliance_id = p.alliance_id AND c.project_id = p.id) AND NOT EXISTS (
      SELECT 1 FROM fund_entries e WHERE e.alliance_id = p.alliance_id AND e.project_id = p.id) AS "withoutMoney", p.settlement, p.follow_up_until AS "followUpUntil",
    (SELECT count(*)::int FROM outcome_records r WHERE r.alliance_id = p.alliance_id AND r.project_id = p.id) AS outcomes
  FROM projects p JOIN organizations l ON l.id = p.lead_id
  LEFT JOIN organizations k ON k.id = p.park_id
  LEFT JOIN stored_files f ON f.alliance_id = p.alliance_id AND f.id = p.file_id
  WHERE p.alliance_id = ${allianceId}::uuid AND p.id = ${id}::uuid`;

type EventRow = {
  id: string;
  kind: EventKind;
  at: Date;
  organization: string | null;
  by: string | null;
  text: string | null;
};

const history = (db: Db, allianceId: string, id: string) => db.$queryRaw<EventRow[]>`
  SELECT e.id, e.kind::text AS kind, e.created_at AS at, o.name AS organization, n.name AS by, e.text
  FROM project_events e LEFT JOIN organizations o ON o.id = e.organization_id
  LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN people n ON n.id = u.person_id
  WHERE e.alliance_id = ${allianceId}::uuid AND e.project_id = ${id}::uuid ORDER BY e.created_at, e.id`;

function moneyRights(scope: TenantScope, row: Row, parties: readonly PartyRow[]): Inside["may"] {
  const pledgers = mayPromise(row.state)
    ? parties.filter((party) => mayPledgeFor(scope, party.organizationId))
    : [];
  const ledger = ledgerReach(scope);
  return {
    confirm: row.code !== null && mayConfirm(scope),
    enter: mayReceive(row.state) && mayEnter(scope),
    ledger: ledger ? (ledger.whole ? "whole" : "own") : "none",
    pledgeFor: pledgers.map((party) => ({ id: party.organizationId, name: party.name })),
  };
}

async function insideOf(
  db: Db,
  scope: TenantScope,
  row: Row,
  facts: ProjectFacts,
): Promise<Inside> {
  const tenant = scope.alliance.id;
  const [parties, events, commitments, money] = await Promise.all([
    partiesOf(db, tenant, row.id),
    history(db, tenant, row.id),
    listCommitments(db, tenant, row.id, scope.today),
    projectMoney(db, tenant, row.id),
  ]);
  const members = await activeMembersAmong(db, tenant, facts.organizationIds, scope.today);
  const persons = seesPersons(scope, facts);
  const ledger = ledgerReach(scope);
  const withMembership = parties.map((party) => ({
    ...party,
    isMember: members.has(party.organizationId),
  }));
  return {
    ...row,
    file: row.fileId && row.fileName ? { id: row.fileId, name: row.fileName } : null,
    parties: withMembership.map((party) => ({
      ...party,
      id: party.organizationId,
      answeredBy: persons ? party.answeredBy : null,
      answer: mayMove(scope, facts, "answer", party.organizationId),
    })),
    check: completeness({
      summary: row.summary,
      hasFile: row.fileId !== null,
      parties: withMembership,
    }),
    money,
    commitments: commitments.filter((one) => ledger && reaches(ledger, one.organizationId)),
    history: events.map((event) => ({ ...event, by: persons ? event.by : null })),
    moves: Object.fromEntries(
      pageMoves.map((move) => [move, mayMove(scope, facts, move)]),
    ) as Inside["moves"],
    may: moneyRights(scope, row, parties),
    park: row.parkId && row.parkName ? { id: row.parkId, name: row.parkName } : null,
    mayInvite: row.state === "partners_confirming" && actsAsLead(scope, facts, "project.update"),
    mayKeep: actsAsLead(scope, facts, "project.update"),
  };
}

/** Organizations of the reader that are no party yet of a project that still takes some. */
async function joinersOf(db: Db, scope: TenantScope, facts: ProjectFacts) {
  if (!joinable.includes(facts.state)) return [];
  const own = mayJoinFor(scope).filter((id) => !facts.organizationIds.includes(id));
  return own.length > 0 ? namesOf(db, own) : [];
}

/** One project: the public sees that it is registered and who works on it, those inside see everything. */
export async function getProject(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getProjectSchema>,
): Promise<z.input<typeof projectSchema>> {
  const [row] = await findProject(db, scope.alliance.id, input.id);
  if (!row) return notFound();
  const facts: ProjectFacts = {
    state: row.state,
    leadId: row.leadId,
    organizationIds: (row.parties ?? []).map((party) => party.id),
    isRegistered: row.code !== null,
  };
  if (!sees(scope, facts)) return notFound();
  const inside = seesInside(scope, facts);
  return {
    ...toRow(row, scope.now, inside),
    registeredAt: row.registeredAt,
    joinFor: await joinersOf(db, scope, facts),
    inside: inside ? await insideOf(db, scope, row, facts) : null,
  };
}
