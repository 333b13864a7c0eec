import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

const fields = ["parentId", "sponsorId"] as const;
type References = Partial<Record<(typeof fields)[number], string | undefined>>;

/**
 * The parent and the sponsoring unit are on the register and still themselves; an id of nobody is told at its field.
 * @throws AppError malformed
 */
export async function checkReferences(tx: Tx, given: References): Promise<void> {
  const wanted = fields.flatMap((path) => (given[path] ? [{ path, id: given[path] }] : []));
  if (wanted.length === 0) return;
  const found = await tx.organization.findMany({
    where: { id: { in: wanted.map(({ id }) => id) }, status: { not: "merged" } },
    select: { id: true },
  });
  const missing = wanted.filter(({ id }) => !found.some((one) => one.id === id));
  if (missing.length === 0) return;
  throw new AppError("malformed", {
    issues: missing.map(({ path }) => ({ path, message: "not-an-id" })),
  });
}
