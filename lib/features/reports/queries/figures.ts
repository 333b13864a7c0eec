import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { metricValues } from "../../dashboards/queries/values";
import { difference, isSmallFigure, plain } from "../rules/numbers";
import type { FigureView } from "../schema/figures";

type Row = Omit<FigureView, "previous" | "difference" | "present" | "small"> & {
  organizations: number | null;
};
type Of = { id: string; year: number; state: string };

/** The numbers that an edition froze last. */
export const frozenOf = (db: Db, tenant: string, editionId: string): Promise<Row[]> => db.$queryRaw<
  Row[]
>`
  SELECT f.code, f.kind::text AS kind, f.name_zh AS "nameZh", f.name_en AS "nameEn", f.value::text AS value, f.unit_zh AS "unitZh",
    f.unit_en AS "unitEn", f.qualifier::text AS qualifier, f.at_most AS "atMost", f.flow, f.period, f.source,
    f.definition_zh AS "definitionZh", f.definition_en AS "definitionEn", f.records, f.organizations,
    f.as_of AS "asOf"
  FROM edition_figures f JOIN editions e ON e.alliance_id = f.alliance_id AND e.id = f.edition_id AND e.snapshot_round = f.round
  WHERE f.alliance_id = ${tenant}::uuid AND f.edition_id = ${editionId}::uuid ORDER BY f.sort_order`;

type Earlier = Pick<Row, "code" | "kind" | "source" | "value" | "unitZh" | "organizations"> & {
  year: number;
};

/** The same numbers in the last edition before this one that stands. */
const previousOf = (db: Db, tenant: string, year: number): Promise<Earlier[]> => db.$queryRaw<
  Earlier[]
>`
  SELECT f.code, f.kind::text AS kind, f.source, f.value::text AS value, f.unit_zh AS "unitZh", f.organizations, e.year
  FROM edition_figures f JOIN editions e ON e.alliance_id = f.alliance_id AND e.id = f.edition_id AND e.snapshot_round = f.round
  WHERE f.alliance_id = ${tenant}::uuid AND e.year = (SELECT max(p.year) FROM editions p
    WHERE p.alliance_id = ${tenant}::uuid AND p.year < ${year} AND p.approved_at IS NOT NULL)`;

/** Of these a visitor reads what the earlier edition itself shows to everybody, and none that is small. */
async function publicPrevious(db: Db, tenant: string, year: number): Promise<Earlier[]> {
  const [all, shown] = await Promise.all([
    previousOf(db, tenant, year),
    db.$queryRaw<{ code: string }[]>`
      SELECT DISTINCT btrim(named.place[1]) AS code FROM editions e
      JOIN edition_sections s ON s.alliance_id = e.alliance_id AND s.edition_id = e.id AND s.is_public
      JOIN edition_texts t ON t.alliance_id = s.alliance_id AND t.section_id = s.id AND t.number = s.text_number,
      regexp_matches(t.body, '\\{\\{([^{}]*)\\}\\}', 'g') AS named(place)
      WHERE e.alliance_id = ${tenant}::uuid AND e.published_at IS NOT NULL AND e.year = (SELECT max(p.year) FROM editions p
        WHERE p.alliance_id = ${tenant}::uuid AND p.year < ${year} AND p.approved_at IS NOT NULL)`,
  ]);
  const codes = new Set(shown.map(({ code }) => code));
  return all.filter((row) => (row.kind === "figure" || codes.has(row.code)) && !isSmallFigure(row));
}

/** What flows of a year amount to today, so that a report can say what has changed since (behaviour 4.4). */
async function presentOf(db: Db, scope: TenantScope, edition: Of, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, string>();
  const { year } = edition;
  const now = await metricValues(db, scope, { codes, from: year, to: year, layer: "approved" });
  // What has no record any more is not among them: it amounts to nothing by now.
  const present = new Map(codes.map((code) => [code, "0"]));
  for (const { code, value, reach, state } of now) {
    if (reach === "whole" && state !== "not-allowed") present.set(code, plain(value ?? "0"));
    else present.delete(code);
  }
  return present;
}

/**
 * Frozen numbers with last year's, and, for those inside, what a frozen flow amounts to by now where that differs. `all`: the
 * reader is inside, and reads last year's whole.
 */
export async function figuresOf(
  db: Db,
  scope: TenantScope,
  edition: Of,
  more: { present: boolean; all: boolean },
): Promise<FigureView[]> {
  const tenant = scope.alliance.id;
  const [frozen, before] = await Promise.all([
    frozenOf(db, tenant, edition.id),
    more.all ? previousOf(db, tenant, edition.year) : publicPrevious(db, tenant, edition.year),
  ]);
  const flows = frozen.filter(({ kind, flow }) => kind === "metric" && flow);
  const present = more.present
    ? await presentOf(
        db,
        scope,
        edition,
        flows.map(({ code }) => code),
      )
    : new Map<string, string>();
  const last = new Map(before.map((row) => [row.code, row]));
  return frozen.map(({ organizations, ...row }) => {
    const value = plain(row.value);
    const previous = last.get(row.code);
    const now = present.get(row.code);
    return {
      ...row,
      value,
      small: isSmallFigure({ ...row, organizations }),
      previous: previous ? { year: previous.year, value: plain(previous.value) } : null,
      difference: previous ? (difference(value, previous.value) ?? null) : null,
      present: now !== undefined && now !== value ? now : null,
    };
  });
}
