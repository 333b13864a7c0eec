import type { CaseState } from "@/lib/features/reports/types";
import { createCaseRow } from "@/prisma/seed/factories/cases";
import {
  createEditionRow,
  type EditionGiven,
  type SectionGiven,
} from "@/prisma/seed/factories/reports";
import { createDecision, next } from "./home";
import { about, type Fixture, none, type Site } from "./kit";

/* Fixtures of annual reports; the chapter is the one of the site's organization. */
let years = 1000;
const yearOf = () => {
  years += 1;
  return years;
};

const edition =
  (state: EditionGiven["state"], more: Partial<EditionGiven> = {}) =>
  (site: Site) =>
    createEditionRow(site.db, {
      allianceId: site.home.alliance.id,
      year: yearOf(),
      title: `示例${site.home.mark}年度报告 ${next()}`,
      ...(state && { state }),
      ...more,
    });

const chapter =
  (state: SectionGiven["state"], own = true) =>
  async (site: Site) => {
    const made = await edition("drafting", {
      sections: [
        {
          kind: "overview",
          organizationId: own ? site.organizationId : null,
          ...(state && { state }),
          texts: state === "open" ? [] : [{ body: `示例${site.home.mark}文稿` }],
        },
      ],
    })(site);
    const id = made.sections[0]?.id ?? "";
    const row = await site.db.editionSection.findUniqueOrThrow({ where: { id } });
    return { id, version: row.version };
  };

/** Signed by the two; who signs in a fixture is nobody of the callers. */
const signed = (site: Site) => {
  const [one, two] = [site.home.clerk.userId, site.home.council.body.id];
  return edition("review", { secretaryId: one ?? "", chairId: two })(site);
};

/** Written by nobody of the callers. */
const written =
  (state: CaseState, consent = false, editionId?: string) =>
  async (site: Site) => {
    const made = await createCaseRow(site.db, {
      allianceId: site.home.alliance.id,
      organizationId: site.organizationId,
      title: `示例${site.home.mark}案例`,
      authorId: site.home.alliance.id,
      deciderId: site.home.council.body.id,
      state,
      ...(editionId && { editionId }),
    });
    if (consent && state === "draft") {
      await site.db.typicalCase.update({ where: { id: made.id }, data: { consent } });
    }
    return made;
  };
const content = {
  year: 2026,
  title: "示例案例",
  background: "示例",
  practice: "示例",
  effect: "示例",
  consent: true,
};

export const reports: Record<string, Fixture> = {
  "editions.list": none,
  "editions.export": none,
  "editions.get": about("editionId", edition("outline")),
  "editions.section": about("sectionId", async (site) => ({
    id: (await chapter("open")(site)).id,
  })),
  "editions.create": {
    input: () => ({
      year: 2050,
      title: "示例年度报告",
      dueOn: "2050-12-31",
      sectionsDueOn: "2050-11-30",
    }),
  },
  "editions.plan": {
    ids: ["sectionId"],
    input: async (site) => {
      const { id, version } = await chapter("open", false)(site);
      return {
        sectionId: id,
        version,
        title: "示例章节",
        organizationId: site.organizationId,
        dueOn: "2199-01-31",
        isPublic: true,
      };
    },
  },
  "editions.write": about("sectionId", chapter("open"), { version: 1, body: "示例：新的一稿" }),
  "editions.submitSection": about("sectionId", chapter("drafting"), { version: 1 }),
  "editions.acceptSection": about("sectionId", chapter("submitted"), { version: 1 }),
  "editions.returnSection": about("sectionId", chapter("submitted"), {
    version: 1,
    reason: "示例：请补充来源",
  }),
  "editions.step": about("editionId", edition("data_snapshot"), { version: 1, to: "drafting" }),
  "editions.sign": about("editionId", edition("review"), { version: 1, seat: "secretary" }),
  "editions.sendBack": about("editionId", edition("review"), { version: 1, reason: "示例" }),
  "editions.approve": {
    ids: ["editionId", "resolutionId"],
    input: async (site) => ({
      editionId: (await signed(site)).id,
      version: 1,
      resolutionId: (await createDecision(site.db, site.home)).resolution.id,
    }),
  },
  "editions.submit": about("editionId", edition("outline"), {
    version: 1,
    submittedTo: "示例主管部门",
    submittedOn: "2026-01-02",
  }),
  "editions.publish": about("editionId", edition("outline"), { version: 1 }),
  "editions.confirmNumber": {
    ids: ["editionId", "sectionId"],
    input: async (site) => {
      const made = await edition("drafting", {
        sections: [
          {
            kind: "overview",
            state: "drafting",
            texts: [{ body: `示例${site.home.mark}招收3人` }],
          },
        ],
      })(site);
      return {
        editionId: made.id,
        sectionId: made.sections[0]?.id ?? "",
        part: "text",
        number: "3人",
        passage: `示例${site.home.mark}招收3人`,
        nth: 1,
        reason: "示例",
      };
    },
  },
  "cases.list": none,
  "cases.export": none,
  "cases.get": about("caseId", written("draft")),
  "cases.write": {
    input: (site) => ({ ...content, organizationId: site.organizationId }),
  },
  "cases.change": about("caseId", written("draft"), { version: 1, ...content }),
  "cases.submit": about("caseId", written("draft", true), { version: 1 }),
  "cases.return": about("caseId", written("submitted"), { version: 1, reason: "示例" }),
  "cases.select": {
    ids: ["caseId", "editionId"],
    input: async (site) => ({
      caseId: (await written("submitted")(site)).id,
      version: 1,
      editionId: (await edition("drafting")(site)).id,
    }),
  },
  "cases.release": about(
    "caseId",
    async (site) => written("selected", true, (await edition("drafting")(site)).id)(site),
    { version: 1 },
  ),
};
