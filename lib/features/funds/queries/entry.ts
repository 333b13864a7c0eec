import { fenOf } from "@/lib/kernel/money";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { entryActions, ledgerReach } from "../policy";
import { approversNeeded, isOver } from "../rules/entries";
import type { Entry } from "../schema/entries";
import type { EntryFlow, EntryState, ReceiptSource, ResourceKind } from "../types";

/** An entry as commands and pages work with it, with what the asker has to do with its money. */
export type EntryRow = {
  id: string;
  projectId: string;
  commitmentId: string | null;
  instalmentId: string | null;
  lineId: string | null;
  organizationId: string;
  flow: EntryFlow;
  kind: ResourceKind;
  source: ReceiptSource | null;
  amount: string;
  currency: string;
  foreignAmount: string | null;
  rate: string | null;
  rateOn: string | null;
  happenedOn: string;
  account: string;
  voucherNo: string;
  payee: string | null;
  payeeOrganizationId: string | null;
  purpose: string | null;
  fileId: string | null;
  valuation: string | null;
  aboveCommitment: boolean;
  overReason: string | null;
  state: EntryState;
  heldFrom: EntryState | null;
  question: string | null;
  reversalOfId: string | null;
  settlesId: string | null;
  reason: string | null;
  enteredById: string | null;
  checkedById: string | null;
  approvedById: string | null;
  secondApprovedById: string | null;
  version: number;
  createdAt: Date;
  isReversed: boolean;
  isBeneficiary: boolean;
  secondApproverFrom: string;
};

export async function findEntry(
  db: Db,
  scope: TenantScope,
  id: string,
): Promise<EntryRow | undefined> {
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT e.id, e.project_id AS "projectId", e.commitment_id AS "commitmentId", e.instalment_id AS "instalmentId",
      e.line_id AS "lineId", e.organization_id AS "organizationId", e.flow::text AS flow, e.kind::text AS kind,
      e.source::text AS source, e.amount::text AS amount, e.currency, e.foreign_amount::text AS "foreignAmount",
      trim_scale(e.rate)::text AS rate, e.rate_on::text AS "rateOn", e.happened_on::text AS "happenedOn", e.account,
      e.voucher_no AS "voucherNo", e.payee, e.payee_organization_id AS "payeeOrganizationId", e.purpose, e.file_id AS "fileId",
      e.valuation, e.above_commitment AS "aboveCommitment", e.over_reason AS "overReason", e.state::text AS state,
      e.held_from::text AS "heldFrom", e.question, e.reversal_of_id AS "reversalOfId", e.settles_id AS "settlesId", e.reason,
      e.entered_by_id AS "enteredById", e.checked_by_id AS "checkedById", e.approved_by_id AS "approvedById",
      e.second_approved_by_id AS "secondApprovedById", e.version, e.created_at AS "createdAt",
      EXISTS (SELECT 1 FROM fund_entries v WHERE v.alliance_id = e.alliance_id AND v.reversal_of_id = e.id
        AND v.state <> 'rejected') AS "isReversed",
      coalesce(acts_for(${scope.actor.userId}::uuid, e.alliance_id, entry_beneficiary(e.flow, e.project_id, e.organization_id,
        e.payee_organization_id), ${scope.today}::date), false) AS "isBeneficiary",
      second_approver_from(e.alliance_id)::text AS "secondApproverFrom"
    FROM fund_entries e WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.id = ${id}::uuid`;
  return rows[0];
}

type Names = {
  projectTitle: string;
  projectCode: string | null;
  organizationName: string;
  promise: Entry["promise"];
  line: { id: string; name: string } | null;
  file: { id: string; name: string } | null;
  hands: NonNullable<Entry["hands"]>;
};

const namesOf = (db: Db, allianceId: string, id: string) => db.$queryRaw<Names[]>`
  SELECT p.title AS "projectTitle", project_code(p.code_year, p.code_number) AS "projectCode", o.name AS "organizationName",
    CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('amount', c.amount::text, 'instalment', i."order",
      'proof', c.proof) END AS promise,
    CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('id', l.id, 'name', l.task || ' · ' || l.title) END AS line,
    CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'name', f.name) END AS file,
    (SELECT jsonb_build_object('entered', max(n.name) FILTER (WHERE u.id = e.entered_by_id),
        'checked', max(n.name) FILTER (WHERE u.id = e.checked_by_id), 'approved', max(n.name) FILTER (WHERE u.id = e.approved_by_id),
        'secondApproved', max(n.name) FILTER (WHERE u.id = e.second_approved_by_id),
        'posted', max(n.name) FILTER (WHERE u.id = e.posted_by_id))
      FROM users u JOIN people n ON n.id = u.person_id
      WHERE u.id IN (e.entered_by_id, e.checked_by_id, e.approved_by_id, e.second_approved_by_id, e.posted_by_id)) AS hands
  FROM fund_entries e JOIN projects p ON p.id = e.project_id JOIN organizations o ON o.id = e.organization_id
  LEFT JOIN fund_commitments c ON c.id = e.commitment_id LEFT JOIN fund_instalments i ON i.id = e.instalment_id
  LEFT JOIN budget_lines l ON l.id = e.line_id
  LEFT JOIN stored_files f ON f.alliance_id = e.alliance_id AND f.id = e.file_id
  WHERE e.alliance_id = ${allianceId}::uuid AND e.id = ${id}::uuid`;

const historyOf = (db: Db, allianceId: string, id: string) => db.$queryRaw<Entry["history"]>`
  SELECT v.id, v.kind::text AS kind, v.at, n.name AS by, v.text, v.changes
  FROM fund_entry_events v LEFT JOIN users u ON u.id = v.actor_id LEFT JOIN people n ON n.id = u.person_id
  WHERE v.alliance_id = ${allianceId}::uuid AND v.entry_id = ${id}::uuid ORDER BY v.at, v.id`;

/** Of the same money: what it takes or gives back, and what does so with it. A draft is its author's alone. */
const tiedOf = (db: Db, scope: TenantScope, reach: Reach, id: string) => db.$queryRaw<
  Entry["tied"]
>`
  SELECT r.id, r.flow::text AS flow, r.amount::text AS amount, r.happened_on::text AS "happenedOn", r.voucher_no AS "voucherNo",
    r.state::text AS state, CASE r.id WHEN e.reversal_of_id THEN 'reverses' WHEN e.settles_id THEN 'settles'
      ELSE CASE WHEN r.reversal_of_id = e.id THEN 'reversed_by' ELSE 'settled_by' END END AS tie
  FROM fund_entries e JOIN fund_entries r ON r.alliance_id = e.alliance_id
    AND (r.id = e.reversal_of_id OR r.id = e.settles_id OR r.reversal_of_id = e.id OR r.settles_id = e.id)
  WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.id = ${id}::uuid AND r.state <> 'rejected'
    AND (r.entered_by_id = ${scope.actor.userId}::uuid OR r.state <> 'draft'
      AND (${reach.whole}::boolean OR r.organization_id = ANY(${[...reach.organizationIds]}::uuid[])))
  ORDER BY r.happened_on, r.id`;

/** One entry whole; who worked on it is told to those who read the whole ledger. */
export async function getEntry(db: Db, scope: TenantScope, input: { id: string }): Promise<Entry> {
  const reach = ledgerReach(scope);
  const row = await findEntry(db, scope, input.id);
  const own = row?.enteredById !== null && row?.enteredById === scope.actor.userId;
  if (!row || !reach || !(own || reaches(reach, row.organizationId))) return notFound();
  const [[names], history, tied] = await Promise.all([
    namesOf(db, scope.alliance.id, row.id),
    historyOf(db, scope.alliance.id, row.id),
    tiedOf(db, scope, reach, row.id),
  ]);
  if (!names) return notFound();
  return {
    ...row,
    ...names,
    tied,
    hands: reach.whole ? names.hands : null,
    approversNeeded: approversNeeded(fenOf(row.amount), fenOf(row.secondApproverFrom)),
    waitingSince: isOver(row.state) ? null : (history.at(-1)?.at ?? row.createdAt),
    history: history.map((event) => ({ ...event, by: reach.whole ? event.by : null })),
    actions: entryActions(scope, { ...row, isReversal: row.reversalOfId !== null }),
  };
}
