import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { openScheme, type ReadScheme } from "../queries/schemes";
import { columnsOf, hundredths } from "../rules/columns";
import { DEEPEST, depthOf } from "../rules/tree";
import type {
  addIndicatorInput,
  removeIndicatorInput,
  updateIndicatorInput,
} from "../schema/schemes";
import { raiseScheme, type SchemeChanged } from "./schemes";

export const indicatorRefusals = [
  "scheme-published",
  "indicator-code-taken",
  "indicator-no-heading",
  "indicator-has-children",
  "metric-unknown",
] as const;
type Refusal = (typeof indicatorRefusals)[number];
type Added = z.output<typeof addIndicatorInput>;

const shapeOf = (input: Omit<Added, "parentId">) => ({
  code: input.code,
  name: input.name,
  weight: Number(hundredths(input.weight)),
  unit: input.unit ?? null,
  metricCode: input.metricCode ?? null,
  evidence: input.evidence ?? null,
  ...columnsOf(input),
});

async function knowsMetric(tx: Tx, code: string | undefined): Promise<boolean> {
  return code === undefined || (await tx.metricDefinition.count({ where: { code } })) === 1;
}

const isTaken = (scheme: ReadScheme, code: string, but?: string): boolean =>
  scheme.indicators.some((one) => one.code === code && one.id !== but);

/** Indicators stand below headings, no deeper than the third level. */
function whyNotBelow(
  scheme: ReadScheme,
  parentId: string | undefined,
): Result<never, Refusal> | undefined {
  if (parentId === undefined) return undefined;
  const parent = scheme.indicators.find(({ id }) => id === parentId) ?? notFound();
  const fits = parent.kind === null && depthOf(scheme.indicators, parent) < DEEPEST;
  return fits ? undefined : refuse("indicator-no-heading");
}

const tell = (scope: TenantScope, action: string, scheme: string, details: { code: string }) =>
  scope.audit({
    action: `evaluation.${action}`,
    subjectType: "evaluation-scheme",
    subjectId: scheme,
    details,
  });

export async function addIndicator(
  tx: Tx,
  scope: TenantScope,
  input: Added,
): Promise<Result<SchemeChanged, Refusal>> {
  const scheme = await openScheme(tx, scope, input);
  if (scheme.state !== "draft") return refuse("scheme-published");
  if (isTaken(scheme, input.code)) return refuse("indicator-code-taken", { code: input.code });
  const fault = whyNotBelow(scheme, input.parentId);
  if (fault) return fault;
  if (!(await knowsMetric(tx, input.metricCode))) return refuse("metric-unknown");
  await tx.evaluationIndicator.create({
    data: {
      ...shapeOf(input),
      allianceId: scope.alliance.id,
      schemeId: scheme.id,
      parentId: input.parentId ?? null,
    },
  });
  const changed = await raiseScheme(tx, scheme);
  await tell(scope, "add_indicator", scheme.id, { code: input.code });
  return accept(changed);
}

export async function updateIndicator(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateIndicatorInput>,
): Promise<Result<SchemeChanged, Refusal>> {
  const scheme = await openScheme(tx, scope, input);
  const found = scheme.indicators.find(({ id }) => id === input.indicatorId) ?? notFound();
  if (scheme.state !== "draft") return refuse("scheme-published");
  if (isTaken(scheme, input.code, found.id)) {
    return refuse("indicator-code-taken", { code: input.code });
  }
  const heads = scheme.indicators.some(({ parentId }) => parentId === found.id);
  if (heads && input.kind) return refuse("indicator-has-children");
  if (!(await knowsMetric(tx, input.metricCode))) return refuse("metric-unknown");
  await tx.evaluationIndicator.update({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: found.id } },
    data: shapeOf(input),
  });
  const changed = await raiseScheme(tx, scheme);
  await tell(scope, "update_indicator", scheme.id, { code: input.code });
  return accept(changed);
}

export async function removeIndicator(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof removeIndicatorInput>,
): Promise<Result<SchemeChanged, "scheme-published" | "indicator-has-children">> {
  const scheme = await openScheme(tx, scope, input);
  const found = scheme.indicators.find(({ id }) => id === input.indicatorId) ?? notFound();
  if (scheme.state !== "draft") return refuse("scheme-published");
  if (scheme.indicators.some(({ parentId }) => parentId === found.id)) {
    return refuse("indicator-has-children");
  }
  await tx.evaluationIndicator.delete({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: found.id } },
  });
  const changed = await raiseScheme(tx, scheme);
  await tell(scope, "remove_indicator", scheme.id, { code: found.code });
  return accept(changed);
}
