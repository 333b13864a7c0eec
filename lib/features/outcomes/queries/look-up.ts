import type { z } from "zod";
import { certificateKey } from "@/lib/features/certificates/queries/ground";
import { getMetric } from "@/lib/features/metrics/queries";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import {
  composeKey,
  isContinued,
  isLevelled,
  isOfProject,
  type KeyKind,
  keyKindOf,
  normalKey,
} from "../rules/keys";
import { isHigher, levelThatCounts } from "../rules/levels";
import { yearOf } from "../rules/report";
import { isApproved } from "../rules/states";
import type { Found, LookUp, lookUpSchema } from "../schema/look-up";
import type { ResultLevel } from "../types";
import { type SameKey, sameKey } from "./same-key";

/** Where the alliance lies: what a level is worth depends on it. */
export async function regionOf(db: Db, scope: TenantScope): Promise<string | null> {
  const alliance = await db.alliance.findUniqueOrThrow({
    where: { id: scope.alliance.id },
    select: { regionCode: true },
  });
  return alliance.regionCode;
}

type Asking = {
  organizationId: string;
  kind: KeyKind;
  level: ResultLevel | undefined;
  key: string | null;
  projectId: string | null;
};

/** The ways out of a doubled key: on with the own claim, or a part of another's. */
function waysOf(one: SameKey, exact: boolean, asking: Asking): Found["ways"] {
  if (!one.ownerIds.includes(asking.organizationId)) return exact ? ["co-claim"] : [];
  if (one.followed) return [];
  if (isLevelled(asking.kind)) return isHigher(asking.level, one.level) ? ["upgrade"] : [];
  return exact && isContinued(asking.kind) ? ["continuation"] : [];
}

function foundOf(one: SameKey, asking: Asking): Found[] {
  const exact =
    asking.key !== null &&
    normalKey(one.naturalKey) === normalKey(asking.key) &&
    (!isOfProject(asking.kind) || one.projectId === asking.projectId);
  const own = one.ownerIds.includes(asking.organizationId);
  const open = own || isApproved(one.state);
  // The name alone is no claim to know of what others have not had approved.
  if (!exact && !open) return [];
  return [
    {
      id: one.id,
      organizationId: one.organizationId,
      organizationName: one.organizationName,
      own,
      exact,
      title: open ? one.title : null,
      year: one.year,
      level: one.level,
      state: open ? one.state : null,
      ways: waysOf(one, exact, asking),
    },
  ];
}

/** Is this thing claimed already, by whom, and what can be done about it? Asked before anything else is filled in. */
export async function lookUpOutcome(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof lookUpSchema>,
): Promise<LookUp> {
  if (!reaches(scope.reach, input.organizationId)) forbidden();
  const metric = (await getMetric(db, input.metricCode)) ?? notFound();
  const kind = keyKindOf(metric.code);
  const level = input.level && levelThatCounts(input.level, await regionOf(db, scope));
  const paper = input.certificateId
    ? await certificateKey(db, scope, input.certificateId)
    : undefined;
  const naturalKey = input.naturalKey ?? paper?.enterprise;
  const projectId = input.projectId ?? paper?.projectId ?? null;
  const key = composeKey(kind, {
    ...input,
    naturalKey,
    level,
    year: yearOf(input.occurredOn, metric.yearBasis),
  });
  const found =
    naturalKey && normalKey(naturalKey)
      ? await sameKey(db, scope, {
          metricCode: metric.code,
          key: key ?? naturalKey,
          projectId,
          name: naturalKey,
        })
      : [];
  const asking = {
    organizationId: input.organizationId,
    kind,
    level,
    key: key ?? null,
    projectId,
  };
  return {
    kind,
    key: key ?? null,
    complete: key !== null,
    level: level ?? null,
    found: found.flatMap((one) => foundOf(one, asking)),
  };
}
