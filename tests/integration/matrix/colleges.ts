import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { createOrganization } from "@/prisma/seed/factories/basics";
import {
  createAgreementRow,
  createCollegeRow,
  createPlatformRow,
} from "@/prisma/seed/factories/colleges";
import { createBody } from "@/prisma/seed/factories/governance";
import { createDecision, createProject, next } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

/*
 * Fixtures of agreements, platforms, pairings, placements and industry colleges. The caller's organization is a party.
 */
const partner = ({ home }: Site) => home.council.holders[0]?.organization.id ?? "";
const both = (site: Site) => [site.organizationId, partner(site)];
const title = (site: Site) => `示例${site.home.mark} ${next()}`;

type AgreementState = NonNullable<Parameters<typeof createAgreementRow>[1]["state"]>;
const agreement =
  (state: AgreementState, more: { cleared?: boolean } = {}) =>
  (site: Site) =>
    createAgreementRow(site.db, {
      allianceId: site.home.alliance.id,
      organizationIds: both(site),
      title: title(site),
      state,
      ...(more.cleared && { checkedAt: dateOf("2026-01-01") }),
    });
const parties = (site: Site) => both(site).map((organizationId) => ({ organizationId }));

export const agreements: Record<string, Fixture> = {
  "agreements.list": none,
  "agreements.export": none,
  "agreements.get": about("agreementId", agreement("in_force")),
  "agreements.create": {
    input: (site) => ({
      title: title(site),
      kind: "strategic",
      validFrom: "2026-01-01",
      parties: parties(site),
    }),
  },
  "agreements.update": {
    ids: ["agreementId"],
    input: async (site) => ({
      agreementId: (await agreement("draft")(site)).id,
      version: 1,
      title: title(site),
      kind: "strategic",
      validFrom: "2026-01-01",
      parties: parties(site),
    }),
  },
  "agreements.step": about("agreementId", agreement("draft"), { version: 1, move: "submit" }),
  "agreements.seal": {
    ids: ["agreementId"],
    input: async (site) => ({
      agreementId: (await agreement("legal_check", { cleared: true })(site)).id,
      organizationId: site.organizationId,
      on: "2026-01-02",
    }),
  },
  "agreements.renew": about("agreementId", agreement("in_force"), {
    version: 1,
    validFrom: "2030-01-01",
  }),
  "agreements.remind": none,
};

const platform = (site: Site) =>
  createPlatformRow(site.db, {
    allianceId: site.home.alliance.id,
    hostId: site.organizationId,
    name: title(site),
    kind: "master_studio",
  });
const shared = async (site: Site) => {
  const { id: platformId } = await platform(site);
  const allianceId = site.home.alliance.id;
  const { id: equipmentId } = await site.db.platformEquipment.create({
    data: { allianceId, platformId, name: "示例", value: 1, openHours: "示例：周三" },
  });
  return { platformId, equipmentId };
};
const booking = async (site: Site) => {
  const { platformId, equipmentId } = await shared(site);
  const made = await site.db.equipmentBooking.create({
    data: {
      allianceId: site.home.alliance.id,
      equipmentId,
      piece: 1,
      organizationId: site.organizationId,
      startsAt: new Date(Date.now() + 86_400_000),
      endsAt: new Date(Date.now() + 90_000_000),
      purpose: "示例",
    },
  });
  return { platformId, bookingId: made.id, version: 1 };
};
const details = (site: Site) => ({
  name: title(site),
  kind: "training_base",
  hostId: site.organizationId,
});

export const platforms: Record<string, Fixture> = {
  "platforms.list": none,
  "platforms.export": none,
  "platforms.get": about("platformId", platform),
  "platforms.create": { input: details },
  "platforms.update": {
    ids: ["platformId"],
    input: async (site) => ({
      platformId: (await platform(site)).id,
      version: 1,
      ...details(site),
    }),
  },
  "platforms.answer": {
    ids: ["platformId"],
    input: async (site) => {
      const { id } = await platform(site);
      const { organizationId } = site;
      const allianceId = site.home.alliance.id;
      await site.db.platformParty.create({
        data: { allianceId, platformId: id, organizationId, role: "market" },
      });
      return { platformId: id, organizationId, answer: "confirm" };
    },
  },
  "platforms.recognise": about("platformId", platform, {
    level: "national",
    recognisedOn: "2026-01-02",
    approver: "示例厅",
  }),
  "platforms.step": about("platformId", platform, {
    version: 1,
    to: "suspended",
    on: "2026-01-02",
  }),
  "platforms.addEquipment": about("platformId", platform, {
    name: "示例设备",
    count: 1,
    value: "10.00",
  }),
  "platforms.retireEquipment": {
    ids: ["platformId", "equipmentId"],
    input: async (site) => {
      const { id } = await platform(site);
      const made = await site.db.platformEquipment.create({
        data: { allianceId: site.home.alliance.id, platformId: id, name: "示例", value: 1 },
      });
      return { platformId: id, equipmentId: made.id };
    },
  },
  "platforms.bookings": about("platformId", platform),
  "platforms.bookEquipment": {
    ids: ["platformId", "equipmentId"],
    input: async (site) => {
      const { platformId, equipmentId } = await shared(site);
      const day = addDays(dayIn(new Date(), "Asia/Shanghai"), 7);
      return {
        platformId,
        equipmentId,
        organizationId: site.organizationId,
        ...{ startsOn: day, startsAt: "09:00", endsOn: day, endsAt: "11:00" },
        purpose: "示例：实训",
      };
    },
  },
  "platforms.decideBooking": {
    ids: ["platformId", "bookingId"],
    input: async (site) => ({ ...(await booking(site)), verdict: "approve" }),
  },
  "platforms.cancelBooking": {
    ids: ["platformId", "bookingId"],
    input: async (site) => ({ ...(await booking(site)), reason: "示例" }),
  },
  "platforms.setLadder": about("platformId", platform, {
    holders: [{ level: "senior", holders: 3 }],
  }),
  "platforms.enrolPromotion": about("platformId", platform, {
    ...{ title: "示例", fromLevel: "junior", toLevel: "senior", people: 3, on: "2026-01-05" },
  }),
  "platforms.stepPromotion": {
    ids: ["platformId", "promotionId"],
    input: async (site) => {
      const { id } = await platform(site);
      await site.db.platform.update({ where: { id }, data: { kind: "master_studio" } });
      const made = await site.db.studioPromotion.create({
        data: {
          ...{ allianceId: site.home.alliance.id, platformId: id, title: `示例 ${id}` },
          ...{
            fromLevel: "junior",
            toLevel: "senior",
            enrolled: 3,
            enrolledOn: new Date("2026-01-05"),
          },
        },
      });
      const step = { to: "trained", people: 3, on: "2026-01-06", version: 1 };
      return { platformId: id, promotionId: made.id, ...step };
    },
  },
  "platforms.useTemplate": about("platformId", platform),
  "platforms.updateComponent": {
    ids: ["platformId", "componentId"],
    input: async (site) => {
      const { id } = await platform(site);
      const made = await site.db.platformComponent.create({
        data: { allianceId: site.home.alliance.id, platformId: id, kind: "space", ordinal: 1 },
      });
      return { platformId: id, componentId: made.id, version: 1, state: "building" };
    },
  },
};

const park = ({ db, home }: Site) =>
  createOrganization(db, { kind: "park", name: `示例${home.mark}园区 ${next()}` });
const pairing = async (site: Site) =>
  site.db.parkPairing.create({
    data: {
      allianceId: site.home.alliance.id,
      schoolId: site.organizationId,
      unit: title(site),
      parkId: (await park(site)).id,
      validFrom: dateOf("2026-01-01"),
    },
  });
const call = ({ db, home }: Site) =>
  db.placementCall.create({
    data: {
      allianceId: home.alliance.id,
      title: `示例${home.mark}征集 ${next()}`,
      target: 100,
      opensOn: dateOf("2026-01-01"),
      closesOn: dateOf("2199-12-31"),
    },
  });

export const parks: Record<string, Fixture> = {
  "pairings.list": none,
  "pairings.export": none,
  "pairings.get": about("pairingId", pairing),
  // Parks stand in the shared register: one of another alliance may be paired with.
  "pairings.create": {
    input: async (site) => ({
      schoolId: site.organizationId,
      unit: title(site),
      parkId: (await park(site)).id,
      validFrom: "2026-01-01",
    }),
  },
  "pairings.end": about("pairingId", pairing, {
    version: 1,
    validTo: "2026-12-31",
    reason: "示例",
  }),
  "pairings.visit": about("pairingId", pairing, { on: "2026-02-02", people: 3, result: "示例" }),
  "placements.list": none,
  "placements.export": none,
  "placements.openCall": {
    input: (site) => ({
      title: title(site),
      target: 100,
      opensOn: "2026-01-01",
      closesOn: "2026-12-31",
    }),
  },
  "placements.apply": {
    ids: ["callId"],
    input: async (site) => ({
      callId: (await call(site)).id,
      schoolId: site.organizationId,
      reference: `博士 ${next()}`,
      field: "示例方向",
    }),
  },
  "placements.step": {
    ids: ["placementId"],
    input: async (site) => {
      const made = await site.db.placement.create({
        data: {
          allianceId: site.home.alliance.id,
          callId: (await call(site)).id,
          schoolId: site.organizationId,
          reference: `示例${site.home.mark}`,
          field: "示例",
        },
      });
      return {
        placementId: made.id,
        version: 1,
        to: "matched",
        hostId: partner(site),
        task: "示例",
      };
    },
  },
};

type CollegeState = NonNullable<Parameters<typeof createCollegeRow>[1]["state"]>;
const college = (state: CollegeState) => (site: Site) =>
  createCollegeRow(site.db, {
    allianceId: site.home.alliance.id,
    organizationIds: both(site),
    name: title(site),
    state,
  });
const proposal = (site: Site) => ({
  name: title(site),
  kind: "modern_industry",
  parties: [
    { organizationId: site.organizationId, role: "school_body" },
    { organizationId: partner(site), role: "enterprise_body" },
  ],
});
const review = async (site: Site, state: "draft" | "submitted") => {
  const made = await college(state === "draft" ? "operating" : "yearly_review")(site);
  const inputs = {
    ...{ projects: 2, receivedCash: "1.00", receivedKind: "0.00", contributedCash: "1.00" },
    ...{ contributedKind: "0.00", contributors: 2, boardMeetings: 2, checks: 5, entityShown: true },
    ...{ enrolled: 1, enrolledBefore: 1, students: null, hired: null, satisfaction: 100 },
  };
  const { id } = await site.db.collegeReview.create({
    data: {
      allianceId: site.home.alliance.id,
      collegeId: made.id,
      year: 2025,
      state,
      selfReport: "示例",
      enrolled: 1,
      ...(state === "submitted" && { inputs }),
    },
  });
  return { collegeId: made.id, reviewId: id, version: 1 };
};
const item = async (site: Site, reported: boolean) => {
  const { collegeId, reviewId } = await review(site, "submitted");
  await site.db.college.update({ where: { id: collegeId }, data: { state: "rectifying" } });
  const { id } = await site.db.collegeRectification.create({
    data: {
      allianceId: site.home.alliance.id,
      reviewId,
      title: "示例",
      dueOn: dateOf("2199-01-01"),
      organizationId: site.organizationId,
      ...(reported && {
        evidence: "示例",
        reportedOn: dateOf("2026-01-01"),
        reportedById: site.home.clerk.userId,
      }),
    },
  });
  return { collegeId, itemId: id };
};
const contribution = async (site: Site) => {
  const { id: collegeId } = await college("operating")(site);
  const allianceId = site.home.alliance.id;
  const { id: partyId } = await site.db.collegeParty.findFirstOrThrow({
    where: { collegeId, organizationId: site.organizationId },
  });
  const made = await site.db.collegeContribution.create({
    data: {
      ...{ allianceId, collegeId, partyId, kind: "cash", amount: 10 },
      on: dateOf("2026-01-01"),
      evidence: "示例",
    },
  });
  return { collegeId, contributionId: made.id };
};

export const colleges: Record<string, Fixture> = {
  "colleges.list": none,
  "colleges.export": none,
  "colleges.proposal": none,
  "colleges.get": about("collegeId", college("operating")),
  "colleges.propose": { input: proposal },
  "colleges.update": {
    ids: ["collegeId"],
    input: async (site) => ({
      collegeId: (await college("proposed")(site)).id,
      version: 1,
      ...proposal(site),
    }),
  },
  "colleges.saveCheck": about("collegeId", college("proposed"), {
    item: "focus",
    evidence: "示例",
  }),
  "colleges.saveSharing": about("collegeId", college("proposed"), {
    object: "talent",
    rule: "示例",
  }),
  "colleges.sign": {
    ids: ["collegeId"],
    input: async (site) => ({
      collegeId: (await college("feasibility")(site)).id,
      organizationId: site.organizationId,
    }),
  },
  "colleges.opine": about("collegeId", college("feasibility"), { version: 1, opinion: "同意" }),
  "colleges.approve": {
    ids: ["collegeId", "resolutionId"],
    input: async (site) => ({
      collegeId: (await college("feasibility")(site)).id,
      version: 1,
      resolutionId: (await createDecision(site.db, site.home)).resolution.id,
    }),
  },
  "colleges.step": about("collegeId", college("proposed"), { version: 1, to: "feasibility" }),
  "colleges.formBoard": {
    ids: ["collegeId", "bodyId"],
    input: async (site) => ({
      collegeId: (await college("agreement_signed")(site)).id,
      version: 1,
      bodyId: (
        await createBody(site.db, {
          allianceId: site.home.alliance.id,
          name: title(site),
          kind: "college_board",
        })
      ).id,
    }),
  },
  "colleges.linkProject": {
    ids: ["collegeId", "projectId"],
    input: async (site) => ({
      collegeId: (await college("operating")(site)).id,
      projectId: (await createProject(site.db, site.home, site.organizationId, "running")).id,
    }),
  },
  "colleges.contribute": {
    ids: ["collegeId"],
    input: async (site) => ({
      collegeId: (await college("operating")(site)).id,
      organizationId: site.organizationId,
      kind: "cash",
      amount: "10.00",
      on: "2026-01-02",
      evidence: "示例",
    }),
  },
  "colleges.confirmContribution": {
    ids: ["collegeId", "contributionId"],
    input: contribution,
  },
  "colleges.saveReview": {
    ids: ["collegeId"],
    input: async (site) => ({
      collegeId: (await college("operating")(site)).id,
      year: 2025,
      selfReport: "示例",
      enrolled: 30,
    }),
  },
  "colleges.submitReview": {
    ids: ["collegeId", "reviewId"],
    input: (site) => review(site, "draft"),
  },
  "colleges.decideReview": {
    ids: ["collegeId", "reviewId"],
    input: async (site) => ({ ...(await review(site, "submitted")), opinion: "示例" }),
  },
  "colleges.reportItem": {
    ids: ["collegeId", "itemId"],
    input: async (site) => ({ ...(await item(site, false)), evidence: "示例" }),
  },
  "colleges.acceptItem": { ids: ["collegeId", "itemId"], input: (site) => item(site, true) },
  "colleges.returnItem": {
    ids: ["collegeId", "itemId"],
    input: async (site) => ({ ...(await item(site, true)), reason: "示例" }),
  },
};
