import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { type LockedProject, type PartyRow, partiesOf } from "../queries/facts";
import { afterAnswer, answerKept } from "../rules/states";
import type { askAgainSchema } from "../schema/projects";
import { checkMembers, checkPartners } from "./guards";
import { moveTo, note, openFor } from "./move";

type Input = z.output<typeof askAgainSchema>;
type Wanted = NonNullable<Input["partners"]>[number];

/** Did what the parties agree to change? The list of partners is not part of it: each one answers for itself. */
function contentChanged(project: LockedProject, input: Input): boolean {
  const fields = ["title", "startsOn", "endsOn", "summary"] as const;
  return fields.some((field) => input[field] !== undefined && input[field] !== project[field]);
}

const samePart = (party: PartyRow, wanted: Wanted): boolean =>
  party.role === wanted.role &&
  party.duty === (wanted.duty ?? null) &&
  party.dutyKind === (wanted.dutyKind ?? null);

/** Parties that are no longer wanted go, new ones come, changed ones are asked anew. */
async function replacePartners(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  parties: readonly PartyRow[],
  wanted: readonly Wanted[],
): Promise<void> {
  const of = { allianceId: scope.alliance.id, projectId: project.id };
  const gone = parties.filter(
    (party) =>
      party.role !== "lead" &&
      !wanted.some((one) => one.organizationId === party.organizationId && samePart(party, one)),
  );
  await tx.projectParty.deleteMany({ where: { ...of, id: { in: gone.map((party) => party.id) } } });
  const stay = new Set(
    parties.filter((party) => !gone.includes(party)).map((party) => party.organizationId),
  );
  await tx.projectParty.createMany({
    data: wanted
      .filter((one) => !stay.has(one.organizationId))
      .map((one) => ({
        ...of,
        organizationId: one.organizationId,
        role: one.role,
        duty: one.duty ?? null,
        dutyKind: one.dutyKind ?? null,
      })),
  });
}

/** Takes back the answers that no longer count. */
async function resetAnswers(tx: Tx, scope: TenantScope, project: LockedProject, changed: boolean) {
  const parties = await partiesOf(tx, scope.alliance.id, project.id);
  const asked = parties.filter(
    (party) => !answerKept({ isLead: party.role === "lead", state: party.state }, changed),
  );
  await tx.projectParty.updateMany({
    where: { allianceId: scope.alliance.id, id: { in: asked.map((party) => party.id) } },
    data: { state: "pending", answeredAt: null, answeredById: null, reason: null },
  });
  return parties.map((party) => (asked.includes(party) ? ("pending" as const) : party.state));
}

/** After a refusal the lead asks again, with the project as it was or changed. */
export async function askAgain(tx: Tx, scope: TenantScope, input: Input) {
  const opened = await openFor(tx, scope, "ask_again", input);
  if (!opened.ok) return opened;
  const project = opened.value;
  const startsOn = input.startsOn ?? project.startsOn;
  const endsOn = input.endsOn ?? project.endsOn;
  if (endsOn < startsOn) {
    throw new AppError("malformed", { issues: [{ path: "endsOn", message: "ends-before-start" }] });
  }
  const before = await partiesOf(tx, scope.alliance.id, project.id);
  if (input.partners) {
    checkPartners(project.leadId, input.partners);
    await replacePartners(tx, scope, project, before, input.partners);
  }
  const changed = contentChanged(project, input);
  const states = await resetAnswers(tx, scope, project, changed);
  const now = await partiesOf(tx, scope.alliance.id, project.id);
  const members = await checkMembers(
    tx,
    scope,
    now.map((party) => party.organizationId),
  );
  if (!members.ok) return members;
  await note(tx, scope, project.id, { kind: "asked_again", organizationId: project.leadId });
  return moveTo(tx, scope, project, {
    move: "ask_again",
    to: afterAnswer(states),
    data: {
      startsOn: dateOf(startsOn),
      endsOn: dateOf(endsOn),
      title: input.title ?? project.title,
      summary: input.summary ?? project.summary,
    },
    details: { changed, organizationIds: now.map((party) => party.organizationId) },
  });
}
