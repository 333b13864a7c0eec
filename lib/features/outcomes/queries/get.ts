import type { z } from "zod";
import { mayRead } from "@/lib/features/certificates/policy";
import { knowsProject } from "@/lib/features/projects/queries/list";
import { nameOfUser } from "@/lib/features/resolutions/queries/names";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { canAmend, canDecide, canDownload, unapprovedReach } from "../policy";
import { isClaimable } from "../rules/co-claims";
import { goneOf } from "../rules/evidence";
import { sharesOf, shareText } from "../rules/shares";
import { isApproved, stateAfter } from "../rules/states";
import type { getOutcomeSchema, Outcome } from "../schema/records";
import { trainingOf } from "./batches";
import { coClaimsOf } from "./co-claims";
import { getOutcomeForChange } from "./facts";
import { listReopened } from "./reopened";
import { visible } from "./visible";

type Found = Awaited<ReturnType<typeof getOutcomeForChange>>;

/** The lead first, then the others by their part. */
function shareViews(found: Found): Outcome["shares"] {
  const names = new Map(found.shares.map((one) => [one.organizationId, one.organization.name]));
  return sharesOf(found.organizationId, found.shares)
    .map(({ organizationId, share }) => ({
      organizationId,
      organizationName: names.get(organizationId) ?? found.organization.name,
      share: shareText(share),
      leads: organizationId === found.organizationId,
    }))
    .sort((a, b) => Number(b.leads) - Number(a.leads) || Number(b.share) - Number(a.share));
}

/** The whole chain that the record is part of, as far as the reader sees it; empty where it stands alone. */
async function chainOf(db: Db, scope: TenantScope, found: Found): Promise<Outcome["chain"]> {
  const rows = await db.$queryRaw<Outcome["chain"]>`
    WITH RECURSIVE before AS (
      SELECT id, follows_id FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${found.id}::uuid
      UNION ALL SELECT r.id, r.follows_id FROM outcome_records r JOIN before b
        ON r.alliance_id = ${scope.alliance.id}::uuid AND r.id = b.follows_id),
    after AS (
      SELECT id FROM before WHERE follows_id IS NULL
      UNION ALL SELECT r.id FROM outcome_records r JOIN after a
        ON r.alliance_id = ${scope.alliance.id}::uuid AND r.follows_id = a.id)
    SELECT o.id, o.title, o.follow::text AS follow, o.level::text AS level, o.year, o.quantity::text AS quantity,
      o.adjustment::text AS adjustment, o.state::text AS state
    FROM after JOIN outcome_records o USING (id) WHERE ${visible(scope)} ORDER BY o.chain_step`;
  return rows.length > 1 ? rows : [];
}

async function adjustmentsOf(
  db: Db,
  scope: TenantScope,
  id: string,
): Promise<Outcome["adjustments"]> {
  const rows = await db.outcomeAdjustment.findMany({
    where: { allianceId: scope.alliance.id, recordId: id },
    include: { against: { select: { title: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    amount: row.amount.toFixed(2),
    againstTitle: row.against.title,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** Told to its sides and to those who see the whole: it is as private as the page of the enterprise. */
function certificateOf({ certificate }: Found, scope: TenantScope): Outcome["certificate"] {
  if (!certificate || !mayRead(scope, certificate)) return null;
  const { id, year, state, enterprise } = certificate;
  return { id, year, state, enterpriseName: enterprise.name };
}

/** One record with its evidence, decisions, owners and what became of its number. */
export async function getOutcome(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getOutcomeSchema>,
): Promise<Outcome> {
  const found = await getOutcomeForChange(db, scope, input.id);
  const file = found.file && canDownload(scope, found) ? found.file : null;
  // A record may be open to more readers than the project that it came from.
  const known = found.projectId !== null && (await knowsProject(db, scope, found.projectId));
  // Who reported and who verified is named to the two sides, not to every reader.
  const named = canAmend(scope, found) || unapprovedReach(scope)?.whole === true;
  const [training, coClaims, chain, adjustments, enteredBy, verifiedBy, back] = await Promise.all([
    trainingOf(db, scope, found.id),
    coClaimsOf(db, scope, found.id),
    chainOf(db, scope, found),
    adjustmentsOf(db, scope, found.id),
    named ? nameOfUser(db, found.enteredById) : null,
    named ? nameOfUser(db, found.verifiedById) : null,
    found.projectId ? listReopened(db, scope.alliance.id, [found.id]) : [],
  ]);
  // Others learn that something was taken back, not what.
  const reopened = back.map(({ at, reason }) => ({ at, reason: named ? reason : "" }))[0];
  return {
    ...found,
    metricZh: found.metric.nameZh,
    metricEn: found.metric.nameEn,
    unitZh: found.metric.unitZh,
    unitEn: found.metric.unitEn,
    organizationName: found.organization.name,
    occurredOn: dayOf(found.occurredOn),
    quantity: found.quantity.toFixed(2),
    adjustment: found.adjustment.toFixed(2),
    stateSince: found.stateSince.toISOString(),
    projectId: known || canAmend(scope, found) ? found.projectId : null,
    projectTitle: known ? (found.project?.title ?? null) : null,
    file,
    // behaviour 4.4 "Value approved, evidence later expired or withdrawn": the value stays, and it is told.
    evidenceGone: goneOf(found, scope.today, scope.alliance.timeZone, reopened),
    certificate: certificateOf(found, scope),
    returnReason: named ? found.returnReason : null,
    enteredBy,
    verifiedBy,
    submittedAt: found.submittedAt?.toISOString() ?? null,
    verifiedAt: found.verifiedAt?.toISOString() ?? null,
    shares: shareViews(found),
    training,
    coClaims,
    chain,
    adjustments,
    may: {
      amend:
        training === null &&
        !isApproved(found.state) &&
        stateAfter(found.state, "amend") !== undefined &&
        canAmend(scope, found),
      decide: stateAfter(found.state, "verify") !== undefined && canDecide(scope, found),
      download: file !== null,
      offer: isClaimable(found.state) && canAmend(scope, found),
    },
  };
}
