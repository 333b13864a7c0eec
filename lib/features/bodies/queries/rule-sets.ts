import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  type bodyRulesInput,
  type bodyRulesOutput,
  type draftOutput,
  draftRules,
  type getDraftInput,
  type listRulesOutput,
  type ruleBody,
  ruleVersion,
} from "../schema/rule-sets";
import { rulesInForce } from "./rules-in-force";

type ListRow = z.input<typeof listRulesOutput>["items"][number];
type Body = z.output<typeof ruleBody>;

/** Every body with how far its rules are; drafts are seen by those who take part. */
export async function listRules(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof listRulesOutput>> {
  const items = await db.$queryRaw<ListRow[]>`
    SELECT b.id, b.name, b.name_en AS "nameEn", b.dissolved_on::text AS "dissolvedOn",
      (SELECT count(*)::int FROM seats s WHERE s.body_id = b.id AND s.voting) AS "votingSeats",
      count(r.id)::int AS rules, min(r.valid_from)::text AS since,
      ${scope.reach.whole} AND EXISTS (SELECT 1 FROM rule_drafts d WHERE d.body_id = b.id AND d.state = 'draft') AS drafting
    FROM governance_bodies b
    LEFT JOIN rule_sets r ON r.body_id = b.id
      AND ${scope.today}::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
    WHERE b.alliance_id = ${scope.alliance.id}::uuid
      AND (b.dissolved_on IS NULL OR b.dissolved_on >= ${scope.today}::date)
    GROUP BY b.id ORDER BY b.sort_order, b.id`;
  return { items };
}

async function bodyOf(db: Db, scope: TenantScope, id: string): Promise<Body> {
  const rows = await db.$queryRaw<Body[]>`
    SELECT b.id, b.name, b.name_en AS "nameEn", b.dissolved_on::text AS "dissolvedOn",
      (SELECT count(*)::int FROM seats s WHERE s.body_id = b.id AND s.voting) AS "votingSeats"
    FROM governance_bodies b WHERE b.alliance_id = ${scope.alliance.id}::uuid AND b.id = ${id}::uuid`;
  return rows[0] ?? notFound();
}

/** All versions of a body's rules: what is in force, what comes, what was. */
export async function getBodyRules(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof bodyRulesInput>,
): Promise<z.input<typeof bodyRulesOutput>> {
  const body = await bodyOf(db, scope, input.bodyId);
  const rows = await db.$queryRaw<unknown[]>`
    SELECT r.id, r.version, r.matter::text AS matter, r.tie::text AS tie, r.options, r.article_ref AS "articleRef",
      r.notice_days AS "noticeDays", r.papers_days AS "papersDays", r.article_id AS "articleId",
      a.document_id AS "articleDocumentId", r.resolution_id AS "resolutionId",
      r.valid_from::text AS "validFrom", r.valid_to::text AS "validTo",
      json_build_object('base', quorum_base, 'num', quorum_num, 'den', quorum_den, 'cmp', quorum_cmp) AS quorum,
      json_build_object('base', pass_base, 'num', pass_num, 'den', pass_den, 'cmp', pass_cmp) AS pass
    FROM rule_sets r LEFT JOIN document_articles a ON a.id = r.article_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.body_id = ${body.id}::uuid
    ORDER BY r.matter, r.version DESC`;
  const drafting =
    scope.reach.whole &&
    (await db.ruleDraft.count({ where: { bodyId: body.id, state: "draft" } })) > 0;
  return {
    body,
    today: scope.today,
    versions: rows.map((row) => ruleVersion.parse(row)),
    drafting,
  };
}

/** The open draft of a body beside what it would follow. */
export async function getDraft(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getDraftInput>,
): Promise<z.input<typeof draftOutput>> {
  const body = await bodyOf(db, scope, input.bodyId);
  const draft =
    (await db.ruleDraft.findFirst({ where: { bodyId: body.id, state: "draft" } })) ?? notFound();
  const proposer = draft.proposedById
    ? await db.user.findUnique({
        where: { id: draft.proposedById },
        select: { person: { select: { id: true, name: true } } },
      })
    : null;
  const validFrom = dayOf(draft.validFrom);
  return {
    id: draft.id,
    version: draft.version,
    body,
    today: scope.today,
    validFrom,
    note: draft.note,
    proposedBy: proposer?.person.name ?? null,
    proposedAt: draft.createdAt.toISOString(),
    own: proposer?.person.id === scope.actor.personId,
    founding: (await db.ruleSet.count({ where: { bodyId: body.id } })) === 0,
    rules: draftRules.parse(draft.rules),
    inForce: await rulesInForce(db, scope.alliance.id, body.id, validFrom),
    resolutions: await recentResolutions(db, scope),
  };
}

/** What a draft can be put in force by: the newest resolutions, of whatever body decides on rules. */
const recentResolutions = (db: Db, scope: TenantScope) =>
  db.$queryRaw<z.input<typeof draftOutput>["resolutions"]>`
    SELECT r.id, r.year, r.number, r.title, b.name AS body
    FROM resolutions r JOIN governance_bodies b ON b.id = r.body_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid
    ORDER BY r.adopted_on DESC, r.number DESC, r.id LIMIT 30`;
