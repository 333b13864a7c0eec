import { dateOf } from "@/lib/kernel/dates";
import type { World } from "./world";

let serial = 0;

/** A motion of the council about what its title says, with the outcome that it had. */
export async function voted(world: World, about: string, outcome: "carried" | "rejected") {
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
  return db.motion.create({
    data: {
      allianceId,
      agendaItemId: item.id,
      text: about,
      matter: rule.matter,
      method: "hands",
      ruleSetId: rule.id,
      ruleSnapshot: {},
      ...(outcome === "carried" ? { yes: 3, no: 0 } : { yes: 0, no: 3 }),
      ...{ present: 3, abstain: 0, quorumBase: 3, quorumNeeded: 2, passBase: 3, passNeeded: 2 },
      ...{ computedOutcome: outcome, outcome },
      decidedAt: dateOf("2199-01-01"),
    },
  });
}

/** A carried one with its resolution. */
export async function ratifying(world: World, about: string) {
  serial += 1;
  const { db, alliance, council } = world;
  const motion = await voted(world, about, "carried");
  return db.resolution.create({
    data: {
      allianceId: alliance.id,
      bodyId: council.body.id,
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
