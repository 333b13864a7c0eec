import { newSecret } from "@/lib/platform/auth/secret";
import { next } from "./home";
import { type Fixture, none, type Site } from "./kit";

const subscription = ({ db, home, caller }: Site) =>
  db.dashboardSubscription.create({
    data: {
      allianceId: home.alliance.id,
      userId: caller.userId ?? home.clerk.userId ?? "",
      rhythm: "weekly",
      filters: { from: String(1980 + next()), kind: "other" },
      linkKey: newSecret(),
      nextOn: new Date("2199-01-01T00:00:00Z"),
    },
  });

export const subscriptions: Record<string, Fixture> = {
  "subscriptions.list": none,
  "subscriptions.take": { input: () => ({ rhythm: "weekly", from: 1980 + (next() % 120) }) },
  "subscriptions.end": {
    personal: true,
    ids: ["id"],
    input: async (site) => ({ id: (await subscription(site)).id }),
  },
  "subscriptions.endByLink": {
    input: async (site) => ({ key: (await subscription(site)).linkKey }),
  },
  "subscriptions.send": none,
};
