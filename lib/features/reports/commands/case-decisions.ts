import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { isSecondHand } from "../policy";
import { openCase, readCase } from "../queries/cases";
import { openEdition } from "../queries/facts";
import { caseMayBecome, takesCases } from "../rules/cases";
import type { releaseCaseInput, returnCaseInput, selectCaseInput } from "../schema/cases";
import type { Changed } from "../schema/editions";
import { auditCase, raiseCase } from "./case-moves";
import { freezeSources, thawSources } from "./case-sources";

const decided = (scope: TenantScope) => ({
  decidedById: scope.actor.userId,
  decidedAt: scope.now,
});

/** Back to its unit with the reason, by somebody who has no part in it. */
export async function returnCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-own">> {
  const one = await openCase(tx, scope, input);
  if (!caseMayBecome(one.state, "returned")) return refuse("wrong-state");
  if (!isSecondHand(scope.actor.userId, one)) return refuse("case-own");
  const changed = await raiseCase(tx, scope, one, {
    ...decided(scope),
    state: "returned",
    returnReason: input.reason,
  });
  await auditCase(scope, "return", one.id, { reason: input.reason });
  return accept(changed);
}

/** I-15, I-16: another person puts it into an edition that is still put together; what it cites is frozen with it. */
export async function selectCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof selectCaseInput>,
): Promise<
  Result<Changed, "wrong-state" | "case-own" | "case-edition-closed" | "case-source-not-approved">
> {
  const edition = await openEdition(tx, scope, { editionId: input.editionId });
  const one = await openCase(tx, scope, input);
  if (!caseMayBecome(one.state, "selected")) return refuse("wrong-state");
  if (!isSecondHand(scope.actor.userId, one)) return refuse("case-own");
  if (!takesCases(edition.state)) return refuse("case-edition-closed");
  if (!(await freezeSources(tx, scope, one.id))) return refuse("case-source-not-approved");
  const changed = await raiseCase(tx, scope, one, {
    ...decided(scope),
    state: "selected",
    editionId: edition.id,
  });
  await auditCase(scope, "select", one.id, { editionId: edition.id });
  return accept(changed);
}

/** Out of an edition that is still put together; it waits for another decision. */
export async function releaseCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof releaseCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-edition-closed">> {
  // The edition first, as everybody locks them.
  const { editionId } = await readCase(tx, scope, input.caseId);
  const edition = editionId === null ? undefined : await openEdition(tx, scope, { editionId });
  const one = await openCase(tx, scope, input);
  if (!edition || one.editionId !== edition.id) return refuse("wrong-state");
  if (!takesCases(edition.state)) return refuse("case-edition-closed");
  const changed = await raiseCase(tx, scope, one, {
    state: "submitted",
    editionId: null,
    decidedById: null,
    decidedAt: null,
  });
  await thawSources(tx, scope, one.id);
  await auditCase(scope, "release", one.id, { editionId: edition.id });
  return accept(changed);
}
