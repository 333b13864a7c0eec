import type { z } from "zod";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { addParagraphInput, removeParagraphInput, saveParagraphInput } from "../schema";
import { holdInState, touch } from "./move";

type Answer = Promise<Result<{ id: string; version: number }, "wrong-state">>;

export async function findParagraph(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  return (await tx.minutesParagraph.findUnique({ where })) ?? notFound();
}

/** Changes one paragraph of a draft; a version other than the one seen is a stale form. */
export async function saveParagraph(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveParagraphInput>,
): Answer {
  const { minutesId } = await findParagraph(tx, scope, input.paragraphId);
  const held = await holdInState(tx, scope, minutesId, ["draft"]);
  if (!held.ok) return held;
  const { count } = await tx.minutesParagraph.updateMany({
    where: { id: input.paragraphId, allianceId: scope.alliance.id, version: input.version },
    data: { text: input.text, internal: input.internal, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await touch(tx, scope, held.value);
  await scope.audit({
    action: "minutes.edit",
    subjectType: "minutes",
    subjectId: minutesId,
    details: { paragraphId: input.paragraphId, internal: input.internal },
  });
  return accept({ id: input.paragraphId, version: input.version + 1 });
}

/** A statement that somebody asked to have recorded, or words of the secretariat's own. */
export async function addParagraph(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addParagraphInput>,
): Answer {
  const allianceId = scope.alliance.id;
  const held = await holdInState(tx, scope, input.minutesId, ["draft"]);
  if (!held.ok) return held;
  const after = input.afterId ? await findParagraph(tx, scope, input.afterId) : undefined;
  if (after && after.minutesId !== held.value.id) notFound();
  const last = await tx.minutesParagraph.aggregate({
    where: { allianceId, minutesId: held.value.id },
    _max: { sortOrder: true },
  });
  const order = (after?.sortOrder ?? last._max.sortOrder ?? 0) + 1;
  // The key of the order is checked row by row: those behind step aside by way of the negative numbers.
  await tx.$executeRaw`
    UPDATE minutes_paragraphs SET sort_order = -(sort_order + 1)
    WHERE alliance_id = ${allianceId}::uuid AND minutes_id = ${held.value.id}::uuid AND sort_order >= ${order}`;
  await tx.$executeRaw`
    UPDATE minutes_paragraphs SET sort_order = -sort_order
    WHERE alliance_id = ${allianceId}::uuid AND minutes_id = ${held.value.id}::uuid AND sort_order < 0`;
  const created = await tx.minutesParagraph.create({
    data: {
      allianceId,
      minutesId: held.value.id,
      sortOrder: order,
      part: input.part,
      itemId: after?.itemId ?? null,
      text: input.text,
      internal: input.internal,
    },
    select: { id: true, version: true },
  });
  await touch(tx, scope, held.value);
  await scope.audit({
    action: "minutes.edit",
    subjectType: "minutes",
    subjectId: held.value.id,
    details: { addedId: created.id, part: input.part },
  });
  return accept(created);
}

export async function removeParagraph(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof removeParagraphInput>,
): Answer {
  const { minutesId } = await findParagraph(tx, scope, input.paragraphId);
  const held = await holdInState(tx, scope, minutesId, ["draft"]);
  if (!held.ok) return held;
  const { count } = await tx.minutesParagraph.deleteMany({
    where: { id: input.paragraphId, allianceId: scope.alliance.id, version: input.version },
  });
  if (count === 0) throw new AppError("stale");
  await touch(tx, scope, held.value);
  await scope.audit({
    action: "minutes.edit",
    subjectType: "minutes",
    subjectId: minutesId,
    details: { removedId: input.paragraphId },
  });
  return accept({ id: input.paragraphId, version: input.version });
}
