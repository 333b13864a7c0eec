import { fenOf, yuanText } from "@/lib/kernel/money";
import type { Db } from "@/lib/platform/db/transaction";
import type { Six } from "../rules/totals";

/** Whose numbers: of projects, of an organization as giver and as spender, of a special fund, or of the alliance. */
export type SixOf = {
  projectIds?: readonly string[];
  organizationId?: string;
  /** A special fund: what is promised out of it, what of that arrived. Spending is not told apart by fund. */
  programmeId?: string;
};

type Row = { pc: string; pk: string; rc: string; rk: string; sc: string; sk: string };

const sixOf = (row: Row | undefined): Six => ({
  promised: { cash: fenOf(row?.pc ?? "0"), kind: fenOf(row?.pk ?? "0") },
  received: { cash: fenOf(row?.rc ?? "0"), kind: fenOf(row?.rk ?? "0") },
  spent: { cash: fenOf(row?.sc ?? "0"), kind: fenOf(row?.sk ?? "0") },
});

const ofProjects = (db: Db, allianceId: string, ids: readonly string[]) => db.$queryRaw<Row[]>`
  SELECT coalesce(sum(promised_cash), 0)::text AS pc, coalesce(sum(promised_kind), 0)::text AS pk,
    coalesce(sum(received_cash), 0)::text AS rc, coalesce(sum(received_kind), 0)::text AS rk,
    coalesce(sum(spent_cash), 0)::text AS sc, coalesce(sum(spent_kind), 0)::text AS sk
  FROM fund_accounts WHERE alliance_id = ${allianceId}::uuid AND project_id = ANY(${[...ids]}::uuid[])`;

const ofOrganization = (db: Db, allianceId: string, id: string | null) => db.$queryRaw<Row[]>`
  SELECT coalesce(sum(total) FILTER (WHERE side = 'promised' AND cash), 0)::text AS pc,
    coalesce(sum(total) FILTER (WHERE side = 'promised' AND NOT cash), 0)::text AS pk,
    coalesce(sum(total) FILTER (WHERE side = 'received' AND cash), 0)::text AS rc,
    coalesce(sum(total) FILTER (WHERE side = 'received' AND NOT cash), 0)::text AS rk,
    coalesce(sum(total) FILTER (WHERE side = 'spent' AND cash), 0)::text AS sc,
    coalesce(sum(total) FILTER (WHERE side = 'spent' AND NOT cash), 0)::text AS sk
  FROM fund_rollups WHERE alliance_id = ${allianceId}::uuid
    AND (${id}::uuid IS NULL OR organization_id = ${id}::uuid)`;

const ofProgramme = (db: Db, allianceId: string, id: string) => db.$queryRaw<Row[]>`
  WITH promises AS (SELECT id, kind, amount FROM fund_commitments
    WHERE alliance_id = ${allianceId}::uuid AND programme_id = ${id}::uuid AND state = 'confirmed'),
  arrived AS (SELECT e.kind, e.amount FROM promises p JOIN fund_entries e ON e.alliance_id = ${allianceId}::uuid
    AND e.commitment_id = p.id AND e.state = 'posted' AND entry_side(e.flow, e.state) = 'received')
  SELECT (SELECT coalesce(sum(amount) FILTER (WHERE kind = 'cash'), 0) FROM promises)::text AS pc,
    (SELECT coalesce(sum(amount) FILTER (WHERE kind <> 'cash'), 0) FROM promises)::text AS pk,
    (SELECT coalesce(sum(amount) FILTER (WHERE kind = 'cash'), 0) FROM arrived)::text AS rc,
    (SELECT coalesce(sum(amount) FILTER (WHERE kind <> 'cash'), 0) FROM arrived)::text AS rk, '0' AS sc, '0' AS sk`;

/**
 * Promised, received and spent, each in cash and in kind, in fen: read from the accounts and roll-ups that triggers keep.
 * The narrowest of what is named counts.
 */
export async function sixNumbers(db: Db, allianceId: string, of: SixOf): Promise<Six> {
  if (of.programmeId) return sixOf((await ofProgramme(db, allianceId, of.programmeId))[0]);
  if (of.projectIds) return sixOf((await ofProjects(db, allianceId, of.projectIds))[0]);
  return sixOf((await ofOrganization(db, allianceId, of.organizationId ?? null))[0]);
}

const texts = ({ cash, kind }: { cash: bigint; kind: bigint }) => ({
  cash: yuanText(cash),
  inKind: yuanText(kind),
});

/** The six numbers as they leave the server: yuan with two decimals. */
export const sixTexts = (six: Six) => ({
  promised: texts(six.promised),
  received: texts(six.received),
  spent: texts(six.spent),
});
