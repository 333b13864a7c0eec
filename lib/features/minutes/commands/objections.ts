import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { answerInput, objectInput } from "../schema";
import type { ObjectionState } from "../types";
import { holdInState, touch } from "./move";
import { findParagraph } from "./paragraphs";

type Answer<R extends string> = Promise<Result<{ id: string; state: ObjectionState }, R>>;

/** Somebody who was there does not agree with a paragraph. Taken until the end of the day of objections. */
export async function objectToParagraph(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof objectInput>,
): Answer<"wrong-state" | "objection-too-late"> {
  const paragraph = await findParagraph(tx, scope, input.paragraphId);
  const held = await holdInState(tx, scope, paragraph.minutesId, ["circulated"]);
  if (!held.ok) return held;
  if (!held.value.inTime) {
    return refuse("objection-too-late", { day: held.value.objectUntil ?? "" });
  }
  const created = await tx.minutesObjection.create({
    data: {
      allianceId: scope.alliance.id,
      paragraphId: paragraph.id,
      authorId: scope.actor.userId ?? "",
      text: input.text,
      createdAt: scope.now,
    },
    select: { id: true, state: true },
  });
  await scope.audit({
    action: "minutes.object",
    subjectType: "minutes",
    subjectId: paragraph.minutesId,
    details: { paragraphId: paragraph.id, objectionId: created.id },
  });
  return accept(created);
}

/** Accepts the objection with a new text of the paragraph, rejects it, or notes it beside the text. */
export async function answerObjection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerInput>,
): Answer<"wrong-state" | "new-text-missing"> {
  const allianceId = scope.alliance.id;
  const objection =
    (await tx.minutesObjection.findUnique({
      where: { allianceId_id: { allianceId, id: input.objectionId } },
      include: { paragraph: true },
    })) ?? notFound();
  const { paragraph } = objection;
  const held = await holdInState(tx, scope, paragraph.minutesId, ["circulated"]);
  if (!held.ok) return held;
  if (objection.state !== "open") return refuse("wrong-state");
  if (input.answer === "accepted" && !input.newText) return refuse("new-text-missing");
  const { count } = await tx.minutesObjection.updateMany({
    where: { id: objection.id, allianceId, state: "open" },
    data: { state: input.answer, answer: input.text, answeredById: scope.actor.userId },
  });
  if (count === 0) throw new AppError("stale");
  if (input.answer === "accepted" && input.newText) {
    await tx.minutesParagraph.updateMany({
      where: { id: paragraph.id, allianceId },
      data: { text: input.newText, version: { increment: 1 } },
    });
  }
  await touch(tx, scope, held.value);
  await scope.audit({
    action: "minutes.answer_objection",
    subjectType: "minutes",
    subjectId: paragraph.minutesId,
    details: { objectionId: objection.id, answer: input.answer },
  });
  return accept({ id: objection.id, state: input.answer });
}
