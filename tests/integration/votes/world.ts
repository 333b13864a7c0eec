import type { RuleOptions } from "@/lib/features/bodies/schema/roster";
import type { Matter, Rule } from "@/lib/features/bodies/types";
import {
  castBallotCommand,
  castSecretBallotCommand,
} from "@/lib/features/votes/procedures/ballots";
import {
  closeVoteCommand,
  declareVoteCommand,
  openVoteCommand,
  prepareVoteCommand,
} from "@/lib/features/votes/procedures/run";
import type { Choice } from "@/lib/features/votes/types";
import type { Actor } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database } from "@/lib/platform/db/client";
import type { Prisma } from "@/prisma/generated/client";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";

export type Options = Prisma.InputJsonObject & Partial<Record<keyof RuleOptions, unknown>>;

export type Given = {
  seats?: number;
  filled?: number;
  /** How many of the filled seats are there; all unless told otherwise. */
  present?: number;
  mode?: "room" | "online" | "correspondence";
  options?: Options;
  rule?: Rule;
  items?: number;
  matter?: Matter;
  state?: "open" | "noticed" | "check_in" | "suspended" | "closed";
};

/** Usual rule of a council: two thirds are a quorum, more than half of those present carry. */
export const usual: Rule = {
  quorum: { base: "seats_filled", num: 2, den: 3, cmp: "gte" },
  pass: { base: "present", num: 1, den: 2, cmp: "gt" },
  tie: "fails",
};

const overAll = (rule: Rule): Record<Matter, Rule> => ({
  ordinary: rule,
  special: rule,
  election: rule,
  membership: rule,
  charter: rule,
  procedural: rule,
});

export type World = Awaited<ReturnType<typeof sitting>>;

/** An open meeting of a council: every filled seat has a person with an account, and most of them are there. */
export async function sitting(given: Given = {}) {
  const db = database();
  const alliance = await createAlliance(db);
  const allianceId = alliance.id;
  const council = await createCouncil(db, {
    allianceId,
    seats: given.seats ?? 9,
    ...(given.filled !== undefined && { filled: given.filled }),
    over: overAll(given.rule ?? usual),
    ...(given.options && { options: given.options }),
  });
  const secretary = await createActor(db, "secretariat", { allianceId });
  const second = await createActor(db, "secretariat", { allianceId });
  const people: Actor[] = [];
  for (const { organization, holding } of council.holders) {
    const actor = await createActor(db, people.length === 0 ? "chair" : "delegate", {
      allianceId,
      organizationId: organization.id,
    });
    await db.seatDelegate.create({
      data: {
        allianceId,
        holdingId: holding.id,
        personId: actor.personId ?? "",
        kind: "principal",
        validFrom: new Date("2023-01-01T00:00:00Z"),
      },
    });
    people.push(actor);
  }
  const meeting = await createMeeting({ ...given, allianceId, council, people });
  const call = (actor: Actor): Call => ({ actor, tenant: alliance.slug });
  return { alliance, council, secretary, second, people, call, ...meeting };
}

type Council = Awaited<ReturnType<typeof createCouncil>>;

export async function createMeeting(
  given: Given & { allianceId: string; council: Council; people: readonly Actor[] },
) {
  const db = database();
  const { allianceId, council, people } = given;
  const meeting = await db.meeting.create({
    data: {
      allianceId,
      bodyId: council.body.id,
      title: "示例理事会会议",
      mode: given.mode ?? "room",
      state: given.state ?? "open",
      scheduledAt: new Date(),
      openedAt: new Date(),
      seatsAll: council.seats.length,
      seatsFilled: people.length,
      chairSeatId: council.seats[0]?.id ?? null,
    },
  });
  await db.meetingSeat.createMany({
    data: council.seats.map((seat, index) => ({
      allianceId,
      meetingId: meeting.id,
      seatId: seat.id,
      number: seat.number,
      position: seat.position,
      voting: true,
      eligible: index < people.length,
      holderName: council.holders[index]?.organization.name ?? null,
      membershipId: council.holders[index]?.membership.id ?? null,
      organizationId: council.holders[index]?.organization.id ?? null,
      personId: people[index]?.personId ?? null,
      personName: people[index]?.name ?? null,
    })),
  });
  const present = given.mode === "correspondence" ? 0 : (given.present ?? people.length);
  await db.presence.createMany({
    data: people.slice(0, present).map((person, index) => ({
      allianceId,
      meetingId: meeting.id,
      seatId: council.seats[index]?.id ?? "",
      personId: person.personId,
      personName: person.name,
      capacity: "principal" as const,
      mode: given.mode === "online" ? ("online" as const) : ("room" as const),
      cameAt: new Date(Date.now() - 60_000),
    })),
  });
  const items = [];
  for (let index = 0; index < (given.items ?? 1); index += 1) {
    items.push(
      await db.agendaItem.create({
        data: {
          allianceId,
          meetingId: meeting.id,
          sortOrder: index + 1,
          title: `示例议题 ${index + 1}`,
          matter: given.matter ?? "ordinary",
        },
      }),
    );
  }
  return { meeting, items };
}

export const seatOf = (world: World, index: number): string => world.council.seats[index]?.id ?? "";

/** The value of an accepted call; the test ends when it was refused. */
export function got<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}

export type Method = "named" | "hands" | "secret";

export const prepare = (
  world: World,
  given: { method?: Method; item?: number } & Prisma.InputJsonObject = {},
) => {
  const { item = 0, ...more } = given;
  return perform(prepareVoteCommand, world.call(world.secretary), {
    itemId: world.items[item]?.id ?? "",
    text: "同意示例事项。",
    method: "named",
    ...more,
  });
};

export const open = (world: World, vote: { id: string; version: number }, more: object = {}) =>
  perform(openVoteCommand, world.call(world.secretary), {
    voteId: vote.id,
    version: vote.version,
    ...more,
  });

/** A vote that is open. */
export async function opened(
  world: World,
  given: Parameters<typeof prepare>[1] = {},
  more: object = {},
): Promise<{ id: string; version: number }> {
  const vote = got(await prepare(world, given));
  return got(await open(world, vote, more));
}

export const cast = (world: World, voteId: string, index: number, choice: Choice, seat = index) =>
  perform(castBallotCommand, world.call(world.people[index] ?? world.secretary), {
    voteId,
    seatId: seatOf(world, seat),
    choice,
  });

export const castSecret = (world: World, voteId: string, index: number, choice: Choice) =>
  perform(castSecretBallotCommand, world.call(world.people[index] ?? world.secretary), {
    voteId,
    seatId: seatOf(world, index),
    choice,
    blind: crypto.randomUUID(),
  });

export async function castAll(world: World, voteId: string, choices: readonly (Choice | null)[]) {
  for (const [index, choice] of choices.entries()) {
    if (choice) got(await cast(world, voteId, index, choice));
  }
}

export const close = (world: World, voteId: string) =>
  perform(closeVoteCommand, world.call(world.secretary), { voteId });

export const declare = (world: World, vote: { id: string; version: number }) =>
  perform(declareVoteCommand, world.call(world.secretary), {
    voteId: vote.id,
    version: vote.version,
  });

/** Opens, casts, closes and declares. */
export async function decided(
  world: World,
  choices: readonly (Choice | null)[],
  given: Parameters<typeof prepare>[1] = {},
) {
  const vote = await opened(world, given);
  await castAll(world, vote.id, choices);
  const closed = got(await close(world, vote.id));
  return got(await declare(world, closed));
}

/** Somebody leaves the room. */
export const leave = (world: World, index: number) =>
  database().presence.updateMany({
    where: { meetingId: world.meeting.id, seatId: seatOf(world, index), leftAt: null },
    data: { leftAt: new Date() },
  });

export const recuse = (world: World, index: number, item = 0) =>
  database().recusal.create({
    data: {
      allianceId: world.alliance.id,
      itemId: world.items[item]?.id ?? "",
      seatId: seatOf(world, index),
      state: "declared",
      source: "person",
    },
  });

export const proxy = (world: World, principal: number, holder: number, instruction?: string) =>
  database().proxy.create({
    data: {
      allianceId: world.alliance.id,
      meetingId: world.meeting.id,
      principalSeatId: seatOf(world, principal),
      holderSeatId: seatOf(world, holder),
      state: "active",
      cap: 2,
      instructions: instruction ? { [world.items[0]?.id ?? ""]: instruction } : {},
    },
  });
