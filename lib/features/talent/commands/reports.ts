import { createHash } from "node:crypto";
import type { z } from "zod";
import { asJson, canonicalJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { takeSnapshot } from "../queries/snapshot";
import { reportAfter } from "../rules/states";
import type { draftReportInput, MovedReport, reportStepInput } from "../schema/reports";
import type { ReportStep } from "../types";

type Answer<R extends string = never> = Promise<Result<MovedReport, "wrong-state" | R>>;
type Step = z.output<typeof reportStepInput>;

/** The highest edition that is out; 0 before the first. */
async function lastEdition(tx: Tx, scope: TenantScope, of: { kind: string; year: number }) {
  const rows = await tx.$queryRaw<{ edition: number }[]>`
    SELECT coalesce(max(edition), 0)::int AS edition FROM talent_reports
    WHERE alliance_id = ${scope.alliance.id}::uuid AND kind = ${of.kind}::talent_report_kind AND year = ${of.year}`;
  return rows[0]?.edition ?? 0;
}

/** What alliance and issuer are called now: an edition is not renamed with them. */
async function headingOf(tx: Tx, allianceId: string, issuerId: string) {
  const [alliance, issuer] = [
    await tx.alliance.findUniqueOrThrow({ where: { id: allianceId }, select: { name: true } }),
    await tx.organization.findFirst({
      where: { id: issuerId, status: "active" },
      select: { name: true },
    }),
  ];
  return issuer && { alliance: alliance.name, issuer: issuer.name };
}

/** Counts everything now and keeps it: the draft, the review and the publication are about these numbers. */
export async function draftReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof draftReportInput>,
): Promise<
  Result<MovedReport, "report-in-hand" | "issuer-unknown" | "correction-needed" | "year-to-come">
> {
  const allianceId = scope.alliance.id;
  const { kind, year, issuerId, note = null, correction = null } = input;
  if (year > Number(scope.today.slice(0, 4))) return refuse("year-to-come");
  const names = await headingOf(tx, allianceId, issuerId);
  if (!names) return refuse("issuer-unknown");
  const open = await tx.talentReport.count({
    where: { allianceId, kind, year, state: { in: ["draft", "reviewed"] } },
  });
  if (open > 0) return refuse("report-in-hand");
  if (!correction && (await lastEdition(tx, scope, input)) > 0) return refuse("correction-needed");
  const snapshot = asJson({ ...(await takeSnapshot(tx, scope, kind, year)), names });
  const sha256 = createHash("sha256").update(canonicalJson(snapshot)).digest("hex");
  const { id, version } = await tx.talentReport.create({
    data: {
      allianceId,
      kind,
      year,
      issuerId,
      note,
      correction,
      snapshot,
      sha256,
      takenAt: scope.now,
      draftedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "talent_report.draft",
    subjectType: "talent-report",
    subjectId: id,
    details: { kind, year, sha256 },
  });
  return accept({ id, state: "draft", edition: null, version });
}

async function holdReport(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  return (await tx.talentReport.findUnique({ where })) ?? notFound();
}
type Held = Awaited<ReturnType<typeof holdReport>>;

async function moveReport(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: { step: ReportStep; version: number; data: Prisma.TalentReportUncheckedUpdateManyInput },
): Answer {
  const next = reportAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.talentReport.updateMany({
    where: { allianceId: scope.alliance.id, id: held.id, state: held.state, version: move.version },
    data: { ...move.data, state: next, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  const { edition } = await tx.talentReport.findUniqueOrThrow({ where: { id: held.id } });
  await scope.audit({
    action: `talent_report.${move.step}`,
    subjectType: "talent-report",
    subjectId: held.id,
    details: { from: held.state, to: next, edition },
  });
  return accept({ id: held.id, state: next, edition, version: move.version + 1 });
}

/** I-15: the issuer's side reads what another person drafted. */
export async function reviewReport(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"second-person-needed"> {
  const held = await holdReport(tx, scope, input.reportId);
  if (held.state === "draft" && held.draftedById === scope.actor.userId) {
    return refuse("second-person-needed");
  }
  const data = { reviewedById: scope.actor.userId, reviewedAt: scope.now };
  return moveReport(tx, scope, held, { step: "review", version: input.version, data });
}

/** The next edition of its kind and year; nothing of it changes any more. */
export async function publishReport(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdReport(tx, scope, input.reportId);
  const edition = (await lastEdition(tx, scope, held)) + 1;
  const data = { edition, publishedById: scope.actor.userId, publishedAt: scope.now };
  return moveReport(tx, scope, held, { step: "publish", version: input.version, data });
}

/** A draft whose numbers are not those that should appear; the next draft counts again. */
export async function discardReport(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdReport(tx, scope, input.reportId);
  return moveReport(tx, scope, held, { step: "discard", version: input.version, data: {} });
}
