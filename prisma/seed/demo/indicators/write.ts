import { type Day, dateOf } from "@/lib/kernel/dates";
import type { Prisma } from "@/prisma/generated/client";
import { at } from "../days";
import { idOf } from "../ids";
import { allianceId, userId } from "../people";
import { SUZHOU } from "../suzhou/members";
import { formIndicators, formRules } from "./form";

const here = allianceId(SUZHOU);
const secretary = userId("secretariat@suzhou.example");
export const setId = (code: string) => idOf("indicator-set", `${SUZHOU}/${code}/1`);
export const indicatorId = (code: string) => idOf("indicator", `${SUZHOU}/quarterly/${code}`);

type Kind = (typeof formIndicators)[number]["kind"];
const aggregationOf = (kind: Kind) => {
  if (kind === "flow") return "sum" as const;
  if (kind === "stock") return "last" as const;
  return kind === "ratio" ? ("ratio" as const) : null;
};

const formRows = formIndicators.map((one, place) => ({
  id: indicatorId(one.code),
  allianceId: here,
  setId: setId("quarterly"),
  parentId: one.parent && indicatorId(one.parent),
  level: one.parent ? 2 : 1,
  sortOrder: place + 1,
  code: one.code,
  nameZh: one.nameZh,
  nameEn: one.nameEn,
  definition: one.definition ?? null,
  kind: one.kind ?? null,
  unitZh: one.unit?.[0] ?? null,
  unitEn: one.unit?.[1] ?? null,
  aggregation: aggregationOf(one.kind),
  direction: one.direction ?? ("neither" as const),
  weight: one.weight ?? null,
  target: one.target ?? null,
  lowest: one.lowest ?? null,
  partOfCode: one.partOf ?? null,
  evidenceRequired: one.evidence !== undefined,
  evidence: one.evidence ?? null,
}));

/** The registry as a set: what members register record by record is computed, and nobody types it. */
async function metricRows(tx: Prisma.TransactionClient) {
  const metrics = await tx.metricDefinition.findMany({ orderBy: { code: "asc" } });
  return metrics.map((metric, place) => {
    const kind =
      metric.aggregation === "ratio"
        ? ("ratio" as const)
        : metric.aggregation === "latest" || metric.aggregation === "max"
          ? ("stock" as const)
          : ("flow" as const);
    return {
      id: idOf("indicator", `${SUZHOU}/metrics/${metric.code}`),
      allianceId: here,
      setId: setId("metrics"),
      level: 1,
      sortOrder: place + 1,
      code: metric.code,
      nameZh: metric.nameZh,
      nameEn: metric.nameEn,
      definition: metric.definitionZh,
      unitZh: metric.unitZh,
      unitEn: metric.unitEn,
      kind,
      aggregation: aggregationOf(kind),
      yearBasis: metric.yearBasis,
      evidenceRequired: metric.evidenceRequired,
      metricCode: metric.code,
      computed: metric.reportable,
    };
  });
}

const enforced = (day: Day) => ({
  state: "in_force" as const,
  validFrom: dateOf(day),
  enforcedAt: at(day),
  enforcedById: secretary,
});

const setOf = (code: string, words: { nameZh: string; nameEn: string; source: string }) => ({
  id: setId(code),
  allianceId: here,
  edition: 1,
  createdById: secretary,
  createdAt: at("2025-12-01"),
  ...words,
});

/** The metrics and the sample form in force; the national standard as the empty frame that it is. */
export async function writeIndicators(tx: Prisma.TransactionClient): Promise<void> {
  await tx.indicatorSet.createMany({
    data: [
      {
        ...setOf("metrics", {
          nameZh: "联合体成果指标",
          nameEn: "Outcome metrics of alliances",
          source: "门户指标登记表 M01–M84",
        }),
        code: "metrics",
      },
      {
        ...setOf("quarterly", {
          nameZh: "示例 成员单位季度报表",
          nameEn: "Sample quarterly report of members",
          source: "示例文件，非实际报表制度",
        }),
        code: "quarterly",
      },
      {
        ...setOf("national", {
          nameZh: "市域产教联合体建设标准（试行）",
          nameEn: "Standard for municipal industry–education alliances (trial)",
          source: "教职成厅函〔2024〕20号附件",
        }),
        code: "national-standard",
        sourceUrl: "http://56se6.com/news/kandian/20241114/14296359.html",
        expectedGroups: 3,
        expectedMiddle: 16,
        expectedLeaves: 44,
      },
    ],
  });
  await tx.indicator.createMany({ data: await metricRows(tx) });
  await tx.indicator.createMany({ data: formRows.filter(({ level }) => level === 1) });
  await tx.indicator.createMany({ data: formRows.filter(({ level }) => level === 2) });
  await tx.indicatorRule.createMany({
    data: formRules.map((rule, place) => ({
      ...rule,
      id: idOf("indicator-rule", `${SUZHOU}/quarterly/${place}`),
      allianceId: here,
      setId: setId("quarterly"),
      sortOrder: place + 1,
    })),
  });
  for (const code of ["metrics", "quarterly"]) {
    await tx.indicatorSet.update({ where: { id: setId(code) }, data: enforced("2026-01-01") });
  }
}
