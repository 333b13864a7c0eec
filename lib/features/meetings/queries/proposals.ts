import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { listProposalsInput, listProposalsOutput } from "../schema/prepare";

type Input = z.output<typeof listProposalsInput>;

/** The secretariat and the supervisors see all, everybody else what they or their organization brought. */
function whereOf(scope: TenantScope, input: Input) {
  const own = [
    { proposedById: scope.actor.userId ?? "00000000-0000-0000-0000-000000000000" },
    { organizationId: { in: [...scope.reach.organizationIds] } },
  ];
  return {
    allianceId: scope.alliance.id,
    ...(input.state && { state: input.state }),
    ...(input.body && { bodyId: input.body }),
    ...(!scope.reach.whole && { OR: own }),
  };
}

export async function listProposals(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listProposalsOutput>> {
  const where = whereOf(scope, input);
  const [rows, total] = await Promise.all([
    db.agendaProposal.findMany({
      where,
      include: {
        body: { select: { id: true, name: true, nameEn: true } },
        organization: { select: { name: true } },
        meeting: { select: { id: true, title: true } },
        file: { select: { id: true, name: true } },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.pageSize,
      skip: (input.page - 1) * input.pageSize,
    }),
    db.agendaProposal.count({ where }),
  ]);
  const users = await db.user.findMany({
    where: { id: { in: rows.map((row) => row.proposedById) } },
    select: { id: true, person: { select: { name: true } } },
  });
  const names = new Map(users.map((user) => [user.id, user.person.name]));
  return {
    items: rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      organizationName: row.organization?.name ?? null,
      proposedBy: names.get(row.proposedById) ?? "",
      own: row.proposedById === scope.actor.userId,
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  };
}
