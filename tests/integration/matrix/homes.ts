import { createDecision, next } from "./home";
import { type Fixture, none, type Site } from "./kit";

/** One waits at a time: those of earlier calls are taken back. */
const clear = ({ db, home }: Site) =>
  db.metricTarget.updateMany({
    where: { allianceId: home.alliance.id, state: "proposed" },
    data: { state: "withdrawn" },
  });

/** Set by somebody else than whoever decides. */
async function createTarget(site: Site) {
  await clear(site);
  const { db, home, organizationId } = site;
  return db.metricTarget.create({
    data: {
      allianceId: home.alliance.id,
      organizationId,
      metricCode: "M41",
      year: 1980 + (next() % 120),
      value: 10,
      basis: `示例${home.mark}计划`,
      setById: home.clerk.userId ?? "",
    },
  });
}

const step = (more: object = {}): Fixture => ({
  ids: ["targetId"],
  input: async (site) => ({ targetId: (await createTarget(site)).id, version: 1, ...more }),
});

export const aims: Record<string, Fixture> = {
  "targets.list": none,
  "targets.export": none,
  "targets.set": {
    input: async (site) => {
      await clear(site);
      const value = String(next());
      return { metricCode: "M41", year: 2030, value, basis: "示例计划" };
    },
  },
  "targets.agree": step(),
  "targets.decline": step({ reason: "示例理由" }),
  "targets.adopt": {
    ids: ["targetId", "resolutionId"],
    input: async (site) => ({
      targetId: (await createTarget(site)).id,
      version: 1,
      resolutionId: (await createDecision(site.db, site.home)).resolution.id,
    }),
  },
  "targets.withdraw": step(),
  "homes.governance": none,
  "homes.expert": none,
  "homes.organization": {
    ids: ["organization"],
    input: ({ organizationId }) => ({ organization: organizationId }),
  },
};
