import type { z } from "zod";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { noticeDays } from "../queries/membership";
import { canStep } from "../rules";
import type { announceInput, putBackInput, stepOutput } from "../schema";
import { type AdmitRefusal, admitByResolution, findResolution } from "./admit";
import { type Held, holdApplication, moveApplication } from "./move";

type Stepped<R extends string> = Result<z.input<typeof stepOutput>, R>;
type Decision = { id: string; effectiveFrom: string };

/** 公示 from today for the days of the rule; the day after the last one the admission can take effect. */
async function announce(
  tx: Tx,
  scope: TenantScope,
  given: { held: Held; resolution: Decision; days: number; version?: number },
): Promise<Stepped<AdmitRefusal>> {
  const { held, resolution, days } = given;
  if (!canStep(held.state, "announce")) return refuse("wrong-state");
  if (!held.organizationId) return refuse("not-in-register");
  const until = addDays(scope.today, days);
  return moveApplication(tx, scope, held, {
    step: "announce",
    ...(given.version !== undefined && { version: given.version }),
    changes: {
      resolutionId: resolution.id,
      noticeFrom: dateOf(scope.today),
      noticeUntil: dateOf(until),
    },
    details: { resolutionId: resolution.id, until },
  });
}

/** The effect of a carried admission: at once, or on public notice where the rule asks for one. */
export async function admitOrAnnounce(
  tx: Tx,
  scope: TenantScope,
  given: Parameters<typeof admitByResolution>[2],
): Promise<Result<unknown, AdmitRefusal>> {
  const days = await noticeDays(tx, scope, given.resolution.id);
  return days > 0
    ? announce(tx, scope, { held: given.held, resolution: given.resolution, days })
    : admitByResolution(tx, scope, given);
}

/** The secretariat puts a decided admission on public notice. */
export async function announceApplication(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof announceInput>,
): Promise<
  Stepped<
    AdmitRefusal | "resolution-not-for-application" | "resolution-repealed" | "notice-not-asked"
  >
> {
  const held = await holdApplication(tx, scope, input.applicationId);
  const resolution = await findResolution(tx, scope, input.resolutionId, held.id);
  if (!resolution.forThis || resolution.outcome !== "carried") {
    return refuse("resolution-not-for-application");
  }
  if (resolution.over) return refuse("resolution-repealed");
  const days = await noticeDays(tx, scope, resolution.id);
  if (days === 0) return refuse("notice-not-asked");
  return announce(tx, scope, { held, resolution, days, version: input.version });
}

/** An objection during the notice was found good: the council decides again. */
export async function putBackApplication(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof putBackInput>,
): Promise<Stepped<"wrong-state">> {
  const held = await holdApplication(tx, scope, input.applicationId);
  const moved = await moveApplication(tx, scope, held, {
    step: "put_back",
    version: input.version,
    changes: { noticeFrom: null, noticeUntil: null },
  });
  if (!moved.ok) return moved;
  await tx.applicationMessage.create({
    data: {
      allianceId: scope.alliance.id,
      applicationId: held.id,
      kind: "note",
      text: input.reason,
      authorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  return accept(moved.value);
}
