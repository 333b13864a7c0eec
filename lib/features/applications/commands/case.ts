import type { z } from "zod";
import type { Result } from "@/lib/kernel/result";
import { hashSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { answerInput, withdrawInput } from "../schema";
import { holdCase, type Moved, moveApplication } from "./move";

type Answer = Promise<Result<Moved, "wrong-state">>;

/** The applicant answers the open question; the secretariat goes on checking. */
export async function answerQuestion(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerInput>,
): Answer {
  const held = await holdCase(tx, scope, hashSecret(input.token));
  const moved = await moveApplication(tx, scope, held, { step: "answer", version: input.version });
  if (!moved.ok) return moved;
  await tx.applicationMessage.create({
    data: {
      allianceId: scope.alliance.id,
      applicationId: held.id,
      kind: "answer",
      text: input.text,
      createdAt: scope.now,
    },
  });
  return moved;
}

/** The applicant takes the application back, until the council votes on it. */
export async function withdrawApplication(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawInput>,
): Answer {
  const held = await holdCase(tx, scope, hashSecret(input.token));
  return moveApplication(tx, scope, held, { step: "withdraw", version: input.version });
}
