import { createScheme } from "@/prisma/seed/factories/evaluations";
import { next } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";

/*
 * Fixtures of evaluations. Others wrote the schemes, so that the caller may publish them.
 */
const scheme =
  (state: "draft" | "published") =>
  ({ db, home }: Site) =>
    createScheme(db, { allianceId: home.alliance.id, state });
const shape = () => ({
  name: `示例办法 ${next()}`,
  bandA: "85",
  bandB: "70",
  bandC: "60",
  leastExperts: "3",
});
const indicator = async (site: Site, code: string) => {
  const { id, indicators } = await scheme("draft")(site);
  return { schemeId: id, version: 1, indicatorId: indicators.get(code) ?? "" };
};

export const evaluationSchemes: Record<string, Fixture> = {
  "evaluations.listSchemes": none,
  "evaluations.getScheme": about("schemeId", scheme("published")),
  "evaluations.createScheme": { input: () => ({ subjectKind: "member", ...shape() }) },
  "evaluations.updateScheme": {
    ids: ["schemeId"],
    input: async (site) => ({ schemeId: (await scheme("draft")(site)).id, version: 1, ...shape() }),
  },
  "evaluations.addIndicator": {
    ids: ["schemeId", "parentId"],
    input: async (site) => {
      const { id, indicators } = await scheme("draft")(site);
      return {
        schemeId: id,
        version: 1,
        parentId: indicators.get("1"),
        code: "1.9",
        name: "示例指标",
        weight: "0",
        kind: "veto",
      };
    },
  },
  "evaluations.updateIndicator": {
    ids: ["schemeId", "indicatorId"],
    input: async (site) => ({
      ...(await indicator(site, "4")),
      code: "4",
      name: "示例指标",
      weight: "0",
      kind: "veto",
    }),
  },
  "evaluations.removeIndicator": {
    ids: ["schemeId", "indicatorId"],
    input: (site) => indicator(site, "4"),
  },
  "evaluations.publishScheme": about("schemeId", scheme("draft"), versioned),
  "evaluations.nextEdition": about("schemeId", scheme("published")),
};
