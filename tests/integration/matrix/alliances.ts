import type { Tx } from "@/lib/platform/db/transaction";
import { type Home, next } from "./home";
import { type Fixture, none } from "./kit";

const emailOf = async (db: Tx, home: Home) =>
  (await db.user.findUniqueOrThrow({ where: { id: home.clerk.userId ?? "" } })).email;

export const alliances: Record<string, Fixture> = {
  "alliances.list": none,
  "alliances.get": none,
  "alliances.frame": none,
  "alliances.create": {
    input: ({ home, db }) =>
      emailOf(db, home).then((secretariatEmail) => ({
        slug: `sample-new-${next()}`,
        name: `示例新联盟 ${next()}`,
        type: "vocational_group",
        secretariatEmail,
      })),
  },
  "alliances.updateProfile": {
    input: async ({ db, home }) => {
      const { version, name } = await db.alliance.findUniqueOrThrow({
        where: { id: home.alliance.id },
      });
      return { version, name, status: "operating", published: home.alliance.publishedAt !== null };
    },
  },
  "alliances.savePositionLabels": {
    input: async ({ db, home }) => {
      const { version } = await db.alliance.findUniqueOrThrow({ where: { id: home.alliance.id } });
      return { version, labels: {} };
    },
  },
  "structure.get": none,
  "structure.applyTemplate": { input: () => ({ structureTemplate: "one_two_six_n" }) },
};
