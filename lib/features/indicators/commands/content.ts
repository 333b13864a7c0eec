import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, type FieldIssue, notFound } from "@/lib/platform/errors";
import { codesOf, parseExpression } from "../rules/expression";
import { type FilledIndicator, readIndicators } from "../rules/fill";
import { fitsKind, usualAggregation } from "../rules/fits";
import type {
  FillAnswer,
  fillSetInput,
  removeIndicatorInput,
  saveIndicatorInput,
  setRulesInput,
} from "../schema";
import { type Answer, movedOf, touchDraft } from "./hold";

type Saved = z.output<typeof saveIndicatorInput>;

const audit = (
  scope: TenantScope,
  action: string,
  setId: string,
  details: Record<string, string | number>,
) => scope.audit({ action, subjectType: "indicator-set", subjectId: setId, details });

/** The node above, in the same set and not below the node itself. */
async function parentOf(tx: Tx, scope: TenantScope, input: Saved) {
  if (!input.parentId) return null;
  const parent = await tx.indicator.findFirst({
    where: { allianceId: scope.alliance.id, setId: input.setId, id: input.parentId },
  });
  return parent ?? notFound();
}

function columnsOf(input: Saved) {
  const kind = input.kind ?? null;
  const asks = kind !== null;
  return {
    code: input.code,
    nameZh: input.nameZh,
    nameEn: input.nameEn ?? null,
    definition: input.definition ?? null,
    kind,
    unitZh: (asks && input.unitZh) || null,
    unitEn: (asks && input.unitEn) || null,
    direction: input.direction,
    aggregation: input.aggregation ?? usualAggregation(kind),
    yearBasis: input.yearBasis,
    weight: input.weight ?? null,
    target: (asks && input.target) || null,
    lowest: (asks && input.lowest) || null,
    highest: (asks && input.highest) || null,
    partOfCode: (asks && input.partOfCode) || null,
    evidenceRequired: asks && input.evidenceRequired,
    evidence: input.evidence ?? null,
    veto: input.veto,
    // A heading shows no metric.
    ...(!asks && { metricCode: null, computed: false }),
  };
}

/** Adds a node to a draft, or changes one. Its place in the tree stays: a moved node is another one. */
export async function saveIndicator(
  tx: Tx,
  scope: TenantScope,
  input: Saved,
): Answer<
  "code-taken" | "aggregation-of-kind" | "unit-missing" | "too-deep" | "kind-has-children"
> {
  const { setId, indicatorId } = input;
  const allianceId = scope.alliance.id;
  const draft = await touchDraft(tx, scope, input);
  if (!draft.ok) return draft;
  const data = columnsOf(input);
  if (!fitsKind(data.kind, data.aggregation)) return refuse("aggregation-of-kind");
  if ((data.kind === "stock" || data.kind === "flow") && !data.unitZh)
    return refuse("unit-missing");
  const twin = await tx.indicator.findFirst({ where: { allianceId, setId, code: input.code } });
  if (twin && twin.id !== indicatorId) return refuse("code-taken");
  if (indicatorId) {
    const { count } = await tx.indicator.updateMany({
      where: { allianceId, setId, id: indicatorId },
      data,
    });
    if (count === 0) notFound();
  } else {
    const parent = await parentOf(tx, scope, input);
    if (parent?.level === 3) return refuse("too-deep");
    if (parent?.kind) return refuse("kind-has-children");
    const last = await tx.indicator.aggregate({
      where: { allianceId, setId },
      _max: { sortOrder: true },
    });
    await tx.indicator.create({
      data: {
        ...data,
        allianceId,
        setId,
        parentId: parent?.id ?? null,
        level: (parent?.level ?? 0) + 1,
        sortOrder: (last._max.sortOrder ?? 0) + 1,
      },
    });
  }
  await audit(scope, "indicator.save", setId, { code: input.code });
  return accept(movedOf(draft.value));
}

export async function removeIndicator(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof removeIndicatorInput>,
): Answer<"kind-has-children"> {
  const { setId, indicatorId: id } = input;
  const allianceId = scope.alliance.id;
  const draft = await touchDraft(tx, scope, input);
  if (!draft.ok) return draft;
  const found = await tx.indicator.findFirst({
    where: { allianceId, setId, id },
    include: { _count: { select: { children: true } } },
  });
  if (!found) return notFound();
  if (found._count.children > 0) return refuse("kind-has-children");
  await tx.indicator.delete({ where: { id } });
  await audit(scope, "indicator.remove", setId, { code: found.code });
  return accept(movedOf(draft.value));
}

/** The checks over several indicators, all of them at once: what names nothing is told at its line. */
export async function setRules(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof setRulesInput>,
): Answer {
  const { setId, rules } = input;
  const allianceId = scope.alliance.id;
  const draft = await touchDraft(tx, scope, input);
  if (!draft.ok) return draft;
  const rows = await tx.indicator.findMany({
    where: { allianceId, setId, kind: { not: null } },
    select: { code: true },
  });
  const asked = new Set(rows.map(({ code }) => code));
  const issues = rules.flatMap(({ expression }, place): FieldIssue[] => {
    const path = `rules.${place}.expression`;
    const parsed = parseExpression(expression);
    if (!parsed.ok) return [{ path, message: "not-an-expression" }];
    return codesOf(parsed.value).every((code) => asked.has(code))
      ? []
      : [{ path, message: "unknown-indicator" }];
  });
  if (issues.length > 0) throw new AppError("malformed", { issues });
  await tx.indicatorRule.deleteMany({ where: { allianceId, setId } });
  await tx.indicatorRule.createMany({
    data: rules.map((rule, place) => ({ ...rule, allianceId, setId, sortOrder: place + 1 })),
  });
  await audit(scope, "indicator.set_rules", setId, { rules: rules.length });
  return accept(movedOf(draft.value));
}

/** One level after the other, since a child names the row of its parent. */
async function writeTree(
  tx: Tx,
  at: { allianceId: string; setId: string },
  indicators: readonly FilledIndicator[],
  computed: ReadonlyMap<string, { metricCode: string | null; computed: boolean }>,
) {
  const ids = new Map<string, string>();
  const placed = indicators.map((indicator, place) => ({ ...indicator, sortOrder: place + 1 }));
  for (const level of [1, 2, 3]) {
    const created = await tx.indicator.createManyAndReturn({
      data: placed
        .filter((indicator) => indicator.level === level)
        .map(({ parentCode, ...indicator }) => ({
          ...at,
          ...indicator,
          parentId: parentCode === null ? null : (ids.get(parentCode) ?? null),
          ...(indicator.kind !== null && computed.get(indicator.code)),
        })),
      select: { id: true, code: true },
    });
    for (const { id, code } of created) ids.set(code, id);
  }
}

/**
 * Puts the rows of a spreadsheet in place of everything that the draft holds, or, where one cell is wrong, nothing: the
 * answer then says of each row and cell what to mend.
 */
export async function fillSet(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof fillSetInput>,
): Promise<Result<FillAnswer, "set-in-force">> {
  const { setId: id, version } = input;
  const at = { allianceId: scope.alliance.id, setId: id };
  const { indicators, faults } = readIndicators(input.rows);
  const draft = await touchDraft(tx, scope, input);
  if (!draft.ok) return draft;
  if (faults.length > 0) {
    await audit(scope, "indicator.fill", id, { imported: 0, faults: faults.length });
    return accept({ id, version: version + 1, imported: 0, faults });
  }
  const before = await tx.indicator.findMany({ where: { ...at, metricCode: { not: null } } });
  const computed = new Map(
    before.map(({ code, metricCode, computed }) => [code, { metricCode, computed }]),
  );
  await tx.indicatorRule.deleteMany({ where: at });
  for (const level of [3, 2, 1]) await tx.indicator.deleteMany({ where: { ...at, level } });
  await writeTree(tx, at, indicators, computed);
  await audit(scope, "indicator.fill", id, { imported: indicators.length, faults: 0 });
  return accept({ id, version: version + 1, imported: indicators.length, faults: [] });
}
