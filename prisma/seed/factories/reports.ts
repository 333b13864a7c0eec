import { editionStates, type SectionKind, sectionKinds } from "@/lib/features/reports/types";
import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";

/*
 * Annual reports. An edition is led through its stages one by one: the guards of the database know no other way.
 */
type State = (typeof editionStates)[number];

export type SectionGiven = {
  id?: string;
  kind: SectionKind;
  title?: string;
  organizationId?: string | null;
  dueOn?: string;
  isPublic?: boolean;
  state?: Prisma.EditionSectionUncheckedCreateInput["state"];
  returnReason?: string;
  /** Versions of the text with their authors, the oldest first. */
  texts?: readonly { id?: string; body: string; authorId?: string | null; at?: Date }[];
  submittedById?: string | null;
  decidedById?: string | null;
};

export type EditionGiven = {
  id?: string;
  allianceId: string;
  year: number;
  title?: string;
  authority?: string;
  dueOn?: string;
  state?: State;
  /** When it came to each of its stages; the last known day counts on. */
  at?: Partial<Record<State, Date>>;
  sections?: readonly SectionGiven[];
  secretaryId?: string;
  chairId?: string;
  resolutionId?: string;
  synthetic?: boolean;
  /** Numbers frozen on the way from the outline. */
  figures?: readonly FigureGiven[];
};
export type FigureGiven = Omit<
  Prisma.EditionFigureCreateManyInput,
  "allianceId" | "editionId" | "round" | "sortOrder" | "asOf"
>;

async function writeTexts(
  db: Tx,
  section: { id: string; allianceId: string },
  given: SectionGiven,
  at: Date,
) {
  const texts = given.texts ?? [];
  await db.editionText.createMany({
    data: texts.map((text, index) => ({
      ...(text.id && { id: text.id }),
      allianceId: section.allianceId,
      sectionId: section.id,
      number: index + 1,
      body: text.body,
      authorId: text.authorId ?? null,
      createdAt: text.at ?? at,
    })),
  });
  const state = given.state ?? "open";
  const path = state === "open" ? [] : (["drafting", "submitted", state] as const);
  for (const step of [...new Set(path)].slice(0, state === "drafting" ? 1 : undefined)) {
    const decided = step === "accepted" || step === "returned";
    await db.editionSection.update({
      where: { id: section.id },
      data: {
        state: step,
        stateSince: at,
        textNumber: texts.length,
        ...(step === "submitted" && {
          submittedById: given.submittedById ?? null,
          submittedAt: at,
        }),
        ...(decided && { decidedById: given.decidedById ?? null, decidedAt: at }),
        ...(step === "returned" && { returnReason: given.returnReason ?? "示例：请补充数据来源" }),
      },
    });
  }
}

const freeze = (db: Tx, editionId: string, given: EditionGiven, asOf: Date) =>
  db.editionFigure.createMany({
    data: (given.figures ?? []).map((figure, index) => ({
      ...figure,
      allianceId: given.allianceId,
      editionId,
      round: 1,
      sortOrder: index + 1,
      asOf,
    })),
  });

const dataOf = (
  given: EditionGiven,
  state: State,
  at: Date,
): Prisma.EditionUncheckedUpdateInput => {
  if (state === "data_snapshot") return { snapshotRound: 1 };
  if (state === "council_approved") {
    return { resolutionId: given.resolutionId ?? null, approvedAt: at };
  }
  if (state === "submitted") {
    return { submittedTo: given.authority ?? "示例主管部门", submittedOn: at };
  }
  return state === "published" ? { publishedAt: at } : {};
};

/** One edition in any state, with its chapters; unless told otherwise nobody has written anything. */
export async function createEditionRow(db: Tx, given: EditionGiven) {
  const { allianceId, year, state = "outline" } = given;
  let at = given.at?.outline ?? new Date("2026-01-05T02:00:00Z");
  const { id } = await db.edition.create({
    data: {
      ...(given.id && { id: given.id }),
      allianceId,
      year,
      title: given.title ?? `示例${year}年度报告`,
      authority: given.authority ?? null,
      dueOn: dateOf(given.dueOn ?? "2199-12-31"),
      createdAt: at,
      stateSince: at,
      synthetic: given.synthetic ?? false,
    },
  });
  const sections = given.sections ?? [];
  const made: { id: string; kind: SectionKind }[] = [];
  for (const section of sections) {
    const row = await db.editionSection.create({
      data: {
        ...(section.id && { id: section.id }),
        allianceId,
        editionId: id,
        kind: section.kind,
        title: section.title ?? `示例章节 ${section.kind}`,
        sortOrder: sectionKinds.indexOf(section.kind) + 1,
        organizationId: section.organizationId ?? null,
        dueOn: dateOf(section.dueOn ?? "2199-06-30"),
        isPublic: section.isPublic ?? true,
        stateSince: at,
      },
    });
    made.push({ id: row.id, kind: section.kind });
  }
  for (const next of editionStates.slice(1, editionStates.indexOf(state) + 1)) {
    at = given.at?.[next] ?? at;
    if (next === "data_snapshot") await freeze(db, id, given, at);
    await db.edition.update({
      where: { id },
      data: { state: next, stateSince: at, ...dataOf(given, next, at) },
    });
    if (next === "drafting") {
      for (const section of sections) {
        const row = made.find(({ kind }) => kind === section.kind);
        if (row) await writeTexts(db, { id: row.id, allianceId }, section, at);
      }
    }
    if (next === "review" && given.secretaryId) {
      await db.edition.update({
        where: { id },
        data: {
          secretaryReviewedById: given.secretaryId,
          secretaryReviewedAt: at,
          ...(given.chairId && { chairReviewedById: given.chairId, chairReviewedAt: at }),
        },
      });
    }
  }
  return { id, version: 1, sections: made };
}
