import { type Action, reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { SchemeState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

const whole = (asker: Asker, action: Action): boolean =>
  reachOf(action, asker.actor.roles, asker.alliance.id)?.whole === true;

type SchemeFacts = { state: SchemeState; createdById: string | null };

export const writesSchemes = (asker: Asker): boolean => whole(asker, "evaluation.write_scheme");

/** A draft is seen by who writes it and by who publishes it. */
export const readsDrafts = (asker: Asker): boolean =>
  writesSchemes(asker) || whole(asker, "evaluation.publish_scheme");
export const seesScheme = (asker: Asker, { state }: { state: SchemeState }): boolean =>
  state === "published" || readsDrafts(asker);

export const mayWriteScheme = (asker: Asker, { state }: SchemeFacts): boolean =>
  state === "draft" && writesSchemes(asker);

/** I-15: who did the first step does not do the second. */
export const isSecondPerson = (firstId: string | null, userId: string | null): boolean =>
  userId !== null && firstId !== userId;

const publishes = (asker: Asker, { state }: SchemeFacts): boolean =>
  state === "draft" && whole(asker, "evaluation.publish_scheme");

export const mayPublishScheme = (asker: Asker, facts: SchemeFacts): boolean =>
  publishes(asker, facts) && isSecondPerson(facts.createdById, asker.actor.userId);

export const publishBlocked = (asker: Asker, facts: SchemeFacts): boolean =>
  publishes(asker, facts) && !isSecondPerson(facts.createdById, asker.actor.userId);

/** The whole alliance's readers: secretariat, chair, delegates, supervisors. */
export const readsAll = (asker: Asker): boolean => whole(asker, "evaluation.read");

export const ownUnits = (asker: Asker): readonly string[] =>
  reachOf("evaluation.read", asker.actor.roles, asker.alliance.id)?.organizationIds ?? [];

export type SubjectFacts = { organizationId: string | null };
const isOwn = (asker: Asker, action: Action, { organizationId }: SubjectFacts): boolean =>
  organizationId !== null &&
  (reachOf(action, asker.actor.roles, asker.alliance.id)?.organizationIds.includes(
    organizationId,
  ) ??
    false);

export const seesSubject = (asker: Asker, subject: SubjectFacts): boolean =>
  readsAll(asker) || isOwn(asker, "evaluation.read", subject);

const reachesFor = (asker: Asker, action: Action, { organizationId }: SubjectFacts): boolean => {
  const reach = reachOf(action, asker.actor.roles, asker.alliance.id);
  return reach !== undefined && reaches(reach, organizationId);
};

/** The unit's own people, or the secretariat where a unit hands in paper; another person verifies in any case. */
export const evaluatesItself = (asker: Asker, subject: SubjectFacts): boolean =>
  reachesFor(asker, "evaluation.self_score", subject);

/** who acts for a unit does not judge it. */
const actsFor = (asker: Asker, { organizationId }: SubjectFacts): boolean =>
  organizationId !== null &&
  asker.actor.roles.some((held) => held.organizationId === organizationId);

export const manages = (asker: Asker): boolean => whole(asker, "evaluation.manage");
export const verifies = (asker: Asker, subject: SubjectFacts): boolean =>
  whole(asker, "evaluation.verify") && !actsFor(asker, subject);
export const findsVetoes = (asker: Asker, subject: SubjectFacts): boolean =>
  whole(asker, "evaluation.find_veto") && !actsFor(asker, subject);
export const mayObjectFor = (asker: Asker, subject: SubjectFacts): boolean =>
  reachesFor(asker, "evaluation.object", subject);
export const answersObjections = (asker: Asker, subject: SubjectFacts): boolean =>
  whole(asker, "evaluation.answer_objection") && !actsFor(asker, subject);
export const ratifies = (asker: Asker): boolean => whole(asker, "evaluation.ratify");
export const scores = (asker: Asker): boolean =>
  reachOf("evaluation.score", asker.actor.roles, asker.alliance.id)?.assigned === true;
