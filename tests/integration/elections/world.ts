import type { z } from "zod";
import {
  answerNominationCommand,
  castPaperCommand,
  checkCandidateCommand,
  closeBallotCommand,
  getElectionQuery,
  nominateCommand,
  openBallotCommand,
  planElectionCommand,
  takeStepCommand,
} from "@/lib/features/elections/procedures";
import type { planInput } from "@/lib/features/elections/schema";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createCouncil } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";

export const today = dayIn(new Date(), "Asia/Shanghai");

/** A value, or the reason that a command refused with as a fault of the test. */
export function good<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** A council of nine whose seats have a person each, and two vacant seats to be elected. */
export async function createWorld(db: Tx) {
  const alliance = await createAlliance(db);
  const council = await createCouncil(db, { allianceId: alliance.id, seats: 9, filled: 7 });
  const clerk = await createActor(db, "secretariat", { allianceId: alliance.id });
  const voters: { actor: Actor; seatId: string }[] = [];
  for (const { holding } of council.holders) {
    const actor = await createActor(db, "delegate", { allianceId: alliance.id });
    await db.seatDelegate.create({
      data: {
        allianceId: alliance.id,
        holdingId: holding.id,
        personId: actor.personId ?? "",
        kind: "principal",
        validFrom: dateOf("2024-01-01"),
      },
    });
    voters.push({ actor, seatId: holding.seatId });
  }
  const by = (actor: Actor) => ({ actor, tenant: alliance.slug });
  const seatIds = council.seats.slice(7).map(({ id }) => id);
  const member = async () => {
    const organization = await createOrganization(db);
    return createMembership(db, { allianceId: alliance.id, organizationId: organization.id });
  };
  return { alliance, council, clerk, voters, by, seatIds, member };
}
export type World = Awaited<ReturnType<typeof createWorld>>;

export const plan = (world: World, more: Partial<z.input<typeof planInput>> = {}) =>
  perform(planElectionCommand, world.by(world.clerk), {
    bodyId: world.council.body.id,
    title: "示例补选",
    seatIds: world.seatIds,
    contest: "contested",
    minMarks: 1,
    maxMarks: world.seatIds.length,
    byElection: true,
    startsOn: addDays(today, 10),
    objectionDays: 0,
    ...more,
  });

export const step = async (
  world: World,
  electionId: string,
  name: z.input<typeof takeStepCommand.input>["step"],
) => {
  const { version } = await view(world, electionId);
  return perform(takeStepCommand, world.by(world.clerk), { electionId, version, step: name });
};

export const view = (world: World, electionId: string, actor = world.clerk) =>
  ask(getElectionQuery, world.by(actor), { electionId });

/** Candidates who accepted and were found eligible; the election stands before its ballot. */
export async function checked(
  world: World,
  candidates: number,
  more: Partial<z.input<typeof planInput>> = {},
) {
  const { id } = good(await plan(world, more));
  const call = world.by(world.clerk);
  good(await step(world, id, "open_nominations"));
  const ids: string[] = [];
  for (let n = 0; n < candidates; n += 1) {
    const membershipId = (await world.member()).id;
    const nominated = good(await perform(nominateCommand, call, { electionId: id, membershipId }));
    ids.push(nominated.id);
  }
  good(await step(world, id, "close_nominations"));
  for (const candidateId of ids) {
    good(await perform(answerNominationCommand, call, { candidateId, accepted: true, version: 1 }));
    good(await perform(checkCandidateCommand, call, { candidateId, eligible: true, version: 2 }));
  }
  good(await step(world, id, "finish_check"));
  return { id, ids };
}

export async function opened(world: World, electionId: string) {
  const { version } = await view(world, electionId);
  good(
    await perform(openBallotCommand, world.by(world.clerk), { electionId, version, minutes: 60 }),
  );
  const { rounds } = await view(world, electionId);
  const round = rounds[rounds.length - 1];
  if (!round) throw new Error("no round");
  return round.id;
}

export const cast = (world: World, roundId: string, index: number, marks: string[]) => {
  const voter = world.voters[index];
  if (!voter) throw new Error(`no voter ${index}`);
  return perform(castPaperCommand, world.by(voter.actor), { roundId, seatId: voter.seatId, marks });
};

export const close = async (world: World, electionId: string) => {
  const { version } = await view(world, electionId);
  return perform(closeBallotCommand, world.by(world.clerk), { electionId, version });
};
