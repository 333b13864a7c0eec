import { newSecret } from "@/lib/platform/auth/secret";
import { createOrganization } from "@/prisma/seed/factories/basics";
import type { Input } from "../rest/call";
import { createCase, createDecision, creditCode } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";

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

export const applications: Record<string, Fixture> = {
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
  "applications.export": none,
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
