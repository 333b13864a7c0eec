import { z } from "zod";
import { canDownload } from "@/lib/features/outcomes/policy";
import { knowsProject } from "@/lib/features/projects/queries/list";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mayDecide } from "../policy";
import { stateAfter } from "../rules";
import { type Correction, type getCorrectionSchema, namedEffectSchema } from "../schema";
import type { CorrectionMove } from "../types";
import { factsOf, nameAll, type OpenCase, openCase, sidesOf } from "./facts";
import { impactOf, nameEffects } from "./impact";

const kept = z.array(namedEffectSchema);

/** While it is open the impact is counted now; once applied it is what was shown when it was decided. */
async function effectsFor(db: Db, scope: TenantScope, found: OpenCase) {
  if (found.impact !== null) return kept.parse(found.impact);
  const adjustment = found.record.adjustment.toFixed(2);
  return nameEffects(db, await impactOf(db, scope.alliance.id, sidesOf(found), adjustment));
}

async function namesOf(db: Db, ids: readonly (string | null)[]) {
  const users = await db.user.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    select: { id: true, person: { select: { name: true } } },
  });
  return (id: string | null) => users.find((user) => user.id === id)?.person.name ?? null;
}

export async function getCorrection(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getCorrectionSchema>,
): Promise<Correction> {
  const found = await openCase(db, scope, input.id);
  const facts = factsOf(found);
  const papers = canDownload(scope, facts);
  const { before, after } = sidesOf(found);
  const project = found.record.project;
  const [views, effects, nameOf, known] = await Promise.all([
    nameAll(db, scope.alliance.id, after ? [before, after] : [before], papers),
    effectsFor(db, scope, found),
    namesOf(db, [found.requestedById, found.endorsedById, found.decidedById]),
    project ? knowsProject(db, scope, project.id) : false,
  ]);
  const [beforeView, afterView] = views;
  if (!beforeView) throw new Error(`a correction about nothing: ${found.id}`);
  const may = (move: CorrectionMove) =>
    stateAfter(found.state, move) !== undefined && mayDecide(scope, facts, move);
  return {
    ...found,
    title: found.record.title,
    published: (found.result ?? found.record).state === "published",
    before: beforeView,
    after: afterView ?? null,
    files: papers ? found.files.map(({ file }) => file) : [],
    mayOpenPapers: papers,
    effects,
    project: known ? project : null,
    requestedBy: nameOf(found.requestedById),
    requestedAt: found.requestedAt.toISOString(),
    endorsedBy: nameOf(found.endorsedById),
    endorsedAt: found.endorsedAt?.toISOString() ?? null,
    decidedBy: nameOf(found.decidedById),
    decidedAt: found.decidedAt?.toISOString() ?? null,
    may: {
      endorse: may("endorse"),
      apply: may("apply"),
      refuse: may("refuse"),
      withdraw: may("withdraw"),
    },
  };
}
