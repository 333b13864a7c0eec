import { submitApplicationCommand } from "@/lib/features/applications/procedures";
import { syntheticCreditCode } from "@/lib/features/organizations/rules/credit-code";
import { anonymous } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database } from "@/lib/platform/db/client";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";

let serial = 0;
export const freshCode = (): string => {
  serial += 1;
  return syntheticCreditCode(800_000 + serial);
};

export const form = (given: { creditCode?: string; organizationName?: string } = {}) => ({
  organizationName: "示例申请单位",
  creditCode: freshCode(),
  kind: "enterprise" as const,
  requestedPosition: "member_unit" as const,
  contactName: "示例联系人",
  contactEmail: "contact@sample.example",
  contactPhone: "0512-1234 5678",
  statement: "示例入会说明",
  contributionPlan: "示例投入计划",
  ...given,
});

/** An alliance with its secretariat, a visitor at its door, and what the visitor got for an application. */
export async function openDoor() {
  const alliance = await createAlliance(database());
  const secretary = await createActor(database(), "secretariat", { allianceId: alliance.id });
  const office: Call = { actor: secretary, tenant: alliance.slug };
  const visitor: Call = { actor: anonymous, tenant: alliance.slug };
  return { alliance, secretary, office, visitor };
}

export async function submitted(door: Awaited<ReturnType<typeof openDoor>>, given = form()) {
  const answer = await perform(submitApplicationCommand, door.visitor, given);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}
