import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createRound, createScheme } from "@/prisma/seed/factories/evaluations";
import { createActor } from "../../support/actors";
import { createDecision, next } from "./home";
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
  "evaluations.exportSchemes": none,
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

type State = Parameters<typeof createRound>[1]["state"];
const round =
  (state: State, more: object = {}) =>
  (site: Site) =>
    createRound(site.db, {
      allianceId: site.home.alliance.id,
      organizationIds: [site.organizationId],
      state,
      title: `示例${site.home.mark} ${next()}`,
      name: `示例${site.home.mark}对象`,
      ...more,
    });
const subject = (state: State, more: (made: Made, site: Site) => object = () => ({})): Fixture => ({
  ids: ["subjectId"],
  input: async (site) => {
    const made = await round(state)(site);
    return { subjectId: made.subject, ...more(made, site) };
  },
});
type Made = Awaited<ReturnType<typeof createRound>>;
const of = (made: Made, code: string) => made.indicators.get(code) ?? "";

/** The caller as an expert of a subject; a visitor's place is taken by somebody. */
async function seat(site: Site, made: Made, clear: boolean) {
  const personId =
    site.caller.personId ?? (await site.db.person.create({ data: { name: "示例" } })).id;
  return site.db.evaluationSeat.create({
    data: {
      allianceId: site.home.alliance.id,
      subjectId: made.subject,
      personId,
      ...(clear && { state: "clear", declaredAt: new Date("2026-01-02") }),
    },
  });
}
const seated = (
  state: State,
  clear: boolean,
  more: (made: Made) => object = () => ({}),
): Fixture => ({
  personal: true,
  ids: ["seatId"],
  input: async (site) => {
    const made = await round(state)(site);
    return { seatId: (await seat(site, made, clear)).id, ...more(made) };
  },
});

async function expert(site: Site): Promise<string> {
  const actor = await createActor(site.db, "expert", { allianceId: site.home.alliance.id });
  return actor.personId ?? "";
}

export const evaluations: Record<string, Fixture> = {
  "evaluations.list": none,
  "evaluations.export": none,
  "evaluations.get": about("roundId", round("self_evaluation")),
  "evaluations.getSubject": subject("self_evaluation"),
  "evaluations.desk": none,
  "evaluations.open": {
    ids: ["schemeId", "keyIds"],
    input: async (site) => {
      // A member of its own: other rows of the matrix end memberships.
      const { id: organizationId } = await createOrganization(site.db);
      await createMembership(site.db, { allianceId: site.home.alliance.id, organizationId });
      return {
        schemeId: (await scheme("published")(site)).id,
        year: 2025,
        title: `示例评价 ${next()}`,
        selfDueOn: "2199-01-01",
        keyIds: [organizationId],
      };
    },
  },
  "evaluations.step": about("roundId", round("scheme_published"), {
    ...versioned,
    to: "self_evaluation",
  }),
  "evaluations.ratify": {
    ids: ["roundId", "resolutionId"],
    input: async (site) => ({
      roundId: (await round("objection")(site)).id,
      version: 1,
      resolutionId: (await createDecision(site.db, site.home)).resolution.id,
    }),
  },
  "evaluations.sendBack": {
    ids: ["roundId", "motionId"],
    input: async (site) => ({
      roundId: (await round("objection")(site)).id,
      version: 1,
      motionId: (await createDecision(site.db, site.home)).resolution.motionId,
      reason: "示例",
    }),
  },
  "evaluations.saveSelf": subject("self_evaluation", (made) => ({
    version: 1,
    entries: [{ indicatorId: of(made, "1.1"), value: "10" }],
  })),
  "evaluations.submitSelf": subject("self_evaluation", () => versioned),
  "evaluations.returnSelf": subject("self_evaluation", () => ({ version: 1, reason: "示例" })),
  "evaluations.verifyEntry": {
    ids: ["subjectId", "indicatorId"],
    input: async (site) => {
      const made = await round("data_verified")(site);
      return { subjectId: made.subject, indicatorId: of(made, "1.1"), value: "10" };
    },
  },
  "evaluations.verifyRest": subject("data_verified"),
  "evaluations.assignExpert": {
    ids: ["roundId", "personId"],
    input: async (site) => ({
      roundId: (await round("expert_scoring")(site)).id,
      personId: await expert(site),
    }),
  },
  "evaluations.releaseExpert": {
    ids: ["roundId"],
    input: async (site) => {
      const made = await round("expert_scoring")(site);
      const { personId } = await seat(site, made, false);
      return { roundId: made.id, personId, reason: "示例" };
    },
  },
  "evaluations.declare": seated("expert_scoring", false, () => ({ answer: "clear" })),
  "evaluations.getSeat": seated("expert_scoring", false),
  "evaluations.score": seated("expert_scoring", true, (made) => ({
    marks: [{ indicatorId: of(made, "2"), points: 80 }],
    comment: "示例意见",
  })),
  "evaluations.visit": {
    ids: ["subjectId"],
    input: async (site) => {
      const made = await round("expert_scoring")(site);
      // An expert visits where he sits, and nowhere else.
      if (site.organizationId === site.home.own.organization.id) await seat(site, made, true);
      return { subjectId: made.subject, on: "2026-01-02", people: "示例", note: "示例" };
    },
  },
  "evaluations.findVeto": {
    ids: ["subjectId", "indicatorId"],
    input: async (site) => {
      const made = await round("veto_check")(site);
      return { subjectId: made.subject, indicatorId: of(made, "4"), reason: "示例" };
    },
  },
  "evaluations.decideVeto": {
    ids: ["vetoId"],
    input: async (site) => {
      const made = await round("veto_check")(site);
      const veto = await site.db.evaluationVeto.create({
        data: {
          allianceId: site.home.alliance.id,
          subjectId: made.subject,
          indicatorId: of(made, "4"),
          reason: "示例",
        },
      });
      return { vetoId: veto.id, confirmed: false };
    },
  },
  "evaluations.object": subject("objection", () => ({ text: "示例申诉" })),
  "evaluations.answerObjection": {
    ids: ["objectionId"],
    input: async (site) => {
      const made = await round("objection")(site);
      const objection = await site.db.evaluationObjection.create({
        data: {
          allianceId: site.home.alliance.id,
          subjectId: made.subject,
          text: "示例",
          createdAt: new Date("2026-01-10"),
        },
      });
      return { objectionId: objection.id, upheld: false, answer: "示例答复" };
    },
  },
  "evaluations.assignTask": {
    ids: ["subjectId", "personId"],
    input: async (site) => {
      const made = await round("objection")(site);
      return {
        subjectId: made.subject,
        title: "示例整改",
        personId: await expert(site),
        dueOn: "2199-01-01",
      };
    },
  },
};
