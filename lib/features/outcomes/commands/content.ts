import type { z } from "zod";
import type { Metric } from "@/lib/features/metrics/schema";
import { knowsProject } from "@/lib/features/projects/queries/list";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { regionOf } from "../queries/look-up";
import { composeKey, isLevelled, keyKindOf } from "../rules/keys";
import { levelThatCounts } from "../rules/levels";
import { checkReport, type ReportFault, yearOf } from "../rules/report";
import type { reportOutcomeSchema } from "../schema/records";
import {
  type CertificateRefusal,
  certificateRefusals,
  namedCertificate,
  refusedBy,
} from "./certificate";

type Reported = z.output<typeof reportOutcomeSchema>;
export type Content = Omit<Reported, "organizationId" | "metricCode" | "followsId" | "follow">;
type Kept = { id: string; fileId: string | null; projectId: string | null };
type Owner = { organizationId: string; kept?: Kept };

/** Why a result is not taken as it was reported, by itself or with its training. */
export const reportRefusals = [
  "metric-not-reported",
  "evidence-missing",
  "result-in-future",
  "key-missing",
  "one-result-per-record",
  "fraction-of-a-thing",
  "key-incomplete",
  "duplicate-result",
  "claimed-by-another",
  "not-the-last-of-its-chain",
  "level-not-higher",
  "not-new-money",
  "file-not-yours",
  ...certificateRefusals,
] as const;

export type ContentRefusal = ReportFault | CertificateRefusal | "key-incomplete" | "file-not-yours";

/** The evidence must be a file that this person handed in: nobody proves a figure with another's paper. */
async function ownsFile(tx: Tx, scope: TenantScope, fileId: string | undefined, kept?: Kept) {
  if (!fileId || fileId === kept?.fileId) return true;
  const where = { id: fileId, allianceId: scope.alliance.id, uploadedById: scope.actor.userId };
  return (await tx.storedFile.count({ where })) === 1;
}

/** A result names a project that its reporter may know of, or the one that it named before. */
const knowsOf = async (tx: Tx, scope: TenantScope, projectId: string | undefined, kept?: Kept) =>
  !projectId || projectId === kept?.projectId || (await knowsProject(tx, scope, projectId));

/** What was reported as columns, with the key that its metric asks for; or what is wrong with it. */
export async function columnsOf(
  tx: Tx,
  scope: TenantScope,
  metric: Metric,
  content: Content,
  { organizationId, kept }: Owner,
) {
  const { certificateId } = content;
  const ground = certificateId ? await namedCertificate(tx, scope, certificateId) : undefined;
  // The certificate proves what rests on it, and its enterprise is what the result is known by.
  const naturalKey = content.naturalKey ?? ground?.enterprise.name;
  const check = checkReport(
    metric,
    { ...content, naturalKey, fileId: content.fileId ?? certificateId },
    scope.today,
  );
  if (!check.ok) return check;
  const kind = keyKindOf(metric.code);
  const year = yearOf(content.occurredOn, metric.yearBasis);
  const level =
    content.level && isLevelled(kind)
      ? levelThatCounts(content.level, await regionOf(tx, scope))
      : undefined;
  const key = composeKey(kind, { ...content, naturalKey, level, year });
  if (key === null) return refuse("key-incomplete");
  if (!(await ownsFile(tx, scope, content.fileId, kept))) return refuse("file-not-yours");
  if (!(await knowsOf(tx, scope, content.projectId, kept))) notFound();
  // What the enterprise sealed for one project is a result of that project.
  const projectId = content.projectId ?? ground?.projectId ?? null;
  if (ground?.projectId && projectId !== ground.projectId) {
    return refuse("certificate-other-project");
  }
  if (ground) {
    const { quantity } = content;
    const claim = { metricCode: metric.code, organizationId, year, quantity, recordId: kept?.id };
    const refused = await refusedBy(tx, scope, ground, { ...claim, keyName: naturalKey ?? null });
    if (refused) return refused;
  }
  return accept({
    title: content.title,
    occurredOn: dateOf(content.occurredOn),
    year,
    quantity: content.quantity,
    naturalKey: key ?? null,
    keyName: naturalKey ?? null,
    parties: kind === "contract" ? (content.parties ?? null) : null,
    issuer: kind === "award" ? (content.issuer ?? null) : null,
    level: level ?? null,
    projectId,
    fileId: content.fileId ?? null,
    certificateId: certificateId ?? null,
  }) satisfies Result<object>;
}

/** What was reported, without the words: the chain holds no free text. */
export const traceOf = (content: Content) => ({
  quantity: content.quantity,
  occurredOn: content.occurredOn,
  fileId: content.fileId ?? null,
  certificateId: content.certificateId ?? null,
});

export async function hasMembership(
  tx: Tx,
  scope: TenantScope,
  organizationId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
      WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ${organizationId}::uuid
        AND daterange(p.valid_from, p.valid_to, '[]') @> ${scope.today}::date) AS found`;
  return rows[0]?.found === true;
}
