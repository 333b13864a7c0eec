import type { z } from "zod";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { actsForAll, insideReach, isSecondHand, writes, writingReach } from "../policy";
import { caseMayBecome, isCaseInHand, takesCases } from "../rules/cases";
import { plain } from "../rules/numbers";
import type {
  CaseRow,
  caseOutput,
  casePage,
  getCaseInput,
  listCasesInput,
  OneCase,
} from "../schema/cases";
import { linksOf } from "./case-links";

type List = z.output<typeof listCasesInput>;

const order: Record<List["sort"], Prisma.Sql> = {
  "-year": Prisma.sql`c.year DESC, c.id DESC`,
  year: Prisma.sql`c.year, c.id`,
  stateSince: Prisma.sql`c.state_since, c.id`,
};

/** The office and the council see every case, members their own; everybody reads selected ones in their edition. */
function conditions(scope: TenantScope, state: List["state"]): Prisma.Sql {
  const reach = insideReach(scope);
  const parts = [Prisma.sql`c.alliance_id = ${scope.alliance.id}::uuid`];
  if (!reach?.whole) {
    parts.push(Prisma.sql`c.organization_id = ANY(${[...(reach?.organizationIds ?? [])]}::uuid[])`);
  }
  if (state) parts.push(Prisma.sql`c.state = ${state}::case_state`);
  return Prisma.join(parts, " AND ");
}

export async function listCases(
  db: Db,
  scope: TenantScope,
  input: List,
): Promise<z.input<typeof casePage>> {
  const where = conditions(scope, input.state);
  const writing = writingReach(scope);
  const [items, totals, units] = await Promise.all([
    db.$queryRaw<CaseRow[]>`
      SELECT c.id, c.title, c.year, c.state::text AS state, c.state_since AS "stateSince",
        CASE WHEN o.id IS NULL THEN NULL ELSE jsonb_build_object('id', o.id, 'name', o.name) END AS organization,
        CASE WHEN e.id IS NULL THEN NULL ELSE jsonb_build_object('id', e.id, 'title', e.title) END AS edition
      FROM typical_cases c LEFT JOIN organizations o ON o.id = c.organization_id
      LEFT JOIN editions e ON e.alliance_id = c.alliance_id AND e.id = c.edition_id
      WHERE ${where} ORDER BY ${order[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM typical_cases c WHERE ${where}`,
    db.organization.findMany({
      where: { id: { in: [...(writing?.organizationIds ?? [])] } },
      orderBy: { id: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    units,
    forAll: writing?.whole === true,
  };
}

/** @throws AppError not-found, also for what the asker may not know of */
export async function readCase(db: Db, scope: TenantScope, caseId: string) {
  const found = await db.typicalCase.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: caseId } },
    include: {
      organization: { select: { id: true, name: true } },
      edition: { select: { id: true, title: true, state: true } },
    },
  });
  const reach = insideReach(scope);
  return found && reach && reaches(reach, found.organizationId) ? found : notFound();
}
export type ReadCase = Awaited<ReturnType<typeof readCase>>;

/** The same, locked until the end of the transaction. @throws AppError not-found, stale */
export async function openCase(
  tx: Tx,
  scope: TenantScope,
  given: { caseId: string; version: number },
): Promise<ReadCase> {
  await tx.$queryRaw`
    SELECT id FROM typical_cases WHERE id = ${given.caseId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await readCase(tx, scope, given.caseId);
  if (given.version !== found.version) throw new AppError("stale");
  return found;
}

type Source = OneCase["sources"][number] & { caseId: string };

/** What cases cite: frozen with their edition, before that as the records say. */
export async function sourcesOf(db: Db, tenant: string, caseIds: string[]): Promise<Source[]> {
  if (caseIds.length === 0) return [];
  const rows = await db.$queryRaw<Source[]>`
    SELECT s.case_id AS "caseId", s.record_id AS "recordId", coalesce(s.title, o.title) AS title,
      coalesce(s.metric_code, o.metric_code) AS "metricCode", coalesce(s.year, o.year) AS year,
      coalesce(s.quantity, o.quantity)::text AS quantity, coalesce(s.unit_zh, m.unit_zh) AS "unitZh",
      s.frozen_at IS NOT NULL AS frozen
    FROM typical_case_sources s JOIN outcome_records o ON o.alliance_id = s.alliance_id AND o.id = s.record_id
    JOIN metric_definitions m ON m.code = o.metric_code
    WHERE s.alliance_id = ${tenant}::uuid AND s.case_id = ANY(${caseIds}::uuid[])
    ORDER BY s.case_id, o.metric_code, o.occurred_on, s.record_id`;
  return rows.map((row) => ({ ...row, quantity: plain(row.quantity) }));
}

/** Neither who wrote in it nor who handed it in. */
const isSecond = (scope: TenantScope, one: ReadCase): boolean =>
  isSecondHand(scope.actor.userId, one);

export async function getCase(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getCaseInput>,
): Promise<z.input<typeof caseOutput>> {
  const one = await readCase(db, scope, input.caseId);
  const { state, edition } = one;
  const manages = actsForAll(scope, "edition.manage");
  const second = isSecond(scope, one);
  const waits = caseMayBecome(state, "selected");
  const [sources, links, editions] = await Promise.all([
    sourcesOf(db, scope.alliance.id, [one.id]),
    linksOf(db, scope, [one.id]),
    waits && manages && second
      ? db.edition.findMany({
          where: { allianceId: scope.alliance.id, state: { in: ["drafting", "merge"] } },
          orderBy: { year: "desc" },
          take: 20,
          select: { id: true, title: true },
        })
      : [],
  ]);
  return {
    ...one,
    edition: edition && { id: edition.id, title: edition.title },
    sources,
    links,
    editions,
    may: {
      write: isCaseInHand(state) && writes(scope, one.organizationId),
      return: waits && manages && second,
      select: waits && manages && second && editions.length > 0,
      release: edition !== null && takesCases(edition.state) && manages,
      decideBlocked: waits && manages && !second,
    },
  };
}
