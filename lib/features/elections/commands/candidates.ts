import type { z } from "zod";
import { whyNotMember } from "@/lib/features/bodies/commands/appoint";
import { membershipOf, personOf } from "@/lib/features/bodies/commands/persons";
import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { answerInput, candidateOutput, checkInput, nominateInput } from "../schema";
import { type HeldElection, holdElection, whyNot } from "./hold";

type Done<R extends string> = Result<z.input<typeof candidateOutput>, R>;

/** The rank that all seats at stake ask for; a candidate must have the highest of them. */
const tieOf = (election: HeldElection): string | null =>
  election.seats.find(({ seat }) => seat.tiedTo !== null)?.seat.tiedTo ?? null;

const isUnit = (election: HeldElection): boolean =>
  election.seats.some(({ seat }) => seat.basis === "unit");

export const nominateRefusals = [
  "wrong-state",
  "holder-missing",
  "candidate-twice",
  "not-a-member-then",
  "member-suspended",
  "position-too-low",
] as const;

/** 推荐 or 自荐. Members nominate themselves; the secretariat enters what others recommend. */
export async function nominate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof nominateInput>,
): Promise<Done<(typeof nominateRefusals)[number]>> {
  const election = await holdElection(tx, scope, input.electionId);
  const membershipId = await membershipOf(tx, scope, input, scope.today);
  const member = membershipId ? await memberOf(tx, scope, membershipId) : null;
  if (!reaches(scope.reach, member?.organizationId ?? null)) return forbidden();
  const fault = whyNot(election.state, "nominate");
  if (fault) return fault;
  if (!membershipId && isUnit(election)) return refuse("holder-missing");
  if (membershipId) {
    const from = dayOf(election.startsOn) < scope.today ? scope.today : dayOf(election.startsOn);
    const lacking = await whyNotMember(tx, scope, { membershipId, from, tiedTo: tieOf(election) });
    if (lacking) return lacking;
  }
  const personId = await personOf(tx, scope, input);
  if (!membershipId && !personId) return refuse("holder-missing");
  const person = personId ? await tx.person.findUniqueOrThrow({ where: { id: personId } }) : null;
  const name = [member?.name, person?.name].filter(Boolean).join(" · ");
  const [created] = await tx.electionCandidate.createManyAndReturn({
    data: [
      {
        allianceId: scope.alliance.id,
        electionId: election.id,
        membershipId: membershipId ?? null,
        personId: personId ?? null,
        name,
        statement: input.statement ?? null,
        nominatedById: scope.actor.userId,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("candidate-twice");
  await scope.audit({
    action: "election.nominate",
    subjectType: "election",
    subjectId: election.id,
    details: { candidateId: created.id, membershipId: membershipId ?? null },
  });
  return accept({ id: created.id, version: 1 });
}

async function memberOf(tx: Tx, scope: TenantScope, membershipId: string) {
  const found = await tx.membership.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: membershipId } },
    select: { organizationId: true, organization: { select: { name: true } } },
  });
  return found
    ? { organizationId: found.organizationId, name: found.organization.name }
    : notFound();
}

async function holdCandidate(tx: Tx, scope: TenantScope, candidateId: string) {
  const found = await tx.electionCandidate.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: candidateId } },
    include: { membership: { select: { organizationId: true } } },
  });
  return found ?? notFound();
}

async function change(
  tx: Tx,
  scope: TenantScope,
  candidate: { id: string; version: number },
  data: { accepted?: boolean; answeredAt?: Date; eligible?: boolean; checkReason?: string | null },
) {
  const { count } = await tx.electionCandidate.updateMany({
    where: { id: candidate.id, allianceId: scope.alliance.id, version: candidate.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: candidate.id, version: candidate.version + 1 };
}

/** The candidate accepts or declines: the person, the member's own people, or on paper through the secretariat. */
export async function answerNomination(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerInput>,
): Promise<Done<"wrong-state">> {
  const candidate = await holdCandidate(tx, scope, input.candidateId);
  const isPerson = candidate.personId !== null && candidate.personId === scope.actor.personId;
  const organizationId = candidate.membership?.organizationId ?? null;
  if (!isPerson && !reaches(scope.reach, organizationId)) return forbidden();
  const election = await holdElection(tx, scope, candidate.electionId);
  const fault = whyNot(election.state, "answer");
  if (fault) return fault;
  const changed = await change(
    tx,
    scope,
    { id: candidate.id, version: input.version },
    { accepted: input.accepted, answeredAt: scope.now },
  );
  await scope.audit({
    action: "election.answer",
    subjectType: "election",
    subjectId: election.id,
    details: { candidateId: candidate.id, accepted: input.accepted },
  });
  return accept(changed);
}

export const checkRefusals = [
  "wrong-state",
  "reason-missing",
  "not-a-member-then",
  "member-suspended",
  "position-too-low",
] as const;

/** 资格审查. What the register says counts first: nobody is found eligible against it. */
export async function checkCandidate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof checkInput>,
): Promise<Done<(typeof checkRefusals)[number]>> {
  const candidate = await holdCandidate(tx, scope, input.candidateId);
  const election = await holdElection(tx, scope, candidate.electionId);
  const fault = whyNot(election.state, "check");
  if (fault) return fault;
  if (!input.eligible && !input.reason) return refuse("reason-missing");
  if (input.eligible && candidate.membershipId) {
    const from = dayOf(election.startsOn) < scope.today ? scope.today : dayOf(election.startsOn);
    const given = { membershipId: candidate.membershipId, from, tiedTo: tieOf(election) };
    const lacking = await whyNotMember(tx, scope, given);
    if (lacking) return lacking;
  }
  const changed = await change(
    tx,
    scope,
    { id: candidate.id, version: input.version },
    { eligible: input.eligible, checkReason: input.reason ?? null },
  );
  await scope.audit({
    action: "election.check",
    subjectType: "election",
    subjectId: election.id,
    details: { candidateId: candidate.id, eligible: input.eligible },
  });
  return accept(changed);
}
