import type { z } from "zod";
import { addDays, type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { rulesInForce } from "../queries/rules-in-force";
import { sameRule } from "../rules/wizard";
import type { activateRulesInput, activateRulesOutput, DraftRule } from "../schema/rule-sets";
import { openDraft } from "./rule-drafts";

export const activateRulesRefusals = [
  "wrong-state",
  "rules-own-draft",
  "rules-not-founding",
  "rules-not-retroactive",
  "rules-unchanged",
  "rule-without-article",
  "article-not-adopted",
  "resolution-not-in-force",
  "rule-starts-too-early",
  "rules-vote-open",
] as const;
type Refusal = (typeof activateRulesRefusals)[number];
type Input = z.output<typeof activateRulesInput>;
type Draft = Awaited<ReturnType<typeof openDraft>>;

/**
 * Puts a draft in force: by a second person, by a resolution, or, where the body never had a rule, by the paper of its
 * founding. What did not change keeps its version; what did follows it and ends it the day before.
 */
export async function activateRules(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<z.input<typeof activateRulesOutput>, Refusal>> {
  const draft = await openDraft(tx, scope, input);
  if (draft.state !== "draft") return refuse("wrong-state");
  const from = dayOf(draft.validFrom);
  const refused =
    (await whyNotBy(tx, scope, draft, input)) ?? (await whyNotNow(tx, draft.bodyId, from, scope));
  if (refused) return refused;
  const before = await rulesInForce(tx, scope.alliance.id, draft.bodyId, from);
  const changed = draft.rules.filter(
    (rule) => !before.some((old) => old.matter === rule.matter && sameRule(old, rule)),
  );
  if (changed.length === 0) return refuse("rules-unchanged");
  const unfounded = await whyNotArticles(tx, scope, changed);
  if (unfounded) return unfounded;
  for (const rule of changed) {
    const late = await follow(tx, scope, draft, {
      rule,
      from,
      resolutionId: input.resolutionId ?? null,
    });
    if (late) return late;
  }
  await settle(tx, scope, draft, input, changed);
  return accept({ id: draft.id, bodyId: draft.bodyId, activated: changed.length });
}

/**
 * I-15: two persons, whatever accounts they use. A resolution about rules of the body itself, or of one above it, is more
 * than a second person; any other one is only a reference.
 */
async function whyNotBy(tx: Tx, scope: TenantScope, draft: Draft, input: Input) {
  if (input.resolutionId) {
    const refused = await whyNotResolution(tx, scope, input.resolutionId);
    if (refused) return refused;
    if (await decidesRules(tx, scope, input.resolutionId, draft.bodyId)) return undefined;
  }
  if (input.basis) {
    const ever = await tx.ruleSet.count({ where: { bodyId: draft.bodyId } });
    return ever > 0 ? refuse("rules-not-founding") : undefined;
  }
  const proposer = draft.proposedById
    ? await tx.user.findUnique({ where: { id: draft.proposedById }, select: { personId: true } })
    : null;
  return proposer && proposer.personId === scope.actor.personId
    ? refuse("rules-own-draft")
    : undefined;
}

/** Of a grave matter, by the body whose rules they are or by one that it stands under. */
async function decidesRules(tx: Tx, scope: TenantScope, resolutionId: string, bodyId: string) {
  const rows = await tx.$queryRaw<{ ok: boolean }[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM governance_bodies WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${bodyId}::uuid
      UNION SELECT b.id, b.parent_id FROM governance_bodies b JOIN above a ON b.id = a.parent_id)
    SELECT m.matter IN ('charter', 'special') AND r.body_id IN (SELECT id FROM above) AS ok
    FROM resolutions r JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${resolutionId}::uuid`;
  return rows[0]?.ok === true;
}

async function whyNotResolution(tx: Tx, scope: TenantScope, id: string) {
  const found = await tx.resolution.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: { lifeEvents: { orderBy: { createdAt: "asc" }, select: { kind: true } } },
  });
  if (!found) return notFound();
  const kinds = found.lifeEvents.map(({ kind }) => kind);
  const reviewed = kinds.lastIndexOf("under_review") > kinds.lastIndexOf("review_ended");
  const over = kinds.includes("repealed") || kinds.includes("superseded");
  return reviewed || over ? refuse("resolution-not-in-force") : undefined;
}

/** Rules do not change under a vote; and nothing that was decided is judged by a later rule. */
async function whyNotNow(tx: Tx, bodyId: string, from: Day, scope: TenantScope) {
  const ever = await tx.ruleSet.count({ where: { bodyId } });
  if (ever > 0 && from < scope.today) return refuse("rules-not-retroactive");
  const [busy] = await tx.$queryRaw<{ busy: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM meetings m WHERE m.body_id = ${bodyId}::uuid AND m.state IN ('check_in', 'open', 'suspended')
        AND ${from}::date <= ${scope.today}::date)
      OR EXISTS (SELECT 1 FROM votes v JOIN agenda_items i ON i.id = v.item_id JOIN meetings m ON m.id = i.meeting_id
        WHERE m.body_id = ${bodyId}::uuid AND v.state IN ('open', 'counted')) AS busy`;
  return busy?.busy ? refuse("rules-vote-open") : undefined;
}

/** Each rule points to its article; one of the library must be in force or have been. */
async function whyNotArticles(tx: Tx, scope: TenantScope, rules: readonly DraftRule[]) {
  const without = rules.filter((rule) => !(rule.articleId || rule.articleRef)).length;
  if (without > 0) return refuse("rule-without-article", { count: without });
  const ids = [...new Set(rules.flatMap(({ articleId }) => articleId ?? []))];
  const adopted = await tx.documentArticle.count({
    where: {
      allianceId: scope.alliance.id,
      id: { in: ids },
      document: { state: { in: ["adopted", "superseded"] } },
    },
  });
  return adopted < ids.length ? refuse("article-not-adopted") : undefined;
}

type Next = { rule: DraftRule; from: Day; resolutionId: string | null };

async function follow(
  tx: Tx,
  scope: TenantScope,
  draft: Draft,
  { rule, from, resolutionId }: Next,
) {
  const { bodyId } = draft;
  const { matter, quorum, pass, ...rest } = rule;
  const last = await tx.ruleSet.findFirst({
    where: { bodyId, matter },
    orderBy: { version: "desc" },
    select: { id: true, version: true, validFrom: true, validTo: true },
  });
  if (last && dayOf(last.validFrom) >= from) {
    return refuse("rule-starts-too-early", { day: dayOf(last.validFrom) });
  }
  if (last && (last.validTo === null || dayOf(last.validTo) >= from)) {
    await tx.ruleSet.update({
      where: { id: last.id },
      data: { validTo: dateOf(addDays(from, -1)) },
    });
  }
  await tx.ruleSet.create({
    data: {
      ...rest,
      allianceId: scope.alliance.id,
      bodyId,
      matter,
      version: (last?.version ?? 0) + 1,
      quorumBase: quorum.base,
      quorumNum: quorum.num,
      quorumDen: quorum.den,
      quorumCmp: quorum.cmp,
      passBase: pass.base,
      passNum: pass.num,
      passDen: pass.den,
      passCmp: pass.cmp,
      draftId: draft.id,
      resolutionId,
      validFrom: dateOf(from),
    },
  });
  return undefined;
}

async function settle(
  tx: Tx,
  scope: TenantScope,
  draft: Draft,
  input: Input,
  changed: readonly DraftRule[],
): Promise<void> {
  const { count } = await tx.ruleDraft.updateMany({
    where: { id: draft.id, state: "draft", version: input.version },
    data: {
      state: "activated",
      resolutionId: input.resolutionId ?? null,
      basis: input.basis ?? null,
      activatedById: scope.actor.userId,
      activatedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  const years = changed.find(({ matter }) => matter === "ordinary")?.options.term.years;
  if (years !== undefined) {
    await tx.governanceBody.update({ where: { id: draft.bodyId }, data: { termYears: years } });
  }
  await scope.audit({
    action: "rules.activate",
    subjectType: "rules",
    subjectId: draft.id,
    details: {
      body: draft.bodyId,
      matters: changed.map(({ matter }) => matter).join(" "),
      validFrom: dayOf(draft.validFrom),
      resolution: input.resolutionId ?? null,
      basis: input.basis ?? null,
    },
  });
}
