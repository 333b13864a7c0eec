import { randomUUID } from "node:crypto";
import { createTrainingRow } from "../organizations/trainings";
import { createPaper, createResult } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";
import { project } from "./projects";

const result =
  (state: "submitted" | "returned") =>
  ({ db, home, organizationId }: Site) =>
    createResult(db, home, organizationId, state);

const partner = ({ home, organizationId }: Site) =>
  organizationId === home.own.organization.id ? home.other.organization : home.own.organization;

const trainingWords = {
  kind: "skill",
  place: "示例教室",
  startsOn: "2026-03-01",
  endsOn: "2026-03-01",
  persons: "30",
};

const training = ({ home, organizationId }: Site, state: "submitted" | "returned") => ({
  allianceId: home.alliance.id,
  organizationId,
  course: `示例${randomUUID()}`,
  state,
});

/** A co-claim on a result of the caller's organization, or of its partner with the caller's as the other side. */
async function coClaim(site: Site, offered: boolean, state: "proposed" | "refused" = "proposed") {
  const record = await createResult(site.db, site.home, site.organizationId, "submitted");
  return site.db.outcomeCoClaim.create({
    data: {
      allianceId: site.home.alliance.id,
      recordId: record.id,
      organizationId: partner(site).id,
      offered,
      share: 4000,
      note: "示例共同完成",
      dueOn: new Date("2099-01-01"),
      state,
      ...(state === "refused" && { answer: "示例理由", answeredAt: new Date() }),
    },
  });
}

export const results: Record<string, Fixture> = {
  "outcomes.list": none,
  "outcomes.export": none,
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
  "outcomes.lookUp": {
    ids: ["organizationId"],
    input: ({ organizationId }) => ({
      organizationId,
      metricCode: "M35",
      occurredOn: "2026-03-01",
      naturalKey: "示例-1",
    }),
  },
  "trainings.list": none,
  "trainings.export": none,
  "trainings.get": about("id", (site) => createTrainingRow(site.db, training(site, "submitted"))),
  "trainings.report": {
    ids: ["organizationId", "partnerId", "fileId"],
    input: async (site) => ({
      organizationId: site.organizationId,
      ...trainingWords,
      partnerId: partner(site).id,
      course: `示例${randomUUID()}`,
      fileId: (await createPaper(site.db, site.home, site.caller.userId)).id,
    }),
  },
  "trainings.amend": {
    ids: ["id", "partnerId", "fileId"],
    input: async (site) => {
      const { id, course } = await createTrainingRow(site.db, training(site, "returned"));
      return {
        id,
        version: 1,
        ...trainingWords,
        partnerId: partner(site).id,
        course,
        fileId: (await createPaper(site.db, site.home, site.caller.userId)).id,
      };
    },
  },
  "trainings.attend": about(
    "id",
    (site) => createTrainingRow(site.db, { ...training(site, "submitted"), persons: 1 }),
    { version: 1, numbers: "999999199001010016" },
  ),
  "coclaims.list": none,
  "coclaims.export": none,
  "coclaims.propose": {
    ids: ["id"],
    input: async (site) => ({
      id: (await result("submitted")(site)).id,
      organizationId: partner(site).id,
      share: "40",
      note: "示例共同完成",
    }),
  },
  "coclaims.answer": about("id", (site) => coClaim(site, false), { version: 1, agree: true }),
  "coclaims.decide": about("id", (site) => coClaim(site, true, "refused"), {
    version: 1,
    grant: true,
    reason: "示例理由",
  }),
  "coclaims.withdraw": about("id", (site) => coClaim(site, true), versioned),
  "doubles.list": none,
  "doubles.export": none,
  "doubles.judge": about(
    "id",
    async (site) => {
      const { db, home } = site;
      const first = await createResult(db, home, home.own.organization.id, "submitted");
      const second = await createResult(db, home, home.other.organization.id, "submitted");
      return db.outcomePair.create({
        data: {
          allianceId: home.alliance.id,
          firstId: first.id,
          secondId: second.id,
          similarity: 90,
          sameAmount: false,
        },
      });
    },
    { version: 1, judgement: "different", reason: "示例" },
  ),
  "doubles.scan": { input: () => ({ metricCode: "M35", year: 2026 }) },
  "outcomes.return": about("id", result("submitted"), { version: 1, reason: "示例" }),
  "outcomes.verify": about("id", result("submitted"), versioned),
  "dashboards.get": none,
  "dashboards.parts": { input: () => ({ metric: "M35" }) },
  "dashboards.exportParts": { input: () => ({ metric: "M35" }) },
  "dashboards.pictures": none,
  "dashboards.aggregate": none,
  "dashboards.export": none,
  "dashboards.openData": none,
  "figures.list": none,
  "metrics.list": none,
  "files.get": about("id", async (site) => {
    const { fileId } = await result("submitted")(site);
    return { id: fileId ?? "" };
  }),
};
