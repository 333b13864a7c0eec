import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { holdMinutes } from "../queries/hold";
import { maySign } from "../rules";
import type { signInput } from "../schema";
import { noPaper } from "./paper";
import { hashOf } from "./steps";

type SignRefusal = "wrong-state" | "already-signed" | "refusal-needs-reason";

/** A named signatory signs the text as it stands, or refuses with the reason; each once, and nobody for another. */
export async function signMinutes(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof signInput>,
): Promise<Result<{ id: string; answer: "signed" | "refused" }, SignRefusal>> {
  const allianceId = scope.alliance.id;
  const held = await holdMinutes(tx, scope, input.minutesId);
  const { personId } = scope.actor;
  const key = { minutesId: held.id, personId: personId ?? "" };
  // Who is not named does not learn that there is a text to sign.
  const own = personId
    ? await tx.minutesSignature.findFirst({ where: { ...key, allianceId } })
    : null;
  const named = own ?? notFound();
  if (!maySign(held.state, held)) return refuse("wrong-state");
  if (named.signedAt || named.refusedAt) return refuse("already-signed");
  if (input.answer === "refused" && !input.reason) return refuse("refusal-needs-reason");
  if (held.version !== input.version) throw new AppError("stale");
  const { count } = await tx.minutesSignature.updateMany({
    where: { ...key, allianceId, signedAt: null, refusedAt: null },
    data:
      input.answer === "signed"
        ? { ...noPaper, signedAt: scope.now, sha256: await hashOf(tx, scope, held.id) }
        : { ...noPaper, refusedAt: scope.now, reason: input.reason ?? null },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: input.answer === "signed" ? "minutes.sign" : "minutes.refuse",
    subjectType: "minutes",
    subjectId: held.id,
    details: { capacity: named.capacity },
  });
  return accept({ id: held.id, answer: input.answer });
}
