import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import { createActor } from "@/tests/support/actors";
import { createProject } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";

type State = Parameters<typeof createProject>[3];
const project = (state: State) => (site: Site) =>
  createProject(site.db, site.home, site.organizationId, state);
const moved = (state: State, more = {}) => about("id", project(state), { version: 1, ...more });

const milestone =
  (state: "planned" | "running" | "submitted" | "accepted") => async (site: Site) => {
    const { id: projectId } = await project("running")(site);
    const accepted = state === "accepted";
    return site.db.projectMilestone.create({
      data: {
        allianceId: site.home.alliance.id,
        projectId,
        sortOrder: 1,
        title: `示例${site.home.mark}里程碑`,
        deliverable: "示例",
        dueOn: new Date("2026-06-30"),
        state,
        ...(accepted && { acceptedAt: new Date(), authority: "secretariat" as const }),
      },
    });
  };

const experts = async (site: Site) => {
  const made = [];
  for (let count = 0; count < 3; count += 1) {
    const expert = await createActor(site.db, "expert", { allianceId: site.home.alliance.id });
    made.push(expert.userId ?? "");
  }
  return made;
};

/** A panel in which the caller sits, and two more. */
const panel = async (site: Site, declared: "pending" | "none" = "pending") => {
  const { id: projectId } = await project("review")(site);
  const allianceId = site.home.alliance.id;
  const made = await site.db.projectPanel.create({
    data: { allianceId, projectId, kind: "review", round: 1, openedAt: new Date() },
  });
  if (site.caller.userId) {
    await site.db.projectPanelSeat.create({
      data: {
        allianceId,
        panelId: made.id,
        userId: site.caller.userId,
        declaration: declared,
        declaredAt: declared === "none" ? new Date() : null,
      },
    });
  }
  return made;
};

const change = async (site: Site) => {
  const { id: projectId } = await project("running")(site);
  return site.db.projectChange.create({
    data: {
      allianceId: site.home.alliance.id,
      projectId,
      number: 1,
      kind: "date",
      authority: "secretariat",
      reason: "示例",
      old: [{ field: "endsOn", subject: null, old: "2026-12-31", new: "2027-01-31" }],
      new: { kind: "date", endsOn: "2027-01-31" },
      proposedById: randomUUID(),
      proposedAt: new Date(),
    },
  });
};

/** A change that the lead of the project answers. */
const joining = async (site: Site) => {
  const made = await change(site);
  await site.db.projectChange.update({ where: { id: made.id }, data: { authority: "lead" } });
  return made;
};

const question = async (site: Site) => {
  const made = await project("decision")(site);
  await site.db.projectDecision.create({
    data: {
      allianceId: site.home.alliance.id,
      projectId: made.id,
      number: 1,
      subject: "register",
      authority: "secretariat",
      amount: "0",
      reason: "示例",
      proposedById: randomUUID(),
      proposedAt: new Date(),
    },
  });
  return made;
};

const linked = async (site: Site) => {
  const { id } = await project("partners_confirming")(site);
  const party = await site.db.projectParty.findFirstOrThrow({
    where: { projectId: id, state: "pending" },
  });
  const token = newSecret();
  await site.db.projectPartyLink.create({
    data: {
      allianceId: site.home.alliance.id,
      partyId: party.id,
      secretHash: hashSecret(token),
      createdById: randomUUID(),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  return token;
};

const rework = async (site: Site) => {
  const { id: projectId } = await project("rework")(site);
  const allianceId = site.home.alliance.id;
  const made = await site.db.projectPanel.create({
    data: {
      allianceId,
      projectId,
      kind: "acceptance",
      round: 1,
      state: "closed",
      conclusion: "rework",
      openedAt: new Date(),
      closedAt: new Date(),
    },
  });
  return site.db.projectReworkItem.create({
    data: {
      allianceId,
      panelId: made.id,
      sortOrder: 1,
      text: "示例",
      dueOn: new Date("2026-12-01"),
    },
  });
};

const partner = ({ home }: Site) => home.council.holders[0]?.organization.id ?? "";
const another = ({ home }: Site) => home.council.holders[1]?.organization.id ?? "";

/** What is done on a project after it was registered by a member. */
export const projectWork: Record<string, Fixture> = {
  "projects.work": about("id", project("running")),
  "milestones.plan": moved("check", {
    milestones: [{ title: "示例", dueOn: "2026-06-30", deliverable: "示例" }],
  }),
  "milestones.begin": about("milestoneId", milestone("planned"), versioned),
  "milestones.submit": {
    ids: ["milestoneId"],
    input: async (site) => {
      const made = await milestone("running")(site);
      const criterion = await site.db.milestoneCriterion.create({
        data: {
          allianceId: site.home.alliance.id,
          milestoneId: made.id,
          sortOrder: 1,
          text: "示例",
        },
      });
      return {
        milestoneId: made.id,
        version: 1,
        evidence: [{ criterionId: criterion.id, text: "示例" }],
      };
    },
  },
  "milestones.accept": about("milestoneId", milestone("submitted"), versioned),
  "milestones.return": about("milestoneId", milestone("submitted"), { version: 1, reason: "示例" }),
  "milestones.waive": about("milestoneId", milestone("running"), { version: 1, reason: "示例" }),
  "milestones.reopen": about("milestoneId", milestone("accepted"), { version: 1, reason: "示例" }),
  "projects.report": about("id", project("running"), {
    year: 2026,
    quarter: 1,
    light: "green",
    text: "示例",
  }),
  "projects.proposeChange": about("id", project("running"), {
    reason: "示例",
    content: { kind: "date", endsOn: "2027-01-31" },
  }),
  "projects.join": {
    ids: ["id"],
    input: async (site) => ({
      id: (await createProject(site.db, site.home, another(site), "running")).id,
      organizationId: site.organizationId,
      reason: "示例",
    }),
  },
  "projects.decideChange": about("changeId", joining, { version: 1, verdict: "approve" }),
  "projects.withdrawChange": about("changeId", change, versioned),
  "projects.experts": about("id", project("check")),
  "projects.desk": none,
  "projects.panel": {
    personal: true,
    ids: ["panelId"],
    input: async (site) => ({ panelId: (await panel(site)).id }),
  },
  "projects.convene": {
    ids: ["id"],
    input: async (site) => ({
      id: (await project("check")(site)).id,
      version: 1,
      kind: "review",
      experts: await experts(site),
    }),
  },
  "projects.addExpert": {
    ids: ["panelId"],
    input: async (site) => ({
      panelId: (await panel(site)).id,
      userId: (await experts(site))[0] ?? "",
    }),
  },
  "projects.declareConflict": {
    personal: true,
    ids: ["panelId"],
    input: async (site) => ({ panelId: (await panel(site)).id, answer: "none" }),
  },
  "projects.score": {
    personal: true,
    ids: ["panelId"],
    input: async (site) => ({
      panelId: (await panel(site, "none")).id,
      scores: { need: 20, method: 20, team: 10, benefit: 10 },
      comment: "示例",
    }),
  },
  "projects.closePanel": {
    ids: ["panelId"],
    input: async (site) => ({ panelId: (await panel(site)).id, version: 1, summary: "示例" }),
  },
  "projects.reworkDone": about("itemId", rework, { doneNote: "示例" }),
  "projects.powers": none,
  "projects.proposePowers": {
    input: () => ({ reviewFrom: "1.00", amountA: "2.00", amountB: "3.00" }),
  },
  "projects.decidePowers": about(
    "id",
    async (site) => {
      const allianceId = site.home.alliance.id;
      await site.db.decisionPowers.updateMany({
        where: { allianceId, state: "proposed" },
        data: { state: "dropped", decidedAt: new Date() },
      });
      const last = await site.db.decisionPowers.count({ where: { allianceId } });
      return site.db.decisionPowers.create({
        data: {
          allianceId,
          number: 100 + last,
          reviewFrom: "1",
          amountA: "2",
          amountB: "3",
          proposedById: randomUUID(),
          proposedAt: new Date(),
        },
      });
    },
    { verdict: "approve" },
  ),
  "projects.propose": moved("check", { reason: "示例" }),
  "projects.proposeTermination": moved("running", { reason: "示例" }),
  "projects.decide": about("id", question, { version: 1, verdict: "approve" }),
  "projects.suspend": moved("running", { reason: "示例" }),
  "projects.resume": moved("suspended"),
  "projects.requestAcceptance": moved("running", { statement: "示例" }),
  "projects.settle": moved("accepted", { settlement: "示例" }),
  "projects.close": about(
    "id",
    async (site) => {
      const made = await project("settlement")(site);
      return site.db.project.update({
        where: { id: made.id },
        data: { settlement: "示例", settledAt: new Date(), settledById: randomUUID() },
      });
    },
    versioned,
  ),
  "projects.follow": moved("closed", { years: 2 }),
  "projects.followUp": about("id", project("follow_up"), { year: 2026, text: "示例" }),
  "projects.archive": moved("closed"),
  "projects.recall": moved("partners_confirming"),
  "projects.invite": {
    ids: ["id"],
    input: async (site) => ({
      id: (await project("partners_confirming")(site)).id,
      organizationId: partner(site),
    }),
  },
  "projects.byLink": { ids: ["token"], input: async (site) => ({ token: await linked(site) }) },
  "projects.answerByLink": {
    ids: ["token"],
    input: async (site) => ({ token: await linked(site), answer: "confirm", name: "示例代表" }),
  },
  "projects.keepPartner": {
    ids: ["id"],
    input: async (site) => ({
      id: (await project("running")(site)).id,
      organizationId: partner(site),
    }),
  },
  "projects.setCredits": moved("running", { credits: [] }),
  "projects.credited": none,
  "projects.confirmCredit": {
    ids: ["projectId"],
    input: async (site) => ({ projectId: (await project("running")(site)).id }),
  },
};
