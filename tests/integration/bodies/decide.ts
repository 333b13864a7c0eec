import type { Matter } from "@/lib/features/bodies/types";
import { adoptResolution } from "@/lib/features/resolutions/commands/adopt";
import type { Adopted, Effect } from "@/lib/features/resolutions/types";
import { type Day, dateOf } from "@/lib/kernel/dates";
import type { Result } from "@/lib/kernel/result";
import type { Actor } from "@/lib/platform/auth/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { scopeOf } from "../../support/scope";

type Alliance = { id: string; slug: string; name: string };

let serial = 0;

type Decision = {
  alliance: Alliance;
  actor: Actor;
  bodyId: string;
  effect: Effect;
  matter?: Matter;
  on: Day;
  effectiveFrom?: Day;
  /** Days of public notice that the rule of the day asked for. */
  noticeDays?: number;
  applicationId?: string;
};

/** A carried motion of a body, adopted as a resolution with its effect, in one transaction; a refusal leaves nothing. */
export async function decide(
  db: Tx,
  given: Decision,
): Promise<Result<Adopted> & { itemId?: string }> {
  const { alliance, bodyId, effect, on } = given;
  const matter = given.matter ?? "membership";
  serial += 1;
  const meeting = await db.meeting.create({
    data: {
      allianceId: alliance.id,
      bodyId,
      title: `示例会议 ${serial}`,
      mode: "room",
      state: "closed",
      scheduledAt: dateOf(on),
    },
  });
  const item = await db.agendaItem.create({
    data: {
      allianceId: alliance.id,
      meetingId: meeting.id,
      sortOrder: 1,
      title: `示例议题 ${serial}`,
      applicationId: given.applicationId ?? null,
    },
  });
  const rule = await db.ruleSet.findFirstOrThrow({ where: { bodyId, matter } });
  const motion = await db.motion.create({
    data: {
      allianceId: alliance.id,
      agendaItemId: item.id,
      text: "示例动议",
      matter,
      method: "hands",
      ruleSetId: rule.id,
      ruleSnapshot: {
        rule: { id: rule.id, matter, options: { publicNoticeDays: given.noticeDays ?? 0 } },
        seats: { all: 9, filled: 9, eligible: 9 },
      },
      present: 9,
      yes: 9,
      no: 0,
      abstain: 0,
      quorumBase: 9,
      quorumNeeded: 6,
      passBase: 9,
      passNeeded: 5,
      computedOutcome: "carried",
      outcome: "carried",
      decidedAt: dateOf(on),
    },
  });
  class Refused extends Error {
    readonly result: Result<never>;
    constructor(result: Result<never>) {
      super();
      this.result = result;
    }
  }
  try {
    const done = await inTransaction(async (tx) => {
      const result = await adoptResolution(tx, scopeOf(tx, alliance, given.actor), {
        motionId: motion.id,
        bodyId,
        itemId: item.id,
        title: "示例决议",
        text: "示例决议",
        adoptedOn: on,
        effectiveFrom: given.effectiveFrom,
        effect,
      });
      if (!result.ok) throw new Refused(result);
      return result;
    });
    return { ...done, itemId: item.id };
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}
