import { dateOf } from "@/lib/kernel/dates";
import { next } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";

/* Fixtures of indicator sets. They belong to the alliance as a whole, to none of its organizations. */
export const indicatorSet = async (site: Site) =>
  site.db.indicatorSet.create({
    data: {
      allianceId: site.home.alliance.id,
      code: `matrix-${next()}`,
      edition: 1,
      nameZh: `示例${site.home.mark}指标体系`,
      source: "示例文件",
    },
  });

/** A draft with one indicator that is answered. */
export const filledSet = async (site: Site) => {
  const set = await indicatorSet(site);
  const indicator = await site.db.indicator.create({
    data: {
      allianceId: set.allianceId,
      setId: set.id,
      level: 1,
      sortOrder: 1,
      code: "A1",
      nameZh: "示例指标",
      kind: "flow",
      unitZh: "人",
      aggregation: "sum",
    },
  });
  return { ...set, indicatorId: indicator.id };
};

export const setInForce = async (site: Site) => {
  const set = await filledSet(site);
  await site.db.indicatorSet.update({
    where: { id: set.id },
    data: { state: "in_force", validFrom: dateOf("2020-01-01"), enforcedAt: new Date() },
  });
  return set;
};

export const indicators: Record<string, Fixture> = {
  "indicators.list": none,
  "indicators.export": none,
  "indicators.get": {
    ids: ["setId"],
    input: async (site) => ({ setId: (await setInForce(site)).id }),
  },
  "indicators.start": {
    input: () => ({
      template: "blank",
      code: `matrix-new-${next()}`,
      nameZh: "示例体系",
      source: "示例文件",
    }),
  },
  "indicators.revise": {
    ids: ["setId"],
    input: async (site) => ({ setId: (await setInForce(site)).id }),
  },
  "indicators.save": about("setId", indicatorSet, { version: 1, code: "N1", nameZh: "示例组" }),
  "indicators.remove": {
    ids: ["setId", "indicatorId"],
    input: async (site) => {
      const { id, indicatorId } = await filledSet(site);
      return { setId: id, indicatorId, version: 1 };
    },
  },
  "indicators.setRules": about("setId", filledSet, {
    version: 1,
    rules: [{ strength: "info", expression: "A1 > 0", note: "示例" }],
  }),
  "indicators.fill": about("setId", indicatorSet, {
    version: 1,
    rows: [{ row: 2, code: "A1", name: "示例组" }],
  }),
  "indicators.enforce": about("setId", filledSet, { version: 1, validFrom: "2026-01-01" }),
  "indicators.drop": about("setId", filledSet, versioned),
};
