import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { seesEdition } from "../policy";

/** @throws AppError not-found, also for what the asker may not know of */
export async function readEdition(db: Db, scope: TenantScope, editionId: string) {
  const found = await db.edition.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: editionId } },
    include: {
      sections: {
        orderBy: { sortOrder: "asc" },
        include: { organization: { select: { id: true, name: true } } },
      },
    },
  });
  return found && seesEdition(scope, found.state) ? found : notFound();
}
export type ReadEdition = Awaited<ReturnType<typeof readEdition>>;

/** The same, locked until the end of the transaction. @throws AppError not-found, stale */
export async function openEdition(
  tx: Tx,
  scope: TenantScope,
  given: { editionId: string; version?: number },
): Promise<ReadEdition> {
  await tx.$queryRaw`
    SELECT id FROM editions WHERE id = ${given.editionId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const edition = await readEdition(tx, scope, given.editionId);
  if (given.version !== undefined && given.version !== edition.version) throw new AppError("stale");
  return edition;
}

/** @throws AppError not-found */
export async function readSection(db: Db, scope: TenantScope, sectionId: string) {
  const found = await db.editionSection.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: sectionId } },
    include: {
      organization: { select: { id: true, name: true } },
      edition: { select: { id: true, title: true, year: true, state: true, version: true } },
      texts: { select: { authorId: true } },
    },
  });
  return found && seesEdition(scope, found.edition.state) ? found : notFound();
}
export type ReadSection = Awaited<ReturnType<typeof readSection>>;

/** A chapter and its edition, locked in that order by everybody. @throws AppError not-found, stale */
export async function openSection(
  tx: Tx,
  scope: TenantScope,
  given: { sectionId: string; version: number },
): Promise<ReadSection> {
  await tx.$queryRaw`
    SELECT e.id FROM editions e JOIN edition_sections s ON s.edition_id = e.id
    WHERE s.id = ${given.sectionId}::uuid AND s.alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const section = await readSection(tx, scope, given.sectionId);
  if (given.version !== section.version) throw new AppError("stale");
  return section;
}

/** The text of a chapter as it stands; undefined before the first. */
export async function standingText(
  db: Db,
  section: Pick<ReadSection, "allianceId" | "id" | "textNumber">,
): Promise<string | undefined> {
  const { allianceId, id: sectionId, textNumber: number } = section;
  const found = await db.editionText.findFirst({
    where: { allianceId, sectionId, number },
    select: { body: true },
  });
  return found?.body;
}

export const factsOf = (section: ReadSection) => ({
  edition: section.edition.state,
  state: section.state,
  organizationId: section.organizationId,
  isPublic: section.isPublic,
  submittedById: section.submittedById,
  authorIds: section.texts.map(({ authorId }) => authorId),
});
