import { dateOf } from "@/lib/kernel/dates";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import type { Input } from "../rest/call";
import { creditCode, next } from "./home";
import { about, type Fixture, none, type Site, versioned } from "./kit";

/** The organization is the object: own, other, or one that is no member here. */
const organization = (more: (site: Site) => Promise<Input> | Input): Fixture => ({
  ids: ["organizationId"],
  input: async (site) => ({ organizationId: site.organizationId, ...(await more(site)) }),
});

export const organizations: Record<string, Fixture> = {
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

export const imports: Record<string, Fixture> = {
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

export const sharedChanges: Record<string, Fixture> = {
  "organizations.listChanges": none,
  "organizations.exportChanges": none,
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

export const mergers: Record<string, Fixture> = {
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
