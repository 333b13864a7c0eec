import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { type CollegeFacts, seesCollege } from "../policy";
import type { ApprovalFacts } from "../rules/approval";

/** What a college is decided by. */
export const included = {
  parties: {
    orderBy: { id: "asc" },
    include: { organization: { select: { id: true, name: true } } },
  },
  school: { select: { id: true, name: true, regionCode: true } },
  checks: { orderBy: { item: "asc" }, include: { file: { select: { id: true, name: true } } } },
  _count: { select: { contributions: true } },
} as const;

/** @throws AppError not-found, also for what the asker may not know of */
export async function readCollege(db: Db, scope: TenantScope, collegeId: string) {
  const found = await db.college.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: collegeId } },
    include: included,
  });
  return found && seesCollege(scope, factsOf(found)) ? found : notFound();
}
export type ReadCollege = Awaited<ReturnType<typeof readCollege>>;

/** The same, locked until the end of the transaction. @throws AppError not-found, stale */
export async function openCollege(
  tx: Tx,
  scope: TenantScope,
  given: { collegeId: string; version?: number },
): Promise<ReadCollege> {
  await tx.$queryRaw`
    SELECT id FROM colleges WHERE id = ${given.collegeId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const college = await readCollege(tx, scope, given.collegeId);
  if (given.version !== undefined && given.version !== college.version) throw new AppError("stale");
  return college;
}

type Known = Pick<CollegeFacts, "state" | "schoolId" | "proposedById"> & {
  parties: readonly { organizationId: string }[];
};

export const factsOf = (college: Known): CollegeFacts => ({
  state: college.state,
  schoolId: college.schoolId,
  proposedById: college.proposedById,
  organizationIds: [
    college.schoolId,
    ...college.parties.map(({ organizationId }) => organizationId),
  ],
});

export const approvalOf = (college: ReadCollege): ApprovalFacts => ({
  kind: college.kind,
  ownership: college.ownership,
  checks: college.checks.map(({ item }) => item),
  parties: college.parties.map(({ role, share, signedOn }) => ({
    role,
    share,
    signed: signedOn !== null,
  })),
  contributions: college._count.contributions,
  schoolOpinion: college.schoolOpinionOn !== null,
});

/** What a record names must be known, and of this alliance where it belongs to one. */
export async function known(
  db: Db,
  scope: TenantScope,
  given: { organizationIds?: readonly string[]; fileId?: string | undefined },
): Promise<void> {
  const ids = [...new Set(given.organizationIds ?? [])];
  const found = [
    ids.length === 0 ||
      (await db.organization.count({ where: { id: { in: ids }, status: "active" } })) ===
        ids.length,
    !given.fileId ||
      (await db.storedFile.findUnique({
        where: { allianceId_id: { allianceId: scope.alliance.id, id: given.fileId } },
      })) !== null,
  ];
  if (found.includes(false)) notFound();
}
