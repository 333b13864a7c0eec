import type { z } from "zod";
import { nameOfUser } from "@/lib/features/resolutions/queries/names";
import { dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mayOf, mayRead } from "../policy";
import { leftOf, limitOf, totalOf } from "../rules";
import type { Certificate, certificateOutput, getCertificateInput } from "../schema";
import type { Amounts } from "../types";

/** The certificate that a step is about; not found for whoever may not know of it. */
export async function certificateFor(db: Db, scope: TenantScope, id: string) {
  const found = await db.benefitCertificate.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: {
      enterprise: { select: { id: true, name: true } },
      claimant: { select: { id: true, name: true } },
      project: { select: { title: true } },
      file: { select: { id: true, name: true } },
    },
  });
  return found && mayRead(scope, found) ? found : notFound();
}
type Found = Awaited<ReturnType<typeof certificateFor>>;

export const amountsOf = (
  row: Record<keyof Amounts, { toFixed(places: number): string } | null>,
): Amounts => ({
  outputIncrease: row.outputIncrease?.toFixed(2) ?? null,
  taxes: row.taxes?.toFixed(2) ?? null,
  savings: row.savings?.toFixed(2) ?? null,
});

/** What results under a metric take of it, in 万元; without the one that is asked about. */
export async function restingOn(
  db: Db,
  scope: TenantScope,
  { id, except }: { id: string; except?: string | undefined },
): Promise<Record<string, string>> {
  const rows = await db.$queryRaw<{ code: string; total: string }[]>`
    SELECT o.metric_code AS code, sum(o.quantity)::numeric(20, 2)::text AS total FROM outcome_records o
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.certificate_id = ${id}::uuid AND o.state <> 'superseded'
      AND o.id IS DISTINCT FROM ${except ?? null}::uuid GROUP BY 1`;
  return Object.fromEntries(rows.map(({ code, total }) => [code, total]));
}

/** Everybody who reads the certificate is a side of it or sees the whole: what rests on it is theirs to know. */
const recordsOn = (db: Db, scope: TenantScope, id: string) => db.$queryRaw<Certificate["records"]>`
  SELECT o.id, o.title, o.metric_code AS "metricCode", m.name_zh AS "metricZh", m.name_en AS "metricEn",
    g.name AS "organizationName", o.quantity::text AS quantity
  FROM outcome_records o JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
  WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.certificate_id = ${id}::uuid AND o.state <> 'superseded'
  ORDER BY o.metric_code, o.occurred_on, o.id LIMIT 100`;

function leftIn(found: Found, resting: Record<string, string>): Certificate["left"] {
  const amounts = amountsOf(found);
  const of = (code: string) =>
    found.state === "sealed" ? leftOf(limitOf(code, amounts), resting[code] ?? "0") : "0.00";
  return { benefit: of("M29"), output: of("M30") };
}

export async function getCertificate(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getCertificateInput>,
): Promise<z.input<typeof certificateOutput>> {
  const found = await certificateFor(db, scope, input.id);
  const [records, resting, preparedBy] = await Promise.all([
    recordsOn(db, scope, found.id),
    restingOn(db, scope, { id: found.id }),
    nameOfUser(db, found.preparedById),
  ]);
  return {
    ...found,
    ...amountsOf(found),
    total: totalOf(amountsOf(found)),
    projectTitle: found.project?.title ?? null,
    stateSince: found.stateSince.toISOString(),
    sealedAt: found.sealedAt?.toISOString() ?? null,
    sealedOn: found.sealedAt && dayIn(found.sealedAt, scope.alliance.timeZone),
    preparedBy,
    records,
    left: leftIn(found, resting),
    may: mayOf(scope, found),
  };
}
