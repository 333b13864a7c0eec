import { randomUUID } from "node:crypto";
import { createPaper } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";
import { project } from "./projects";

const certificate =
  (state: "draft" | "asked") =>
  ({ db, home, organizationId }: Site) =>
    db.benefitCertificate.create({
      data: {
        allianceId: home.alliance.id,
        enterpriseId: organizationId,
        year: 2025,
        savings: "12000.00",
        state,
        preparedById: randomUUID(),
      },
      select: { id: true, version: true },
    });

const content = async (site: Site) => ({
  enterpriseId: site.organizationId,
  year: 2025,
  savings: "12000.00",
  projectId: (await project("running")(site)).id,
});

export const certificates: Record<string, Fixture> = {
  "certificates.list": none,
  "certificates.export": none,
  "certificates.get": about("id", certificate("asked")),
  "certificates.draft": { ids: ["enterpriseId", "projectId"], input: content },
  "certificates.change": {
    ids: ["id", "enterpriseId", "projectId"],
    input: async (site) => ({
      ...(await content(site)),
      id: (await certificate("draft")(site)).id,
      ...versioned,
    }),
  },
  "certificates.ask": about("id", certificate("draft"), versioned),
  "certificates.seal": {
    ids: ["id", "fileId"],
    input: async (site) => ({
      id: (await certificate("asked")(site)).id,
      ...versioned,
      way: "paper",
      signatory: "示例签署人",
      fileId: (await createPaper(site.db, site.home, site.caller.userId)).id,
    }),
  },
  "certificates.withdraw": about("id", certificate("asked"), { ...versioned, reason: "示例" }),
};
