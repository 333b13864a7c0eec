import { mailWords } from "@/lib/i18n/mail";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";
import { metricValues } from "../../dashboards/queries/values";
import type { MetricNumber } from "../../dashboards/schema";
import { namedCodes } from "../../metrics/types";
import { memberKindOf } from "../rules/charts";

type Row = Omit<
  Prisma.EditionFigureCreateManyInput,
  "allianceId" | "editionId" | "round" | "sortOrder" | "asOf"
>;
type Language = "zh-CN" | "en";

const yuan = { "zh-CN": "元", en: "yuan" } as const;

/** Kinds of members are named by the kind; the states of projects have no name of their own. */
function nameOf(code: string, language: Language): string | undefined {
  const named = namedCodes.find((one) => one === code);
  if (named) return mailWords(language, (words) => words.metrics.name[named]);
  const kind = memberKindOf(code);
  return (
    kind &&
    mailWords(language, (words) => words.metrics.nameOf, {
      name: mailWords(language, (words) => words.metrics.name.members),
      part: mailWords(language, (words) => words.organizations.kind[kind]),
    })
  );
}

/** Name, unit and definition of a number that is no metric of domain 4 stand in the messages. */
function wordsOf(number: MetricNumber, year: number, language: Language) {
  const side = language === "en" ? "en" : "zh";
  const { source } = number;
  const unit =
    source === "funds" || source === "outcomes"
      ? yuan[language]
      : mailWords(language, (words) => words.metrics.unitOf[source]);
  const sentence = mailWords(language, (words) => words.metrics.sentence[source], {
    records: number.records,
    from: year,
    to: year,
  });
  return {
    name: number.name?.[side] ?? nameOf(number.code, language),
    unit: number.unit?.[side] ?? unit,
    definition: number.definition?.[side] ?? sentence,
  };
}

/** One number of the registry; a kind of which there is no member is no part of the composition. */
function metricRow(number: MetricNumber, year: number): Row[] {
  const [zh, en] = [wordsOf(number, year, "zh-CN"), wordsOf(number, year, "en")];
  if (number.value === null || number.reach !== "whole" || !zh.name || !en.name) return [];
  if (memberKindOf(number.code) && number.records === 0) return [];
  return [
    {
      kind: "metric",
      code: number.code,
      nameZh: zh.name,
      nameEn: en.name,
      value: number.value,
      unitZh: zh.unit,
      unitEn: en.unit,
      qualifier: "exact",
      atMost: number.atMost,
      flow: number.time === "flow",
      period: number.time === "flow" ? String(year) : null,
      source: number.source,
      definitionZh: zh.definition,
      definitionEn: en.definition,
      records: number.records,
      organizations: number.coverage?.approved ?? null,
    },
  ];
}

/** Verified figures of the sources about this alliance, with their marks. */
async function sourceRows(tx: Tx, allianceId: string): Promise<Row[]> {
  const values = await tx.metricValue.findMany({
    where: { allianceId, state: "published", value: { not: null } },
    include: { metric: { select: { definitionZh: true, definitionEn: true } } },
    orderBy: [{ sortOrder: "asc" }, { key: "asc" }],
  });
  return values.flatMap((one) =>
    one.value
      ? [
          {
            kind: "figure",
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

/** Freezes every number of the year that has a value, as it stands now, with its source and its definition. */
export async function freezeNumbers(
  tx: Tx,
  scope: TenantScope,
  edition: { id: string; year: number; snapshotRound: number },
): Promise<void> {
  const allianceId = scope.alliance.id;
  const { year } = edition;
  const numbers = await metricValues(tx, scope, { from: year, to: year, layer: "approved" });
  const rows = [
    ...numbers.flatMap((number) => metricRow(number, year)),
    ...(await sourceRows(tx, allianceId)),
  ];
  await tx.editionFigure.createMany({
    data: rows.map((row, index) => ({
      ...row,
      allianceId,
      editionId: edition.id,
      round: edition.snapshotRound + 1,
      sortOrder: index + 1,
      asOf: scope.now,
    })),
  });
}
