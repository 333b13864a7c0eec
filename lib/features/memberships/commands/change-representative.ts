import type { z } from "zod";
import { addDays, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isExclusionViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { openWith } from "../queries/handover";
import type { changeRepresentativeInput, changeRepresentativeOutput } from "../schema/register";
import { endRights } from "./end-rights";

export const changeRepresentativeRefusals = [
  "representative-before-former",
  "membership-ended",
  "letter-too-short",
  "handover-open",
] as const;
type Refusal = (typeof changeRepresentativeRefusals)[number];
type Input = z.output<typeof changeRepresentativeInput>;

/** Of these kinds a membership has one at a time (behaviour 4.1, guard 5); contacts and reporters may be several. */
const ONE_AT_A_TIME: readonly Input["kind"][] = ["authorised", "legal"];

/** A unit's letter names a new person; the former one ends the day before. */
export async function changeRepresentative(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<z.input<typeof changeRepresentativeOutput>, Refusal>> {
  const { membershipId, kind, from } = input;
  if (input.letterUntil && input.letterUntil < from) return refuse("letter-too-short");
  await lockMembership(tx, scope, membershipId);
  const lasting = await tx.membershipPeriod.findFirst({
    where: { membershipId, OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }] },
  });
  if (!lasting) return refuse("membership-ended");
  const former = ONE_AT_A_TIME.includes(kind) ? await closeFormer(tx, input) : accept(null);
  if (!former.ok) return former;
  const personId = await findOrAddPerson(tx, scope, input);
  if (former.value && former.value.personId !== personId && !input.handover) {
    const { id: representativeId, personId: leaving } = former.value;
    const open = await openWith(tx, scope, { membershipId, personId: leaving, representativeId });
    if (open.length > 0) return refuse("handover-open", { count: open.length });
  }
  const created = await insert(tx, scope, input, personId);
  await tx.membershipEvent.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId,
      kind: "representative_changed",
      effectiveOn: dateOf(from),
      createdById: scope.actor.userId,
    },
  });
  const { organizationId } = await tx.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { organizationId: true },
  });
  const leaving = { membershipId, organizationId, lastDay: addDays(from, -1) };
  const rightsEnded =
    former.value && former.value.personId !== personId
      ? await endRights(tx, scope, { ...leaving, personId: former.value.personId })
      : 0;
  await scope.audit({
    action: "representative.change",
    subjectType: "organization",
    subjectId: organizationId,
    details: {
      kind,
      from,
      former: former.value?.id ?? null,
      representative: created.id,
      rightsEnded,
    },
  });
  return accept({ id: created.id, alsoFor: await alsoFor(tx, scope, personId, membershipId) });
}

/** Two who change representatives of one member wait for each other. */
export async function lockMembership(tx: Tx, scope: TenantScope, id: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM memberships WHERE id = ${id}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  if (rows.length === 0) notFound();
}

async function closeFormer(
  tx: Tx,
  { membershipId, kind, from }: Input,
): Promise<Result<{ id: string; personId: string } | null, "representative-before-former">> {
  const former = await tx.representative.findFirst({
    where: { membershipId, kind, OR: [{ validTo: null }, { validTo: { gte: dateOf(from) } }] },
    orderBy: { validFrom: "desc" },
  });
  if (!former) return accept(null);
  const began = dayOf(former.validFrom);
  if (began >= from) return refuse("representative-before-former", { day: began });
  await tx.representative.update({
    where: { id: former.id },
    data: { validTo: dateOf(addDays(from, -1)) },
  });
  return accept({ id: former.id, personId: former.personId });
}

/** The same name and telephone in this alliance is the same person; one person may speak for two members. */
async function findOrAddPerson(tx: Tx, scope: TenantScope, input: Input): Promise<string> {
  const { name, phone } = input;
  if (phone) {
    const known = await tx.representative.findFirst({
      where: { allianceId: scope.alliance.id, person: { name, phone } },
      select: { personId: true },
    });
    if (known) return known.personId;
  }
  const person = await tx.person.create({
    data: { name, title: input.title ?? null, phone: phone ?? null },
  });
  return person.id;
}

async function insert(tx: Tx, scope: TenantScope, input: Input, personId: string) {
  try {
    return await tx.representative.create({
      data: {
        allianceId: scope.alliance.id,
        membershipId: input.membershipId,
        personId,
        kind: input.kind,
        validFrom: dateOf(input.from),
        letterUntil: input.letterUntil ? dateOf(input.letterUntil) : null,
      },
    });
  } catch (error) {
    // One who was planned for later stands in the way.
    throw isExclusionViolation(error) ? new AppError("stale") : error;
  }
}

async function alsoFor(
  tx: Tx,
  scope: TenantScope,
  personId: string,
  membershipId: string,
): Promise<string[]> {
  const others = await tx.representative.findMany({
    where: {
      allianceId: scope.alliance.id,
      personId,
      membershipId: { not: membershipId },
      OR: [{ validTo: null }, { validTo: { gte: dateOf(scope.today) } }],
    },
    select: { membership: { select: { organization: { select: { name: true } } } } },
  });
  return [...new Set(others.map(({ membership }) => membership.organization.name))];
}
