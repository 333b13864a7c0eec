import { type Action, reachOf } from "@/lib/features/access/policy";
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
