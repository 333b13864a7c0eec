import type { SeatCount } from "@/lib/features/bodies/types";
import { adoptResolution } from "@/lib/features/resolutions/commands/adopt";
import { followOutcome } from "@/lib/features/resolutions/commands/applications";
import type { EffectRefusal } from "@/lib/features/resolutions/commands/effects";
import type { Effect } from "@/lib/features/resolutions/types";
import type { Day } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { RecordItem } from "../schema/record";
import type { CheckedItem } from "./check";

export type NewResolution = { id: string; year: number; number: number };

type Sitting = { id: string; bodyId: string; heldOn: Day; heldAt: Date };
type Minutes = { meeting: Sitting; seats: SeatCount; items: CheckedItem[] };
type Written = { item: CheckedItem; itemId: string; motionId?: string | undefined };

/** Writes agenda, motions and resolutions, and lets their consequences happen. */
export async function writeItems(
  tx: Tx,
  scope: TenantScope,
  minutes: Minutes,
): Promise<Result<NewResolution[], EffectRefusal>> {
  const resolutions: NewResolution[] = [];
  for (const written of await writeMotions(tx, scope, minutes)) {
    const { motion, applicationId } = written.item.given;
    if (!motion) continue;
    if (applicationId) {
      const followed = await followOutcome(tx, scope, { applicationId, outcome: motion.outcome });
      if (!followed.ok) return followed;
    }
    if (motion.outcome !== "carried" || !written.motionId) continue;
    const adopted = await adoptResolution(tx, scope, {
      motionId: written.motionId,
      bodyId: minutes.meeting.bodyId,
      itemId: written.itemId,
      title: written.item.given.title,
      text: motion.text,
      adoptedOn: minutes.meeting.heldOn,
      effectiveFrom: motion.effectiveFrom,
      effect: effectOf(written.item.given),
    });
    if (!adopted.ok) return adopted;
    const { id, year, number } = adopted.value;
    resolutions.push({ id, year, number });
  }
  return accept(resolutions);
}

/** On paper the secretariat says whether the admission takes effect in the same step. */
const effectOf = ({ admitAtOnce, applicationId }: RecordItem): Effect =>
  admitAtOnce && applicationId ? { kind: "admit", applicationId } : { kind: "none" };

async function writeMotions(tx: Tx, scope: TenantScope, minutes: Minutes): Promise<Written[]> {
  const { meeting, seats, items } = minutes;
  const allianceId = scope.alliance.id;
  const agenda = await tx.agendaItem.createManyAndReturn({
    data: items.map(({ given }, index) => ({
      allianceId,
      meetingId: meeting.id,
      sortOrder: index + 1,
      title: given.title,
      state: given.motion ? ("decided" as const) : ("heard" as const),
      matter: given.motion?.matter ?? null,
      effect: effectOf(given),
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
  return items.map((item, index) => {
    const itemId = agendaIds.get(index + 1) ?? "";
    return { item, itemId, motionId: motionIds.get(itemId) };
  });
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
