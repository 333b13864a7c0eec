import "server-only";
import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { RoleHeld } from "@/lib/platform/auth/actor";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import type {
  decideProposalInput,
  proposeAdministratorInput,
  proposeRoleInput,
  rejectProposalInput,
} from "../schema/roles";
import { type Holder, lockHolder, type WhyNotGrant, whyNotGrant, writeGrant } from "./roles";

type Wanted = RoleHeld & { validTo?: string | undefined };
type Proposed = Result<{ id: string }, WhyNotGrant | "proposal-open">;

async function propose(
  tx: Tx,
  scope: Scope,
  holder: Holder | undefined,
  wanted: Wanted,
  reason: string,
): Promise<Proposed> {
  const fault = await whyNotGrant(tx, scope, holder, wanted);
  if (fault || !holder) return refuse(fault ?? "no-such-account");
  const { validTo, ...held } = wanted;
  const [created] = await tx.roleProposal.createManyAndReturn({
    data: [
      {
        userId: holder.id,
        ...held,
        validTo: validTo ? dateOf(validTo) : null,
        reason,
        proposedById: scope.actor.userId ?? forbidden(),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("proposal-open");
  await scope.audit({
    action: "role.propose",
    subjectType: "user",
    subjectId: holder.id,
    details: { proposal: created.id, ...held, validTo: validTo ?? null, reason },
  });
  return accept(created);
}

/** A right that governs the alliance; nothing is granted until a second person agrees. */
export async function proposeRole(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeRoleInput>,
): Promise<Proposed> {
  // Whoever administers the platform sees e-mail addresses masked, and names the account by its page.
  if (input.userId && !scope.actor.roles.some(({ role }) => role === "platform_admin")) forbidden();
  const named = input.userId ? { id: input.userId } : { email: input.email ?? "" };
  const wanted = {
    role: input.role,
    allianceId: scope.alliance.id,
    organizationId: input.organizationId ?? null,
    validTo: input.validTo,
  };
  return propose(tx, scope, await lockHolder(tx, named), wanted, input.reason);
}

export async function proposeAdministrator(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof proposeAdministratorInput>,
): Promise<Proposed> {
  const holder = (await lockHolder(tx, { id: input.id })) ?? notFound();
  const wanted = { role: "platform_admin", allianceId: null, organizationId: null } as const;
  return propose(tx, scope, holder, wanted, input.reason);
}

type Open = Wanted & { id: string; userId: string; proposedById: string };

/** The proposal of this place, with the account behind it locked; whoever comes second finds it decided. */
async function open(tx: Tx, id: string, allianceId: string | null): Promise<Open | "decided"> {
  const found = await tx.roleProposal.findFirst({ where: { id, allianceId } });
  if (!found) return notFound();
  await lockHolder(tx, { id: found.userId });
  const still = await tx.roleProposal.findFirst({ where: { id, state: "proposed" } });
  const validTo = found.validTo ? dayOf(found.validTo) : undefined;
  return still ? { ...found, validTo } : "decided";
}

const decidableRefusals = ["proposal-decided", "second-person-needed"] as const;
export const approveRefusals = [...decidableRefusals] as const;
export type Undecidable = (typeof decidableRefusals)[number];

async function decide(tx: Tx, scope: Scope, proposal: Open, state: "approved" | "rejected") {
  await tx.roleProposal.update({
    where: { id: proposal.id },
    data: { state, decidedById: scope.actor.userId, decidedAt: scope.now },
  });
}

/**
 * The second person agrees: neither the one who proposed nor the one who is meant. What was right when it was
 * proposed is asked again: the account may be disabled, the member gone.
 */
export async function approveProposal(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof decideProposalInput>,
  allianceId: string | null,
): Promise<Result<{ id: string }, WhyNotGrant | Undecidable>> {
  const proposal = await open(tx, input.id, allianceId);
  if (proposal === "decided") return refuse("proposal-decided");
  if (proposal.proposedById === scope.actor.userId) return refuse("second-person-needed");
  const { userId, role, organizationId, validTo } = proposal;
  const wanted = { role, allianceId, organizationId, validTo };
  const holder = await lockHolder(tx, { id: userId });
  const fault = await whyNotGrant(tx, scope, holder, wanted);
  if (fault) return refuse(fault);
  await decide(tx, scope, proposal, "approved");
  const grant = await writeGrant(tx, scope, userId, wanted);
  await scope.audit({
    action: "role.approve",
    subjectType: "user",
    subjectId: userId,
    details: { proposal: proposal.id, grant: grant.id, proposedById: proposal.proposedById },
  });
  return accept(grant);
}

/** Says no, or takes one's own proposal back. */
export async function rejectProposal(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof rejectProposalInput>,
  allianceId: string | null,
): Promise<Result<{ id: string }, "proposal-decided" | "not-for-oneself">> {
  const proposal = await open(tx, input.id, allianceId);
  if (proposal === "decided") return refuse("proposal-decided");
  if (proposal.userId === scope.actor.userId) return refuse("not-for-oneself");
  await decide(tx, scope, proposal, "rejected");
  await tx.roleProposal.update({
    where: { id: proposal.id },
    data: { decisionReason: input.reason },
  });
  await scope.audit({
    action: "role.reject",
    subjectType: "user",
    subjectId: proposal.userId,
    details: { proposal: proposal.id, reason: input.reason },
  });
  return accept({ id: proposal.id });
}
