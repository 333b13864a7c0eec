import type { z } from "zod";
import { knowsProject } from "@/lib/features/projects/queries/list";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayPrepare } from "../policy";
import { certificateFor } from "../queries/get";
import { stateAfter } from "../rules";
import type { certificateAnswer, changeCertificateInput, draftCertificateInput } from "../schema";

type Content = z.output<typeof draftCertificateInput>;
type Answer = z.input<typeof certificateAnswer>;
type ContentRefusal =
  | "certificate-year-ahead"
  | "certificate-not-an-enterprise"
  | "certificate-own-claimant"
  | "certificate-not-a-member";

type Side = { id: string; enterprise: boolean; member: boolean };

/** The two units as they stand today. */
const sidesOf = (tx: Tx, scope: TenantScope, ids: readonly string[]) => tx.$queryRaw<Side[]>`
  SELECT o.id, o.kind = 'enterprise' AS enterprise, EXISTS (
    SELECT 1 FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = o.id
      AND daterange(p.valid_from, p.valid_to, '[]') @> ${scope.today}::date) AS member
  FROM organizations o WHERE o.id = ANY(${ids}::uuid[]) AND o.merged_into_id IS NULL`;

/** What is written down, as columns; or what is wrong with it. */
async function columnsOf(
  tx: Tx,
  scope: TenantScope,
  content: Content,
  kept: string | null,
): Promise<Result<ReturnType<typeof written>, ContentRefusal>> {
  const { enterpriseId, claimantId, projectId, year } = content;
  if (year > Number(scope.today.slice(0, 4))) return refuse("certificate-year-ahead");
  if (claimantId === enterpriseId) return refuse("certificate-own-claimant");
  const wanted = claimantId ? [enterpriseId, claimantId] : [enterpriseId];
  const sides = await sidesOf(tx, scope, wanted);
  if (sides.length < wanted.length) return notFound();
  if (!sides.find(({ id }) => id === enterpriseId)?.enterprise) {
    return refuse("certificate-not-an-enterprise");
  }
  if (!sides.every(({ member }) => member)) return refuse("certificate-not-a-member");
  if (projectId && projectId !== kept && !(await knowsProject(tx, scope, projectId))) {
    return notFound();
  }
  return accept(written(content));
}

const written = (content: Content) => ({
  enterpriseId: content.enterpriseId,
  claimantId: content.claimantId ?? null,
  projectId: content.projectId ?? null,
  year: content.year,
  outputIncrease: content.outputIncrease ?? null,
  taxes: content.taxes ?? null,
  savings: content.savings ?? null,
});

const sidesIn = (content: Content) => ({
  enterpriseId: content.enterpriseId,
  claimantId: content.claimantId ?? null,
});

/** The enterprise writes it down, or the member that needs it, or the secretariat for both. */
export async function draftCertificate(
  tx: Tx,
  scope: TenantScope,
  input: Content,
): Promise<Result<Answer, ContentRefusal>> {
  if (!mayPrepare(scope, sidesIn(input))) forbidden();
  const columns = await columnsOf(tx, scope, input, null);
  if (!columns.ok) return columns;
  const created = await tx.benefitCertificate.create({
    data: {
      ...columns.value,
      allianceId: scope.alliance.id,
      preparedById: scope.actor.userId ?? forbidden(),
      stateSince: scope.now,
      createdAt: scope.now,
    },
    select: { id: true, version: true, state: true },
  });
  await scope.audit({
    action: "certificate.draft",
    subjectType: "certificate",
    subjectId: created.id,
    details: columns.value,
  });
  return accept(created);
}

export async function changeCertificate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof changeCertificateInput>,
): Promise<Result<Answer, ContentRefusal | "certificate-wrong-state">> {
  const found = await certificateFor(tx, scope, input.id);
  if (!mayPrepare(scope, found) || !mayPrepare(scope, sidesIn(input))) forbidden();
  if (!stateAfter(found.state, "change")) return refuse("certificate-wrong-state");
  const columns = await columnsOf(tx, scope, input, found.projectId);
  if (!columns.ok) return columns;
  const { count } = await tx.benefitCertificate.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: "draft", version: input.version },
    data: { ...columns.value, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "certificate.change",
    subjectType: "certificate",
    subjectId: found.id,
    details: columns.value,
  });
  return accept({ id: found.id, version: input.version + 1, state: found.state });
}
