import type { z } from "zod";
import { isKeyed } from "@/lib/features/metrics/rules";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";
import { readTree } from "../queries/sets";
import { codesOf, parseExpression } from "../rules/expression";
import { templates } from "../rules/templates";
import { cutSeries, treeFaults } from "../rules/tree";
import type { enforceSetInput, MovedSet, reviseSetInput, startSetInput } from "../schema";
import { type Answer, holdSet, movedOf, touchDraft } from "./hold";

const auditSet = (
  scope: TenantScope,
  action: string,
  subjectId: string,
  details: Prisma.InputJsonObject,
) => scope.audit({ action, subjectType: "indicator-set", subjectId, details });

/** One draft per code at a time; the unique key decides between two at once. */
async function nextEdition(tx: Tx, scope: TenantScope, code: string) {
  const rows = await tx.$queryRaw<{ edition: number; draft: boolean }[]>`
    SELECT coalesce(max(edition), 0)::int + 1 AS edition, coalesce(bool_or(state = 'draft'), false) AS draft
    FROM indicator_sets WHERE alliance_id = ${scope.alliance.id}::uuid AND code = ${code}`;
  return rows[0] ?? { edition: 1, draft: false };
}

/** How the registry puts a metric together → what is asked of a member. */
function ofMetric(
  metric: Prisma.MetricDefinitionGetPayload<object>,
): Pick<Prisma.IndicatorCreateManyInput, "kind" | "aggregation"> {
  if (metric.aggregation === "ratio") return { kind: "ratio", aggregation: "ratio" };
  if (metric.aggregation === "latest") return { kind: "stock", aggregation: "last" };
  if (metric.aggregation === "max") return { kind: "stock", aggregation: "max" };
  return { kind: "flow", aggregation: isKeyed(metric) ? "distinct" : "sum" };
}

/** The 84 metrics of the registry, under the codes and the words that they have there. */
async function copyMetrics(tx: Tx, allianceId: string, setId: string): Promise<number> {
  const metrics = await tx.metricDefinition.findMany({
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
  });
  const { count } = await tx.indicator.createMany({
    data: metrics.map((metric, place) => ({
      allianceId,
      setId,
      level: 1,
      sortOrder: place + 1,
      code: metric.code,
      nameZh: metric.nameZh,
      nameEn: metric.nameEn,
      definition: metric.definitionZh,
      unitZh: metric.unitZh,
      unitEn: metric.unitEn,
      ...ofMetric(metric),
      yearBasis: metric.yearBasis,
      evidenceRequired: metric.evidenceRequired,
      metricCode: metric.code,
      // What members register record by record is counted from the records, and nobody types it.
      computed: metric.reportable,
    })),
  });
  return count;
}

/** A new set as a draft: the metrics of the registry, the empty frame of the national standard, or an own one. */
export async function startSet(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof startSetInput>,
): Promise<Result<MovedSet, "set-exists" | "set-in-hand" | "registry-empty">> {
  const allianceId = scope.alliance.id;
  const given =
    input.template === "blank"
      ? {
          code: input.code ?? "",
          nameZh: input.nameZh ?? "",
          nameEn: input.nameEn ?? null,
          source: input.source ?? "",
          sourceUrl: input.sourceUrl ?? null,
        }
      : templates[input.template];
  const { edition, draft } = await nextEdition(tx, scope, given.code);
  if (draft) return refuse("set-in-hand");
  // A second version is made from the first, so that nothing of it is lost.
  if (edition > 1) return refuse("set-exists");
  const set = await tx.indicatorSet.create({
    data: { ...given, allianceId, edition, createdById: scope.actor.userId },
  });
  const count = input.template === "metrics" ? await copyMetrics(tx, allianceId, set.id) : 0;
  if (input.template === "metrics" && count === 0) return refuse("registry-empty");
  await auditSet(scope, "indicator.start", set.id, { code: given.code, indicators: count });
  return accept(movedOf(set));
}

/** The next version of a set in force, with everything that stands in it. */
export async function reviseSet(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reviseSetInput>,
): Answer<"set-not-in-force" | "set-in-hand"> {
  const allianceId = scope.alliance.id;
  const held = await holdSet(tx, scope, input.setId);
  if (held.state !== "in_force") return refuse("set-not-in-force");
  const { edition, draft } = await nextEdition(tx, scope, held.code);
  if (draft) return refuse("set-in-hand");
  const { code, nameZh, nameEn, source, sourceUrl } = held;
  const { expectedGroups, expectedMiddle, expectedLeaves } = held;
  const set = await tx.indicatorSet.create({
    data: {
      allianceId,
      code,
      edition,
      nameZh,
      nameEn,
      source,
      sourceUrl,
      expectedGroups,
      expectedMiddle,
      expectedLeaves,
      replacesId: held.id,
      createdById: scope.actor.userId,
    },
  });
  await copyTree(tx, allianceId, held.id, set.id);
  await auditSet(scope, "indicator.revise", set.id, { code, edition, replaces: held.id });
  return accept(movedOf(set));
}

/** Level by level, since a child names the row of its parent. */
async function copyTree(tx: Tx, allianceId: string, from: string, to: string): Promise<void> {
  for (const level of [1, 2, 3]) {
    await tx.$executeRaw`
      INSERT INTO indicators (id, alliance_id, set_id, parent_id, level, sort_order, code, name_zh, name_en, definition, kind,
        unit_zh, unit_en, direction, aggregation, year_basis, weight, target, lowest, highest, part_of_code,
        evidence_required, evidence, veto, metric_code, computed)
      SELECT gen_random_uuid(), o.alliance_id, ${to}::uuid, n.id, o.level, o.sort_order, o.code, o.name_zh, o.name_en,
        o.definition, o.kind, o.unit_zh, o.unit_en, o.direction, o.aggregation, o.year_basis, o.weight, o.target, o.lowest,
        o.highest, o.part_of_code, o.evidence_required, o.evidence, o.veto, o.metric_code, o.computed
      FROM indicators o
      LEFT JOIN indicators p ON p.alliance_id = o.alliance_id AND p.id = o.parent_id
      LEFT JOIN indicators n ON n.alliance_id = o.alliance_id AND n.set_id = ${to}::uuid AND n.code = p.code
      WHERE o.alliance_id = ${allianceId}::uuid AND o.set_id = ${from}::uuid AND o.level = ${level}`;
  }
  await tx.$executeRaw`
    INSERT INTO indicator_rules (id, alliance_id, set_id, sort_order, strength, expression, note)
    SELECT gen_random_uuid(), alliance_id, ${to}::uuid, sort_order, strength, expression, note FROM indicator_rules
    WHERE alliance_id = ${allianceId}::uuid AND set_id = ${from}::uuid`;
}

type Ready =
  | "set-empty"
  | "weights-missing"
  | "weights-sum"
  | "leaf-without-kind"
  | "kind-with-children"
  | "part-of-unknown"
  | "level-count"
  | "rule-unknown-code"
  | "valid-from-taken";

/** Codes that a rule names and the set does not ask for. */
async function strayCode(tx: Tx, allianceId: string, setId: string, asked: ReadonlySet<string>) {
  const rules = await tx.indicatorRule.findMany({ where: { allianceId, setId } });
  return rules
    .flatMap(({ expression }) => {
      const parsed = parseExpression(expression);
      return parsed.ok ? codesOf(parsed.value) : [expression];
    })
    .find((code) => !asked.has(code));
}

/** From this moment nothing of it changes; the version before it is superseded, and changed series are cut. */
export async function enforceSet(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof enforceSetInput>,
): Answer<Ready> {
  const allianceId = scope.alliance.id;
  const draft = await touchDraft(tx, scope, input);
  if (!draft.ok) return draft;
  const set = draft.value;
  const tree = await readTree(tx, allianceId, set.id);
  const [fault] = treeFaults(tree, {
    groups: set.expectedGroups,
    middle: set.expectedMiddle,
    leaves: set.expectedLeaves,
  });
  if (fault) {
    const { fault: reason, ...details } = fault;
    return refuse(reason, details);
  }
  const asked = new Set(tree.filter(({ kind }) => kind !== null).map(({ code }) => code));
  const stray = await strayCode(tx, allianceId, set.id, asked);
  if (stray !== undefined) return refuse("rule-unknown-code", { code: stray });
  const before = await tx.indicatorSet.findFirst({
    where: { allianceId, code: set.code, state: "in_force" },
  });
  if (before?.validFrom && dateOf(input.validFrom) <= before.validFrom)
    return refuse("valid-from-taken");
  if (before) {
    const cut = cutSeries(await readTree(tx, allianceId, before.id), tree);
    await tx.indicator.updateMany({
      where: { allianceId, setId: set.id, code: { in: cut } },
      data: { seriesCut: true },
    });
    await tx.indicatorSet.update({ where: { id: before.id }, data: { state: "superseded" } });
  }
  const enforced = await tx.indicatorSet.update({
    where: { id: set.id },
    data: {
      state: "in_force",
      validFrom: dateOf(input.validFrom),
      enforcedAt: scope.now,
      enforcedById: scope.actor.userId,
    },
  });
  await auditSet(scope, "indicator.enforce", set.id, {
    code: set.code,
    edition: set.edition,
    validFrom: input.validFrom,
  });
  return accept(movedOf(enforced));
}

/** A draft that nobody wants; what was in force is never dropped. */
export async function dropSet(
  tx: Tx,
  scope: TenantScope,
  input: { setId: string; version: number },
): Answer {
  const draft = await touchDraft(tx, scope, input);
  if (!draft.ok) return draft;
  const where = { allianceId: scope.alliance.id, setId: input.setId };
  await tx.indicatorRule.deleteMany({ where });
  for (const level of [3, 2, 1]) await tx.indicator.deleteMany({ where: { ...where, level } });
  await tx.indicatorSet.delete({ where: { id: input.setId } });
  await auditSet(scope, "indicator.drop", input.setId, { code: draft.value.code });
  return accept(movedOf(draft.value));
}
