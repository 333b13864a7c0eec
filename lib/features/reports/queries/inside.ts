import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { actsForAll, holdsSeat, mayPlan } from "../policy";
import { stepsFrom, takesConfirmations, waitsFor } from "../rules/states";
import type { EditionInside } from "../schema/editions";
import { reviewSeats } from "../types";
import type { ReadEdition } from "./facts";
import { numbersTold } from "./told-numbers";

/** Who wrote the texts that now stand in an edition, and its cases. */
export const authorsOf = (
  db: Db,
  tenant: string,
  editionId: string,
): Promise<{ authorId: string | null }[]> => db.$queryRaw`
  SELECT DISTINCT t.author_id AS "authorId" FROM edition_sections s
  JOIN edition_texts t ON t.alliance_id = s.alliance_id AND t.section_id = s.id AND t.number = s.text_number
  WHERE s.alliance_id = ${tenant}::uuid AND s.edition_id = ${editionId}::uuid
  UNION SELECT unnest(c.author_ids) FROM typical_cases c
  WHERE c.alliance_id = ${tenant}::uuid AND c.edition_id = ${editionId}::uuid`;

type Event = EditionInside["events"][number];
const eventsOf = (db: Db, tenant: string, editionId: string) =>
  db.$queryRaw<Event[]>`
    SELECT v.id, v.kind, v.section::text AS section, v.note, p.name AS actor, v.created_at AS at FROM edition_events v
    LEFT JOIN users u ON u.id = v.actor_id LEFT JOIN people p ON p.id = u.person_id
    WHERE v.alliance_id = ${tenant}::uuid AND v.edition_id = ${editionId}::uuid ORDER BY v.created_at DESC, v.id DESC
    LIMIT 200`;

/** Names of those who signed; a name that is not there any more leaves the day. */
async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((one) => one !== null);
  if (known.length === 0) return new Map();
  const users = await db.user.findMany({
    where: { id: { in: known } },
    select: { id: true, person: { select: { name: true } } },
  });
  return new Map(users.map(({ id, person }) => [id, person.name]));
}

/** The first signature that is missing, and whether this reader may give it. */
export function nextSeat(
  edition: Pick<ReadEdition, "state" | "secretaryReviewedAt" | "chairReviewedAt">,
) {
  if (edition.state !== "review") return undefined;
  if (!edition.secretaryReviewedAt) return reviewSeats[0];
  return edition.chairReviewedAt ? undefined : reviewSeats[1];
}

function mayOf(
  scope: TenantScope,
  edition: ReadEdition,
  authorIds: readonly (string | null)[],
): EditionInside["may"] {
  const { state } = edition;
  const manages = actsForAll(scope, "edition.manage");
  const seat = nextSeat(edition);
  const holds = seat !== undefined && actsForAll(scope, "edition.review") && holdsSeat(scope, seat);
  const { userId } = scope.actor;
  const other = !authorIds.includes(userId) && edition.secretaryReviewedById !== userId;
  return {
    plan: mayPlan(scope, state),
    confirm: manages && takesConfirmations(state),
    steps: manages ? [...stepsFrom(state)] : [],
    sign: seat && holds && other ? [seat] : [],
    signBlocked: holds && !other,
    sendBack: state === "review" && actsForAll(scope, "edition.review"),
    approve: state === "review" && edition.chairReviewedAt !== null && manages,
    submit: state === "council_approved" && manages,
    publish: state === "submitted" && manages,
  };
}

/** What only those inside see: for whom it waits, who signed, what happened. */
export async function insideOf(
  db: Db,
  scope: TenantScope,
  edition: ReadEdition,
): Promise<EditionInside> {
  const tenant = scope.alliance.id;
  const [events, authors, names, smallNumbers, resolution] = await Promise.all([
    eventsOf(db, tenant, edition.id),
    authorsOf(db, tenant, edition.id),
    namesOf(db, [edition.secretaryReviewedById, edition.chairReviewedById]),
    actsForAll(scope, "edition.manage") ? numbersTold(db, scope, edition) : [],
    edition.resolutionId
      ? db.resolution.findUnique({
          where: { allianceId_id: { allianceId: tenant, id: edition.resolutionId } },
          select: { id: true, title: true },
        })
      : null,
  ]);
  const signed = (at: Date | null, by: string | null) =>
    at && { name: (by && names.get(by)) ?? null, at };
  const states = edition.sections.map(({ state }) => state);
  return {
    waiting: waitsFor(edition.state, {
      unchecked: states.filter((state) => state === "submitted").length,
      unwritten: states.filter((state) => state !== "submitted" && state !== "accepted").length,
      secretary: edition.secretaryReviewedAt !== null,
      chair: edition.chairReviewedAt !== null,
    }),
    // The review goes on from signature to signature; any other stage waits since it began.
    waitingSince:
      (edition.state === "review" && (edition.chairReviewedAt ?? edition.secretaryReviewedAt)) ||
      edition.stateSince,
    stateReason: edition.stateReason,
    secretaryReview: signed(edition.secretaryReviewedAt, edition.secretaryReviewedById),
    chairReview: signed(edition.chairReviewedAt, edition.chairReviewedById),
    resolution,
    events,
    smallNumbers,
    may: mayOf(
      scope,
      edition,
      authors.map(({ authorId }) => authorId),
    ),
  };
}
