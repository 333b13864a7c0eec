import type { CaseState } from "@/lib/features/reports/types";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";

/* Typical cases. One is led through its states: the guards of the database know no other way. */
export type CaseGiven = {
  id?: string;
  allianceId: string;
  organizationId?: string | null;
  year?: number;
  title?: string;
  background?: string;
  practice?: string;
  effect?: string;
  authorId: string;
  deciderId?: string;
  state?: CaseState;
  editionId?: string;
  recordIds?: readonly string[];
  /** What it tells of: one of the four each. */
  links?: readonly Omit<Prisma.CaseLinkCreateManyInput, "allianceId" | "caseId">[];
  returnReason?: string;
  at?: Date;
  synthetic?: boolean;
};

async function freeze(db: Tx, caseId: string, at: Date) {
  await db.$executeRaw`
  UPDATE typical_case_sources s SET title = o.title, metric_code = o.metric_code, year = o.year, quantity = o.quantity,
    unit_zh = m.unit_zh, frozen_at = ${at}
  FROM outcome_records o JOIN metric_definitions m ON m.code = o.metric_code
  WHERE s.case_id = ${caseId}::uuid AND o.alliance_id = s.alliance_id AND o.id = s.record_id`;
  await db.$executeRaw`
  UPDATE typical_case_links l SET frozen_at = ${at}, name = coalesce(
    (SELECT p.title FROM projects p WHERE p.id = l.project_id), (SELECT c.name FROM colleges c WHERE c.id = l.college_id),
    (SELECT f.name FROM platforms f WHERE f.id = l.platform_id), (SELECT t.name FROM training_classes t WHERE t.id = l.class_id))
  WHERE l.case_id = ${caseId}::uuid`;
}

export async function createCaseRow(db: Tx, given: CaseGiven) {
  const { allianceId, authorId, state = "draft", at = new Date("2026-01-05T02:00:00Z") } = given;
  const { id } = await db.typicalCase.create({
    data: {
      ...(given.id && { id: given.id }),
      allianceId,
      organizationId: given.organizationId ?? null,
      year: given.year ?? 2026,
      title: given.title ?? "示例案例",
      background: given.background ?? "示例：背景。",
      practice: given.practice ?? "示例：做法。",
      effect: given.effect ?? "示例：成效。",
      consent: state !== "draft",
      authorIds: [authorId],
      stateSince: at,
      createdAt: at,
      synthetic: given.synthetic ?? false,
    },
  });
  await db.caseSource.createMany({
    data: (given.recordIds ?? []).map((recordId) => ({ allianceId, caseId: id, recordId })),
  });
  await db.caseLink.createMany({
    data: (given.links ?? []).map((link) => ({ ...link, allianceId, caseId: id })),
  });
  if (state === "draft") return { id, version: 1 };
  await db.typicalCase.update({
    where: { id },
    data: { state: "submitted", stateSince: at, submittedById: authorId, submittedAt: at },
  });
  if (state === "submitted") return { id, version: 1 };
  if (state === "selected") await freeze(db, id, at);
  await db.typicalCase.update({
    where: { id },
    data: {
      state,
      stateSince: at,
      decidedById: given.deciderId ?? null,
      decidedAt: at,
      ...(state === "returned" && { returnReason: given.returnReason ?? "示例：请补充成效" }),
      ...(state === "selected" && { editionId: given.editionId ?? null }),
    },
  });
  return { id, version: 1 };
}
