import type { z } from "zod";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { reachOf } from "../../access/policy";
import { internalViewIn, ownAlliances } from "../policy";
import {
  type ChangeView,
  changedFields,
  type listChangesInput,
  type listChangesOutput,
} from "../schema/changes";
import { keyFields } from "../types";

type Answer = {
  allianceId: string;
  slug: string | null;
  name: string | null;
  answer: ChangeView["answers"][number]["answer"];
  reason: string | null;
  answeredAt: string | null;
};
type Row = {
  id: string;
  organizationId: string;
  organizationName: string;
  allianceId: string;
  allianceSlug: string | null;
  allianceName: string | null;
  fields: unknown;
  renamedOn: string | null;
  state: ChangeView["state"];
  proposedAt: string;
  proposedBy: string | null;
  answers: Answer[];
  total: number;
};

type Filter = {
  /** Alliances that were asked; null: any. */
  asked: string | null;
  organizationId: string | null;
  state: string | null;
  limit: number;
  offset: number;
};

/** Names of other alliances, and of their people, only where the reader may know of them. */
const readRows = (db: Db, scope: Scope, filter: Filter) => {
  const own = ownAlliances(scope.actor.roles);
  return db.$queryRaw<Row[]>`
    WITH known AS (
      SELECT id, slug, name FROM alliances
      WHERE published_at <= now() OR ${own === undefined} OR id = ANY(${own ?? []}::uuid[]))
    SELECT c.id, o.id AS "organizationId", o.name AS "organizationName", c.alliance_id AS "allianceId",
      k.slug AS "allianceSlug", k.name AS "allianceName", c.fields, c.renamed_on::text AS "renamedOn", c.state::text AS state,
      to_char(c.proposed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "proposedAt",
      CASE WHEN k.id IS NOT NULL THEN y.name END AS "proposedBy", a.answers, count(*) OVER ()::int AS total
    FROM organization_changes c JOIN organizations o ON o.id = c.organization_id
    JOIN users u ON u.id = c.proposed_by_id JOIN people y ON y.id = u.person_id LEFT JOIN known k ON k.id = c.alliance_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('allianceId', w.alliance_id, 'slug', n.slug, 'name', n.name, 'answer', w.answer,
        'reason', w.reason, 'answeredAt', to_char(w.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        ORDER BY w.alliance_id) AS answers
      FROM organization_change_answers w LEFT JOIN known n ON n.id = w.alliance_id WHERE w.change_id = c.id) a
    WHERE (${filter.organizationId}::uuid IS NULL OR c.organization_id = ${filter.organizationId}::uuid)
      AND (${filter.state}::text IS NULL OR c.state::text = ${filter.state})
      AND (${filter.asked}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM organization_change_answers w WHERE w.change_id = c.id AND w.alliance_id = ${filter.asked}::uuid))
    ORDER BY c.state, c.proposed_at DESC, c.id LIMIT ${filter.limit} OFFSET ${filter.offset}`;
};

const nameOf = (slug: string | null, name: string | null) => (slug && name ? { slug, name } : null);

function viewOf(scope: Scope, row: Row): ChangeView {
  const fields = changedFields.parse(row.fields);
  const { roles } = scope.actor;
  const open = row.state === "proposed";
  const answers = (allianceId: string) =>
    reachOf("organization.answer_change", roles, allianceId)?.whole === true;
  const proposing = reachOf("organization.update", roles, row.allianceId);
  return {
    id: row.id,
    organization: { id: row.organizationId, name: row.organizationName },
    fields: keyFields.flatMap((field) => {
      const pair = fields[field];
      return pair ? [{ field, before: pair[0], after: pair[1] }] : [];
    }),
    renamedOn: row.renamedOn,
    state: row.state,
    proposedAt: row.proposedAt,
    proposedBy: row.proposedBy,
    alliance: nameOf(row.allianceSlug, row.allianceName),
    answers: row.answers.map(({ allianceId, slug, name, ...one }) => ({
      ...one,
      alliance: nameOf(slug, name),
      mine: open && one.answer === "waiting" && answers(allianceId),
    })),
    withdrawable:
      open &&
      (proposing?.whole === true ||
        proposing?.organizationIds.includes(row.organizationId) === true),
  };
}

/** Changes that this alliance was asked about; open ones first. */
export async function listChanges(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listChangesInput>,
): Promise<z.input<typeof listChangesOutput>> {
  const { page, pageSize } = input;
  const rows = await readRows(db, scope, {
    asked: scope.alliance.id,
    organizationId: null,
    state: input.state ?? null,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return {
    items: rows.map((row) => viewOf(scope, row)),
    total: rows[0]?.total ?? 0,
    page,
    pageSize,
  };
}

/** The open change of an organization, for those who see its inside in an alliance that was asked. */
export async function readOpenChanges(
  db: Db,
  scope: Scope,
  organizationId: string,
): Promise<ChangeView[]> {
  const filter = { asked: null, organizationId, state: "proposed", limit: 1, offset: 0 };
  const rows = await readRows(db, scope, filter);
  return rows
    .filter((row) =>
      row.answers.some(
        ({ allianceId }) =>
          internalViewIn(scope.actor.roles, allianceId, organizationId) === "full",
      ),
    )
    .map((row) => viewOf(scope, row));
}
