import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type {
  checklistOutput,
  documentRow,
  listArticlesOutput,
  listDocumentsInput,
  listDocumentsOutput,
} from "../schema";
import { libraryKinds } from "../types";

type Row = z.input<typeof documentRow>;

/**
 * How far a reader sees: everybody what is published, the alliance's people what was adopted, those who govern the
 * drafts as well.
 */
export function sightOf(scope: TenantScope): { internal: boolean; drafts: boolean } {
  const drafts = reachOf("document.read_draft", scope.actor.roles, scope.alliance.id);
  return { internal: scope.reach.whole, drafts: drafts?.whole === true };
}

/** LIKE pattern in which the text stands for itself (A-08). */
const pattern = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Documents by filter, one page of them, with the count. */
export async function listDocuments(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listDocumentsInput>,
): Promise<z.input<typeof listDocumentsOutput>> {
  const { q, kind, state, page, pageSize } = input;
  const sort = input.sort ?? "kind";
  const like = q ? pattern(q) : null;
  const { internal, drafts } = sightOf(scope);
  const rows = await db.$queryRaw<(Row & { total: number })[]>`
    SELECT d.id, d.kind, d.title, d.version, d.state::text AS state, d.reference, d.effective_on::text AS "effectiveOn",
      d.ends_on::text AS "endsOn", d.published, count(*) OVER ()::int AS total,
      (SELECT count(*)::int FROM document_articles a WHERE a.document_id = d.id) AS articles
    FROM documents d
    WHERE d.alliance_id = ${scope.alliance.id}::uuid
      AND (${internal} OR d.published) AND (${drafts} OR d.state IN ('adopted', 'superseded', 'repealed'))
      AND (${kind ?? null}::text IS NULL OR d.kind = ${kind ?? null})
      AND (${state ?? null}::text IS NULL OR d.state::text = ${state ?? null})
      AND (${like}::text IS NULL OR d.title ILIKE ${like} OR d.reference ILIKE ${like}
        OR EXISTS (SELECT 1 FROM document_articles a WHERE a.document_id = d.id AND a.text ILIKE ${like}))
    ORDER BY
      CASE WHEN ${sort} = 'title' THEN d.title END, CASE WHEN ${sort} = '-title' THEN d.title END DESC,
      CASE WHEN ${sort} = 'effective' THEN d.effective_on END NULLS LAST,
      CASE WHEN ${sort} = '-effective' THEN d.effective_on END DESC NULLS LAST,
      CASE WHEN ${sort} = 'kind' THEN array_position(${[...libraryKinds]}::text[], d.kind::text) END NULLS LAST,
      CASE WHEN ${sort} = '-kind' THEN array_position(${[...libraryKinds]}::text[], d.kind::text) END DESC NULLS FIRST,
      d.title, d.version DESC, d.id
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return { items: rows, total: rows[0]?.total ?? 0, page, pageSize };
}

/** The sixteen documents of the library: which are there, which are missing, which are being written. */
export async function getChecklist(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof checklistOutput>> {
  const { internal, drafts } = sightOf(scope);
  const rows = await db.$queryRaw<Row[]>`
    SELECT DISTINCT ON (d.kind, d.state) d.id, d.kind, d.title, d.version, d.state::text AS state, d.reference,
      d.effective_on::text AS "effectiveOn", d.ends_on::text AS "endsOn", d.published,
      (SELECT count(*)::int FROM document_articles a WHERE a.document_id = d.id) AS articles
    FROM documents d
    WHERE d.alliance_id = ${scope.alliance.id}::uuid AND (${internal} OR d.published)
      AND (d.state = 'adopted' OR (${drafts} AND d.state = 'draft'))
    ORDER BY d.kind, d.state, d.effective_on DESC NULLS LAST, d.version DESC, d.id`;
  return {
    items: libraryKinds.map((kind) => ({
      kind,
      adopted: rows.find((row) => row.kind === kind && row.state === "adopted") ?? null,
      drafting: rows.find((row) => row.kind === kind && row.state === "draft") ?? null,
    })),
  };
}

/** Articles that a rule can point to: of what is in force. */
export async function listArticles(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof listArticlesOutput>> {
  const { internal } = sightOf(scope);
  const items = await db.$queryRaw<z.input<typeof listArticlesOutput>["items"]>`
    SELECT a.id, d.id AS "documentId", d.title, a.number, a.heading, left(a.text, 30) AS start
    FROM document_articles a JOIN documents d ON d.id = a.document_id
    WHERE d.alliance_id = ${scope.alliance.id}::uuid AND d.state = 'adopted' AND (${internal} OR d.published)
    ORDER BY array_position(${[...libraryKinds]}::text[], d.kind::text) NULLS LAST, d.title, d.id, a.number LIMIT 1000`;
  return { items };
}
