import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isPlanned } from "./rules/states";
import type { EditionState, ReviewSeat, SectionState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);
export const actsForAll = (asker: Asker, action: Action): boolean =>
  reachFor(asker, action)?.whole === true;

/** How far the asker sees an edition that is not published; undefined: not at all. */
export function insideReach(asker: Asker): Reach | undefined {
  const reach = reachFor(asker, "edition.read");
  return reach && (reach.whole || reach.organizationIds.length > 0) ? reach : undefined;
}

/** Members know of an edition in the making; the public of a published one. */
export const seesEdition = (asker: Asker, state: EditionState): boolean =>
  state === "published" || insideReach(asker) !== undefined;

/** The office and the council read every chapter; a member before the publication only its own. */
export function readsSection(
  asker: Asker,
  facts: { edition: EditionState; organizationId: string | null; isPublic: boolean },
): boolean {
  if (facts.edition === "published" && facts.isPublic) return true;
  const reach = insideReach(asker);
  return reach !== undefined && reaches(reach, facts.organizationId);
}

/** For whom the asker writes cases; undefined: for nobody. */
export const writingReach = (asker: Asker): Reach | undefined => reachFor(asker, "edition.write");

/** I-15 for a case: nobody who wrote in it or handed it in. */
export const isSecondHand = (
  userId: string | null,
  one: { authorIds: readonly string[]; submittedById: string | null },
): boolean => userId !== null && userId !== one.submittedById && !one.authorIds.includes(userId);

type SectionFacts = {
  edition: EditionState;
  state: SectionState;
  organizationId: string | null;
  submittedById: string | null;
  authorIds: readonly (string | null)[];
};

/** Its member's people write a chapter, and the secretariat any; whatever its state. */
export function writes(asker: Asker, organizationId: string | null): boolean {
  const reach = reachFor(asker, "edition.write");
  if (!reach) return false;
  return reaches(reach, organizationId);
}

/** I-15: neither who wrote a version of it nor who handed it in. */
export const isSecondReader = (
  userId: string | null,
  facts: Pick<SectionFacts, "submittedById" | "authorIds">,
): boolean =>
  userId !== null && facts.submittedById !== userId && !facts.authorIds.includes(userId);

export const mayAccept = (asker: Asker, facts: SectionFacts): boolean =>
  facts.edition === "drafting" &&
  facts.state === "submitted" &&
  actsForAll(asker, "edition.manage") &&
  isSecondReader(asker.actor.userId, facts);

/** What was accepted is returned too, as long as the edition is being put together. */
export const mayReturn = (asker: Asker, facts: SectionFacts): boolean =>
  actsForAll(asker, "edition.manage") &&
  isSecondReader(asker.actor.userId, facts) &&
  ((facts.edition === "drafting" && (facts.state === "submitted" || facts.state === "accepted")) ||
    (facts.edition === "merge" && facts.state === "accepted"));

export const mayPlan = (asker: Asker, state: EditionState): boolean =>
  isPlanned(state) && actsForAll(asker, "edition.manage");

const roleOf = { secretary: "secretariat", chair: "chair" } as const;

/** Each of the two signs by the role that it holds in this alliance. */
export const holdsSeat = (asker: Asker, seat: ReviewSeat): boolean =>
  asker.actor.roles.some(
    (held) => held.role === roleOf[seat] && held.allianceId === asker.alliance.id,
  );
