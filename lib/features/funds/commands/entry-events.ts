import { accept } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { findEntry } from "../queries/entry";
import type { Changes } from "../rules/entries";
import type { EntryEventKind } from "../types";

/** A line in the history of an entry, with the words or the difference that belong to it. */
export async function noteEvent(
  tx: Tx,
  scope: TenantScope,
  entryId: string,
  kind: EntryEventKind,
  more: { text?: string | undefined; changes?: Changes } = {},
): Promise<void> {
  await tx.fundEntryEvent.create({
    select: { id: true },
    data: {
      allianceId: scope.alliance.id,
      entryId,
      kind,
      text: more.text ?? null,
      ...(more.changes && { changes: more.changes }),
      actorId: scope.actor.userId,
      at: scope.now,
    },
  });
}

/** Where the entry is now, and the audit entry that says so. */
export async function answerEntry(
  tx: Tx,
  scope: TenantScope,
  id: string,
  action: string,
  details: Record<string, string | boolean | number | null>,
) {
  const entry = (await findEntry(tx, scope, id)) ?? notFound();
  const { amount, flow, kind, state, voucherNo, organizationId, projectId } = entry;
  await scope.audit({
    action,
    subjectType: "entry",
    subjectId: id,
    details: { ...details, amount, flow, kind, state, voucherNo, organizationId, projectId },
  });
  return accept(entry);
}
