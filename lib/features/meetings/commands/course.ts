import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { electorateOf } from "../queries/electorate";
import { chairOf } from "../rules/chair";
import { type ItemMove, itemEdges, stateAfter } from "../rules/edges";
import type { focusInput, settleInput } from "../schema/run";
import type { ItemState, MeetingState } from "../types";
import { mustRun } from "./acting";
import { type HeldItem, type HeldMeeting, holdItem } from "./hold";
import { hasOpenVote, putInChair } from "./open";
import { touchMeeting } from "./touch";

type Moved = { id: string; state: ItemState; version: number };

async function moveItem(
  tx: Tx,
  scope: TenantScope,
  item: HeldItem,
  step: { move: ItemMove; version: number },
): Promise<Result<Moved, "wrong-state">> {
  const next = stateAfter<ItemState>(itemEdges[step.move], item.state);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.agendaItem.updateMany({
    where: {
      id: item.id,
      allianceId: scope.alliance.id,
      state: item.state,
      version: step.version,
    },
    data: { state: next, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await touchMeeting(tx, scope, item.meetingId);
  await scope.audit({
    action: `agenda.${step.move}`,
    subjectType: "agenda-item",
    subjectId: item.id,
    details: { from: item.state, to: next, meetingId: item.meetingId },
  });
  return accept({ id: item.id, state: next, version: step.version + 1 });
}

/**
 * The chair calls an item. A chair who steps back from it hands over to the deputy, and takes the chair again with the
 * next item; if nobody is free the chair is empty until the body elects somebody.
 */
export async function focusItem(
  tx: Tx,
  scope: TenantScope,
  { itemId }: z.output<typeof focusInput>,
): Promise<Result<Moved, "wrong-state" | "vote-open">> {
  const { item, meeting } = await holdItem(tx, scope, itemId);
  await mustRun(tx, scope, meeting);
  if (meeting.state !== "open" || !stateAfter<ItemState>(itemEdges.focus, item.state)) {
    return refuse("wrong-state");
  }
  if (await hasOpenVote(tx, scope, meeting.id)) return refuse("vote-open");
  await tx.meeting.update({ where: { id: meeting.id }, data: { currentItemId: itemId } });
  await seatChair(tx, scope, meeting, itemId);
  return moveItem(tx, scope, item, { move: "focus", version: item.version });
}

/** Whoever is first in the order and free of a conflict over the item. */
export async function seatChair(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  itemId: string,
): Promise<void> {
  const { lines } = await electorateOf(tx, scope.alliance.id, meeting.id, itemId);
  const chairSeatId = chairOf(lines)?.seatId ?? null;
  if (chairSeatId !== meeting.chairSeatId) await putInChair(tx, scope, meeting, chairSeatId);
}

type How = z.output<typeof settleInput>["how"];

/** What may be done with an item in which state of the meeting: without quorum only reports are heard. */
function maySettle(state: MeetingState, how: How, item: HeldItem): boolean {
  if (state === "open" || state === "suspended") return true;
  if (state === "inquorate") return how === "hear" && item.kind === "report";
  return how === "withdraw" && ["noticed", "check_in", "postponed"].includes(state);
}

/** Heard, put off, taken back, or handed to the higher body. */
export async function settleItem(
  tx: Tx,
  scope: TenantScope,
  { itemId, version, how }: z.output<typeof settleInput>,
): Promise<Result<Moved, "wrong-state" | "vote-open">> {
  const { item, meeting } = await holdItem(tx, scope, itemId);
  await mustRun(tx, scope, meeting);
  if (!maySettle(meeting.state, how, item)) return refuse("wrong-state");
  if (await hasOpenVote(tx, scope, meeting.id, itemId)) return refuse("vote-open");
  const moved = await moveItem(tx, scope, item, { move: how, version });
  if (moved.ok && meeting.currentItemId === itemId) {
    await tx.meeting.update({ where: { id: meeting.id }, data: { currentItemId: null } });
  }
  return moved;
}
