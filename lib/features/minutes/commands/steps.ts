import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { type Held, holdMinutes, minutesRule } from "../queries/hold";
import { textHash } from "../queries/text-hash";
import { type ConfirmFault, confirmFault, stateAfter } from "../rules";
import type { confirmInput, giveBackInput, Stepped, stepInput } from "../schema";
import { moveMinutes } from "./move";

type StepInput = z.output<typeof stepInput>;

/** To the chair: from here on the secretariat writes no more in it. */
export async function submitMinutes(
  tx: Tx,
  scope: TenantScope,
  input: StepInput,
): Promise<Result<Stepped, "wrong-state">> {
  const held = await holdMinutes(tx, scope, input.minutesId);
  const changes = { returnReason: null };
  return moveMinutes(tx, scope, held, { step: "submit", version: input.version, changes });
}

/** Back to the secretariat, with the reason. */
export async function giveBackMinutes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof giveBackInput>,
): Promise<Result<Stepped, "wrong-state">> {
  const held = await holdMinutes(tx, scope, input.minutesId);
  const changes = { returnReason: input.reason };
  return moveMinutes(tx, scope, held, { step: "give_back", version: input.version, changes });
}

/** The text in its order as one hash: what is signed, and what is confirmed. */
export async function hashOf(tx: Tx, scope: TenantScope, minutesId: string): Promise<string> {
  const paragraphs = await tx.minutesParagraph.findMany({
    where: { allianceId: scope.alliance.id, minutesId },
    orderBy: { sortOrder: "asc" },
    select: { part: true, text: true, internal: true },
  });
  return textHash(paragraphs);
}

/** Only a decision of the same body in a later meeting confirms minutes. */
async function isConfirmation(tx: Tx, scope: TenantScope, held: Held, resolutionId: string) {
  const resolution =
    (await tx.resolution.findUnique({
      where: { allianceId_id: { allianceId: scope.alliance.id, id: resolutionId } },
      select: {
        bodyId: true,
        motion: {
          select: {
            agendaItem: { select: { meeting: { select: { id: true, scheduledAt: true } } } },
          },
        },
      },
    })) ?? notFound();
  const { meeting } = resolution.motion.agendaItem;
  const earlier = await tx.meeting.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: held.meetingId } },
    select: { scheduledAt: true },
  });
  return resolution.bodyId === held.bodyId && meeting.scheduledAt > earlier.scheduledAt;
}

/**
 * Confirms the text as it stands: number of the alliance and year, hash, and from then on no change (I-16, A-28). How a
 * text is confirmed is the rule's word on the day of the meeting.
 */
export async function confirmMinutes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmInput>,
): Promise<Result<Stepped, "wrong-state" | ConfirmFault | "resolution-not-later">> {
  const held = await holdMinutes(tx, scope, input.minutesId);
  if (!stateAfter(held.state, "confirm")) return refuse("wrong-state");
  const { options } = await minutesRule(tx, scope, held);
  const needed = Math.min(options.signatures, Math.max(1, held.signatories));
  const resolutionId = input.resolutionId ?? null;
  const fault = confirmFault({
    ...held,
    confirm: options.confirm,
    needed,
    resolutionGiven: resolutionId !== null,
  });
  if (fault) {
    return refuse(fault, {
      day: held.objectUntil ?? "",
      count: held.openObjections,
      signed: held.signed,
      needed,
    });
  }
  if (resolutionId && !(await isConfirmation(tx, scope, held, resolutionId))) {
    return refuse("resolution-not-later");
  }
  const year = Number(scope.today.slice(0, 4));
  const number = await takeNumber(tx, { allianceId: scope.alliance.id, name: "minutes", year });
  const sha256 = await hashOf(tx, scope, held.id);
  return moveMinutes(tx, scope, held, {
    step: "confirm",
    version: input.version,
    changes: { year, number, sha256, confirmedAt: scope.now, confirmedResolutionId: resolutionId },
    details: { year, number, sha256, resolutionId },
  });
}

/** Opens the text to all members, and its public part to everybody. */
export async function publishMinutes(
  tx: Tx,
  scope: TenantScope,
  input: StepInput,
): Promise<Result<Stepped, "wrong-state">> {
  const held = await holdMinutes(tx, scope, input.minutesId);
  const changes = { publishedAt: scope.now };
  return moveMinutes(tx, scope, held, { step: "publish", version: input.version, changes });
}
