import type { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { checkMembers } from "../../projects/commands/guards";
import { writes } from "../policy";
import { openCase } from "../queries/cases";
import { caseMayBecome, isCaseInHand } from "../rules/cases";
import type { changeCaseInput, submitCaseInput, writeCaseInput } from "../schema/cases";
import type { Changed } from "../schema/editions";
import { auditCase, raiseCase } from "./case-moves";
import { cite, tellOf } from "./case-sources";

type Content = Omit<z.output<typeof writeCaseInput>, "organizationId">;

const contentOf = ({ year, title, background, practice, effect, consent }: Content) => ({
  year,
  title,
  background,
  practice,
  effect,
  consent,
});

const subjectsOf = ({ projectId, collegeId, platformId, classId }: Content) => ({
  projectId,
  collegeId,
  platformId,
  classId,
});

export async function writeCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof writeCaseInput>,
): Promise<Result<Changed, "not-a-member" | "case-source-not-approved">> {
  const organizationId = input.organizationId ?? null;
  const { userId } = scope.actor;
  if (!writes(scope, organizationId) || userId === null) return forbidden();
  if (organizationId) {
    const fit = await checkMembers(tx, scope, [organizationId]);
    if (!fit.ok) return fit;
  }
  const id = newId(scope.now);
  await tx.typicalCase.create({
    data: {
      ...contentOf(input),
      id,
      allianceId: scope.alliance.id,
      organizationId,
      authorIds: [userId],
      stateSince: scope.now,
      createdAt: scope.now,
    },
  });
  const cited = await cite(tx, scope, { id, organizationId }, input.recordIds);
  if (!cited.ok) return cited;
  const links = await tellOf(tx, scope, id, subjectsOf(input));
  await auditCase(scope, "write", id, { sources: cited.value, links });
  return accept({ id, version: 1 });
}

export async function changeCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof changeCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-source-not-approved">> {
  const one = await openCase(tx, scope, input);
  const { userId } = scope.actor;
  if (!writes(scope, one.organizationId) || userId === null) return forbidden();
  if (!isCaseInHand(one.state)) return refuse("wrong-state");
  const cited = await cite(tx, scope, one, input.recordIds);
  if (!cited.ok) return cited;
  const links = await tellOf(tx, scope, one.id, subjectsOf(input));
  const changed = await raiseCase(tx, scope, one, {
    ...contentOf(input),
    state: "draft",
    authorIds: [...new Set([...one.authorIds, userId])],
    // Whoever sent it back may now be one who writes in it: the next decision is another one.
    decidedById: null,
    decidedAt: null,
  });
  await auditCase(scope, "write", one.id, { sources: cited.value, links });
  return accept(changed);
}

export async function submitCase(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitCaseInput>,
): Promise<Result<Changed, "wrong-state" | "case-no-consent">> {
  const one = await openCase(tx, scope, input);
  if (!writes(scope, one.organizationId)) return forbidden();
  if (!caseMayBecome(one.state, "submitted") || !isCaseInHand(one.state)) {
    return refuse("wrong-state");
  }
  if (!one.consent) return refuse("case-no-consent");
  const changed = await raiseCase(tx, scope, one, {
    state: "submitted",
    submittedById: scope.actor.userId,
    submittedAt: scope.now,
    decidedById: null,
    decidedAt: null,
    returnReason: null,
  });
  await auditCase(scope, "submit", one.id);
  return accept(changed);
}
