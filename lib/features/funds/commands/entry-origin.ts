import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { settledFlow } from "../rules/entries";
import { exceeds } from "../rules/promises";
import type { EntryFlow, ResourceKind } from "../types";

export type OriginInput = {
  projectId: string;
  flow: EntryFlow;
  kind: ResourceKind;
  amount: string;
  commitmentId?: string | undefined;
  instalmentId?: string | undefined;
  organizationId?: string | undefined;
  settlesId?: string | undefined;
  lineId?: string | undefined;
  payee?: string | undefined;
  payeeOrganizationId?: string | undefined;
  aboveCommitment: boolean;
};

/** Whose money it is, and what follows from the promise or the entry that it belongs to. */
export type Origin = {
  organizationId: string;
  commitmentId: string | null;
  instalmentId: string | null;
  lineId: string | null;
  payee: string | null;
  payeeOrganizationId: string | null;
  above: boolean;
  /** What is usual for an amount here, in fen; nothing where nothing tells. */
  usual: bigint;
};

type Promised = {
  organizationId: string;
  kind: ResourceKind;
  state: string;
  promised: string;
  arrived: string;
};

/** The promise, locked: two receipts at once on one promise are counted one after the other. */
async function lockCommitment(tx: Tx, scope: TenantScope, input: OriginInput) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM fund_commitments WHERE alliance_id = ${scope.alliance.id}::uuid
      AND project_id = ${input.projectId}::uuid AND id = ${input.commitmentId}::uuid FOR UPDATE`;
  if (locked.length === 0) return undefined;
  // A second statement sees what was committed while the first one waited.
  const rows = await tx.$queryRaw<Promised[]>`
    SELECT c.organization_id AS "organizationId", c.kind::text AS kind, c.state::text AS state,
      c.amount::text AS promised, coalesce((SELECT sum(e.amount) FROM fund_entries e
        WHERE e.alliance_id = c.alliance_id AND e.commitment_id = c.id AND e.state <> 'rejected'), 0.00)::text AS arrived
    FROM fund_commitments c WHERE c.id = ${input.commitmentId}::uuid`;
  return rows[0];
}

/** An instalment is paid when its milestone is accepted, not before. */
async function checkInstalment(tx: Tx, scope: TenantScope, input: OriginInput) {
  if (!input.instalmentId) return accept(null);
  const [line] = await tx.$queryRaw<{ open: boolean; title: string | null }[]>`
    SELECT m.id IS NOT NULL AND m.state <> 'accepted' AS open, m.title FROM fund_instalments i
    LEFT JOIN project_milestones m ON m.alliance_id = i.alliance_id AND m.id = i.milestone_id
    WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.commitment_id = ${input.commitmentId ?? null}::uuid
      AND i.id = ${input.instalmentId}::uuid`;
  if (!line) return notFound();
  return line.open
    ? refuse("instalment-held", { field: "instalmentId", milestone: line.title ?? "" })
    : accept(null);
}

/** May this arrive on that promise? What comes above it must be said aloud, or promised first. */
async function fromPromise(tx: Tx, scope: TenantScope, input: OriginInput) {
  const promise = await lockCommitment(tx, scope, input);
  if (!promise) return notFound();
  if (input.organizationId && input.organizationId !== promise.organizationId) {
    return refuse("commitment-other-organization");
  }
  if (promise.state !== "confirmed") return refuse("commitment-not-confirmed");
  if (promise.kind !== input.kind) return refuse("commitment-other-kind");
  const instalment = await checkInstalment(tx, scope, input);
  if (!instalment.ok) return instalment;
  const [promised, arrived] = [fenOf(promise.promised), fenOf(promise.arrived)];
  const amount = fenOf(input.amount);
  const above = exceeds(promised, arrived, amount);
  if (above && !input.aboveCommitment) {
    return refuse("above-commitment", {
      field: "amount",
      promised: yuanText(promised),
      arrived: yuanText(arrived),
      over: yuanText(arrived + amount - promised),
    });
  }
  return accept({ organizationId: promise.organizationId, above, usual: promised });
}

type Settled = {
  organizationId: string;
  commitmentId: string | null;
  instalmentId: string | null;
  lineId: string | null;
  payee: string | null;
  payeeOrganizationId: string | null;
  kind: ResourceKind;
  flow: EntryFlow;
  amount: string;
  reversed: boolean;
  settled: string;
};

/** What is taken back: part of a posted entry of the right flow, and never more than it, also at once. */
async function fromSettled(tx: Tx, scope: TenantScope, input: OriginInput) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM fund_entries WHERE alliance_id = ${scope.alliance.id}::uuid AND project_id = ${input.projectId}::uuid
      AND id = ${input.settlesId}::uuid AND state = 'posted' AND reversal_of_id IS NULL FOR UPDATE`;
  if (locked.length === 0) return notFound();
  const [entry] = await tx.$queryRaw<Settled[]>`
    SELECT e.organization_id AS "organizationId", e.commitment_id AS "commitmentId", e.instalment_id AS "instalmentId",
      e.line_id AS "lineId", e.payee, e.payee_organization_id AS "payeeOrganizationId", e.kind::text AS kind,
      e.flow::text AS flow, e.amount::text AS amount,
      EXISTS (SELECT 1 FROM fund_entries v WHERE v.alliance_id = e.alliance_id AND v.reversal_of_id = e.id AND v.state <> 'rejected') AS reversed,
      coalesce((SELECT sum(s.amount) FROM fund_entries s WHERE s.alliance_id = e.alliance_id AND s.settles_id = e.id
        AND s.state <> 'rejected'), 0.00)::text AS settled
    FROM fund_entries e WHERE e.id = ${input.settlesId}::uuid`;
  if (!entry) return notFound();
  if (entry.flow !== settledFlow[input.flow] || entry.kind !== input.kind || entry.reversed) {
    return refuse("settles-other-flow", { field: "settlesId" });
  }
  // Reversals of what was taken back give room again: they are positive.
  const left = fenOf(entry.amount) + fenOf(entry.settled);
  if (fenOf(input.amount) > left) {
    return refuse("settles-too-much", { field: "amount", left: yuanText(left) });
  }
  return accept({ ...entry, above: false, usual: 0n });
}

/** Reads where the money comes from, and locks what it is counted against. */
export async function originOf(
  tx: Tx,
  scope: TenantScope,
  input: OriginInput,
  parties: readonly string[],
) {
  const plain = {
    commitmentId: input.commitmentId ?? null,
    instalmentId: input.instalmentId ?? null,
    lineId: input.lineId ?? null,
    payee: input.payee ?? null,
    payeeOrganizationId: input.payeeOrganizationId ?? null,
  };
  if (input.settlesId) {
    const from = await fromSettled(tx, scope, input);
    return from.ok ? accept<Origin>(from.value) : from;
  }
  if (input.commitmentId) {
    const from = await fromPromise(tx, scope, input);
    return from.ok ? accept<Origin>({ ...plain, ...from.value }) : from;
  }
  const organizationId = input.organizationId ?? notFound();
  if (!parties.includes(organizationId)) {
    return refuse("not-a-party", { field: "organizationId" });
  }
  return accept<Origin>({ ...plain, organizationId, above: false, usual: 0n });
}
