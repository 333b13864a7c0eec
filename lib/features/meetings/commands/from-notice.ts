import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { meetingEdges, stateAfter } from "../rules/edges";
import type { MeetingState } from "../types";
import { type HeldMeeting, holdMeeting } from "./hold";

/** A meeting that was noticed here and held on paper; `undefined` where it cannot be entered any more. */
export async function holdNoticed(
  tx: Tx,
  scope: TenantScope,
  given: { meetingId: string; bodyId: string },
): Promise<HeldMeeting | undefined> {
  const held = await holdMeeting(tx, scope, given.meetingId);
  if (held.bodyId !== given.bodyId) notFound();
  return stateAfter<MeetingState>(meetingEdges.record, held.state) ? held : undefined;
}

/** The agenda of the notice makes way for the agenda of the paper. */
export const moveAside = (tx: Tx, scope: TenantScope, meetingId: string): Promise<number> =>
  tx.$executeRaw`
    UPDATE agenda_items SET sort_order = -sort_order
    WHERE alliance_id = ${scope.alliance.id}::uuid AND meeting_id = ${meetingId}::uuid`;

/**
 * Items of the notice that the paper names by the same title hand over their papers, conflicts and proposals; the others
 * stay at the end as put off. Nobody sits there any more, and letters have run out.
 */
export async function joinAgendas(tx: Tx, scope: TenantScope, meetingId: string): Promise<void> {
  const allianceId = scope.alliance.id;
  const all = await tx.agendaItem.findMany({
    where: { allianceId, meetingId },
    select: { id: true, title: true, sortOrder: true, state: true },
    orderBy: { sortOrder: "desc" },
  });
  const fresh = all.filter((item) => item.sortOrder > 0);
  let last = fresh.length;
  for (const old of all.filter((item) => item.sortOrder < 0)) {
    const heir = fresh.find((item) => item.title === old.title);
    if (heir) {
      const from = { allianceId, itemId: old.id };
      await tx.itemPaper.updateMany({ where: from, data: { itemId: heir.id } });
      await tx.recusal.updateMany({ where: from, data: { itemId: heir.id } });
      await tx.agendaProposal.updateMany({ where: from, data: { itemId: heir.id } });
      await tx.agendaItem.delete({ where: { id: old.id } });
      continue;
    }
    last += 1;
    const state = old.state === "planned" || old.state === "open" ? "deferred" : old.state;
    await tx.agendaItem.update({ where: { id: old.id }, data: { sortOrder: last, state } });
  }
  await tx.$executeRaw`
    UPDATE presences SET left_at = clock_timestamp()
    WHERE alliance_id = ${allianceId}::uuid AND meeting_id = ${meetingId}::uuid AND left_at IS NULL`;
  await tx.proxy.updateMany({
    where: { allianceId, meetingId, state: { in: ["signed", "accepted", "active"] } },
    data: { state: "expired", stateSince: scope.now, version: { increment: 1 } },
  });
}
