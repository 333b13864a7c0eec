import { holdApplication, moveApplication } from "@/lib/features/applications/commands/move";
import type { Step } from "@/lib/features/applications/types";
import type { Outcome } from "@/lib/features/bodies/types";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

/** What a decision does to the application it is about: no decision sends it back to wait for the next meeting. */
const nextStep: Record<Outcome, Step | undefined> = {
  carried: undefined,
  rejected: "decline",
  tied: "put_off",
  inquorate: "put_off",
};

/** Puts a recommended application on the agenda, and takes it off again if it was not admitted. */
export async function followOutcome(
  tx: Tx,
  scope: TenantScope,
  given: { applicationId: string; outcome: Outcome },
): Promise<Result<unknown, "wrong-state">> {
  const found = await holdApplication(tx, scope, given.applicationId);
  if (found.state === "recommended") {
    const put = await moveApplication(tx, scope, found, { step: "put_on_agenda" });
    if (!put.ok) return put;
  }
  const step = nextStep[given.outcome];
  if (!step) return accept(undefined);
  return moveApplication(tx, scope, await holdApplication(tx, scope, found.id), { step });
}
