import { dateOf } from "@/lib/kernel/dates";
import type { World } from "./world";

let serial = 0;

/** A carried motion of the council with its resolution, about what its title says. */
export async function ratifying(world: World, about: string) {
  serial += 1;
  const { db, alliance, council } = world;
  const allianceId = alliance.id;
  const own = { allianceId, bodyId: council.body.id };
  const meeting = await db.meeting.create({
    data: {
      ...own,
      title: "示例会议",
      mode: "room",
      state: "closed",
      scheduledAt: dateOf("2199-01-01"),
    },
  });
  const item = await db.agendaItem.create({
    data: { allianceId, meetingId: meeting.id, sortOrder: 1, title: about },
  });
  const rule = await db.ruleSet.findFirstOrThrow({ where: { bodyId: council.body.id } });
  const motion = await db.motion.create({
    data: {
      allianceId,
      agendaItemId: item.id,
      text: about,
      matter: rule.matter,
      method: "hands",
      ruleSetId: rule.id,
      ruleSnapshot: {},
      ...{ present: 3, yes: 3, no: 0, abstain: 0, quorumBase: 3, quorumNeeded: 2 },
      ...{ passBase: 3, passNeeded: 2, computedOutcome: "carried", outcome: "carried" },
      decidedAt: dateOf("2199-01-01"),
    },
  });
  return db.resolution.create({
    data: {
      ...own,
      motionId: motion.id,
      year: 2026,
      number: serial,
      title: `关于${about}的决议`,
      text: "示例",
      adoptedOn: dateOf("2199-01-01"),
      effectiveFrom: dateOf("2199-01-01"),
    },
  });
}
