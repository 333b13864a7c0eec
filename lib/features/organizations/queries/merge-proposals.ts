import type { z } from "zod";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type {
  getMergeInput,
  getMergeOutput,
  listMergesInput,
  listMergesOutput,
  mergeProposal,
} from "../schema/organizations";
import { readPreview } from "./preview-merge";

type Proposal = z.input<typeof mergeProposal>;
type Row = Omit<Proposal, "own" | "survivor" | "absorbed"> & {
  proposerPersonId: string;
  survivorId: string;
  survivorName: string;
  absorbedId: string;
  absorbedName: string;
  total: number;
};

/** Proposals with the names of both rows; waiting ones first, oldest first. */
const readProposals = (
  db: Db,
  filter: { id: string | null; state: string | null },
  page: { limit: number; offset: number },
) =>
  db.$queryRaw<Row[]>`
    SELECT p.id, p.version, a.name AS "allianceName", p.reason, p.state::text AS state,
      to_char(p.proposed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "proposedAt",
      to_char(p.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt",
      p.decision_reason AS "decisionReason", y.name AS "proposedBy", y.id AS "proposerPersonId",
      s.id AS "survivorId", s.name AS "survivorName", o.id AS "absorbedId", o.name AS "absorbedName",
      count(*) OVER ()::int AS total
    FROM merge_proposals p JOIN alliances a ON a.id = p.alliance_id
    JOIN organizations s ON s.id = p.survivor_id JOIN organizations o ON o.id = p.absorbed_id
    JOIN users u ON u.id = p.proposed_by_id JOIN people y ON y.id = u.person_id
    WHERE (${filter.id}::uuid IS NULL OR p.id = ${filter.id}::uuid)
      AND (${filter.state}::text IS NULL OR p.state::text = ${filter.state})
    ORDER BY p.state, p.proposed_at, p.id LIMIT ${page.limit} OFFSET ${page.offset}`;

const proposalOf = (scope: Scope, row: Row): Proposal => ({
  ...row,
  survivor: { id: row.survivorId, name: row.survivorName },
  absorbed: { id: row.absorbedId, name: row.absorbedName },
  own: row.proposerPersonId === scope.actor.personId,
});

export async function listMerges(
  db: Db,
  scope: Scope,
  input: z.output<typeof listMergesInput>,
): Promise<z.input<typeof listMergesOutput>> {
  const { page, pageSize } = input;
  const filter = { id: null, state: input.state ?? null };
  const rows = await readProposals(db, filter, { limit: pageSize, offset: (page - 1) * pageSize });
  // A page behind the last one has no row that could carry the total; the first one has.
  const [counted] =
    rows.length > 0 ? rows : await readProposals(db, filter, { limit: 1, offset: 0 });
  return {
    items: rows.map((row) => proposalOf(scope, row)),
    total: counted?.total ?? 0,
    page,
    pageSize,
  };
}

/** One proposal with what would move, over all alliances. */
export async function getMerge(
  db: Db,
  scope: Scope,
  input: z.output<typeof getMergeInput>,
): Promise<z.input<typeof getMergeOutput>> {
  const [row] = await readProposals(
    db,
    { id: input.proposalId, state: null },
    { limit: 1, offset: 0 },
  );
  if (!row) return notFound();
  return {
    proposal: proposalOf(scope, row),
    preview: await readPreview(db, row, scope.today, null),
  };
}
