import "server-only";
import type { z } from "zod";
import { addDays, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { RoleHeld } from "@/lib/platform/auth/actor";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { faultOfRole, mayHandOn } from "../rules";
import type { endRoleInput, grantRoleInput } from "../schema/roles";
import { hasAnotherAdministrator } from "./users";

export type Holder = { id: string; disabled: boolean };

/** The account that a right is meant for, locked: two rights for it at once see each other. */
export async function lockHolder(
  tx: Tx,
  by: { email: string } | { id: string },
): Promise<Holder | undefined> {
  const rows =
    "id" in by
      ? await tx.$queryRaw<Holder[]>`
          SELECT id, disabled_at IS NOT NULL AS disabled FROM users WHERE id = ${by.id}::uuid FOR NO KEY UPDATE`
      : await tx.$queryRaw<Holder[]>`
          SELECT id, disabled_at IS NOT NULL AS disabled FROM users WHERE email = ${by.email} FOR NO KEY UPDATE`;
  return rows[0];
}

export const whyNotGrantRefusals = [
  "no-such-account",
  "account-disabled",
  "not-for-oneself",
  "role-needs-organization",
  "role-is-platform-wide",
  "role-needs-alliance",
  "organization-not-member",
  "role-held",
  "last-day-past",
] as const;
export type WhyNotGrant = (typeof whyNotGrantRefusals)[number];

/** What would tell somebody with a list of addresses which of them have an account here. */
const aboutAccount = ["no-such-account", "account-disabled", "role-held"] as const;
type AboutAccount = (typeof aboutAccount)[number];
export const grantRefusals = whyNotGrantRefusals.filter(
  (reason): reason is Exclude<WhyNotGrant, AboutAccount> =>
    !aboutAccount.some((told) => told === reason),
);

type Wanted = RoleHeld & { validTo?: string | undefined };

/** Why this right cannot be given to anybody now. */
export async function whyNotRight(
  tx: Tx,
  scope: Scope,
  wanted: Wanted,
): Promise<Exclude<WhyNotGrant, AboutAccount> | undefined> {
  const { role, allianceId, organizationId, validTo } = wanted;
  const fault = faultOfRole(role, {
    alliance: allianceId !== null,
    organization: organizationId !== null,
  });
  if (fault) return fault;
  if (validTo && validTo < scope.today) return "last-day-past";
  const [found] = await tx.$queryRaw<{ member: boolean }[]>`
    SELECT ${organizationId}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
        WHERE m.alliance_id = ${allianceId}::uuid AND m.organization_id = ${organizationId}::uuid
          AND ${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')) AS member`;
  return found?.member ? undefined : "organization-not-member";
}

/** Why this account cannot get it. */
async function whyNotHolder(
  tx: Tx,
  scope: Scope,
  holder: Holder | undefined,
  { role, allianceId, organizationId }: Wanted,
): Promise<AboutAccount | "not-for-oneself" | undefined> {
  const [found] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM role_grants g
      WHERE g.user_id = ${holder?.id ?? null}::uuid AND g.role::text = ${role}
        AND g.alliance_id IS NOT DISTINCT FROM ${allianceId}::uuid
        AND g.organization_id IS NOT DISTINCT FROM ${organizationId}::uuid
        AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date) AS held`;
  if (!holder) return "no-such-account";
  if (holder.id === scope.actor.userId) return "not-for-oneself";
  if (holder.disabled) return "account-disabled";
  return found?.held ? "role-held" : undefined;
}

/** Why this right cannot be given to this account now. */
export const whyNotGrant = async (
  tx: Tx,
  scope: Scope,
  holder: Holder | undefined,
  wanted: Wanted,
): Promise<WhyNotGrant | undefined> =>
  (await whyNotHolder(tx, scope, holder, wanted)) ?? (await whyNotRight(tx, scope, wanted));

/** Writes the right down; it holds from the next request of its holder on. */
export async function writeGrant(tx: Tx, scope: Scope, userId: string, wanted: Wanted) {
  const { validTo, ...held } = wanted;
  const grant = await tx.roleGrant.create({
    data: {
      userId,
      ...held,
      validFrom: dateOf(scope.today),
      validTo: validTo ? dateOf(validTo) : null,
      grantedById: scope.actor.userId,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "role.grant",
    subjectType: "user",
    subjectId: userId,
    details: { grant: grant.id, ...held, validTo: validTo ?? null },
  });
  return grant;
}

/**
 * A member's right in the alliance, given by its secretariat or by the organization's own people. The answer is the
 * same whether the address has an account, a closed one or none, and whether it holds the right already: an enterprise's
 * contact could otherwise try out a list of addresses. The chain says what came of it.
 */
export async function grantRole(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof grantRoleInput>,
): Promise<Result<Record<string, never>, Exclude<WhyNotGrant, AboutAccount>>> {
  const wanted = {
    role: input.role,
    allianceId: scope.alliance.id,
    organizationId: input.organizationId ?? null,
    validTo: input.validTo,
  };
  if (!scope.reach.whole && !mayHandOn(heldHere(scope), wanted)) forbidden();
  const wrong = await whyNotRight(tx, scope, wanted);
  if (wrong) return refuse(wrong);
  const holder = await lockHolder(tx, { email: input.email });
  const fault = await whyNotHolder(tx, scope, holder, wanted);
  if (fault === "not-for-oneself") return refuse(fault);
  if (holder && !fault) await writeGrant(tx, scope, holder.id, wanted);
  else await noteNothingGiven(scope, wanted);
  return accept({});
}

/** Without the address: whoever reads the chain learns that something came to nothing, and not for whom. */
const noteNothingGiven = (scope: TenantScope, { validTo, ...held }: Wanted) =>
  scope.audit({
    action: "role.grant_unmatched",
    subjectType: "user",
    subjectId: null,
    details: { ...held, validTo: validTo ?? null },
  });

const heldHere = (scope: TenantScope): RoleHeld[] =>
  scope.actor.roles.filter(({ allianceId }) => allianceId === scope.alliance.id);

type Grant = RoleHeld & { id: string; userId: string; validFrom: Date };

/** Locks all rights of the same kind, so that two who end the last two do not both go through. */
async function lockGrant(tx: Tx, id: string, allianceId: string | null) {
  const rows = await tx.$queryRaw<(Grant & { current: boolean })[]>`
    SELECT g.id, g.user_id AS "userId", g.role::text AS role, g.alliance_id AS "allianceId",
      g.organization_id AS "organizationId", g.valid_from AS "validFrom",
      coalesce(g.valid_to, 'infinity') >= alliance_today(g.alliance_id) AS current
    FROM role_grants g JOIN role_grants o ON o.id = ${id}::uuid AND g.role = o.role
      AND g.alliance_id IS NOT DISTINCT FROM o.alliance_id
    WHERE o.alliance_id IS NOT DISTINCT FROM ${allianceId}::uuid
    ORDER BY g.id FOR NO KEY UPDATE OF g`;
  return rows.find((row) => row.id === id);
}

/** Takes effect with the holder's next request. A right that began today held on no whole day and leaves no row. */
async function end(tx: Tx, scope: Scope, grant: Grant, reason: string) {
  if (dayOf(grant.validFrom) >= scope.today) {
    await tx.roleGrant.delete({ where: { id: grant.id } });
  } else {
    await tx.roleGrant.update({
      where: { id: grant.id },
      data: { validTo: dateOf(addDays(scope.today, -1)) },
    });
  }
  await scope.audit({
    action: "role.end",
    subjectType: "user",
    subjectId: grant.userId,
    details: {
      grant: grant.id,
      role: grant.role,
      allianceId: grant.allianceId,
      organizationId: grant.organizationId,
      validFrom: dayOf(grant.validFrom),
      reason,
    },
  });
}

/** Does anybody else keep the alliance's office? */
async function isLastSecretary(tx: Tx, scope: TenantScope, grant: Grant): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ others: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM role_grants g JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL
      WHERE g.role = 'secretariat' AND g.alliance_id = ${scope.alliance.id}::uuid AND g.id <> ${grant.id}::uuid
        AND ${scope.today}::date BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')) AS others`;
  return !found?.others;
}

/** Ends a right in the alliance; one that has ended already is not ended again. */
export async function endRole(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endRoleInput>,
): Promise<Result<{ id: string }, "role-ended" | "last-secretariat">> {
  const grant = await lockGrant(tx, input.id, scope.alliance.id);
  if (!grant) return notFound();
  if (!scope.reach.whole && !mayHandOn(heldHere(scope), grant)) return notFound();
  if (!grant.current) return refuse("role-ended");
  if (grant.role === "secretariat" && (await isLastSecretary(tx, scope, grant)))
    return refuse("last-secretariat");
  await end(tx, scope, grant, input.reason);
  return accept({ id: grant.id });
}

/** Ends somebody's administration of the platform; the last administrator stays. */
export async function endAdministrator(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof endRoleInput>,
): Promise<Result<{ id: string }, "role-ended" | "last-administrator">> {
  const grant = await lockGrant(tx, input.id, null);
  if (!grant) return notFound();
  if (!grant.current) return refuse("role-ended");
  if (!(await hasAnotherAdministrator(tx, scope, grant.userId)))
    return refuse("last-administrator");
  await end(tx, scope, grant, input.reason);
  return accept({ id: grant.id });
}
