import type { Tx } from "@/lib/platform/db/transaction";
import { createEditionRow, type EditionGiven } from "@/prisma/seed/factories/reports";
import { createWorld as createPeople } from "../colleges/world";

export { resolutionAbout } from "../colleges/resolution";
export { atOnce, callAs, type Who } from "../colleges/world";

/** A school, an enterprise, two of the secretariat, a chair, and a neighbouring alliance. */
export const createWorld = (db: Tx) => createPeople(db);
export type World = Awaited<ReturnType<typeof createWorld>>;

let year = 2040;
export const nextYear = () => {
  year += 1;
  return year;
};

/** An edition with one chapter of the school and one of the secretariat. */
export function editionOf(world: World, given: Partial<EditionGiven> = {}) {
  const own = nextYear();
  return createEditionRow(world.db, {
    allianceId: world.alliance.id,
    year: own,
    title: `示例联合体${own}年度报告`,
    sections: [{ kind: "overview", organizationId: world.school.id }, { kind: "funds" }],
    ...given,
  });
}

/** The same with both chapters written and accepted: the school's leader and the second secretary wrote, the clerk read. */
export const writtenEdition = (
  world: World,
  state: EditionGiven["state"],
  given: Partial<EditionGiven> = {},
) => {
  const { leader, second, clerk, chair } = world.actors;
  const of = (authorId: string | null) => ({
    state: "accepted" as const,
    texts: [{ body: "示例：本章文稿。", authorId }],
    submittedById: authorId,
    decidedById: clerk.userId,
  });
  return editionOf(world, {
    ...(state && { state }),
    sections: [
      { kind: "overview", organizationId: world.school.id, ...of(leader.userId) },
      { kind: "funds", isPublic: false, ...of(second.userId), decidedById: clerk.userId },
    ],
    ...(given.resolutionId && { secretaryId: clerk.userId ?? "", chairId: chair.userId ?? "" }),
    ...given,
  });
};
