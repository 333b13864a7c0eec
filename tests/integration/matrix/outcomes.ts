import { randomUUID } from "node:crypto";
import { createPaper, createResult } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";
import { project } from "./projects";

const result =
  (state: "submitted" | "returned") =>
  ({ db, home, organizationId }: Site) =>
    createResult(db, home, organizationId, state);

export const results: Record<string, Fixture> = {
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
