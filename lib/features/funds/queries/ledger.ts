import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import {
  commitmentActions,
  type EntryFacts,
  entryActions,
  hasStep,
  ledgerReach,
  noActions,
} from "../policy";
import type { deskPageSchema, deskSchema, ledgerPageSchema, ledgerSchema } from "../schema/entries";
import type { CommitmentState, EntryFlow, EntryState, FundSide, ResourceKind } from "../types";
import { entriesOn, fundPast, pastOf } from "./past";

type Input = z.output<typeof ledgerSchema>;

type Row = Omit<EntryFacts, "state" | "organizationId"> & {
  id: string;
  entry: "commitment" | "entry";
  side: FundSide;
  flow: EntryFlow | null;
  state: string;
  projectId: string;
  projectTitle: string;
  projectCode: string | null;
  organizationId: string;
  organizationName: string;
  kind: ResourceKind;
  amount: string;
  on: string;
  voucherNo: string | null;
  isAboveCommitment: boolean;
  condition: string | null;
};

// Of the entry, not of the answer, where the amount is text.
const order: Record<Input["sort"], Prisma.Sql> = {
  "-on": Prisma.sql`f."on" DESC, f.id DESC`,
  on: Prisma.sql`f."on", f.id`,
  "-amount": Prisma.sql`f.amount DESC, f.id DESC`,
  amount: Prisma.sql`f.amount, f.id`,
};

/** A cancelled promise, a draft and a rejected entry count nowhere and stand in no list. */
const promises = (allianceId: string): Prisma.Sql => Prisma.sql`
  SELECT c.id, 'commitment' AS entry, commitment_side(c.state) AS side, NULL AS flow, c.state::text AS state, c.project_id,
    c.organization_id, c.kind, c.amount, c.promised_on AS "on", NULL AS voucher_no, NULL::uuid AS reversal_of_id,
    false AS above, c.condition
  FROM fund_commitments c WHERE c.alliance_id = ${allianceId}::uuid AND c.state <> 'cancelled'`;

const bookings = (allianceId: string): Prisma.Sql => Prisma.sql`
  SELECT r.id, 'entry' AS entry, entry_side(r.flow, r.state) AS side, r.flow::text AS flow, r.state::text AS state,
    r.project_id, r.organization_id, r.kind, r.amount, r.happened_on AS "on", r.voucher_no, r.reversal_of_id,
    r.above_commitment AS above, NULL AS condition
  FROM fund_entries r WHERE r.alliance_id = ${allianceId}::uuid AND r.state NOT IN ('draft', 'rejected')`;

/** Promises and entries as one list. */
export const entries = (allianceId: string): Prisma.Sql =>
  Prisma.sql`${promises(allianceId)} UNION ALL ${bookings(allianceId)}`;

export function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const reach = ledgerReach(scope);
  const own = [...(reach?.organizationIds ?? [])];
  const parts = [
    reach?.whole ? Prisma.sql`true` : Prisma.sql`organization_id = ANY(${own}::uuid[])`,
    input.from && Prisma.sql`"on" >= make_date(${input.from}::int, 1, 1)`,
    input.to && Prisma.sql`"on" <= make_date(${input.to}::int, 12, 31)`,
    input.organization && Prisma.sql`organization_id = ${input.organization}::uuid`,
    input.organizationKind &&
      Prisma.sql`organization_id IN (SELECT o.id FROM organizations o WHERE o.kind = ${input.organizationKind}::organization_kind)`,
    input.project && Prisma.sql`project_id = ${input.project}::uuid`,
    input.side && Prisma.sql`side = ${input.side}`,
    input.reversals && Prisma.sql`reversal_of_id IS NOT NULL`,
    input.cash && Prisma.sql`(kind = 'cash') = ${input.cash === "true"}`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

const actionsOf = (scope: TenantScope, row: Row) =>
  row.entry === "commitment"
    ? commitmentActions(scope, {
        state: row.state as CommitmentState,
        isNumbered: row.projectCode !== null,
      })
    : entryActions(scope, { ...row, state: row.state as EntryState });

/** Was an entry taken back by the end of the day, or is it taken back now? */
const reversed = (day: Day | undefined): Prisma.Sql =>
  day === undefined
    ? Prisma.sql`EXISTS (SELECT 1 FROM fund_entries v WHERE v.reversal_of_id = f.id AND v.state <> 'rejected')`
    : Prisma.sql`EXISTS (SELECT 1 FROM fund_entries v JOIN fund_spans w ON w.alliance_id = v.alliance_id AND w.record_id = v.id
        WHERE v.reversal_of_id = f.id AND w.since <= ${day}::date AND (w.until IS NULL OR w.until > ${day}::date))`;

/** What the page of rows needs besides: names, hands and the reader's part; looked up for one page only. */
const details = (scope: TenantScope, day?: Day): Prisma.Sql => Prisma.sql`
  p.title AS "projectTitle", project_code(p.code_year, p.code_number) AS "projectCode", o.name AS "organizationName",
  x.entered_by_id AS "enteredById", x.checked_by_id AS "checkedById", x.approved_by_id AS "approvedById",
  x.second_approved_by_id AS "secondApprovedById", f.reversal_of_id IS NOT NULL AS "isReversal",
  ${reversed(day)} AS "isReversed",
  CASE WHEN f.state = 'checked' THEN coalesce(acts_for(${scope.actor.userId}::uuid, ${scope.alliance.id}::uuid, entry_beneficiary(x.flow,
    x.project_id, x.organization_id, x.payee_organization_id), ${scope.today}::date), false) ELSE false END AS "isBeneficiary"`;

/** The entries behind every number of the summary: the same filters give the same sums, added from the entries. */
export async function listLedger(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof ledgerPageSchema>> {
  const past = await fundPast(db, scope, input.asOf);
  const { day } = past;
  const known = Prisma.sql`side <> ALL(${[...past.unknown]}::text[])`;
  const where = day
    ? Prisma.sql`${conditions(scope, input)} AND ${known}`
    : conditions(scope, input);
  const rowsOf = day ? entriesOn(scope.alliance.id, day) : entries(scope.alliance.id);
  const from = Prisma.sql`(${rowsOf}) f`;
  const [totals] = await db.$queryRaw<{ total: number; cash: string; inKind: string }[]>`
    SELECT count(*)::int AS total, coalesce(sum(amount) FILTER (WHERE kind = 'cash'), 0.00)::text AS cash,
      coalesce(sum(amount) FILTER (WHERE kind <> 'cash'), 0.00)::text AS "inKind"
    FROM ${from} WHERE ${where}`;
  const until = input.page * input.pageSize;
  /** The first of each kind are enough for the first of both; an index has them in the order of their days. */
  const first = (kind: Prisma.Sql) =>
    Prisma.sql`(SELECT * FROM (${kind}) f WHERE ${where} ORDER BY ${order[input.sort]} LIMIT ${until})`;
  const shown = day
    ? Prisma.sql`${from} WHERE ${where}`
    : Prisma.sql`(${first(promises(scope.alliance.id))} UNION ALL ${first(bookings(scope.alliance.id))}) f`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT f.id, f.entry, f.side, f.flow, f.state, f.project_id AS "projectId", f.organization_id AS "organizationId",
      f.kind::text AS kind, f.amount::text AS amount, f."on"::text AS "on", f.voucher_no AS "voucherNo",
      f.above AS "isAboveCommitment", f.condition, ${details(scope, day)}
    FROM (SELECT * FROM ${shown} ORDER BY ${order[input.sort]}
          LIMIT ${input.pageSize} OFFSET ${until - input.pageSize}) f
    JOIN projects p ON p.id = f.project_id JOIN organizations o ON o.id = f.organization_id
    LEFT JOIN fund_entries x ON x.alliance_id = ${scope.alliance.id}::uuid AND x.id = f.id
    ORDER BY ${order[input.sort]}`;
  return {
    items: rows.map((row) => ({ ...row, actions: day ? noActions : actionsOf(scope, row) })),
    total: totals?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    sums: { cash: totals?.cash ?? "0.00", inKind: totals?.inKind ?? "0.00" },
    past: pastOf(past),
  };
}

type DeskRow = Row & {
  flow: EntryFlow;
  state: EntryState;
  payee: string | null;
  waitingSince: Date;
  approversNeeded: number;
};

/** Whose turn it is, as a condition: the step that waits, not among the hands before, not for one's own money. */
export function waitsFor(
  scope: TenantScope,
  show: z.output<typeof deskSchema>["show"],
): Prisma.Sql {
  const me = scope.actor.userId;
  const reach = ledgerReach(scope);
  if (show === "own") return Prisma.sql`r.entered_by_id = ${me}::uuid AND r.state <> 'rejected'`;
  const open = Prisma.sql`r.state NOT IN ('posted', 'rejected', 'draft')`;
  if (show === "all") {
    const own = [...(reach?.organizationIds ?? [])];
    return reach?.whole ? open : Prisma.sql`${open} AND r.organization_id = ANY(${own}::uuid[])`;
  }
  const [checks, approves, posts] = (["check", "approve", "post"] as const).map((step) =>
    hasStep(scope, step),
  );
  return Prisma.sql`CASE r.state
    WHEN 'submitted' THEN ${checks} AND r.entered_by_id IS DISTINCT FROM ${me}::uuid
    WHEN 'checked' THEN ${approves} AND ${me}::uuid NOT IN (r.entered_by_id, r.checked_by_id)
      AND r.approved_by_id IS DISTINCT FROM ${me}::uuid AND NOT coalesce(acts_for(${me}::uuid, r.alliance_id,
        entry_beneficiary(r.flow, r.project_id, r.organization_id, r.payee_organization_id), ${scope.today}::date), false)
    WHEN 'approved' THEN ${posts} AND r.entered_by_id IS DISTINCT FROM ${me}::uuid
      AND r.approved_by_id IS DISTINCT FROM ${me}::uuid AND r.second_approved_by_id IS DISTINCT FROM ${me}::uuid
    WHEN 'draft' THEN r.entered_by_id = ${me}::uuid
    WHEN 'incomplete' THEN r.entered_by_id = ${me}::uuid
    ELSE false END`;
}

/** The desk: entries that wait for the reader, the longest first. */
export async function listDesk(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof deskSchema>,
): Promise<z.input<typeof deskPageSchema>> {
  const where = Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid AND r.state <> 'posted' AND ${waitsFor(scope, input.show)}`;
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM fund_entries r WHERE ${where}`;
  const rows = await db.$queryRaw<DeskRow[]>`
    SELECT f.id, 'entry' AS entry, coalesce(entry_side(f.flow, f.state), 'entered') AS side, f.flow::text AS flow,
      f.state::text AS state, f.project_id AS "projectId", f.organization_id AS "organizationId", f.kind::text AS kind,
      f.amount::text AS amount, f.happened_on::text AS "on", f.voucher_no AS "voucherNo",
      f.above_commitment AS "isAboveCommitment", f.question AS condition, f.payee, f.since AS "waitingSince",
      CASE WHEN abs(f.amount) >= second_approver_from(f.alliance_id) THEN 2 ELSE 1 END AS "approversNeeded", ${details(scope)}
    FROM (SELECT r.*, coalesce((SELECT max(v.at) FROM fund_entry_events v WHERE v.alliance_id = r.alliance_id AND v.entry_id = r.id),
          r.created_at) AS since FROM fund_entries r WHERE ${where} ORDER BY since, r.id
          LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}) f
    JOIN projects p ON p.id = f.project_id JOIN organizations o ON o.id = f.organization_id
    JOIN fund_entries x ON x.id = f.id
    ORDER BY f.since, f.id`;
  return {
    items: rows.map((row) => ({ ...row, actions: entryActions(scope, row) })),
    total: counted?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
  };
}
