import type { z } from "zod";
import { dateOf, dayIn, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { authorityOfBody } from "../../projects/rules/powers";
import { holdsSeat } from "../policy";
import { openEdition, type ReadEdition } from "../queries/facts";
import { authorsOf, nextSeat } from "../queries/inside";
import { openNumbers } from "../queries/told-numbers";
import { stepsFrom } from "../rules/states";
import type {
  approveEditionInput,
  Changed,
  publishEditionInput,
  sendBackInput,
  signReviewInput,
  stepEditionInput,
  submitEditionInput,
} from "../schema/editions";
import { freezeNumbers } from "./freeze";
import { moveTo, noteEvent, raise } from "./move";

const openChapters = (edition: ReadEdition): number =>
  edition.sections.filter(({ state }) => state !== "accepted").length;

export async function stepEdition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepEditionInput>,
): Promise<Result<Changed, "wrong-state" | "sections-open" | "small-numbers-open">> {
  const edition = await openEdition(tx, scope, input);
  if (!stepsFrom(edition.state).includes(input.to)) return refuse("wrong-state");
  const count = openChapters(edition);
  if ((input.to === "merge" || input.to === "review") && count > 0) {
    return refuse("sections-open", { count });
  }
  // Here its words can still be changed; after the review they can only be let stand.
  const small = input.to === "review" ? await openNumbers(tx, scope, edition) : 0;
  if (small > 0) return refuse("small-numbers-open", { count: small });
  if (input.to !== "data_snapshot") {
    return accept(await moveTo(tx, scope, edition, { to: input.to }));
  }
  await freezeNumbers(tx, scope, edition);
  const data = { snapshotRound: edition.snapshotRound + 1 };
  return accept(await moveTo(tx, scope, edition, { to: input.to, data }));
}

/** I-15: the secretary-general, then the chair; neither has written of it, and neither signs for the other. */
export async function signReview(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof signReviewInput>,
): Promise<Result<Changed, "wrong-state" | "edition-other-seat" | "edition-own-text">> {
  const edition = await openEdition(tx, scope, input);
  const { seat } = input;
  if (!holdsSeat(scope, seat)) return refuse("edition-other-seat");
  if (nextSeat(edition) !== seat) return refuse("wrong-state");
  const { userId } = scope.actor;
  const authors = await authorsOf(tx, scope.alliance.id, edition.id);
  const wrote = authors.some(({ authorId }) => authorId === userId);
  if (userId === null || wrote || edition.secretaryReviewedById === userId) {
    return refuse("edition-own-text");
  }
  const changed = await raise(
    tx,
    edition,
    seat === "secretary"
      ? { secretaryReviewedById: userId, secretaryReviewedAt: scope.now }
      : { chairReviewedById: userId, chairReviewedAt: scope.now },
  );
  await noteEvent(tx, scope, edition.id, { kind: `signed_${seat}` });
  await scope.audit({
    action: "edition.sign",
    subjectType: "edition",
    subjectId: edition.id,
    details: { seat },
  });
  return accept(changed);
}

/** A reviewer sends it back; both signatures are given anew. */
export async function sendBack(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof sendBackInput>,
): Promise<Result<Changed, "wrong-state">> {
  const edition = await openEdition(tx, scope, input);
  if (edition.state !== "review") return refuse("wrong-state");
  const none = {
    secretaryReviewedById: null,
    secretaryReviewedAt: null,
    chairReviewedById: null,
    chairReviewedAt: null,
  };
  await noteEvent(tx, scope, edition.id, { kind: "sent_back", note: input.reason });
  return accept(await moveTo(tx, scope, edition, { to: "merge", note: input.reason, data: none }));
}

/**
 * Carried by a body that speaks for the whole alliance, about this edition by name, standing, adopted once the review was
 * over, and not claimed yet.
 */
async function whyNotResolution(
  tx: Tx,
  scope: TenantScope,
  edition: ReadEdition,
  resolutionId: string,
): Promise<Result<never, "edition-other-resolution" | "resolution-used"> | undefined> {
  const found = await tx.resolution.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: resolutionId } },
    include: {
      body: { select: { kind: true } },
      lifeEvents: { select: { kind: true } },
      editions: { select: { id: true } },
    },
  });
  if (!found) return notFound();
  if (found.editions.length > 0) return refuse("resolution-used");
  const ended = found.lifeEvents.some(({ kind }) => kind === "repealed" || kind === "superseded");
  const about = `${found.title}\n${found.text}`.includes(edition.title);
  const { chairReviewedAt } = edition;
  const after =
    chairReviewedAt !== null &&
    dayOf(found.adoptedOn) >= dayIn(chairReviewedAt, scope.alliance.timeZone);
  const right = authorityOfBody(found.body.kind) === "council" && about && after && !ended;
  return right ? undefined : refuse("edition-other-resolution", { title: edition.title });
}

export async function approveEdition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof approveEditionInput>,
): Promise<
  Result<Changed, "wrong-state" | "review-open" | "edition-other-resolution" | "resolution-used">
> {
  const edition = await openEdition(tx, scope, input);
  if (edition.state !== "review") return refuse("wrong-state");
  if (!edition.chairReviewedAt) return refuse("review-open");
  const refused = await whyNotResolution(tx, scope, edition, input.resolutionId);
  if (refused) return refused;
  return accept(
    await moveTo(tx, scope, edition, {
      to: "council_approved",
      data: {
        resolutionId: input.resolutionId,
        approvedById: scope.actor.userId,
        approvedAt: scope.now,
      },
    }),
  );
}

/** What went to the authority, on which day, under which number. */
export async function submitEdition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitEditionInput>,
): Promise<Result<Changed, "wrong-state" | "day-to-come">> {
  const edition = await openEdition(tx, scope, input);
  if (edition.state !== "council_approved") return refuse("wrong-state");
  if (input.submittedOn > scope.today) return refuse("day-to-come");
  return accept(
    await moveTo(tx, scope, edition, {
      to: "submitted",
      data: {
        submittedTo: input.submittedTo,
        submittedOn: dateOf(input.submittedOn),
        documentNo: input.documentNo ?? null,
      },
    }),
  );
}

/** From now on everybody reads its public chapters, and no number of few persons in them that nobody let stand. */
export async function publishEdition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof publishEditionInput>,
): Promise<Result<Changed, "wrong-state" | "small-numbers-open">> {
  const edition = await openEdition(tx, scope, input);
  if (edition.state !== "submitted") return refuse("wrong-state");
  const count = await openNumbers(tx, scope, edition);
  if (count > 0) return refuse("small-numbers-open", { count });
  return accept(
    await moveTo(tx, scope, edition, {
      to: "published",
      data: { publishedAt: scope.now, publishedById: scope.actor.userId },
    }),
  );
}
