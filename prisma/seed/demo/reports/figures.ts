import { organizationKinds } from "@/lib/features/organizations/types";
import { mailWords } from "@/lib/i18n/mail";
import { type Day, dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { FigureGiven } from "@/prisma/seed/factories/reports";
import { idOf } from "../ids";
import { suzhouId } from "../suzhou/members";

const idFor = (year: number, code: string) => idOf("edition-figure", `${suzhouId}/${year}/${code}`);

/** Published figures of the sources, with their marks. */
async function published(tx: Tx, year: number): Promise<FigureGiven[]> {
  const values = await tx.metricValue.findMany({
    where: { allianceId: suzhouId, state: "published", value: { not: null } },
    include: { metric: { select: { definitionZh: true, definitionEn: true } } },
    orderBy: [{ sortOrder: "asc" }, { key: "asc" }],
  });
  return values.flatMap((one) =>
    one.value
      ? [
          {
            id: idFor(year, one.key),
            kind: "figure" as const,
            code: one.key,
            nameZh: one.labelZh,
            nameEn: one.labelEn,
            value: one.value,
            unitZh: one.unitZh,
            unitEn: one.unitEn,
            qualifier: one.qualifier,
            period: one.period,
            source: one.source,
            definitionZh: one.metric?.definitionZh ?? one.subjectZh,
            definitionEn: one.metric?.definitionEn ?? one.subjectEn,
          },
        ]
      : [],
  );
}

/** What members reported in the year and somebody verified, as the roll-ups hold it. */
async function counted(tx: Tx, year: number): Promise<FigureGiven[]> {
  const sums = await tx.outcomeRollup.groupBy({
    by: ["metricCode"],
    where: { allianceId: suzhouId, year, state: { in: ["verified", "published"] } },
    _sum: { total: true, records: true },
    orderBy: { metricCode: "asc" },
  });
  const by = await tx.outcomeRollup.groupBy({
    by: ["metricCode", "organizationId"],
    where: { allianceId: suzhouId, year, state: { in: ["verified", "published"] } },
    _sum: { records: true },
  });
  const metrics = await tx.metricDefinition.findMany({
    where: { code: { in: sums.map(({ metricCode }) => metricCode) } },
  });
  return sums.flatMap(({ metricCode, _sum }) => {
    const metric = metrics.find(({ code }) => code === metricCode);
    return metric && _sum.total && _sum.records
      ? [
          {
            id: idFor(year, metricCode),
            kind: "metric" as const,
            code: metricCode,
            nameZh: metric.nameZh,
            nameEn: metric.nameEn,
            value: _sum.total,
            unitZh: metric.unitZh,
            unitEn: metric.unitEn,
            qualifier: "exact" as const,
            flow: metric.aggregation === "sum" || metric.aggregation === "distinct",
            atMost: metric.aggregation === "distinct" && /[人家]/.test(metric.unitZh),
            period: String(year),
            source: "outcomes",
            definitionZh: metric.definitionZh,
            definitionEn: metric.definitionEn,
            records: _sum.records,
            organizations: by.filter((one) => one.metricCode === metricCode && one._sum.records)
              .length,
          },
        ]
      : [];
  });
}

/** The members by kind on the day on which the numbers were frozen. */
async function composition(tx: Tx, year: number, on: Day): Promise<FigureGiven[]> {
  const members = await tx.membershipPeriod.findMany({
    where: {
      allianceId: suzhouId,
      validFrom: { lte: dateOf(on) },
      OR: [{ validTo: null }, { validTo: { gte: dateOf(on) } }],
    },
    select: { membership: { select: { organization: { select: { kind: true } } } } },
  });
  return organizationKinds.flatMap((kind) => {
    const records = members.filter(
      ({ membership }) => membership.organization.kind === kind,
    ).length;
    const words = (language: "zh-CN" | "en") => ({
      name: mailWords(language, (all) => all.metrics.nameOf, {
        name: mailWords(language, (all) => all.metrics.name.members),
        part: mailWords(language, (all) => all.organizations.kind[kind]),
      }),
      unit: mailWords(language, (all) => all.metrics.unitOf.members),
      definition: mailWords(language, (all) => all.metrics.sentence.members, { records }),
    });
    const [zh, en] = [words("zh-CN"), words("en")];
    return records === 0
      ? []
      : [
          {
            id: idFor(year, `members-${kind}`),
            kind: "metric" as const,
            code: `members-${kind}`,
            nameZh: zh.name,
            nameEn: en.name,
            value: records,
            unitZh: zh.unit,
            unitEn: en.unit,
            qualifier: "exact" as const,
            source: "members",
            definitionZh: zh.definition,
            definitionEn: en.definition,
            records,
          },
        ];
  });
}

export const figuresOf = async (tx: Tx, year: number, on: Day): Promise<FigureGiven[]> => [
  ...(await composition(tx, year, on)),
  ...(await counted(tx, year)),
  ...(await published(tx, year)),
];
