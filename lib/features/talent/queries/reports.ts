import type { z } from "zod";
import { academicYearOf } from "@/lib/features/programmes/rules";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { mayWhole } from "../policy";
import { reportAfter } from "../rules/states";
import {
  type getReportInput,
  type listReportsInput,
  type listReportsOutput,
  type ReportRow,
  type ReportView,
  reportSnapshot,
  type talentOverviewOutput,
} from "../schema/reports";
import type { ReportStep } from "../types";
import { countedDemand } from "./demands";
import { readGaps } from "./snapshot";

const fields = Prisma.sql`r.id, r.kind::text AS kind, r.year, r.edition, r.state::text AS state,
  json_build_object('id', i.id, 'name', coalesce(r.snapshot #>> '{names,issuer}', i.name)) AS issuer, ${instantText(Prisma.sql`r.taken_at`)} AS "takenAt",
  ${instantText(Prisma.sql`r.published_at`)} AS "publishedAt", r.correction,
  EXISTS (SELECT 1 FROM talent_reports n WHERE n.alliance_id = r.alliance_id AND n.kind = r.kind AND n.year = r.year
    AND n.state = 'published' AND n.edition > r.edition) AS corrected`;

/** Drafts are the offices' own; what is published everybody reads. */
const visible = (scope: TenantScope): Prisma.Sql =>
  scope.reach.whole ? Prisma.sql`r.state <> 'discarded'` : Prisma.sql`r.state = 'published'`;

export async function listReports(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listReportsInput>,
): Promise<z.input<typeof listReportsOutput>> {
  const parts = [Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid`, visible(scope)];
  if (input.kind) parts.push(Prisma.sql`r.kind = ${input.kind}::talent_report_kind`);
  if (input.year) parts.push(Prisma.sql`r.year = ${input.year}`);
  const where = Prisma.join(parts, " AND ");
  const [items, totals] = await Promise.all([
    db.$queryRaw<
      ReportRow[]
    >`SELECT ${fields} FROM talent_reports r JOIN organizations i ON i.id = r.issuer_id WHERE ${where}
      ORDER BY r.published_at DESC NULLS FIRST, r.id DESC
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM talent_reports r WHERE ${where}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayDraft: mayWhole(scope, "talent_report.draft"),
  };
}

type Found = ReportRow &
  Pick<ReportView, "note" | "sha256" | "version" | "alliance"> & {
    snapshot: unknown;
    draftedById: string | null;
  };

export async function getReport(
  db: Db,
  scope: TenantScope,
  { reportId }: z.output<typeof getReportInput>,
): Promise<ReportView> {
  const rows = await db.$queryRaw<Found[]>`
    SELECT ${fields}, r.note, r.sha256, r.version, r.snapshot, r.drafted_by_id AS "draftedById",
      coalesce(r.snapshot #>> '{names,alliance}', a.name) AS alliance
    FROM talent_reports r JOIN organizations i ON i.id = r.issuer_id JOIN alliances a ON a.id = r.alliance_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${reportId}::uuid AND ${visible(scope)}`;
  const { draftedById, snapshot, ...row } = rows[0] ?? notFound();
  const can = (step: ReportStep) => reportAfter(row.state, step) !== undefined;
  const drafts = mayWhole(scope, "talent_report.draft");
  const other = draftedById !== scope.actor.userId;
  return {
    ...row,
    snapshot: reportSnapshot.parse(snapshot),
    may: {
      review: can("review") && other && mayWhole(scope, "talent_report.review"),
      publish: can("publish") && drafts,
      discard: can("discard") && drafts,
    },
  };
}

type Overview = z.input<typeof talentOverviewOutput>;
type Counted = {
  demands: number;
  heads: number;
  confirmed: number;
  filled: number;
  hired: number;
  offerings: number;
  graduates: number;
  taken: number;
  live: number;
};

/** The talent page's numbers; the year is the academic year of today. */
export async function talentOverview(db: Db, scope: TenantScope): Promise<Overview> {
  const allianceId = scope.alliance.id;
  const year = academicYearOf(scope.today);
  const [rows, gaps] = await Promise.all([
    db.$queryRaw<Counted[]>`
      SELECT d.*, y.*, (SELECT count(*)::int FROM talent_matches t WHERE t.alliance_id = ${allianceId}::uuid
        AND t.state IN ('suggested', 'contacted', 'agreed')) AS live
      FROM (SELECT count(*) FILTER (WHERE state IN ('open', 'partly_matched') AND expires_on >= ${scope.today}::date)::int AS demands,
          coalesce(sum(headcount - taken) FILTER (WHERE state IN ('open', 'partly_matched') AND expires_on >= ${scope.today}::date), 0)::int AS heads,
          coalesce(sum(headcount) FILTER (WHERE ${countedDemand} AND academic_year = ${year}), 0)::int AS confirmed,
          coalesce(sum(hired) FILTER (WHERE ${countedDemand} AND academic_year = ${year}), 0)::int AS filled,
          coalesce(sum(hired) FILTER (WHERE academic_year = ${year}), 0)::int AS hired
        FROM talent_demands d WHERE alliance_id = ${allianceId}::uuid) d,
      (SELECT count(*)::int AS offerings, coalesce(sum(graduates), 0)::int AS graduates, coalesce(sum(taken), 0)::int AS taken
        FROM talent_supplies WHERE alliance_id = ${allianceId}::uuid AND academic_year = ${year} AND state = 'published') y`,
    readGaps(db, scope, year),
  ]);
  const row = rows[0];
  if (!row) throw new Error("an aggregate without a row");
  return {
    year,
    open: { demands: row.demands, heads: row.heads },
    filled: { part: row.filled, whole: row.confirmed },
    supply: { offerings: row.offerings, graduates: row.graduates, taken: row.taken },
    matches: { live: row.live, hired: row.hired },
    gaps,
  };
}
