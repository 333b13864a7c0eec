import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { isSmallFigure } from "../rules/numbers";
import { isSameNumber, type ToldNumber, type ToldText, toldNumbers } from "../rules/told-numbers";
import type { ToldNumberView } from "../schema/told-numbers";
import { linksOf } from "./case-links";
import { sourcesOf } from "./cases";
import { frozenOf } from "./figures";

type Of = { id: string };

/** Title and text of the chapters that everybody will read. */
async function chapterTexts(db: Db, tenant: string, { id }: Of): Promise<ToldText[]> {
  const rows = await db.$queryRaw<{ id: string; title: string; body: string | null }[]>`
    SELECT s.id, s.title, t.body FROM edition_sections s
    LEFT JOIN edition_texts t ON t.alliance_id = s.alliance_id AND t.section_id = s.id AND t.number = s.text_number
    WHERE s.alliance_id = ${tenant}::uuid AND s.edition_id = ${id}::uuid AND s.is_public ORDER BY s.sort_order`;
  return rows.flatMap(({ id: sectionId, title, body }) => {
    const place = { sectionId, caseId: null, title };
    return [
      { ...place, part: "title" as const, text: title },
      { ...place, part: "text" as const, text: body ?? "" },
    ];
  });
}

/** The cases of a public chapter, with what they cite and tell of. */
async function caseTexts(db: Db, scope: TenantScope, { id }: Of): Promise<ToldText[]> {
  const tenant = scope.alliance.id;
  const cases = await db.typicalCase.findMany({
    where: {
      allianceId: tenant,
      editionId: id,
      edition: { sections: { some: { kind: "cases", isPublic: true } } },
    },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  const ids = cases.map((one) => one.id);
  const [sources, links] = await Promise.all([sourcesOf(db, tenant, ids), linksOf(db, scope, ids)]);
  const own = <T extends { caseId: string }>(all: readonly T[], caseId: string) =>
    all.filter((one) => one.caseId === caseId);
  return cases.flatMap((one) => {
    const place = { sectionId: null, caseId: one.id, title: one.title };
    const lines = {
      links: own(links, one.id).map(({ name }) => name),
      sources: own(sources, one.id).map(
        ({ title, quantity, unitZh }) => `${title}：${quantity}${unitZh}`,
      ),
    };
    return [
      ...(["title", "background", "practice", "effect"] as const).map((part) => ({
        ...place,
        part,
        // Braces of a case are no numbers of the edition.
        text: one[part].replaceAll("{{", "｛｛"),
      })),
      ...(["links", "sources"] as const).map((part) => ({
        ...place,
        part,
        text: lines[part].join("\n").replaceAll("{{", "｛｛"),
      })),
    ];
  });
}

type Check = Omit<ToldNumber, "title"> & { reason: string; by: string | null; at: Date };
const checksOf = (db: Db, tenant: string, { id }: Of) => db.$queryRaw<Check[]>`
  SELECT k.section_id AS "sectionId", k.case_id AS "caseId", k.part, k.number, k.passage, k.nth, k.reason, p.name AS by,
    k.confirmed_at AS at
  FROM edition_number_checks k LEFT JOIN users u ON u.id = k.confirmed_by_id LEFT JOIN people p ON p.id = u.person_id
  WHERE k.alliance_id = ${tenant}::uuid AND k.edition_id = ${id}::uuid`;

/** Every number of few persons in what everybody will read of an edition, and who let it stand. */
export async function numbersTold(
  db: Db,
  scope: TenantScope,
  edition: Of,
): Promise<ToldNumberView[]> {
  const tenant = scope.alliance.id;
  const [chapters, cases, figures, checks] = await Promise.all([
    chapterTexts(db, tenant, edition),
    caseTexts(db, scope, edition),
    frozenOf(db, tenant, edition.id),
    checksOf(db, tenant, edition),
  ]);
  const shown = figures.map((figure) => ({ ...figure, small: isSmallFigure(figure) }));
  return toldNumbers([...chapters, ...cases], shown).map((one) => {
    const check = checks.find((other) => isSameNumber(one, other));
    return {
      ...one,
      confirmed: check ? { reason: check.reason, by: check.by, at: check.at } : null,
    };
  });
}

/** How many of them nobody has let stand. */
export const openNumbers = async (db: Db, scope: TenantScope, edition: Of): Promise<number> =>
  (await numbersTold(db, scope, edition)).filter(({ confirmed }) => confirmed === null).length;
