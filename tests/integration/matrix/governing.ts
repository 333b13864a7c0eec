import { presetDraft, presetDrafts } from "@/lib/features/bodies/rules/presets";
import { answersOf } from "@/lib/features/bodies/rules/wizard";
import { dateOf } from "@/lib/kernel/dates";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createBody } from "@/prisma/seed/factories/governance";
import { createPaper, next } from "./home";
import type { Fixture, Site } from "./kit";

/*
 * Fixtures of rules of order, the rule library, bodies, entities and delegated powers.
 */
const none: Fixture = { input: () => ({}) };

const body = ({ db, home }: Site, kind: "council" | "operating_entity" = "council") =>
  createBody(db, {
    allianceId: home.alliance.id,
    name: `示例${home.mark}机构 ${next()}`,
    kind,
  });

const proposer = ({ home }: Site) => home.clerk.userId ?? null;

const draft = async (site: Site) => {
  const { id: bodyId } = await body(site);
  const { id, version } = await site.db.ruleDraft.create({
    data: {
      allianceId: site.home.alliance.id,
      bodyId,
      rules: presetDrafts("no_legal_form").map((rule) => ({
        ...rule,
        articleRef: "示例章程第九条",
      })),
      validFrom: dateOf("2199-01-01"),
      note: `示例${site.home.mark}`,
      proposedById: proposer(site),
    },
  });
  return { bodyId, draftId: id, version };
};
const ofDraft = (more: Record<string, unknown> = {}): Fixture => ({
  ids: ["draftId"],
  input: async (site) => {
    const { draftId, version } = await draft(site);
    return { draftId, version, ...more };
  },
});

export const rules: Record<string, Fixture> = {
  "rules.list": none,
  "rules.get": { ids: ["bodyId"], input: async (site) => ({ bodyId: (await body(site)).id }) },
  "rules.draft": {
    ids: ["bodyId"],
    input: async (site) => ({ bodyId: (await draft(site)).bodyId }),
  },
  "rules.propose": {
    ids: ["bodyId"],
    input: async (site) => ({
      bodyId: (await body(site)).id,
      source: "foundation",
      validFrom: "2199-01-01",
    }),
  },
  "rules.answer": ofDraft({
    matter: "ordinary",
    ...answersOf({ ...presetDraft("foundation", "ordinary"), articleRef: "示例" }),
  }),
  "rules.dateDraft": ofDraft({ validFrom: "2199-02-01" }),
  "rules.withdrawDraft": ofDraft(),
  "rules.activate": ofDraft({ basis: "示例成立大会" }),
};

type Made = { id: string; revision: number };

export const createDocumentRow = async (
  { db, home }: Site,
  given: { adopted?: boolean; kind?: string } = {},
) => {
  const allianceId = home.alliance.id;
  const row = await db.document.create({
    data: {
      allianceId,
      kind: given.kind ?? "other",
      title: `示例${home.mark}文件 ${next()}`,
      articles: { create: [{ number: 1, text: `示例${home.mark}条文` }] },
    },
    include: { articles: true },
  });
  if (given.adopted) {
    await db.document.update({
      where: { id: row.id },
      data: {
        state: "adopted",
        adoptedOn: dateOf("2024-01-01"),
        effectiveOn: dateOf("2024-01-01"),
        adoptedBy: "示例会议",
        sha256: "0".repeat(64),
      },
    });
  }
  return row;
};

const ofDocument = (
  more:
    | Record<string, unknown>
    | ((site: Site, row: Made) => Promise<Record<string, unknown>>) = {},
  adopted = false,
): Fixture => ({
  ids: ["documentId"],
  input: async (site) => {
    const row = await createDocumentRow(site, { adopted });
    const extra = typeof more === "function" ? await more(site, row) : more;
    return { documentId: row.id, revision: row.revision, ...extra };
  },
});

export const documents: Record<string, Fixture> = {
  "documents.list": none,
  "documents.export": none,
  "documents.checklist": none,
  "documents.listArticles": none,
  "documents.get": {
    ids: ["documentId"],
    input: async (site) => ({ documentId: (await createDocumentRow(site, { adopted: true })).id }),
  },
  "documents.compare": {
    ids: ["documentId", "withId"],
    input: async (site) => ({
      documentId: (await createDocumentRow(site, { adopted: true })).id,
      withId: (await createDocumentRow(site, { adopted: true })).id,
    }),
  },
  "documents.create": {
    input: ({ home }) => ({ kind: "other", title: `示例${home.mark}新文件 ${next()}` }),
  },
  "documents.nextVersion": {
    ids: ["documentId"],
    input: async (site) => ({ documentId: (await createDocumentRow(site, { adopted: true })).id }),
  },
  "documents.update": ofDocument({ title: "示例改名" }),
  "documents.split": ofDocument({ text: "第一条 示例" }),
  "documents.saveArticle": ofDocument({ number: 2, text: "示例" }),
  "documents.removeArticle": {
    ids: ["documentId", "articleId"],
    input: async (site) => {
      const row = await createDocumentRow(site);
      return { documentId: row.id, revision: row.revision, articleId: row.articles[0]?.id ?? "" };
    },
  },
  "documents.adopt": ofDocument(async (site) => ({
    adoptedOn: "2024-01-01",
    effectiveOn: "2024-01-01",
    adoptedBy: "示例会议",
    paperId: (await createPaper(site.db, site.home, proposer(site))).id,
  })),
  "documents.repeal": ofDocument({ endsOn: "2024-06-30", reason: "示例" }, true),
  "documents.withdraw": ofDocument({ reason: "示例" }),
  "documents.publish": ofDocument({ published: true }, true),
};

const ofBody = (
  more: Record<string, unknown> = {},
  prepare?: (site: Site, bodyId: string) => Promise<unknown>,
): Fixture => ({
  ids: ["bodyId"],
  input: async (site) => {
    const { id } = await body(site, "operating_entity");
    await prepare?.(site, id);
    return { bodyId: id, version: 1, ...more };
  },
});
const withEntity = ({ db, home }: Site, bodyId: string) =>
  db.operatingEntity.create({
    data: { allianceId: home.alliance.id, bodyId, kind: "company", functions: "示例" },
  });
const withManager = async (site: Site, bodyId: string) => {
  const { id } = await withEntity(site, bodyId);
  const person = await site.db.person.create({ data: { name: "示例经理", synthetic: true } });
  const [allianceId, personId] = [site.home.alliance.id, person.id];
  await site.db.entityManager.create({
    data: { allianceId, entityId: id, personId, validFrom: dateOf("2024-01-01") },
  });
};

/** Another one each time: one living power of a kind from one grantor. */
const department = ({ db }: Site) =>
  createOrganization(db, { kind: "government", name: `示例部门 ${next()}` });

const power = async ({ db, home }: Site, organizationId: string) =>
  db.delegatedPower.create({
    data: {
      allianceId: home.alliance.id,
      kind: "talent_policy",
      state: "proposed",
      grantorId: organizationId,
      content: `示例${home.mark}`,
    },
  });
const ofPower = (more: Record<string, unknown> = {}): Fixture => ({
  ids: ["powerId"],
  input: async (site) => {
    const { id } = await power(site, (await department(site)).id);
    return { powerId: id, ...more };
  },
});

export const structure: Record<string, Fixture> = {
  "structure.body": { ids: ["bodyId"], input: async (site) => ({ bodyId: (await body(site)).id }) },
  "structure.addBody": {
    input: ({ home }) => ({ kind: "special_committee", name: `示例${home.mark}委员会 ${next()}` }),
  },
  "structure.addBranch": {
    input: () => ({ branch: "programme_group", prefix: `示例专业群${next()}` }),
  },
  "structure.updateBody": ofBody({ name: "示例改名" }),
  "structure.removeBody": ofBody(),
  "structure.dissolveBody": ofBody({ on: "2024-06-30", reason: "示例" }),
  "structure.saveEntity": ofBody({ kind: "institute", functions: "示例" }),
  "structure.saveShares": ofBody({ shares: [] }, withEntity),
  "structure.appointManager": ofBody({ name: "示例经理", from: "2024-01-01" }, withEntity),
  "structure.endManager": ofBody({ on: "2024-06-30" }, withManager),
};

export const powers: Record<string, Fixture> = {
  "powers.list": none,
  "powers.get": ofPower(),
  "powers.propose": {
    input: async (site) => ({
      kind: "industry_policy",
      grantorId: (await department(site)).id,
    }),
  },
  "powers.update": ofPower({ version: 1, content: "示例" }),
  "powers.step": ofPower({ version: 1, to: "withdrawn", on: "2024-01-01" }),
};
