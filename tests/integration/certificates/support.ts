import {
  askCertificateCommand,
  draftCertificateCommand,
  sealCertificateCommand,
} from "@/lib/features/certificates/procedures";
import type { Actor } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import { createMembership, createOrganization } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { createStage } from "../outcomes/support";

const names = { M28: "成果转化金额", M29: "产生经济效益", M30: "新增产值" };

/** A stage with an enterprise, its contact, and the metrics that rest on certificates. */
export async function createCertificateStage(db: Tx) {
  const stage = await createStage(db);
  await db.metricDefinition.createMany({
    data: Object.entries(names).map(([code, nameZh], place) => ({
      code,
      nameZh,
      nameEn: code,
      unitZh: "万元",
      unitEn: "10,000 RMB",
      aggregation: "sum" as const,
      yearBasis: "calendar" as const,
      definitionZh: "-",
      definitionEn: "-",
      sortOrder: 50 + place,
      reportable: true,
      evidenceRequired: true,
    })),
    skipDuplicates: true,
  });
  const allianceId = stage.alliance.id;
  const company = await createOrganization(db, { kind: "enterprise" });
  const rival = await createOrganization(db, { kind: "enterprise" });
  for (const { id } of [company, rival]) {
    await createMembership(db, { allianceId, organizationId: id });
  }
  const contactOf = (organizationId: string) =>
    createActor(db, "enterprise_contact", { allianceId, organizationId });
  return {
    ...stage,
    company,
    rival,
    contact: await contactOf(company.id),
    rivalContact: await contactOf(rival.id),
  };
}
export type CertificateStage = Awaited<ReturnType<typeof createCertificateStage>>;

export const by = (stage: CertificateStage, actor: Actor) => ({
  actor,
  tenant: stage.alliance.slug,
});

export const contentOf = (stage: CertificateStage, more: object = {}) => ({
  enterpriseId: stage.company.id,
  claimantId: stage.school.id,
  year: 2025,
  outputIncrease: "1200000",
  taxes: "34567.89",
  ...more,
});

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

export async function drafted(stage: CertificateStage, more: object = {}) {
  const { id, version } = value(
    await perform(
      draftCertificateCommand,
      by(stage, stage.secretariat),
      contentOf(stage, more) as never,
    ),
  );
  return { id, version };
}

export async function asked(stage: CertificateStage, more: object = {}) {
  const draft = await drafted(stage, more);
  const { id, version } = value(
    await perform(askCertificateCommand, by(stage, stage.secretariat), draft),
  );
  return { id, version };
}

export const declared = { way: "declaration", signatory: "示例法定代表人" } as const;

export async function sealed(stage: CertificateStage, more: object = {}) {
  const waiting = await asked(stage, more);
  const { id, version } = value(
    await perform(sealCertificateCommand, by(stage, stage.contact), { ...waiting, ...declared }),
  );
  return { id, version };
}
