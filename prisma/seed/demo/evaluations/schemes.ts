import type { Prisma } from "@/prisma/generated/client";
import { at } from "../days";
import { idOf } from "../ids";
import { userId } from "../people";
import { SUZHOU, suzhouId } from "../suzhou/members";

export const schemeId = (key: string): string => idOf("evaluation-scheme", `${SUZHOU}/${key}`);
export const indicatorId = (scheme: string, code: string): string =>
  idOf("evaluation-indicator", `${SUZHOU}/${scheme}/${code}`);

type Indicator = Omit<
  Prisma.EvaluationIndicatorCreateManyInput,
  "id" | "allianceId" | "schemeId" | "parentId"
> & { parent?: string };

/**
 * 示例成员单位年度绩效评价办法: rule kinds and some of the targets are those of domain.md 6.2 (60 % and 30 % of dual-qualified
 * teachers, 3 and 2 points by level with 5 at most, 0.2 off per case of false data); the rest is synthetic.
 */
export const memberIndicators: readonly Indicator[] = [
  { code: "1", name: "产出", weight: 5500 },
  {
    code: "1.1",
    parent: "1",
    name: "技术服务到账",
    weight: 1500,
    kind: "ratio",
    unit: "万元",
    target: 6000n,
    cap: 10_000,
    metricCode: "M27",
  },
  {
    code: "1.2",
    parent: "1",
    name: "授权专利",
    weight: 1500,
    kind: "best_in_group",
    unit: "件",
    metricCode: "M35",
  },
  {
    code: "1.3",
    parent: "1",
    name: "社会培训",
    weight: 1000,
    kind: "ratio",
    unit: "人次",
    target: 30_000n,
    cap: 10_000,
    metricCode: "M39",
  },
  {
    code: "1.4",
    parent: "1",
    name: "订单班与学徒制在册学生",
    weight: 1500,
    kind: "ratio",
    unit: "人",
    target: 8000n,
    cap: 10_000,
    metricCode: "M47",
  },
  { code: "2", name: "质量", weight: 2000 },
  {
    code: "2.1",
    parent: "2",
    name: "双师型教师占比",
    weight: 1000,
    kind: "threshold",
    unit: "%",
    target: 6000n,
    floor: 3000n,
    evidence: "教师名册与资格证书",
  },
  {
    code: "2.2",
    parent: "2",
    name: "牵头联合体、共同体、实践中心",
    weight: 500,
    kind: "level_points",
    levelPoints: [300, 200, 100, 0],
    evidence: "批准文件",
  },
  {
    code: "2.3",
    parent: "2",
    name: "毕业生本地就业率",
    weight: 500,
    kind: "threshold",
    unit: "%",
    target: 6500n,
    floor: 4000n,
    evidence: "就业名册",
  },
  { code: "3", name: "专家评议", weight: 2500 },
  { code: "3.1", parent: "3", name: "合作深度与协议履行", weight: 1500, kind: "expert" },
  { code: "3.2", parent: "3", name: "可持续与整改", weight: 1000, kind: "expert" },
  {
    code: "4",
    name: "填报数据失实",
    weight: 0,
    kind: "deduction",
    unit: "例",
    each: 20,
    most: 500,
  },
  { code: "5", name: "弄虚作假或重大安全责任事故", weight: 0, kind: "veto" },
];

const collegeIndicators: readonly Indicator[] = [
  { code: "1", name: "示例：运行", weight: 6000 },
  {
    code: "1.1",
    parent: "1",
    name: "示例：理事会会议",
    weight: 3000,
    kind: "ratio",
    unit: "次",
    target: 200n,
    cap: 10_000,
    evidence: "会议纪要",
  },
  {
    code: "1.2",
    parent: "1",
    name: "示例：企业实际投入",
    weight: 3000,
    kind: "best_in_group",
    unit: "万元",
    evidence: "投入凭证",
  },
  { code: "2", name: "示例：专家评议", weight: 3900, kind: "expert" },
];

const rowsOf = (scheme: string, list: readonly Indicator[]) =>
  list.map(({ parent, ...one }) => ({
    ...one,
    id: indicatorId(scheme, one.code),
    allianceId: suzhouId,
    schemeId: schemeId(scheme),
    parentId: parent ? indicatorId(scheme, parent) : null,
  }));

const allianceIndicators: readonly Indicator[] = [
  {
    code: "1",
    name: "示例：理事会会议",
    weight: 6000,
    kind: "ratio",
    unit: "次",
    target: 200n,
    cap: 10_000,
    evidence: "会议纪要",
  },
  { code: "2", name: "示例：运行与协同", weight: 4000, kind: "expert" },
];

export const indicatorRows = [
  ...rowsOf("members", memberIndicators),
  ...rowsOf("colleges", collegeIndicators),
  ...rowsOf("alliance", allianceIndicators),
];

const bands = { bandA: 8500, bandB: 7000, bandC: 6000, leastExperts: 3 };

/** Two in force, and a draft in which a point is still missing. */
export const schemeRows = [
  {
    ...bands,
    id: schemeId("members"),
    seriesId: schemeId("members"),
    allianceId: suzhouId,
    name: "示例成员单位年度绩效评价办法",
    description: "示例：目标值与分值仅用于演示。双师比例、级别分与扣分标准参照公开的省级评价做法。",
    subjectKind: "member" as const,
    publicGrades: true,
    createdById: userId("secretariat@suzhou.example"),
    createdAt: at("2025-11-10"),
  },
  {
    ...bands,
    id: schemeId("colleges"),
    seriesId: schemeId("colleges"),
    allianceId: suzhouId,
    name: "示例产业学院绩效评价办法",
    subjectKind: "college" as const,
    createdById: userId("finance@suzhou.example"),
    createdAt: at("2026-10-12"),
  },
  {
    ...bands,
    id: schemeId("alliance"),
    seriesId: schemeId("alliance"),
    allianceId: suzhouId,
    name: "示例联合体年度运行评价办法",
    subjectKind: "alliance" as const,
    createdById: userId("secretariat@suzhou.example"),
    createdAt: at("2026-08-20"),
  },
];

const publication = (key: string, day: "2025-12-01" | "2026-09-01") => ({
  where: { allianceId_id: { allianceId: suzhouId, id: schemeId(key) } },
  data: {
    state: "published" as const,
    publishedAt: at(day),
    publishedById: userId("finance@suzhou.example"),
  },
});

/** Published once their indicators are there. */
export const published = [
  publication("members", "2025-12-01"),
  publication("alliance", "2026-09-01"),
];
