import { type AdmitRefusal, admitByResolution } from "@/lib/features/applications/commands/admit";
import {
  type Held,
  holdApplication,
  moveApplication,
} from "@/lib/features/applications/commands/move";
import type { Step } from "@/lib/features/applications/types";
import { takeNumber } from "@/lib/features/bodies/commands";
import type { Outcome, SeatCount } from "@/lib/features/bodies/types";
import { type Day, dateOf } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { RecordItem } from "../schema";
import type { CheckedItem } from "./check";

export type NewResolution = { id: string; year: number; number: number };

type Sitting = { id: string; bodyId: string; heldOn: Day; heldAt: Date };
type Minutes = { meeting: Sitting; seats: SeatCount; items: CheckedItem[] };
type Written = { item: CheckedItem; motionId?: string | undefined };

/** Writes agenda, motions and resolutions, and lets their consequences happen. */
export async function writeItems(
  tx: Tx,
  scope: TenantScope,
  minutes: Minutes,
): Promise<Result<NewResolution[], AdmitRefusal>> {
  const resolutions: NewResolution[] = [];
  for (const { item, motionId } of await writeMotions(tx, scope, minutes)) {
    const { motion } = item.given;
    const resolution =
      motion && motionId && motion.outcome === "carried"
        ? await adopt(tx, scope, minutes.meeting, { item: item.given, motion, motionId })
        : undefined;
    if (resolution) resolutions.push(resolution);
    if (item.held && motion) {
      const followed = await follow(tx, scope, item.held, { item: item.given, motion, resolution });
      if (!followed.ok) return followed;
    }
  }
  return accept(resolutions);
}

async function writeMotions(tx: Tx, scope: TenantScope, minutes: Minutes): Promise<Written[]> {
  const { meeting, seats, items } = minutes;
  const allianceId = scope.alliance.id;
  const agenda = await tx.agendaItem.createManyAndReturn({
    data: items.map(({ given }, index) => ({
      allianceId,
      meetingId: meeting.id,
      sortOrder: index + 1,
      title: given.title,
      applicationId: given.applicationId ?? null,
      partyPrior: given.partyPrior,
    })),
    select: { id: true, sortOrder: true },
  });
  const agendaIds = new Map(agenda.map((row) => [row.sortOrder, row.id]));
  const motions = await tx.motion.createManyAndReturn({
    data: items.flatMap((item, index) => {
      const agendaItemId = agendaIds.get(index + 1);
      return agendaItemId
        ? motionRow(scope, item, { agendaItemId, seats, heldAt: meeting.heldAt })
        : [];
    }),
    select: { id: true, agendaItemId: true },
  });
  const motionIds = new Map(motions.map((row) => [row.agendaItemId, row.id]));
  return items.map((item, index) => ({
    item,
    motionId: motionIds.get(agendaIds.get(index + 1) ?? ""),
  }));
}

/** The snapshot holds the rule and the seats in full: the result can be counted again after both have changed (I-04). */
function motionRow(
  scope: TenantScope,
  { given: { motion }, judged }: CheckedItem,
  at: { agendaItemId: string; seats: SeatCount; heldAt: Date },
) {
  if (!motion || !judged) return [];
  const { rule, votes, decision } = judged;
  return [
    {
      ...votes,
      allianceId: scope.alliance.id,
      agendaItemId: at.agendaItemId,
      text: motion.text,
      matter: motion.matter,
      method: motion.method,
      ruleSetId: rule.id,
      ruleSnapshot: { rule, seats: at.seats },
      quorumBase: decision.quorum.base,
      // A base of nobody is never enough: one more than there are.
      quorumNeeded: decision.quorum.needed ?? decision.quorum.base + 1,
      passBase: decision.pass.base,
      passNeeded: decision.pass.needed,
      computedOutcome: decision.outcome,
      outcome: motion.outcome,
      contradictionReason:
        decision.outcome === motion.outcome ? null : (motion.contradictionReason ?? null),
      recordedById: scope.actor.userId,
      decidedAt: at.heldAt,
    },
  ];
}

type Motion = NonNullable<RecordItem["motion"]>;

/** A resolution: the next number of the body in the year of the meeting. */
async function adopt(
  tx: Tx,
  scope: TenantScope,
  meeting: Sitting,
  given: { item: RecordItem; motion: Motion; motionId: string },
): Promise<NewResolution & { effectiveFrom: Day }> {
  const allianceId = scope.alliance.id;
  const year = Number(meeting.heldOn.slice(0, 4));
  const number = await takeNumber(tx, { allianceId, name: `resolution:${meeting.bodyId}`, year });
  const effectiveFrom = given.motion.effectiveFrom ?? meeting.heldOn;
  const { id } = await tx.resolution.create({
    data: {
      allianceId,
      bodyId: meeting.bodyId,
      motionId: given.motionId,
      year,
      number,
      title: given.item.title,
      text: given.motion.text,
      adoptedOn: dateOf(meeting.heldOn),
      effectiveFrom: dateOf(effectiveFrom),
    },
    select: { id: true },
  });
  await scope.audit({
    action: "resolution.adopt",
    subjectType: "resolution",
    subjectId: id,
    details: { year, number, motionId: given.motionId, meetingId: meeting.id },
  });
  return { id, year, number, effectiveFrom };
}

/** What a decision does to the application: no decision sends it back to wait for the next meeting. */
const nextStep: Record<Outcome, Step | undefined> = {
  carried: undefined,
  rejected: "decline",
  tied: "put_off",
  inquorate: "put_off",
};

async function follow(
  tx: Tx,
  scope: TenantScope,
  recommended: Held,
  given: {
    item: RecordItem;
    motion: Motion;
    resolution?: { id: string; effectiveFrom: Day } | undefined;
  },
): Promise<Result<unknown, AdmitRefusal>> {
  const put = await moveApplication(tx, scope, recommended, { step: "put_on_agenda" });
  if (!put.ok) return put;
  const held = await holdApplication(tx, scope, recommended.id);
  const step = nextStep[given.motion.outcome];
  if (step) return moveApplication(tx, scope, held, { step });
  return given.item.admitAtOnce && given.resolution
    ? admitByResolution(tx, scope, { held, resolution: given.resolution })
    : put;
}
