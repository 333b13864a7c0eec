import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { insideReach, readsSection, writes } from "../policy";
import { memberKindOf } from "../rules/charts";
import { codesIn } from "../rules/numbers";
import { isApproved, isInHand, isLate } from "../rules/states";
import type { printedCase } from "../schema/cases";
import type { EditionView, editionOutput, getEditionInput } from "../schema/editions";
import { linksOf } from "./case-links";
import { sourcesOf } from "./cases";
import { type ReadEdition, readEdition } from "./facts";
import { figuresOf } from "./figures";
import { insideOf } from "./inside";

type View = z.input<typeof editionOutput>;

/** The newest text of every chapter of an edition. */
const textsOf = (db: Db, tenant: string, editionId: string) =>
  db.$queryRaw<{ sectionId: string; body: string }[]>`
    SELECT s.id AS "sectionId", t.body FROM edition_sections s
    JOIN edition_texts t ON t.alliance_id = s.alliance_id AND t.section_id = s.id AND t.number = s.text_number
    WHERE s.alliance_id = ${tenant}::uuid AND s.edition_id = ${editionId}::uuid`;

/** What the reader gets of one chapter: whoever does not read it yet sees who writes it, and where it stands. */
export function sectionOf(
  scope: TenantScope,
  edition: Pick<ReadEdition, "state">,
  section: ReadEdition["sections"][number],
  body: string | null,
): EditionView["sections"][number] {
  const { organizationId, isPublic } = section;
  const reads = readsSection(scope, { edition: edition.state, organizationId, isPublic });
  return {
    ...section,
    dueOn: dayOf(section.dueOn),
    late: isLate(section.state, dayOf(section.dueOn), scope.today),
    returnReason: reads && section.state === "returned" ? section.returnReason : null,
    text: reads ? body : null,
    mayWrite: isInHand(edition.state, section.state) && writes(scope, organizationId),
  };
}

/** Its cases as they are read: as those who read the chapter of somebody's case read it. */
async function printedCases(db: Db, scope: TenantScope, edition: ReadEdition) {
  const chapter = edition.sections.find(({ kind }) => kind === "cases");
  const all = await db.typicalCase.findMany({
    where: { allianceId: scope.alliance.id, editionId: edition.id },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    include: { organization: { select: { name: true } } },
  });
  const read = all.filter(({ organizationId }) =>
    readsSection(scope, {
      edition: edition.state,
      organizationId,
      isPublic: chapter?.isPublic ?? false,
    }),
  );
  const ids = read.map(({ id }) => id);
  const [sources, links] = await Promise.all([
    sourcesOf(db, scope.alliance.id, ids),
    linksOf(db, scope, ids),
  ]);
  return read.map(
    ({ id, organization, ...one }): z.input<typeof printedCase> => ({
      ...one,
      unit: organization?.name ?? null,
      links: links.filter(({ caseId }) => caseId === id),
      sources: sources.filter(({ caseId }) => caseId === id),
    }),
  );
}

/** One edition: the public reads its public chapters, those inside how it is made. */
export async function getEdition(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getEditionInput>,
): Promise<View> {
  const edition = await readEdition(db, scope, input.editionId);
  const isInside = insideReach(scope) !== undefined;
  const [texts, cases, figures, inside] = await Promise.all([
    textsOf(db, scope.alliance.id, edition.id),
    printedCases(db, scope, edition),
    figuresOf(db, scope, edition, {
      present: isInside && isApproved(edition.state),
      all: isInside,
    }),
    isInside ? insideOf(db, scope, edition) : null,
  ]);
  const bodies = new Map(texts.map(({ sectionId, body }) => [sectionId, body]));
  const { sections: all, ...columns } = edition;
  const sections = all
    .filter(({ isPublic }) => isInside || isPublic)
    .map((section) => sectionOf(scope, edition, section, bodies.get(section.id) ?? null));
  const named = new Set(sections.flatMap(({ text }) => codesIn(text ?? "")));
  return {
    ...columns,
    alliance: scope.alliance.name,
    dueOn: dayOf(edition.dueOn),
    submittedOn: edition.submittedOn && dayOf(edition.submittedOn),
    today: scope.today,
    sections,
    cases,
    // A visitor reads the numbers that the public chapters name, those that were published before, and the kinds of members,
    // which the register shows to everybody.
    figures: isInside
      ? figures
      : figures.filter(
          ({ code, kind }) => kind === "figure" || named.has(code) || memberKindOf(code),
        ),
    inside,
  };
}
