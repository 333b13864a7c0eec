import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { mayMove, needsBasePark } from "../rules/status";
import type { updateAllianceInput } from "../schema/alliances";

export const updateAllianceRefusals = ["wrong-state", "city-needs-park", "not-a-park"] as const;
type Refusal = (typeof updateAllianceRefusals)[number];

const date = (day: string | undefined) => (day ? dateOf(day) : null);

/** The profile as the form holds it: what is left blank is taken out. Type and address do not change. */
export async function updateAlliance(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateAllianceInput>,
): Promise<Result<{ version: number }, Refusal>> {
  const before = await tx.alliance.findUnique({ where: { id: scope.alliance.id } });
  if (!before) return notFound();
  if (!mayMove(before.status, input.status)) return refuse("wrong-state");
  if (needsBasePark(before.type, input.status) && !input.basePark) return refuse("city-needs-park");
  if (input.basePark) {
    const park = await tx.organization.findFirst({
      where: { id: input.basePark, kind: "park", status: "active" },
      select: { id: true },
    });
    if (!park) return refuse("not-a-park");
  }
  const { count } = await tx.alliance.updateMany({
    where: { id: scope.alliance.id, version: input.version },
    data: {
      ...columnsOf(input),
      publishedAt: input.published ? (before.publishedAt ?? scope.now) : null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "alliance.update_profile",
    subjectType: "alliance",
    subjectId: scope.alliance.id,
    details: {
      status: [before.status, input.status],
      published: [before.publishedAt !== null, input.published === true],
      name: [before.name, input.name],
    },
  });
  return accept({ version: input.version + 1 });
}

/** What is left blank in the form is empty in the row. */
const columnsOf = (given: z.output<typeof updateAllianceInput>) => ({
  name: given.name,
  status: given.status,
  nameEn: given.nameEn ?? null,
  shortName: given.shortName ?? null,
  level: given.level ?? null,
  batch: given.batch ?? null,
  batchSize: given.batchSize ?? null,
  approvedOn: date(given.approvedOn),
  foundedOn: date(given.foundedOn),
  regionCode: given.regionCode ?? null,
  leadIndustry: given.leadIndustry ?? null,
  governanceModel: given.governanceModel ?? null,
  baseParkId: given.basePark ?? null,
  summary: given.summary ?? null,
});
