import * as attend from "@/lib/features/meetings/procedures/attend";
import * as prepare from "@/lib/features/meetings/procedures/prepare";
import * as run from "@/lib/features/meetings/procedures/run";
import { clockIn, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Actor, Role } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database } from "@/lib/platform/db/client";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { seatedCouncil } from "./council";

export type Sitting = Awaited<ReturnType<typeof sitting>>;
const zone = "Asia/Shanghai";

/** A council whose seats have people with accounts: number 1 chairs. Options of all rules as given. */
export async function sitting(given: { seats?: number; filled?: number; options?: object } = {}) {
  const db = database();
  const { options, ...size } = given;
  const council = await seatedCouncil(size);
  if (options) await replaceRules(council.body.id, options);
  const allianceId = council.alliance.id;
  const people: Actor[] = [];
  for (const [index, { holding }] of council.holders.entries()) {
    const role: Role = index === 0 ? "chair" : "delegate";
    const actor = await createActor(db, role, { allianceId });
    await delegate(allianceId, holding.id, actor, "principal");
    people.push(actor);
  }
  const colleague = await createActor(db, "secretariat", { allianceId });
  const as = (actor: Actor): Call => ({ actor, tenant: council.alliance.slug });
  const seat = (number: number) => council.seats[number - 1]?.id ?? "";
  const person = (number: number) => as(people[number - 1] ?? council.secretary);
  return { ...council, people, colleague, as, seat, person };
}

/** A rule in force never changes: from this year on its next version holds. */
async function replaceRules(bodyId: string, options: object) {
  const db = database();
  const rules = await db.ruleSet.findMany({ where: { bodyId } });
  await db.ruleSet.updateMany({ where: { bodyId }, data: { validTo: dateOf("2025-12-31") } });
  await db.ruleSet.createMany({
    data: rules.map(({ id: _, options: __, validTo: ___, ...rule }) => ({
      ...rule,
      version: 2,
      options,
      validFrom: dateOf("2026-01-01"),
    })),
  });
}

export const delegate = (
  allianceId: string,
  holdingId: string,
  actor: Actor,
  kind: "principal" | "alternate",
) =>
  database().seatDelegate.create({
    data: {
      allianceId,
      holdingId,
      personId: actor.personId ?? "",
      kind,
      validFrom: dateOf("2023-01-01"),
    },
  });

/** So many hours from now, as a form gives it. */
export const inHours = (hours: number) => {
  const at = new Date(Date.now() + hours * 3_600_000);
  return { heldOn: dayIn(at, zone), time: clockIn(at, zone) };
};

export const value = <T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
};

type Given = { hours?: number; items?: number; mode?: "room" | "online" | "mixed" };

/** A draft with items to decide. */
export async function drafted(council: Sitting, given: Given = {}) {
  const { call } = council;
  const made = value(
    await perform(prepare.createMeetingCommand, call, {
      bodyId: council.body.id,
      title: "示例理事会会议",
      mode: given.mode ?? "mixed",
      place: "示例会议室",
      link: "https://meet.example/room",
      ...inHours(given.hours ?? 2),
    }),
  );
  const items: string[] = [];
  for (let n = 1; n <= (given.items ?? 1); n += 1) {
    const item = await perform(prepare.addItemCommand, call, {
      meetingId: made.id,
      title: `示例议题 ${n}`,
      kind: "decide",
      matter: "ordinary",
    });
    items.push(value(item).id);
  }
  return { id: made.id, items };
}

export const versionOf = async (id: string): Promise<number> =>
  (await database().meeting.findUniqueOrThrow({ where: { id } })).version;
export const itemVersion = async (id: string): Promise<number> =>
  (await database().agendaItem.findUniqueOrThrow({ where: { id } })).version;

export async function noticed(council: Sitting, given: Given = {}) {
  const draft = await drafted(council, given);
  value(
    await perform(prepare.sendNoticeCommand, council.call, {
      meetingId: draft.id,
      version: await versionOf(draft.id),
      waiver: "示例：临时召集",
    }),
  );
  return draft;
}

/** Checked in by the secretary: the first so many seats. */
export async function checkedIn(council: Sitting, present: number, given: Given = {}) {
  const meeting = await noticed(council, given);
  const version = await versionOf(meeting.id);
  value(await perform(run.startCheckInCommand, council.call, { meetingId: meeting.id, version }));
  for (let number = 1; number <= present; number += 1) await enter(council, meeting.id, number);
  return meeting;
}

export async function opened(council: Sitting, present: number, given: Given = {}) {
  const meeting = await checkedIn(council, present, given);
  const version = await versionOf(meeting.id);
  value(await perform(run.openMeetingCommand, council.call, { meetingId: meeting.id, version }));
  return meeting;
}

export const enter = async (council: Sitting, meetingId: string, number: number) =>
  value(
    await perform(attend.markPresentCommand, council.call, {
      meetingId,
      seatId: council.seat(number),
    }),
  );

export const out = async (council: Sitting, meetingId: string, number: number) =>
  value(
    await perform(attend.markLeftCommand, council.call, {
      meetingId,
      seatId: council.seat(number),
    }),
  );

export const look = (council: Sitting, meetingId: string, call: Call = council.call) =>
  ask(run.liveMeetingQuery, call, { meetingId });

/** A letter from one seat to another, by the principal, accepted by the secretariat. */
export async function letter(council: Sitting, meetingId: string, from: number, to: number) {
  const principal = council.person(from);
  const file = await createStoredFile(database(), {
    allianceId: council.alliance.id,
    uploadedById: principal.actor.userId,
  });
  const granted = await perform(attend.grantProxyCommand, principal, {
    meetingId,
    principalSeatId: council.seat(from),
    holderSeatId: council.seat(to),
    letterFileId: file.id,
  });
  if (!granted.ok) return granted;
  return perform(attend.acceptProxyCommand, council.call, {
    proxyId: granted.value.id,
    version: 1,
  });
}
