import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { ownAlliances } from "@/lib/features/organizations/policy";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { compareInput } from "../schema";
import { mostAlliances } from "../types";

export type Known = {
  id: string;
  slug: string;
  name: string;
  nameEn: string | null;
  regionCode: string | null;
};
export type Chosen = Known & { whole: boolean };

/**
 * Alliances that the reader may know of: published ones, and those of an own role. Only some fit beside each other, so own
 * ones come first, and then those with the most members.
 */
export async function knownAlliances(db: Db, scope: Scope): Promise<Known[]> {
  const own = ownAlliances(scope.actor.roles);
  const found = await db.alliance.findMany({
    ...(own && { where: { OR: [{ publishedAt: { lte: scope.now } }, { id: { in: own } }] } }),
    select: { id: true, slug: true, name: true, nameEn: true, regionCode: true },
    orderBy: [{ memberships: { _count: "desc" } }, { name: "asc" }, { id: "asc" }],
  });
  const isOwn = ({ id }: Known) => scope.actor.roles.some(({ allianceId }) => allianceId === id);
  return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
}

/** Those of the filter, with how far the reader's right to approved numbers goes in each. */
export function chosenOf(
  known: readonly Known[],
  scope: Scope,
  input: z.output<typeof compareInput>,
): Chosen[] {
  const slugs = input.alliances?.split(",");
  return known
    .filter(({ slug }) => !slugs || slugs.includes(slug))
    .filter(({ regionCode }) => !input.region || regionCode?.startsWith(input.region) === true)
    .slice(0, mostAlliances)
    .map((one) => ({
      ...one,
      whole: reachOf("figure.read_approved", scope.actor.roles, one.id)?.whole === true,
    }));
}
