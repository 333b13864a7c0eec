import { newSecret } from "@/lib/platform/auth/secret";
import { next } from "./home";
import { type Fixture, none, type Site } from "./kit";

const alert = ({ db, home, caller }: Site) =>
  db.alert.create({
    data: {
      allianceId: home.alliance.id,
      userId: caller.userId ?? home.clerk.userId ?? "",
      about: "threshold",
      metricCode: "members",
      direction: "above",
      bound: String(1000 + next()),
      filters: {},
      linkKey: newSecret(),
    },
  });

const raising = async (site: Site) => {
  const { allianceId, id } = await alert(site);
  return site.db.alertRaising.create({
    data: {
      allianceId,
      alertId: id,
      raisedAt: new Date("2026-01-01T00:00:00Z"),
      value: "1",
      sentenceZh: "示例",
      sentenceEn: "Example",
      path: "members",
    },
  });
};

export const alerts: Record<string, Fixture> = {
  "alerts.list": none,
  "alerts.raisings": none,
  "alerts.set": {
    input: () => ({
      about: "threshold",
      metricCode: "members",
      direction: "above",
      bound: String(1000 + next()),
    }),
  },
  "alerts.end": {
    personal: true,
    ids: ["id"],
    input: async (site) => ({ id: (await alert(site)).id }),
  },
  "alerts.endByLink": { input: async (site) => ({ key: (await alert(site)).linkKey }) },
  "alerts.acknowledge": {
    personal: true,
    ids: ["id"],
    input: async (site) => ({ id: (await raising(site)).id }),
  },
  "alerts.check": none,
};
