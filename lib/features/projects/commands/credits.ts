import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { actsForAll } from "../policy";
import type { confirmCreditSchema, setCreditsSchema } from "../schema/life";
import { holdProject, type Moved, movedNow } from "./move";

type Refusal =
  | "project-wrong-state"
  | "credits-not-whole"
  | "credits-without-own"
  | "alliance-unknown";

/**
 * To which alliances a project counts, in hundredths of a percent that make one whole (the database asks too). The others
 * confirm their part; above the alliances a project is counted once, by its own.
 */
export async function setCredits(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof setCreditsSchema>,
): Promise<Result<Moved, Refusal>> {
  const project = await holdProject(tx, scope, input.id);
  if (!actsForAll(scope, "project.credit")) return forbidden();
  if (!project.isRegistered) return refuse("project-wrong-state");
  if (project.version !== input.version) throw new AppError("stale");
  const { credits } = input;
  const slugs = credits.map((one) => one.alliance);
  const alliances = await tx.alliance.findMany({
    where: {
      slug: { in: slugs },
      OR: [{ id: scope.alliance.id }, { publishedAt: { lte: scope.now } }],
    },
    select: { id: true, slug: true },
  });
  if (alliances.length !== slugs.length) return refuse("alliance-unknown");
  const total = credits.reduce((sum, one) => sum + one.share, 0);
  if (credits.length > 0 && total !== 10_000) return refuse("credits-not-whole");
  if (credits.length > 0 && !slugs.includes(scope.alliance.slug)) {
    return refuse("credits-without-own");
  }
  const of = { allianceId: scope.alliance.id, projectId: project.id };
  await tx.projectCredit.deleteMany({ where: of });
  await tx.projectCredit.createMany({
    data: credits.flatMap(({ alliance, share }) => {
      const found = alliances.find((one) => one.slug === alliance);
      const own = found?.id === scope.alliance.id;
      const confirmed = own ? { confirmedAt: scope.now, confirmedById: scope.actor.userId } : {};
      return found ? [{ ...of, creditedId: found.id, share, ...confirmed }] : [];
    }),
  });
  await tx.project.updateMany({
    where: { allianceId: scope.alliance.id, id: project.id, version: project.version },
    data: { version: { increment: 1 } },
  });
  await scope.audit({
    action: "project.set_credits",
    subjectType: "project",
    subjectId: project.id,
    details: { credits },
  });
  return accept(await movedNow(tx, scope, project.id));
}

/** The other alliance takes the share that was offered to it; it learns no more of the project than the public does. */
export async function confirmCredit(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmCreditSchema>,
): Promise<Result<{ projectId: string }, "already-done" | "nothing-offered">> {
  const where = { projectId: input.projectId, creditedId: scope.alliance.id };
  // The row is the owner's; what makes it this alliance's business is that it is the one credited.
  const count = await tx.$executeRaw`
    UPDATE project_credits SET confirmed_at = ${scope.now}, confirmed_by_id = ${scope.actor.userId}::uuid
    WHERE project_id = ${input.projectId}::uuid AND credited_id = ${scope.alliance.id}::uuid AND confirmed_at IS NULL`;
  if (count === 0) {
    const there = await tx.projectCredit.count({ where });
    return refuse(there > 0 ? "already-done" : "nothing-offered");
  }
  await scope.audit({
    action: "project.confirm_credit",
    subjectType: "project",
    subjectId: input.projectId,
  });
  return accept({ projectId: input.projectId });
}
