import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { isSecondPerson, sealableBy } from "../policy";
import { factsOf, openAgreement, type ReadAgreement } from "../queries/facts";
import { agreementEdges, canStep } from "../rules/states";
import type { renewAgreementInput, sealAgreementInput, stepAgreementInput } from "../schema";
import type { LinkKind } from "../types";
import { type Changed, createAgreement, noteEvent, raise } from "./write";

export const stepRefusals = [
  "wrong-state",
  "same-person",
  "agreement-needs-file",
  "agreement-already-cleared",
  "agreement-not-yet",
  "day-in-future",
] as const;
type Refusal = (typeof stepRefusals)[number];
type Step = z.output<typeof stepAgreementInput>;

function whyNot(
  agreement: ReadAgreement,
  step: Step,
  scope: TenantScope,
): Result<never, Refusal> | undefined {
  const { move } = step;
  if (!canStep(move, agreement.state)) return refuse("wrong-state");
  if (step.on && step.on > scope.today) return refuse("day-in-future");
  if (move === "clear" && agreement.checkedAt) return refuse("agreement-already-cleared");
  if (move === "clear" && !isSecondPerson(agreement.createdById, scope.actor.userId)) {
    return refuse("same-person");
  }
  // Whoever checks has something to read: without a document it would only come back.
  if ((move === "submit" || move === "clear") && !agreement.fileId) {
    return refuse("agreement-needs-file");
  }
  if (move === "enforce" && dayOf(agreement.validFrom) > scope.today) {
    return refuse("agreement-not-yet", { day: dayOf(agreement.validFrom) });
  }
  return undefined;
}

/** The agreement that this one follows has done its time. */
async function markRenewed(tx: Tx, scope: TenantScope, renewsId: string): Promise<void> {
  const { count } = await tx.agreement.updateMany({
    where: { allianceId: scope.alliance.id, id: renewsId, state: "in_force" },
    data: { state: "renewed", stateSince: scope.now, version: { increment: 1 } },
  });
  if (count > 0) await noteEvent(tx, scope, renewsId, { step: "renewed" });
}

const columnsOf = (step: Step, scope: TenantScope) => ({
  ...(step.move === "clear" && { checkedById: scope.actor.userId, checkedAt: scope.now }),
  ...(step.move === "return" && { checkedById: null, checkedAt: null }),
  ...(step.move === "end" && {
    endedOn: dateOf(step.on ?? scope.today),
    endReason: step.note ?? null,
  }),
});

export async function stepAgreement(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Promise<Result<Changed, Refusal>> {
  const agreement = await openAgreement(tx, scope, input.agreementId);
  if (agreement.version !== input.version) throw new AppError("stale");
  const refused = whyNot(agreement, input, scope);
  if (refused) return refused;
  const { to, step } = agreementEdges[input.move];
  const changed = await raise(tx, agreement, {
    ...columnsOf(input, scope),
    state: to,
    ...(to !== agreement.state && { stateSince: scope.now }),
  });
  // What was returned is sealed anew: the text may be another one.
  if (input.move === "return") {
    await tx.agreementParty.updateMany({
      where: { allianceId: scope.alliance.id, agreementId: agreement.id },
      data: { sealedOn: null, sealedById: null },
    });
  }
  if (input.move === "enforce" && agreement.renewsId) {
    await markRenewed(tx, scope, agreement.renewsId);
  }
  await noteEvent(tx, scope, agreement.id, { step, on: input.on, note: input.note });
  await scope.audit({
    action: "agreement.step",
    subjectType: "agreement",
    subjectId: agreement.id,
    details: { move: input.move, from: agreement.state, to },
  });
  return accept(changed);
}

/** One party's seal; with the last one the agreement is sealed and gets its number (I-24). */
export async function sealAgreement(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof sealAgreementInput>,
): Promise<Result<Changed, "wrong-state" | "day-in-future" | "agreement-sealed-by-party">> {
  const agreement = await openAgreement(tx, scope, input.agreementId);
  const party = agreement.parties.find((one) => one.organizationId === input.organizationId);
  if (!party) throw new AppError("not-found");
  const facts = factsOf(agreement);
  const { reach } = scope;
  if (!reach.whole && !reach.organizationIds.includes(input.organizationId)) return forbidden();
  if (party.sealedOn) return refuse("agreement-sealed-by-party");
  if (!sealableBy(scope, facts).includes(input.organizationId)) return refuse("wrong-state");
  if (input.on > scope.today) return refuse("day-in-future");
  await tx.agreementParty.update({
    where: { id: party.id },
    data: { sealedOn: dateOf(input.on), sealedById: scope.actor.userId },
  });
  const days = agreement.parties.flatMap(({ sealedOn }) => (sealedOn ? [dayOf(sealedOn)] : []));
  const isLast = days.length === agreement.parties.length - 1;
  const signedOn = [...days, input.on].toSorted().at(-1) ?? input.on;
  const codeYear = Number(signedOn.slice(0, 4));
  const changed = await raise(tx, agreement, {
    ...(isLast && {
      state: "sealed",
      stateSince: scope.now,
      signedOn: dateOf(signedOn),
      codeYear,
      codeNumber: await takeNumber(tx, {
        allianceId: scope.alliance.id,
        name: "agreement",
        year: codeYear,
      }),
    }),
  });
  const { organizationId, on } = input;
  await noteEvent(tx, scope, agreement.id, { step: "sealed", on, organizationId });
  await scope.audit({
    action: "agreement.seal",
    subjectType: "agreement",
    subjectId: agreement.id,
    details: { organizationId, on },
  });
  return accept(changed);
}

/** The agreement that follows, as a draft with the same parties and words. It ends this one when it comes into force. */
export async function renewAgreement(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof renewAgreementInput>,
): Promise<Result<Changed, "wrong-state" | "agreement-followed" | "agreement-overlaps">> {
  const agreement = await openAgreement(tx, scope, input.agreementId);
  if (agreement.version !== input.version) throw new AppError("stale");
  if (agreement.state !== "in_force") return refuse("wrong-state");
  if (input.validFrom <= dayOf(agreement.validFrom)) return refuse("agreement-overlaps");
  const followed = await tx.agreement.count({
    where: { allianceId: scope.alliance.id, renewsId: agreement.id, state: { not: "ended" } },
  });
  if (followed > 0) return refuse("agreement-followed");
  // A row of the links is about one thing; the words are about all of them.
  const links = await tx.agreementLink.findMany({
    where: { allianceId: scope.alliance.id, agreementId: agreement.id },
  });
  const about = (key: `${LinkKind}Id`) =>
    links.map((link) => link[key]).find((id) => id !== null) ?? undefined;
  return createAgreement(
    tx,
    scope,
    {
      title: agreement.title,
      kind: agreement.kind,
      summary: agreement.summary ?? undefined,
      validFrom: input.validFrom,
      validTo: input.validTo,
      autoRenew: agreement.autoRenew,
      terminationRule: agreement.terminationRule ?? undefined,
      parties: agreement.parties.map(({ organizationId }) => ({ organizationId })),
      collegeId: about("collegeId"),
      platformId: about("platformId"),
      projectId: about("projectId"),
      classId: about("classId"),
      callId: about("callId"),
      pathwayId: about("pathwayId"),
    },
    agreement.id,
  );
}
