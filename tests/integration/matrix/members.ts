import { dateOf } from "@/lib/kernel/dates";
import { type Fixture, none } from "./kit";

export const members: Record<string, Fixture> = {
  "members.list": none,
  "members.composition": none,
  "members.export": none,
  "representatives.change": {
    ids: ["membershipId"],
    input: ({ home }) => ({
      membershipId: home.own.membership.id,
      kind: "contact",
      name: "示例联系人",
      from: "2026-03-01",
    }),
  },
  "representatives.handover": {
    ids: ["membershipId"],
    input: ({ home }) => ({ membershipId: home.own.membership.id }),
  },
  "representatives.end": {
    ids: ["representativeId"],
    input: async ({ db, home }) => {
      const person = await db.person.create({ data: { name: `示例${home.mark}代表` } });
      const held = await db.representative.create({
        data: {
          allianceId: home.alliance.id,
          membershipId: home.own.membership.id,
          personId: person.id,
          kind: "contact",
          validFrom: dateOf("2024-01-01"),
        },
      });
      return { representativeId: held.id, lastDay: "2026-06-30" };
    },
  },
};
