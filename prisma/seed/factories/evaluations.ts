import { newId } from "@/lib/kernel/ids";
import type { Tx } from "@/lib/platform/db/transaction";
import { EvaluationState, type EvaluationSubjectKind } from "@/prisma/generated/enums";

type Given = {
  allianceId: string;
  subjectKind?: EvaluationSubjectKind;
  state?: "draft" | "published";
  createdById?: string | null;
  publicGrades?: boolean;
  leastExperts?: number;
};

/** One of each rule kind; the weights sum to a hundred. */
export const everyRule = [
  { code: "1", name: "示例：产出", weight: 6000, kind: null, parent: null },
  {
    code: "1.1",
    name: "示例：技术服务到账",
    weight: 2000,
    kind: "ratio",
    parent: "1",
    target: 60_000n,
    cap: 10_000,
  },
  {
    code: "1.2",
    name: "示例：双师比例",
    weight: 1500,
    kind: "threshold",
    parent: "1",
    target: 6000n,
    floor: 3000n,
  },
  {
    code: "1.3",
    name: "示例：授权专利",
    weight: 1500,
    kind: "best_in_group",
    parent: "1",
    metricCode: "M35",
  },
  {
    code: "1.4",
    name: "示例：平台级别",
    weight: 1000,
    kind: "level_points",
    parent: "1",
    levelPoints: [300, 200, 100, 0],
  },
  { code: "2", name: "示例：专家评议", weight: 4000, kind: "expert", parent: null },
  {
    code: "3",
    name: "示例：数据失实",
    weight: 0,
    kind: "deduction",
    parent: null,
    each: 20,
    most: 500,
  },
  { code: "4", name: "示例：重大安全事故", weight: 0, kind: "veto", parent: null },
] as const;

/** A scheme with every kind of rule. A published one is written as a draft first: its indicators cannot come later. */
export async function createScheme(db: Tx, given: Given) {
  const id = newId(new Date());
  const { allianceId } = given;
  await db.evaluationScheme.create({
    data: {
      id,
      allianceId,
      seriesId: id,
      name: `示例评价办法 ${id.slice(-6)}`,
      subjectKind: given.subjectKind ?? "member",
      bandA: 8500,
      bandB: 7000,
      bandC: 6000,
      leastExperts: given.leastExperts ?? 3,
      publicGrades: given.publicGrades ?? false,
      createdById: given.createdById ?? null,
    },
  });
  const ids = new Map(everyRule.map(({ code }) => [code as string, newId(new Date())]));
  await db.evaluationIndicator.createMany({
    data: everyRule.map(({ parent, ...rule }) => ({
      ...rule,
      id: ids.get(rule.code) ?? id,
      allianceId,
      schemeId: id,
      parentId: parent && (ids.get(parent) ?? null),
      levelPoints: "levelPoints" in rule ? [...rule.levelPoints] : [],
    })),
  });
  if (given.state === "published") {
    await db.evaluationScheme.update({
      where: { allianceId_id: { allianceId, id } },
      data: { state: "published", publishedAt: new Date() },
    });
  }
  return { id, version: 1, indicators: ids };
}

type RoundGiven = {
  allianceId: string;
  organizationIds: readonly string[];
  state: EvaluationState;
  schemeId?: string;
  title?: string;
  name?: string;
  publicGrades?: boolean;
};

const reached = (state: EvaluationState, wanted: EvaluationState): boolean =>
  Object.values(EvaluationState).indexOf(state) >= Object.values(EvaluationState).indexOf(wanted);

/** A round of members at one of its states up to the objections; its last day of self-evaluation lies ahead. */
export async function createRound(db: Tx, given: RoundGiven) {
  const { allianceId, state } = given;
  const scheme = given.schemeId
    ? { id: given.schemeId, indicators: new Map<string, string>() }
    : await createScheme(db, {
        allianceId,
        state: "published",
        leastExperts: 1,
        publicGrades: given.publicGrades ?? false,
      });
  const id = newId(new Date());
  await db.evaluationRound.create({
    data: {
      id,
      allianceId,
      schemeId: scheme.id,
      year: 2025,
      title: given.title ?? `示例评价 ${id.slice(-6)}`,
      state,
      selfDueOn: new Date("2199-01-01"),
      ...(reached(state, "data_verified") && { measuredAt: new Date("2026-01-03") }),
      ...(reached(state, "draft_result") && { draftedAt: new Date("2026-01-05") }),
      ...(reached(state, "objection") && { objectionUntil: new Date("2026-01-12") }),
    },
  });
  const subjects = given.organizationIds.map((organizationId) => ({
    id: newId(new Date()),
    allianceId,
    roundId: id,
    keyId: organizationId,
    organizationId,
    name: given.name ?? "示例评价对象",
  }));
  await db.evaluationSubject.createMany({ data: subjects });
  return {
    id,
    version: 1,
    schemeId: scheme.id,
    indicators: scheme.indicators,
    subjects,
    subject: subjects[0]?.id ?? id,
  };
}
