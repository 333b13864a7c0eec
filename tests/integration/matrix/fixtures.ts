import { randomUUID } from "node:crypto";
import { dateOf } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createMembership,
  createOrganization,
  createUserWithRole,
} from "@/prisma/seed/factories/basics";
import { createCommitmentRow, createReceiptRow } from "@/prisma/seed/factories/projects";
import type { Input } from "../rest/call";
import { documents, powers, rules, structure } from "./governing";
import {
  createCase,
  createDecision,
  createPaper,
  createProject,
  createResult,
  creditCode,
  type Home,
  next,
} from "./home";
import { sittings } from "./meetings";
import { createMinutes, createTaskRow } from "./records";
import { elections, life, seats } from "./seats";
import { votes } from "./votes";

/** Where the objects come from: fresh ones of a home, belonging to one of its organizations; `caller` may be a visitor. */
export type Site = { db: Tx; home: Home; organizationId: string; caller: Actor };

export type Fixture = {
  /** An input that nothing is wrong with, about objects made for this call. */
  input: (site: Site) => Promise<Input> | Input;
  /** Keys that name objects of the alliance: each is tried with a foreign and with a missing one. */
  ids?: readonly string[];
  /** The record is the caller's own, whatever the organization; "other" is then somebody else's. */
  personal?: true;
};

const none: Fixture = { input: () => ({}) };

/** An account that nobody of the matrix is. */
const account = async ({ db, home }: Site) =>
  (await createUserWithRole(db, { role: "observer", allianceId: home.alliance.id })).user;

/** What the people of an organization may hand on; the secretariat either. */
const handedOnBy = (caller: Actor) =>
  caller.roles.some(({ role }) => role === "school_leader") ? "reporter" : "enterprise_contact";

/** Proposed by somebody else, for somebody else. */
const proposed =
  (role: "chair" | "platform_admin") =>
  async ({ db, home }: Site) => {
    const at = { role: "observer", allianceId: home.alliance.id } as const;
    const { user } = await createUserWithRole(db, at);
    const { user: proposer } = await createUserWithRole(db, at);
    return db.roleProposal.create({
      data: {
        userId: user.id,
        role,
        allianceId: role === "chair" ? home.alliance.id : null,
        reason: "示例理由",
        proposedById: proposer.id,
      },
      select: { id: true },
    });
  };

/** About one object that is made afresh. */
const about = (
  key: string,
  make: (site: Site) => Promise<{ id: string; version?: number }>,
  more: Input = {},
): Fixture => ({
  ids: [key],
  input: async (site) => {
    const { id, version } = await make(site);
    return { [key]: id, ...more, ...(more.version !== undefined && { version }) };
  },
});

const versioned = { version: 1 };

const application =
  (state: "submitted" | "checking" | "supplement") =>
  ({ db, home }: Site) =>
    createCase(db, home, state);

const byToken = (state: "submitted" | "supplement", more: Input = {}): Fixture => ({
  ids: ["token"],
  input: async ({ db, home }) => {
    const token = newSecret();
    await createCase(db, home, state, token);
    return { token, ...more };
  },
});

const project =
  (state: Parameters<typeof createProject>[3]) =>
  ({ db, home, organizationId }: Site) =>
    createProject(db, home, organizationId, state);

const result =
  (state: "submitted" | "returned") =>
  ({ db, home, organizationId }: Site) =>
    createResult(db, home, organizationId, state);

const receipt = (state: "entered" | "booked") => async (site: Site) => {
  const { id } = await project("running")(site);
  return createReceiptRow(site.db, {
    allianceId: site.home.alliance.id,
    projectId: id,
    organizationId: site.organizationId,
    state,
    voucherNo: `示例${site.home.mark}-${next()}`,
  });
};

const partner = ({ home }: Site) => home.council.holders[1]?.organization.id ?? "";

const access: Record<string, Fixture> = {
  "sessions.list": none,
  "sessions.endOthers": none,
  "sessions.endOne": {
    personal: true,
    ids: ["id"],
    input: async ({ db, caller, home }) => {
      const session = await db.session.create({
        data: {
          userId: caller.userId ?? home.clerk.userId ?? "",
          tokenHash: hashSecret(newSecret()),
          sessionVersion: 1,
          expiresAt: dateOf("2199-01-01"),
        },
      });
      return { id: session.id };
    },
  },
  "keys.list": none,
  "keys.create": { input: () => ({ name: "示例密钥", readOnly: true }) },
  "keys.end": {
    personal: true,
    ids: ["id"],
    input: async ({ db, caller, home }) => {
      const key = await db.apiKey.create({
        data: {
          userId: caller.userId ?? home.clerk.userId ?? "",
          name: "示例",
          prefix: "x",
          keyHash: hashSecret(newSecret()),
        },
      });
      return { id: key.id };
    },
  },
  "password.change": {
    input: () => ({
      currentPassword: "示例密码：不对的一个",
      password: "一句容易记住的示例话 2026",
    }),
  },
  // An unknown link is an answer ("not usable"), not an error.
  "links.check": {
    input: async ({ db }) => ({ kind: "reset", token: await link(db, "password_reset") }),
  },
  "users.get": about("id", account),
  "users.disable": about("id", account, { reason: "示例理由" }),
  "roles.list": none,
  "roles.proposals": none,
  "roles.grant": {
    ids: ["organizationId"],
    input: async ({ db, home, organizationId, caller }) => {
      const { user } = await createUserWithRole(db, {
        role: "observer",
        allianceId: home.alliance.id,
      });
      return { email: user.email, role: handedOnBy(caller), organizationId };
    },
  },
  "roles.end": about(
    "id",
    async ({ db, home, organizationId, caller }) => {
      const at = { allianceId: home.alliance.id, organizationId };
      const { user } = await createUserWithRole(db, { role: handedOnBy(caller), ...at });
      return db.roleGrant.findFirstOrThrow({ where: { userId: user.id }, select: { id: true } });
    },
    { reason: "示例理由" },
  ),
  "roles.propose": {
    input: async ({ db, home }) => {
      const at = { role: "observer", allianceId: home.alliance.id } as const;
      const { user } = await createUserWithRole(db, at);
      return { email: user.email, role: "chair", reason: "示例理由" };
    },
  },
  "roles.approve": about("id", proposed("chair")),
  "roles.reject": about("id", proposed("chair"), { reason: "示例理由" }),
  "administrators.proposals": none,
  "administrators.propose": about("id", account, { reason: "示例理由" }),
  "administrators.approve": about("id", proposed("platform_admin")),
  "administrators.reject": about("id", proposed("platform_admin"), { reason: "示例理由" }),
  "administrators.end": about(
    "id",
    async ({ db }) => {
      const { user } = await createUserWithRole(db, { role: "platform_admin" });
      return db.roleGrant.findFirstOrThrow({ where: { userId: user.id }, select: { id: true } });
    },
    { reason: "示例理由" },
  ),
  "links.request": { input: () => ({ email: `nobody-${randomUUID()}@test.example` }) },
  "links.resetPassword": {
    ids: ["token"],
    input: async ({ db }) => ({
      token: await link(db, "password_reset"),
      password: "一句容易记住的示例话 2026",
    }),
  },
  "links.setUp": {
    ids: ["token"],
    input: async ({ db }) => ({
      token: await link(db, "first_administrator"),
      name: "示例管理员",
      email: `admin${next()}@sample.example`,
      password: "一句容易记住的示例话 2026",
    }),
  },
  "outbox.list": none,
  "users.list": none,
  "audit.list": none,
  "audit.verify": none,
  "audit.listPlatform": none,
  "audit.verifyPlatform": none,
  "health.read": none,
  "profile.read": none,
  "profile.update": { input: () => ({ title: "示例职务" }) },
  "profile.chooseLanguage": { input: () => ({ language: "en" }) },
};

async function link(db: Tx, purpose: "password_reset" | "first_administrator") {
  const token = newSecret();
  const person = await db.person.create({ data: { name: `示例人员 ${next()}` } });
  const user = await db.user.create({
    data: { personId: person.id, email: `link${next()}@sample.example` },
  });
  await db.oneTimeToken.create({
    data: {
      purpose,
      tokenHash: hashSecret(token),
      userId: purpose === "password_reset" ? user.id : null,
      expiresAt: dateOf("2199-01-01"),
    },
  });
  return token;
}

const alliances: Record<string, Fixture> = {
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

const emailOf = async (db: Tx, home: Home) =>
  (await db.user.findUniqueOrThrow({ where: { id: home.clerk.userId ?? "" } })).email;

const applications: Record<string, Fixture> = {
  "applications.submit": {
    input: ({ home }) => ({
      organizationName: `示例${home.mark}申请单位`,
      creditCode: creditCode(),
      kind: "enterprise",
      requestedPosition: "member_unit",
      contactName: "示例联系人",
      contactEmail: "contact@sample.example",
      contactPhone: "0512-12345678",
      statement: "示例",
      contributionPlan: "示例",
    }),
  },
  "applications.case": byToken("submitted"),
  "applications.answer": byToken("supplement", { version: 1, text: "示例答复" }),
  "applications.withdraw": byToken("submitted", versioned),
  "applications.list": none,
  "applications.get": about("applicationId", application("submitted")),
  "applications.take": about("applicationId", application("submitted"), versioned),
  "applications.ask": about("applicationId", application("checking"), {
    version: 1,
    text: "示例问题",
  }),
  "applications.link": {
    ids: ["applicationId"],
    input: async (site) => {
      const held = await application("checking")(site);
      const { id } = await createOrganization(site.db, { creditCode: held.creditCode });
      return { applicationId: held.id, version: 1, organizationId: id };
    },
  },
  "applications.createOrganization": about("applicationId", application("checking"), versioned),
  "applications.recommend": about(
    "applicationId",
    async (site) => {
      const { id, creditCode } = await application("checking")(site);
      const organization = await createOrganization(site.db, { creditCode });
      return site.db.membershipApplication.update({
        where: { id },
        data: { organizationId: organization.id },
      });
    },
    versioned,
  ),
  "applications.lapse": about("applicationId", application("supplement"), versioned),
  "applications.renewLink": about("applicationId", application("submitted"), versioned),
  "applications.admit": {
    ids: ["applicationId", "resolutionId"],
    input: async ({ db, home }) => {
      const { application: held, resolution } = await createDecision(db, home);
      return { applicationId: held.id, version: 1, resolutionId: resolution.id };
    },
  },
};

const governance: Record<string, Fixture> = {
  "bodies.list": none,
  "bodies.roster": {
    ids: ["bodyId"],
    input: ({ home }) => ({ bodyId: home.council.body.id, day: "2026-03-10" }),
  },
  "meetings.list": none,
  "meetings.get": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "meetings.record": {
    ids: ["bodyId", "originalFileId"],
    input: async ({ db, home, caller }) => ({
      bodyId: home.council.body.id,
      title: `示例${home.mark}会议`,
      heldOn: "2026-03-10",
      time: "14:30",
      mode: "room",
      originalFileId: (await createPaper(db, home, caller.userId)).id,
      attendance: home.council.seats.map((seat) => ({ seatId: seat.id, status: "present" })),
      items: [{ title: "示例议题" }],
    }),
  },
  "resolutions.list": none,
  "resolutions.get": {
    ids: ["resolutionId"],
    input: async ({ db, home }) => ({
      resolutionId: (await createDecision(db, home)).resolution.id,
    }),
  },
};

const members: Record<string, Fixture> = {
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

/** The organization is the object: own, other, or one that is no member here. */
const organization = (more: (site: Site) => Promise<Input> | Input): Fixture => ({
  ids: ["organizationId"],
  input: async (site) => ({ organizationId: site.organizationId, ...(await more(site)) }),
});

const organizations: Record<string, Fixture> = {
  "organizations.lookup": { input: () => ({ q: "示例" }) },
  "organizations.get": { input: ({ organizationId }) => ({ organizationId }) },
  "organizations.create": {
    input: () => ({ name: `示例新单位 ${next()}`, kind: "enterprise", creditCode: creditCode() }),
  },
  "organizations.update": organization(async ({ db, organizationId }) => {
    const found = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
    return {
      version: found.version,
      name: found.name,
      kind: found.kind,
      creditCode: found.creditCode,
    };
  }),
  "organizations.setTag": organization(() => ({ tag: "leading", level: "municipal" })),
  "organizations.removeTag": organization(async ({ db, organizationId }) => {
    const key = { organizationId, tag: "above_scale" } as const;
    await db.enterpriseTag.upsert({ where: { organizationId_tag: key }, create: key, update: {} });
    return { tag: "above_scale" };
  }),
  "organizations.setChainNodes": {
    ids: ["organizationId", "nodeIds"],
    input: ({ organizationId, home }) => ({ organizationId, nodeIds: [home.node.id] }),
  },
};

/** Two rows: one that is on the register, one that is not. */
const stagedImport = async ({ db, home, organizationId }: Site) => {
  const { name, kind } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const rows = [
    { row: 2, name, kind },
    { row: 3, name: `示例导入 ${next()}`, kind: "enterprise" },
  ];
  const common = { fileName: "示例.xlsx", sha256: "0".repeat(64) };
  return db.registerImport.create({ data: { ...common, rows, allianceId: home.alliance.id } });
};

const imports: Record<string, Fixture> = {
  "organizations.stageImport": {
    input: () => ({
      fileName: "示例.xlsx",
      sha256: "0".repeat(64),
      rows: [{ row: 2, name: `示例导入 ${next()}`, kind: "enterprise" }],
    }),
  },
  "organizations.getImport": about("importId", stagedImport),
  // An outcome that nobody has looked at is refused, which is an answer about the state and not about the right.
  "organizations.applyImport": about("importId", stagedImport, { fingerprint: "0".repeat(64) }),
};

/** A new name that waits for the alliance of the call. */
const openChange = async ({ db, home, organizationId }: Site) => {
  await db.organizationChange.updateMany({
    where: { organizationId, state: "proposed" },
    data: { state: "withdrawn", closedAt: new Date() },
  });
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
  return db.organizationChange.create({
    data: {
      allianceId: home.alliance.id,
      organizationId,
      fields: { name: [name, `${name} 新 ${next()}`] },
      renamedOn: dateOf("2026-01-01"),
      proposedById: home.clerk.userId ?? "",
      answers: { create: [{ allianceId: home.alliance.id }] },
    },
  });
};

const sharedChanges: Record<string, Fixture> = {
  "organizations.listChanges": none,
  "organizations.acceptChange": about("changeId", openChange),
  "organizations.refuseChange": about("changeId", openChange, { reason: "示例" }),
  "organizations.withdrawChange": about("changeId", openChange),
};

/** A second row of the organization, without a code, as somebody in a hurry enters it. */
async function duplicateOf({ db, home, organizationId }: Site) {
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const twin = await createOrganization(db, { name: `${name} 重复 ${next()}` });
  await createMembership(db, { allianceId: home.alliance.id, organizationId: twin.id });
  return { survivorId: organizationId, absorbedId: twin.id };
}

const proposal = async (site: Site) =>
  site.db.mergeProposal.create({
    data: {
      ...(await duplicateOf(site)),
      allianceId: site.home.alliance.id,
      reason: "示例",
      proposedById: site.home.clerk.userId ?? "",
    },
  });

const mergers: Record<string, Fixture> = {
  // Any two rows of the register may be compared; what hangs on them is counted for this alliance alone.
  "organizations.previewMerge": { input: duplicateOf },
  "organizations.proposeMerge": {
    ids: ["absorbedId"],
    input: async (site) => ({ ...(await duplicateOf(site)), reason: "示例" }),
  },
  "organizations.listMerges": none,
  "organizations.getMerge": about("proposalId", proposal),
  "organizations.merge": about("proposalId", proposal, versioned),
  "organizations.rejectMerge": about("proposalId", proposal, { version: 1, reason: "示例" }),
};

const projects: Record<string, Fixture> = {
  "projects.list": none,
  "projects.registration": none,
  "projects.similar": {
    input: ({ organizationId }) => ({
      title: "示例合作",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      organizationIds: [organizationId],
    }),
  },
  "projects.get": about("id", project("running")),
  "projects.create": {
    input: (site) => ({
      title: `示例${site.home.mark}新项目 ${randomUUID()}`,
      type: "talent",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      leadId: site.organizationId,
      partners: [{ organizationId: partner(site), role: "executor" }],
      summary: "示例",
    }),
  },
  "projects.answerParty": {
    ids: ["id"],
    input: async (site) => {
      const lead = partner(site);
      const { id } = await createProject(site.db, site.home, lead, "partners_confirming");
      await site.db.projectParty.create({
        data: {
          allianceId: site.home.alliance.id,
          projectId: id,
          organizationId: site.organizationId,
          role: "co_builder",
        },
      });
      return { id, organizationId: site.organizationId, answer: "confirm" };
    },
  },
  "projects.askAgain": about("id", project("draft"), versioned),
  "projects.requestSupplement": about("id", project("check"), { version: 1, reason: "示例" }),
  "projects.supplement": about("id", project("supplement"), { version: 1, answer: "示例" }),
  "projects.register": about("id", project("check"), versioned),
  "projects.start": about("id", project("registered"), versioned),
  "projects.reject": about("id", project("check"), { version: 1, reason: "示例" }),
  "projects.withdraw": about("id", project("draft"), { version: 1, reason: "示例" }),
};

const funds: Record<string, Fixture> = {
  "funds.summary": none,
  "funds.ledger": {
    input: async (site) => {
      await receipt("booked")(site);
      return { organization: site.organizationId };
    },
  },
  "commitments.create": {
    ids: ["projectId"],
    input: async (site) => ({
      projectId: (await project("check")(site)).id,
      organizationId: site.organizationId,
      kind: "cash",
      amount: "1000.00",
    }),
  },
  "commitments.confirm": about(
    "id",
    async (site) =>
      createCommitmentRow(site.db, {
        allianceId: site.home.alliance.id,
        projectId: (await project("running")(site)).id,
        organizationId: site.organizationId,
        state: "proposed",
        proof: null,
      }),
    { proof: "示例协议" },
  ),
  "receipts.enter": {
    ids: ["projectId", "commitmentId"],
    input: async (site) => {
      const { id: projectId } = await project("running")(site);
      const promise = await createCommitmentRow(site.db, {
        allianceId: site.home.alliance.id,
        projectId,
        organizationId: site.organizationId,
      });
      return {
        projectId,
        commitmentId: promise.id,
        kind: "cash",
        source: "enterprise",
        amount: "1.00",
        receivedOn: "2026-03-01",
        voucherNo: `示例-${next()}`,
      };
    },
  },
  "receipts.book": about("id", receipt("entered")),
  "receipts.discard": about("id", receipt("entered"), { reason: "示例" }),
  "receipts.reverse": about("id", receipt("booked"), { reason: "示例" }),
};

const results: Record<string, Fixture> = {
  "outcomes.list": none,
  "outcomes.get": about("id", result("submitted")),
  "outcomes.report": {
    ids: ["organizationId", "projectId", "fileId"],
    input: async (site) => ({
      organizationId: site.organizationId,
      metricCode: "M35",
      title: `示例${site.home.mark}成果`,
      occurredOn: "2026-03-01",
      quantity: "1",
      naturalKey: `示例-${randomUUID()}`,
      projectId: (await project("running")(site)).id,
      fileId: (await createPaper(site.db, site.home, site.caller.userId)).id,
    }),
  },
  "outcomes.amend": {
    ids: ["id", "projectId", "fileId"],
    input: async (site) => ({
      id: (await result("returned")(site)).id,
      version: 1,
      title: `示例${site.home.mark}成果`,
      occurredOn: "2026-03-01",
      quantity: "1",
      naturalKey: `示例-${randomUUID()}`,
      projectId: (await project("running")(site)).id,
      fileId: (await createPaper(site.db, site.home, site.caller.userId)).id,
    }),
  },
  "outcomes.return": about("id", result("submitted"), { version: 1, reason: "示例" }),
  "outcomes.verify": about("id", result("submitted"), versioned),
  "dashboards.get": none,
  "figures.list": none,
  "metrics.list": none,
  "files.get": about("id", async (site) => {
    const { fileId } = await result("submitted")(site);
    return { id: fileId ?? "" };
  }),
};

/** One entry per operation; an operation without one fails by its name. */
const minutesIn =
  (state: "draft" | "chair_review" | "circulated" | "confirmed") =>
  async ({ db, home }: Site) => {
    const { meeting } = await createDecision(db, home);
    return createMinutes(db, home, meeting.id, state);
  };

const paragraphIn = (state: "draft" | "circulated" | "confirmed") => async (site: Site) => {
  const { id } = await minutesIn(state)(site);
  return site.db.minutesParagraph.findFirstOrThrow({ where: { minutesId: id } });
};

const task =
  (state: "open" | "reported") =>
  ({ db, home, organizationId }: Site) =>
    createTaskRow(db, home, { organizationId, state });

const later = { dueOn: "2199-01-01", text: "示例说明" };

const minutes: Record<string, Fixture> = {
  "minutes.get": {
    ids: ["meetingId"],
    input: async ({ db, home }) => {
      const { meeting } = await createDecision(db, home);
      await createMinutes(db, home, meeting.id, "published");
      return { meetingId: meeting.id };
    },
  },
  "minutes.notice": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "minutes.archive": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "minutes.draft": {
    ids: ["meetingId"],
    input: async ({ db, home }) => ({ meetingId: (await createDecision(db, home)).meeting.id }),
  },
  "minutes.redraft": about("minutesId", minutesIn("draft"), versioned),
  "minutes.submit": about("minutesId", minutesIn("draft"), versioned),
  "minutes.giveBack": about("minutesId", minutesIn("chair_review"), {
    version: 1,
    reason: "示例",
  }),
  "minutes.circulate": about("minutesId", minutesIn("chair_review"), versioned),
  "minutes.confirm": about("minutesId", minutesIn("circulated"), versioned),
  "minutes.publish": about("minutesId", minutesIn("confirmed"), versioned),
  "minutes.saveParagraph": about("paragraphId", paragraphIn("draft"), { version: 1, text: "示例" }),
  "minutes.addParagraph": {
    ids: ["minutesId"],
    input: async (site) => ({
      minutesId: (await minutesIn("draft")(site)).id,
      part: "statement",
      text: "示例",
    }),
  },
  "minutes.removeParagraph": about("paragraphId", paragraphIn("draft"), versioned),
  "minutes.object": {
    ids: ["paragraphId"],
    input: async (site) => ({
      paragraphId: (await paragraphIn("circulated")(site)).id,
      text: "示例",
    }),
  },
  "minutes.answerObjection": {
    ids: ["objectionId"],
    input: async (site) => {
      const paragraph = await paragraphIn("circulated")(site);
      const { id } = await site.db.minutesObjection.create({
        data: {
          allianceId: site.home.alliance.id,
          paragraphId: paragraph.id,
          authorId: site.home.clerk.userId ?? "",
          text: "示例",
        },
      });
      return { objectionId: id, answer: "noted", text: "示例" };
    },
  },
  "minutes.sign": {
    personal: true,
    ids: ["minutesId"],
    input: async (site) => {
      const { id } = await minutesIn("circulated")(site);
      const { caller, home } = site;
      await site.db.minutesSignature.create({
        data: {
          allianceId: home.alliance.id,
          minutesId: id,
          personId: caller.personId ?? home.clerk.personId ?? "",
          capacity: "seat",
          personName: "示例",
        },
      });
      return { minutesId: id, version: 1, answer: "signed" };
    },
  },
  "minutes.proposeErratum": {
    ids: ["paragraphId"],
    input: async (site) => ({
      paragraphId: (await paragraphIn("confirmed")(site)).id,
      kind: "clerical",
      newText: "示例",
      reason: "示例",
    }),
  },
  "minutes.approveErratum": {
    ids: ["erratumId"],
    input: async (site) => {
      const paragraph = await paragraphIn("confirmed")(site);
      const { id } = await site.db.minutesErratum.create({
        data: {
          allianceId: site.home.alliance.id,
          minutesId: paragraph.minutesId,
          number: 1,
          kind: "factual",
          paragraphId: paragraph.id,
          oldText: "示例",
          newText: "示例",
          reason: "示例",
          proposedById: site.home.clerk.userId ?? "",
        },
      });
      return { erratumId: id };
    },
  },
};

const following: Record<string, Fixture> = {
  "resolutions.thread": {
    ids: ["itemId"],
    input: async ({ db, home }) => {
      const { meeting } = await createDecision(db, home);
      const item = await db.agendaItem.findFirstOrThrow({ where: { meetingId: meeting.id } });
      return { itemId: item.id };
    },
  },
  "resolutions.followUp": {
    ids: ["bodyId"],
    input: ({ home }) => ({ bodyId: home.council.body.id }),
  },
  "resolutions.recordEvent": {
    ids: ["resolutionId"],
    input: async ({ db, home }) => ({
      resolutionId: (await createDecision(db, home)).resolution.id,
      kind: "completed",
    }),
  },
  "tasks.list": none,
  "tasks.owners": none,
  "tasks.remind": none,
  "tasks.get": {
    ids: ["taskId"],
    input: async (site) => ({ taskId: (await task("open")(site)).id }),
  },
  "tasks.create": {
    ids: ["resolutionId"],
    input: async ({ db, home }) => ({
      resolutionId: (await createDecision(db, home)).resolution.id,
      title: "示例任务",
      personId: home.clerk.personId,
      dueOn: "2199-01-01",
    }),
  },
  "tasks.report": about("taskId", task("open"), { version: 1, text: "示例" }),
  "tasks.accept": about("taskId", task("reported"), versioned),
  "tasks.giveBack": about("taskId", task("reported"), { version: 1, text: "示例" }),
  "tasks.drop": about("taskId", task("open"), { version: 1, text: "示例" }),
  "tasks.change": {
    ids: ["taskId"],
    input: async (site) => {
      const { id, personId } = await task("open")(site);
      return { taskId: id, version: 1, personId, ...later };
    },
  },
};

export const fixtures: Record<string, Fixture> = {
  ...minutes,
  ...following,
  ...access,
  ...alliances,
  ...applications,
  ...governance,
  ...sittings,
  ...members,
  ...organizations,
  ...imports,
  ...sharedChanges,
  ...mergers,
  ...projects,
  ...funds,
  ...results,
  ...seats,
  ...life,
  ...elections,
  ...votes,
  ...rules,
  ...documents,
  ...structure,
  ...powers,
};
