import { randomUUID } from "node:crypto";
import { createProject } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";

export const project =
  (state: Parameters<typeof createProject>[3]) =>
  ({ db, home, organizationId }: Site) =>
    createProject(db, home, organizationId, state);

const partner = ({ home }: Site) => home.council.holders[1]?.organization.id ?? "";

export const projects: Record<string, Fixture> = {
  "projects.list": none,
  "projects.export": none,
  "projects.remindPartners": none,
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
  "projects.start": about("id", project("registered"), versioned),
  "projects.reject": about("id", project("check"), { version: 1, reason: "示例" }),
  "projects.withdraw": about("id", project("draft"), { version: 1, reason: "示例" }),
};
