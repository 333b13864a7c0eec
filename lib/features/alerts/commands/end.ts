import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type {
  acknowledgeInput,
  acknowledgeOutput,
  endByLinkInput,
  endInput,
  endOutput,
} from "../schema";

type Ended = Result<z.input<typeof endOutput>, never>;
type Acknowledged = Result<z.input<typeof acknowledgeOutput>, "alert-seen" | "alert-over">;

/** Ending what has ended changes nothing: a link may be opened again. What it has raised is closed with it. */
async function end(
  tx: Tx,
  scope: TenantScope,
  which: { id: string; userId: string } | { linkKey: string },
  how: "left" | "link",
): Promise<Ended> {
  const where = { allianceId: scope.alliance.id, ...which };
  const found = await tx.alert.findFirst({ where, select: { id: true } });
  if (!found) return notFound();
  const { count } = await tx.alert.updateMany({
    where: { ...where, endedAt: null },
    data: { endedAt: scope.now, endedHow: how },
  });
  await scope.audit({
    action: "alert.end",
    subjectType: "alert",
    subjectId: found.id,
    details: { how, again: count === 0 },
  });
  return accept(found);
}

export const endAlert = (tx: Tx, scope: TenantScope, { id }: z.output<typeof endInput>) =>
  end(tx, scope, { id, userId: scope.actor.userId ?? forbidden() }, "left");

export const endAlertByLink = (
  tx: Tx,
  scope: TenantScope,
  { key }: z.output<typeof endByLinkInput>,
) => end(tx, scope, { linkKey: key }, "link");

/** Seen by the person whose alert it is, once, with a note of what is done about it. */
export async function acknowledge(
  tx: Tx,
  scope: TenantScope,
  { id, note }: z.output<typeof acknowledgeInput>,
): Promise<Acknowledged> {
  const { alliance, actor, now } = scope;
  const found = await tx.alertRaising.findFirst({
    where: { allianceId: alliance.id, id, alert: { userId: actor.userId ?? forbidden() } },
    select: { id: true, seenAt: true, closedAt: true },
  });
  if (!found) return notFound();
  if (found.seenAt) return refuse("alert-seen");
  if (found.closedAt) return refuse("alert-over");
  const { count } = await tx.alertRaising.updateMany({
    where: { allianceId: alliance.id, id, seenAt: null, closedAt: null },
    data: { seenAt: now, note: note ?? null },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "alert.acknowledge",
    subjectType: "alert",
    subjectId: id,
    details: { noted: note !== undefined },
  });
  return accept({ id });
}
