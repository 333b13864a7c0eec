import { dateOf } from "@/lib/kernel/dates";
import type { Prisma } from "@/prisma/generated/client";
import { next } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

/*
 * Fixtures of programmes, training classes, demand and supply, matches, adjustments and yearly reports. Everything
 * belongs to the organization of the site; the other side of a match is a member of the council.
 */
const FAR = { fromOn: "2199-01-01", toOn: "2199-06-30" };
const year = 2026;
const words = ({ home }: Site, what: string) => `示例${home.mark}${what} ${next()}`;

const programmeRow = (site: Site) =>
  site.db.programme.create({
    data: { name: words(site, "专业"), level: "college", synthetic: true },
  });

async function offering(site: Site, organizationId = site.organizationId) {
  const { id: programmeId } = await programmeRow(site);
  const { id } = await site.db.programmeOffering.create({ data: { organizationId, programmeId } });
  await site.db.allianceOffering.create({
    data: { allianceId: site.home.alliance.id, offeringId: id },
  });
  return { id, programmeId, version: 1 };
}

const industry = (site: Site) =>
  site.db.industry.create({
    data: { allianceId: site.home.alliance.id, name: words(site, "产业") },
  });

const occupation = (site: Site) =>
  site.db.occupation.create({
    data: { allianceId: site.home.alliance.id, name: words(site, "职业") },
  });

const trainingClass = (site: Site) =>
  site.db.trainingClass.create({
    data: {
      allianceId: site.home.alliance.id,
      organizationId: site.organizationId,
      kind: "order",
      name: words(site, "班"),
    },
  });

type DemandState = Prisma.TalentDemandUncheckedCreateInput["state"];
const demand = (state: DemandState, organizationId?: string) => async (site: Site) =>
  site.db.talentDemand.create({
    data: {
      allianceId: site.home.alliance.id,
      organizationId: organizationId ?? site.organizationId,
      occupationId: (await occupation(site)).id,
      skillLevel: "senior",
      headcount: 10,
      fromOn: dateOf(FAR.fromOn),
      toOn: dateOf(FAR.toOn),
      academicYear: year,
      note: `示例${site.home.mark}要求`,
      state: state ?? "draft",
      expiresOn: dateOf(FAR.toOn),
    },
  });

type SupplyState = NonNullable<Prisma.TalentSupplyUncheckedCreateInput["state"]>;
async function bureau(site: Site) {
  const name = `示例主管部门 ${next()}`;
  const { id } = await site.db.organization.create({
    data: { name, kind: "government", searchText: name, pinyin: name },
  });
  return id;
}

const supply = (state: SupplyState, organizationId?: string) => async (site: Site) =>
  site.db.talentSupply.create({
    data: {
      allianceId: site.home.alliance.id,
      offeringId: (await offering(site, organizationId)).id,
      academicYear: year,
      enrolled: 30,
      onRoll: 90,
      graduates: 28,
      capacity: 40,
      state,
      bureauId: await bureau(site),
      ...(state === "published" && { publishedAt: dateOf("2026-01-01") }),
    },
  });

/** Someone else's side of a match. */
const counterpart = ({ home, organizationId }: Site) =>
  home.council.holders[0]?.organization.id ?? organizationId;

type MatchState = NonNullable<Prisma.TalentMatchUncheckedCreateInput["state"]>;
/** The site's organization is the side that takes the step. */
const match = (state: MatchState, side: "school" | "enterprise") => async (site: Site) => {
  const other = counterpart(site);
  const enterprise = side === "enterprise" ? site.organizationId : other;
  const school = side === "school" ? site.organizationId : other;
  return site.db.talentMatch.create({
    data: {
      allianceId: site.home.alliance.id,
      demandId: (await demand("open", enterprise)(site)).id,
      supplyId: (await supply("published", school)(site)).id,
      quantity: 3,
      state,
      form: "recruitment",
    },
  });
};

type AdjustmentState = NonNullable<Prisma.ProgrammeAdjustmentUncheckedCreateInput["state"]>;
const adjustment = (state: AdjustmentState) => async (site: Site) => {
  const { id: offeringId, programmeId } = await offering(site);
  return site.db.programmeAdjustment.create({
    data: {
      allianceId: site.home.alliance.id,
      organizationId: site.organizationId,
      programmeId,
      offeringId,
      demandId: (await demand("open", counterpart(site))(site)).id,
      kind: "warn",
      academicYear: year,
      reason: `示例${site.home.mark}理由`,
      state,
    },
  });
};

/** One report of a kind and year is in hand at a time: the one before makes room. */
const report = (state: "draft" | "reviewed") => async (site: Site) => {
  const key = { allianceId: site.home.alliance.id, kind: "key_industries" as const, year: 2020 };
  await site.db.talentReport.updateMany({
    where: { ...key, state: { in: ["draft", "reviewed"] } },
    data: { state: "discarded" },
  });
  return site.db.talentReport.create({
    data: {
      ...key,
      issuerId: await bureau(site),
      snapshot: { kind: "key_industries", keyIndustries: 0, industries: [] },
      sha256: "0".repeat(64),
      takenAt: dateOf("2026-01-01"),
      note: `示例${site.home.mark}编者按`,
      correction: "示例更正",
      state,
      ...(state === "reviewed" && { reviewedAt: dateOf("2026-01-02") }),
    },
  });
};

const numbers = { enrolled: 30, onRoll: 90, graduates: 28, capacity: 40 };
const heads = { planned: 30, enrolled: 30, current: 28, completed: 0, hired: 0 };
const versioned = { version: 1 };
const withText = { version: 1, text: "示例说明" };

const pathway = async (site: Site) => {
  const { id } = await offering(site);
  return site.db.programmePathway.create({
    data: {
      allianceId: site.home.alliance.id,
      fromOfferingId: id,
      toOfferingId: id,
      model: "five_year",
      academicYear: 2026,
      quota: 40,
    },
  });
};

const programmes: Record<string, Fixture> = {
  "programmes.overview": none,
  "programmes.offerings": none,
  "programmes.exportOfferings": none,
  "programmes.overlap": none,
  "programmes.choices": none,
  "programmes.industries": none,
  "programmes.offering": {
    ids: ["offeringId"],
    input: async (site) => ({ offeringId: (await offering(site)).id }),
  },
  "programmes.addOffering": {
    ids: ["organizationId"],
    input: (site) => ({
      organizationId: site.organizationId,
      name: words(site, "新专业"),
      level: "college",
    }),
  },
  "programmes.placeOffering": {
    ids: ["offeringId"],
    input: async (site) => ({
      offeringId: (await offering(site)).id,
      version: 1,
      industryId: (await industry(site)).id,
    }),
  },
  "programmes.createGroup": {
    ids: ["organizationId"],
    input: (site) => ({ organizationId: site.organizationId, name: words(site, "专业群") }),
  },
  "programmes.addPathway": {
    ids: ["fromOfferingId", "toOfferingId"],
    input: async (site) => {
      const { id } = await offering(site);
      return {
        fromOfferingId: id,
        toOfferingId: id,
        model: "five_year",
        academicYear: 2026,
        quota: 40,
      };
    },
  },
  "programmes.removePathway": {
    ids: ["pathwayId"],
    input: async (site) => {
      const { id } = await pathway(site);
      return { pathwayId: id };
    },
  },
  "programmes.recordTransition": {
    ids: ["pathwayId"],
    input: async (site) => ({
      pathwayId: (await pathway(site)).id,
      ...{ year: 2026, moved: 30, evidence: "示例名册" },
    }),
  },
  "programmes.saveIndustry": { input: (site) => ({ name: words(site, "新产业") }) },
  "programmes.recordEmployment": {
    ids: ["industryId"],
    input: async (site) => ({
      industryId: (await industry(site)).id,
      year: 2025,
      employed: 1000,
      source: "示例年鉴",
    }),
  },
};

const classes: Record<string, Fixture> = {
  "classes.list": none,
  "classes.export": none,
  "classes.summary": none,
  "classes.get": {
    ids: ["classId"],
    input: async (site) => ({ classId: (await trainingClass(site)).id }),
  },
  "classes.create": {
    ids: ["organizationId"],
    input: (site) => ({
      organizationId: site.organizationId,
      kind: "order",
      name: words(site, "新班"),
    }),
  },
  "classes.recordYear": {
    ids: ["classId"],
    input: async (site) => ({
      classId: (await trainingClass(site)).id,
      academicYear: 2026,
      ...heads,
    }),
  },
  "classes.setPartner": {
    ids: ["classId"],
    input: async (site) => ({
      classId: (await trainingClass(site)).id,
      version: 1,
      organizationId: site.organizationId,
      mentors: 5,
    }),
  },
};

const postFields = async (site: Site) => ({
  occupationId: (await occupation(site)).id,
  skillLevel: "senior",
  headcount: 5,
  ...FAR,
});

const demands: Record<string, Fixture> = {
  "demands.list": none,
  "demands.export": none,
  "demands.occupations": none,
  "demands.get": {
    ids: ["demandId"],
    input: async (site) => ({ demandId: (await demand("submitted")(site)).id }),
  },
  "demands.saveOccupation": { input: (site) => ({ name: words(site, "新职业") }) },
  "demands.post": {
    ids: ["organizationId", "occupationId"],
    input: async (site) => ({ organizationId: site.organizationId, ...(await postFields(site)) }),
  },
  "demands.change": {
    ids: ["demandId"],
    input: async (site) => ({
      demandId: (await demand("draft")(site)).id,
      version: 1,
      ...(await postFields(site)),
    }),
  },
  "demands.submit": about("demandId", demand("draft"), versioned),
  "demands.giveBack": about("demandId", demand("submitted"), withText),
  "demands.confirm": about("demandId", demand("submitted"), versioned),
  "demands.open": about("demandId", demand("confirmed"), versioned),
  "demands.renew": about("demandId", demand("open"), versioned),
  "demands.withdraw": about("demandId", demand("open"), withText),
};

const supplies: Record<string, Fixture> = {
  "supplies.list": none,
  "supplies.export": none,
  "supplies.get": {
    ids: ["supplyId"],
    input: async (site) => ({ supplyId: (await supply("draft")(site)).id }),
  },
  "supplies.enter": {
    ids: ["offeringId"],
    input: async (site) => ({
      offeringId: (await offering(site)).id,
      academicYear: year,
      ...numbers,
    }),
  },
  "supplies.change": about("supplyId", supply("draft"), { version: 1, ...numbers }),
  "supplies.confirmSchool": about("supplyId", supply("draft"), versioned),
  "supplies.confirmBureau": {
    ids: ["supplyId"],
    input: async (site) => ({
      supplyId: (await supply("school_confirmed")(site)).id,
      version: 1,
      bureauId: await bureau(site),
    }),
  },
  "supplies.publish": about("supplyId", supply("bureau_confirmed"), versioned),
  "supplies.giveBack": about("supplyId", supply("published"), { version: 1, reason: "示例原因" }),
};

const matches: Record<string, Fixture> = {
  "matches.list": none,
  "matches.export": none,
  "matches.candidates": {
    ids: ["demandId"],
    input: async (site) => ({ demandId: (await demand("open")(site)).id }),
  },
  "matches.suggest": {
    ids: ["demandId", "supplyId"],
    input: async (site) => ({
      demandId: (await demand("open")(site)).id,
      supplyId: (await supply("published")(site)).id,
      quantity: 2,
    }),
  },
  "matches.contact": about("matchId", match("suggested", "school"), versioned),
  "matches.agree": about("matchId", match("contacted", "enterprise"), {
    version: 1,
    quantity: 2,
    form: "recruitment",
  }),
  "matches.recordResult": about("matchId", match("agreed", "enterprise"), { version: 1, hired: 2 }),
  "matches.drop": about("matchId", match("suggested", "school"), withText),
};

const reports: Record<string, Fixture> = {
  "talent.overview": none,
  "adjustments.list": none,
  "adjustments.export": none,
  "adjustments.propose": {
    ids: ["demandId"],
    input: async (site) => ({
      organizationId: site.organizationId,
      kind: "open",
      programmeId: (await programmeRow(site)).id,
      demandId: (await demand("open", counterpart(site))(site)).id,
      academicYear: 2026,
      reason: "示例理由",
    }),
  },
  "adjustments.endorse": about("adjustmentId", adjustment("proposed"), versioned),
  "adjustments.refuse": about("adjustmentId", adjustment("proposed"), {
    version: 1,
    answer: "示例答复",
  }),
  "adjustments.carryOut": about("adjustmentId", adjustment("endorsed"), versioned),
  "adjustments.withdraw": about("adjustmentId", adjustment("proposed"), versioned),
  "publications.list": none,
  "publications.export": none,
  "publications.get": {
    ids: ["reportId"],
    input: async (site) => ({ reportId: (await report("draft")(site)).id }),
  },
  "publications.draft": {
    input: async (site) => ({
      kind: "fit",
      year: 1980 + (next() % 40),
      issuerId: await bureau(site),
    }),
  },
  "publications.review": about("reportId", report("draft"), versioned),
  "publications.publish": about("reportId", report("reviewed"), versioned),
  "publications.discard": about("reportId", report("draft"), versioned),
};

export const talent: Record<string, Fixture> = {
  ...programmes,
  ...classes,
  ...demands,
  ...supplies,
  ...matches,
  ...reports,
};
