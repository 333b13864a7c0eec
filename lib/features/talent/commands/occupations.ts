import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { occupationOutput, saveOccupationInput } from "../schema/demands";

type Input = z.output<typeof saveOccupationInput>;
type Saved = z.output<typeof occupationOutput>;

async function changed(tx: Tx, scope: TenantScope, id: string, input: Input): Promise<Saved> {
  const allianceId = scope.alliance.id;
  const held = await tx.occupation.findUnique({ where: { allianceId_id: { allianceId, id } } });
  const version = input.version ?? (held ?? notFound()).version;
  const { count } = await tx.occupation.updateMany({
    where: { allianceId, id, version },
    data: { name: input.name, nameEn: input.nameEn ?? null, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id, version: version + 1 };
}

/** An occupation and the programmes that lead to it: suggestions and gaps follow this map. */
export async function saveOccupation(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Saved, "name-taken">> {
  const allianceId = scope.alliance.id;
  const { occupationId, name, nameEn = null } = input;
  const programmeIds = [...new Set(input.programmeIds)];
  const known = await tx.programme.count({ where: { id: { in: programmeIds } } });
  if (known !== programmeIds.length) notFound();
  const same = await tx.occupation.findFirst({
    where: { allianceId, name, ...(occupationId && { id: { not: occupationId } }) },
    select: { id: true },
  });
  if (same) return refuse("name-taken");
  const { id, version } = occupationId
    ? await changed(tx, scope, occupationId, input)
    : await tx.occupation.create({ data: { allianceId, name, nameEn } });
  await tx.occupationProgramme.deleteMany({ where: { allianceId, occupationId: id } });
  await tx.occupationProgramme.createMany({
    data: programmeIds.map((programmeId) => ({ allianceId, occupationId: id, programmeId })),
  });
  await scope.audit({
    action: "occupation.save",
    subjectType: "occupation",
    subjectId: id,
    details: { name, programmes: programmeIds },
  });
  return accept({ id, version });
}
