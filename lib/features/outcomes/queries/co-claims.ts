import type { z } from "zod";
import { dateOf, dayIn, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { actsFor, canDecide, unapprovedReach } from "../policy";
import { checkMove, coClaimWaits } from "../rules/co-claims";
import { shareText } from "../rules/shares";
import type { CoClaim, listCoClaimsSchema } from "../schema/claims";
import { claimantsOf } from "./facts";

const about = {
  organization: { select: { name: true } },
  record: {
    include: {
      metric: true,
      organization: { select: { name: true } },
      shares: { select: { organizationId: true } },
      coClaims: { select: { state: true, organizationId: true } },
    },
  },
} satisfies Prisma.OutcomeCoClaimInclude;

type Read = Prisma.OutcomeCoClaimGetPayload<{ include: typeof about }>;

/** Who must answer, and who proposed. */
export const sidesOf = (claim: {
  offered: boolean;
  organizationId: string;
  record: { organizationId: string };
}) =>
  claim.offered
    ? { proposer: claim.record.organizationId, answerer: claim.organizationId }
    : { proposer: claim.organizationId, answerer: claim.record.organizationId };

/** Nobody of the three sides of a dispute judges it, nor of those who ask for a part of the same result. */
export const mayDecide = (scope: TenantScope, claim: Read): boolean =>
  claim.proposedById !== scope.actor.userId &&
  claim.answeredById !== scope.actor.userId &&
  canDecide(scope, {
    organizationId: claim.record.organizationId,
    enteredById: claim.record.enteredById,
    coOwnerIds: [claim.organizationId, ...claim.record.shares.map((one) => one.organizationId)],
    claimantIds: claimantsOf(claim.record.coClaims),
  });

export function viewOf(scope: TenantScope, claim: Read): CoClaim {
  const { record, organization, share, ...rest } = claim;
  const facts = { state: claim.state, dueOn: dayOf(claim.dueOn) };
  const sides = sidesOf(claim);
  const can = (move: Parameters<typeof checkMove>[1]) => checkMove(facts, move, scope.today).ok;
  return {
    ...rest,
    title: record.title,
    metricCode: record.metricCode,
    metricZh: record.metric.nameZh,
    metricEn: record.metric.nameEn,
    naturalKey: record.naturalKey,
    leadId: record.organizationId,
    leadName: record.organization.name,
    organizationName: organization.name,
    share: shareText(share),
    waitsFor: coClaimWaits(facts, scope.today) ?? null,
    proposedOn: dayIn(claim.proposedAt, scope.alliance.timeZone),
    dueOn: facts.dueOn,
    may: {
      answer:
        can("agree") && actsFor(scope, sides.answerer) && claim.proposedById !== scope.actor.userId,
      withdraw: can("withdraw") && actsFor(scope, sides.proposer),
      decide: can("grant") && mayDecide(scope, claim),
    },
  };
}

/** Co-claims are seen by the sides and by those who see all that is not approved. */
function seen(scope: TenantScope): Prisma.OutcomeCoClaimWhereInput {
  const reach = unapprovedReach(scope);
  const allianceId = scope.alliance.id;
  if (reach?.whole) return { allianceId };
  const own = { in: [...(reach?.organizationIds ?? [])] };
  return { allianceId, OR: [{ organizationId: own }, { record: { organizationId: own } }] };
}

/** Those of one record, newest first. */
export async function coClaimsOf(db: Db, scope: TenantScope, recordId: string): Promise<CoClaim[]> {
  const claims = await db.outcomeCoClaim.findMany({
    where: { AND: [seen(scope), { recordId }] },
    include: about,
    orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
  });
  return claims.map((claim) => viewOf(scope, claim));
}

/** The one that a command is about. */
export async function getCoClaim(db: Db, scope: TenantScope, id: string): Promise<Read> {
  const claim = await db.outcomeCoClaim.findFirst({
    where: { AND: [seen(scope), { id }] },
    include: about,
  });
  return claim ?? notFound();
}

const open = { in: ["proposed", "refused"] } satisfies Prisma.EnumCoClaimStateFilter;

function boxed(
  scope: TenantScope,
  box: z.output<typeof listCoClaimsSchema>["box"],
): Prisma.OutcomeCoClaimWhereInput {
  if (box === "settled") return { state: { in: ["agreed", "granted", "denied", "withdrawn"] } };
  const today = dateOf(scope.today);
  const reach = unapprovedReach(scope);
  if (reach?.whole) {
    const due: Prisma.OutcomeCoClaimWhereInput = {
      OR: [{ state: "refused" }, { state: "proposed", dueOn: { lt: today } }],
    };
    return box === "waiting" ? due : { state: "proposed", dueOn: { gte: today } };
  }
  const own = { in: [...(reach?.organizationIds ?? [])] };
  const answers: Prisma.OutcomeCoClaimWhereInput = {
    state: "proposed",
    dueOn: { gte: today },
    OR: [
      { offered: true, organizationId: own },
      { offered: false, record: { organizationId: own } },
    ],
  };
  return box === "waiting" ? answers : { state: open, NOT: answers };
}

export async function listCoClaims(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listCoClaimsSchema>,
) {
  const where = { AND: [seen(scope), boxed(scope, input.box)] };
  const [claims, total] = await Promise.all([
    db.outcomeCoClaim.findMany({
      where,
      include: about,
      orderBy: [{ dueOn: input.box === "settled" ? "desc" : "asc" }, { id: "asc" }],
      skip: (input.page - 1) * input.pageSize,
      take: input.pageSize,
    }),
    db.outcomeCoClaim.count({ where }),
  ]);
  const items = claims.map((claim) => viewOf(scope, claim));
  return { items, total, page: input.page, pageSize: input.pageSize };
}
