import type { z } from "zod";
import { isMemberToday } from "@/lib/features/programmes/commands/offerings";
import { academicYearOf } from "@/lib/features/programmes/rules";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { believedUntil } from "../rules/states";
import type {
  changeDemandInput,
  demandReasonInput,
  demandStepInput,
  MovedDemand,
  postDemandInput,
} from "../schema/demands";
import { type HeldDemand, holdDemand, lockDemand, moveDemand, noteDemand } from "./demand-move";

type Step = z.output<typeof demandStepInput>;
type Reason = z.output<typeof demandReasonInput>;
type Answer<R extends string = never> = Promise<Result<MovedDemand, "wrong-state" | R>>;

/** The words of a demand as columns; an occupation of another alliance is no occupation. */
async function columns(
  tx: Tx,
  scope: TenantScope,
  given: Omit<z.output<typeof postDemandInput>, "organizationId">,
) {
  const { occupationId, skillLevel, headcount, fromOn, toOn, note = null } = given;
  const where = { allianceId: scope.alliance.id, id: occupationId };
  if ((await tx.occupation.count({ where })) === 0) notFound();
  return {
    occupationId,
    skillLevel,
    headcount,
    fromOn: dateOf(fromOn),
    toOn: dateOf(toOn),
    academicYear: academicYearOf(fromOn),
    note,
  };
}

/** An enterprise writes down whom it needs; what is past cannot be filled. */
export async function postDemand(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof postDemandInput>,
): Promise<Result<MovedDemand, "organization-not-member" | "demand-in-past">> {
  const allianceId = scope.alliance.id;
  const { organizationId } = input;
  const data = await columns(tx, scope, input);
  if (!(await isMemberToday(tx, scope, organizationId))) return refuse("organization-not-member");
  if (!reaches(scope.reach, organizationId)) forbidden();
  if (input.toOn < scope.today) return refuse("demand-in-past");
  const { id, version } = await tx.talentDemand.create({
    data: { ...data, allianceId, organizationId, createdById: scope.actor.userId },
  });
  await noteDemand(tx, scope, { demandId: id, step: "post" });
  await scope.audit({
    action: "demand.post",
    subjectType: "demand",
    subjectId: id,
    details: { organizationId, headcount: input.headcount },
  });
  return accept({ id, state: "draft", version });
}

/** The enterprise's own demand, or any of them for the secretariat. */
async function holdOwn(tx: Tx, scope: TenantScope, id: string): Promise<HeldDemand> {
  const held = await holdDemand(tx, scope, id);
  if (!reaches(scope.reach, held.organizationId)) forbidden();
  return held;
}

export async function changeDemand(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof changeDemandInput>,
): Answer<"demand-in-past"> {
  const held = await holdOwn(tx, scope, input.demandId);
  if (input.toOn < scope.today) return refuse("demand-in-past");
  const data = await columns(tx, scope, input);
  return moveDemand(tx, scope, held, { step: "change", version: input.version, data });
}

export async function submitDemand(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdOwn(tx, scope, input.demandId);
  const data = { submittedById: scope.actor.userId, confirmedById: null };
  return moveDemand(tx, scope, held, {
    version: input.version,
    text: input.text,
    step: "submit",
    data,
  });
}

export async function giveBackDemand(tx: Tx, scope: TenantScope, input: Reason): Answer {
  const held = await holdDemand(tx, scope, input.demandId);
  return moveDemand(tx, scope, held, {
    version: input.version,
    text: input.text,
    step: "give_back",
  });
}

/** I-15: the park or the secretariat confirms what another person submitted. */
export async function confirmDemand(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"second-person-needed"> {
  const held = await holdDemand(tx, scope, input.demandId);
  if (held.state === "submitted" && held.submittedById === scope.actor.userId) {
    return refuse("second-person-needed");
  }
  const data = { confirmedById: scope.actor.userId };
  return moveDemand(tx, scope, held, {
    version: input.version,
    text: input.text,
    step: "confirm",
    data,
  });
}

/** From here schools see it; it is believed for half a year. */
export async function openDemand(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdDemand(tx, scope, input.demandId);
  const data = { expiresOn: dateOf(believedUntil(scope.today)) };
  return moveDemand(tx, scope, held, {
    version: input.version,
    text: input.text,
    step: "open",
    data,
  });
}

/** The enterprise still needs them: another half year from today. */
export async function renewDemand(tx: Tx, scope: TenantScope, input: Step): Answer {
  const held = await holdOwn(tx, scope, input.demandId);
  const data = { expiresOn: dateOf(believedUntil(scope.today)) };
  return moveDemand(tx, scope, held, {
    version: input.version,
    text: input.text,
    step: "renew",
    data,
  });
}

/** What was agreed binds: it is ended at the match first. */
export async function withdrawDemand(
  tx: Tx,
  scope: TenantScope,
  input: Reason,
): Answer<"match-in-hand"> {
  // An agreement at this moment would leave the state, and so the version, as it is.
  await lockDemand(tx, scope, input.demandId);
  const held = await holdOwn(tx, scope, input.demandId);
  const where = { allianceId: scope.alliance.id, demandId: held.id };
  const agreed = await tx.talentMatch.count({ where: { ...where, state: "agreed" } });
  if (agreed > 0) return refuse("match-in-hand", { count: agreed });
  const moved = await moveDemand(tx, scope, held, {
    version: input.version,
    text: input.text,
    step: "withdraw",
  });
  if (moved.ok) {
    await tx.talentMatch.updateMany({
      where: { ...where, state: { in: ["suggested", "contacted"] } },
      data: { state: "dropped", stateSince: scope.now, version: { increment: 1 } },
    });
  }
  return moved;
}
