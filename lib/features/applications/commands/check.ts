import type { z } from "zod";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { isMemberFrom } from "../queries/membership";
import { isLapseDue, lapseDay } from "../rules";
import type { askInput, stepInput } from "../schema";
import { holdApplication, type Moved, moveApplication } from "./move";

type StepInput = z.output<typeof stepInput>;

/** The secretariat begins to check. */
export async function takeApplication(
  tx: Tx,
  scope: TenantScope,
  input: StepInput,
): Promise<Result<Moved, "wrong-state">> {
  const held = await holdApplication(tx, scope, input.applicationId);
  return moveApplication(tx, scope, held, { step: "take", version: input.version });
}

/** Asks the applicant to supplement (补正); the question appears on the case page. */
export async function askForSupplement(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof askInput>,
): Promise<Result<Moved, "wrong-state">> {
  const held = await holdApplication(tx, scope, input.applicationId);
  const moved = await moveApplication(tx, scope, held, { step: "ask", version: input.version });
  if (!moved.ok) return moved;
  await tx.applicationMessage.create({
    data: {
      allianceId: scope.alliance.id,
      applicationId: held.id,
      kind: "question",
      text: input.text,
      authorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  return moved;
}

/** Ready for the council: the organization is in the register and no member yet. */
export async function recommendApplication(
  tx: Tx,
  scope: TenantScope,
  input: StepInput,
): Promise<Result<Moved, "wrong-state" | "not-in-register" | "already-member">> {
  const held = await holdApplication(tx, scope, input.applicationId);
  if (held.state === "checking") {
    if (!held.organizationId) return refuse("not-in-register");
    if (await isMemberFrom(tx, scope.alliance.id, held.organizationId, scope.today)) {
      return refuse("already-member");
    }
  }
  return moveApplication(tx, scope, held, { step: "recommend", version: input.version });
}

/** Closes an application whose question stayed without an answer. Proposed by the system, done by a person. */
export async function lapseApplication(
  tx: Tx,
  scope: TenantScope,
  input: StepInput,
): Promise<Result<Moved, "wrong-state" | "lapse-not-due">> {
  const held = await holdApplication(tx, scope, input.applicationId);
  const zone = scope.alliance.timeZone;
  if (held.state === "supplement" && !isLapseDue(held.state, held.stateSince, scope.today, zone)) {
    return refuse("lapse-not-due", { day: lapseDay(held.stateSince, zone) });
  }
  return moveApplication(tx, scope, held, { step: "lapse", version: input.version });
}
