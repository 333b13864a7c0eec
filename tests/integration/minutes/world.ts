import { recordMeetingCommand } from "@/lib/features/meetings/procedures/record";
import {
  circulateCommand,
  confirmCommand,
  draftCommand,
  submitCommand,
} from "@/lib/features/minutes/procedures";
import { dateOf } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database } from "@/lib/platform/db/client";
import { createActor } from "@/tests/support/actors";
import { motion, paperOf, seatedCouncil } from "../meetings/council";

type Answer<T> = { ok: true; value: T } | { ok: false; reason: string };

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

export type World = Awaited<ReturnType<typeof heldMeeting>>;

/** Rules that were in force do not change: a second version follows on the first. */
async function changeRule(bodyId: string, options: object) {
  const where = { bodyId, matter: "ordinary" as const };
  const { id: first, options: _, ...rule } = await database().ruleSet.findFirstOrThrow({ where });
  await database().ruleSet.update({
    where: { id: first },
    data: { validTo: dateOf("2025-12-31") },
  });
  await database().ruleSet.create({
    data: { ...rule, options, version: 2, validFrom: dateOf("2026-01-01") },
  });
}

/** A council whose first meeting was held on paper, with its chair and a delegate in seats, and a supervisor. */
export async function heldMeeting(given: { rule?: object } = {}) {
  const council = await seatedCouncil();
  const db = database();
  const at = { allianceId: council.alliance.id };
  const tenant = council.alliance.slug;
  if (given.rule) await changeRule(council.body.id, { minutes: given.rule });
  const seated = async (role: "chair" | "delegate", seat: number): Promise<Call> => {
    const organizationId = council.holders[seat]?.organization.id ?? null;
    const actor = await createActor(db, role, { ...at, organizationId });
    const id = council.holders[seat]?.holding.id ?? "";
    await db.seatHolding.update({ where: { id }, data: { personId: actor.personId } });
    return { actor, tenant };
  };
  const chair = await seated("chair", 0);
  const delegate = await seated("delegate", 1);
  const supervisor: Call = { actor: await createActor(db, "supervisor", at), tenant };
  const member: Call = {
    actor: await createActor(db, "enterprise_contact", {
      ...at,
      organizationId: council.holders[2]?.organization.id ?? null,
    }),
    tenant,
  };
  const secretary = council.call;
  const items = [
    { title: "听取示例报告" },
    { title: "示例方案", partyPrior: true, motion: motion({ yes: 8, abstain: 1 }) },
  ];
  const paper = await paperOf(council, { items });
  const meeting = value(await perform(recordMeetingCommand, secretary, paper));
  const resolutionId = meeting.resolutions[0]?.id ?? "";
  const people = { chair, delegate, supervisor, member, secretary };
  return { ...council, ...people, council, meetingId: meeting.id, resolutionId };
}

/** The days of objections are over. */
export const passDeadline = (minutesId: string) =>
  database().minutes.update({
    where: { id: minutesId },
    data: { objectUntil: dateOf("2026-01-01") },
  });

/** Minutes taken as far as the stage. */
export async function minutesAt(
  world: World,
  stage: "draft" | "chair_review" | "circulated" | "confirmed",
) {
  let at = value(await perform(draftCommand, world.secretary, { meetingId: world.meetingId }));
  const step = () => ({ minutesId: at.id, version: at.version });
  if (stage === "draft") return at;
  at = value(await perform(submitCommand, world.secretary, step()));
  if (stage === "chair_review") return at;
  at = value(await perform(circulateCommand, world.chair, step()));
  if (stage === "circulated") return at;
  await passDeadline(at.id);
  return value(await perform(confirmCommand, world.chair, step()));
}

export const paragraphsOf = (minutesId: string) =>
  database().minutesParagraph.findMany({ where: { minutesId }, orderBy: { sortOrder: "asc" } });
