import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { rulesInForce } from "../queries/rules-in-force";
import { presetDraft } from "../rules/presets";
import { ruleFrom } from "../rules/wizard";
import {
  type answerRuleInput,
  type DraftRule,
  type dateDraftInput,
  type draftChanged,
  draftRules,
  type proposeRulesInput,
  type withdrawDraftInput,
} from "../schema/rule-sets";
import { matters } from "../types";

export const proposeRulesRefusals = ["rule-draft-open", "body-dissolved"] as const;
type Changed = z.input<typeof draftChanged>;

/** Two who change the rules of one body wait for each other. */
export async function lockBody(tx: Tx, scope: TenantScope, bodyId: string) {
  await tx.$queryRaw`
    SELECT id FROM governance_bodies WHERE id = ${bodyId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const body = await tx.governanceBody.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: bodyId } },
    select: { id: true, dissolvedOn: true },
  });
  return body ?? notFound();
}

/** A delegate proposes for the bodies in which the own organization sits; the secretariat and the board for all. */
async function mayPropose(tx: Tx, scope: TenantScope, bodyId: string): Promise<boolean> {
  if (scope.reach.whole) return true;
  const today = dateOf(scope.today);
  const held = await tx.seatHolding.findFirst({
    where: {
      seat: { bodyId },
      allianceId: scope.alliance.id,
      membership: { organizationId: { in: [...scope.reach.organizationIds] } },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
    select: { id: true },
  });
  return held !== null;
}

/** What the draft begins with: the rules in force, or those of a legal form; each keeps its article. */
async function firstRules(tx: Tx, scope: TenantScope, input: z.output<typeof proposeRulesInput>) {
  const article = { articleId: input.articleId ?? null, articleRef: input.articleRef ?? null };
  const named = article.articleId !== null || article.articleRef !== null;
  const form = input.source === "current" ? "no_legal_form" : input.source;
  const current =
    input.source === "current"
      ? await rulesInForce(tx, scope.alliance.id, input.bodyId, input.validFrom)
      : [];
  return matters.map((matter): DraftRule => {
    const found = current.find((rule) => rule.matter === matter) ?? presetDraft(form, matter);
    return named ? { ...found, ...article } : found;
  });
}

/** Begins the next version of a body's rules. It binds nobody until it is activated (security 2, row 9). */
export async function proposeRules(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeRulesInput>,
): Promise<Result<Changed, (typeof proposeRulesRefusals)[number]>> {
  const body = await lockBody(tx, scope, input.bodyId);
  if (!(await mayPropose(tx, scope, body.id))) return forbidden();
  if (body.dissolvedOn) return refuse("body-dissolved");
  const open = await tx.ruleDraft.count({ where: { bodyId: body.id, state: "draft" } });
  if (open > 0) return refuse("rule-draft-open");
  await ownArticle(tx, scope, input.articleId);
  const draft = await tx.ruleDraft.create({
    data: {
      allianceId: scope.alliance.id,
      bodyId: body.id,
      rules: await firstRules(tx, scope, input),
      validFrom: dateOf(input.validFrom),
      note: input.note ?? null,
      proposedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "rules.propose",
    subjectType: "rules",
    subjectId: draft.id,
    details: { body: body.id, source: input.source, validFrom: input.validFrom },
  });
  return accept({ id: draft.id, bodyId: body.id, version: draft.version });
}

/** The article must be one of this alliance. */
async function ownArticle(tx: Tx, scope: TenantScope, id: string | undefined): Promise<void> {
  if (!id) return;
  const found = await tx.documentArticle.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    select: { id: true },
  });
  if (!found) notFound();
}

/** The draft as it stands, with its body locked. @throws AppError not-found, stale */
export async function openDraft(
  tx: Tx,
  scope: TenantScope,
  input: { draftId: string; version: number },
) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.draftId } };
  const known = await tx.ruleDraft.findUnique({ where, select: { bodyId: true } });
  if (!known) return notFound();
  await lockBody(tx, scope, known.bodyId);
  const draft = await tx.ruleDraft.findUniqueOrThrow({ where });
  if (draft.state === "draft" && draft.version !== input.version) throw new AppError("stale");
  return { ...draft, rules: draftRules.parse(draft.rules) };
}

type OpenDraft = Awaited<ReturnType<typeof openDraft>>;

async function write(
  tx: Tx,
  scope: TenantScope,
  draft: OpenDraft,
  change: {
    data: Parameters<Tx["ruleDraft"]["updateMany"]>[0]["data"];
    details: Record<string, string>;
  },
): Promise<Result<Changed, "wrong-state">> {
  const { count } = await tx.ruleDraft.updateMany({
    where: { id: draft.id, state: "draft", version: draft.version },
    data: { ...change.data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "rules.change_draft",
    subjectType: "rules",
    subjectId: draft.id,
    details: { body: draft.bodyId, ...change.details },
  });
  return accept({ id: draft.id, bodyId: draft.bodyId, version: draft.version + 1 });
}

/** The last one who wrote in it is its proposer, and not the second person who puts it in force (I-15). */
const writtenBy = (scope: TenantScope) => ({ proposedById: scope.actor.userId });

/** What the wizard was told about one class of matters, and about those that are to be decided alike. */
export async function answerRule(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerRuleInput>,
): Promise<Result<Changed, "wrong-state">> {
  const { draftId, version, matter, alsoFor, ...answers } = input;
  const draft = await openDraft(tx, scope, { draftId, version });
  if (!(await mayPropose(tx, scope, draft.bodyId))) return forbidden();
  if (draft.state !== "draft") return refuse("wrong-state");
  await ownArticle(tx, scope, answers.articleId);
  const meant = new Set([matter, ...alsoFor]);
  const rules = matters.flatMap((one) => {
    if (meant.has(one)) return [ruleFrom(one, answers)];
    return draft.rules.filter((rule) => rule.matter === one);
  });
  return write(tx, scope, draft, {
    data: { rules, ...writtenBy(scope) },
    details: { matters: [...meant].join(" ") },
  });
}

export async function dateDraft(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof dateDraftInput>,
): Promise<Result<Changed, "wrong-state">> {
  const draft = await openDraft(tx, scope, input);
  if (!(await mayPropose(tx, scope, draft.bodyId))) return forbidden();
  if (draft.state !== "draft") return refuse("wrong-state");
  const data = {
    validFrom: dateOf(input.validFrom),
    note: input.note ?? null,
    ...writtenBy(scope),
  };
  return write(tx, scope, draft, { data, details: { validFrom: input.validFrom } });
}

export async function withdrawDraft(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawDraftInput>,
): Promise<Result<Changed, "wrong-state">> {
  const draft = await openDraft(tx, scope, input);
  if (!(await mayPropose(tx, scope, draft.bodyId))) return forbidden();
  if (draft.state !== "draft") return refuse("wrong-state");
  return write(tx, scope, draft, { data: { state: "withdrawn" }, details: { state: "withdrawn" } });
}
