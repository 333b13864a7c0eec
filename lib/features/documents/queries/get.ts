import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { compareArticles } from "../rules/compare";
import { outlineOf } from "../rules/outline";
import type { compareInput, compareOutput, documentOutput, getDocumentInput } from "../schema";
import type { DocumentKind } from "../types";
import { sightOf } from "./list";

type View = z.input<typeof documentOutput>;
const day = (date: Date | null) => (date ? dayOf(date) : null);
const file = { select: { id: true, name: true } } as const;
const resolution = {
  select: { id: true, year: true, number: true, title: true, body: { select: { name: true } } },
} as const;

/** The document, if the reader may know of it. */
async function find(db: Db, scope: TenantScope, id: string) {
  const found = await db.document.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: {
      file,
      paper: file,
      resolution,
      articles: {
        orderBy: { number: "asc" },
        include: { _count: { select: { rules: true } } },
      },
    },
  });
  if (!found) return notFound();
  const { internal, drafts } = sightOf(scope);
  const draft = found.state === "draft" || found.state === "withdrawn";
  return (internal || found.published) && (drafts || !draft) ? found : notFound();
}

/** Versions before and after, along the line of what superseded what. */
const versionsOf = (db: Db, scope: TenantScope, id: string) => {
  const { internal, drafts } = sightOf(scope);
  return db.$queryRaw<View["versions"]>`
    WITH RECURSIVE back AS (
      SELECT id, supersedes_id FROM documents WHERE id = ${id}::uuid AND alliance_id = ${scope.alliance.id}::uuid
      UNION SELECT d.id, d.supersedes_id FROM documents d JOIN back ON d.id = back.supersedes_id
    ), line AS (
      SELECT id FROM back WHERE supersedes_id IS NULL
      UNION SELECT d.id FROM documents d JOIN line ON d.supersedes_id = line.id
    )
    SELECT d.id, d.version, d.state::text AS state, d.effective_on::text AS "effectiveOn"
    FROM documents d JOIN line ON line.id = d.id
    WHERE (${internal} OR d.published) AND (${drafts} OR d.state IN ('adopted', 'superseded', 'repealed'))
    ORDER BY d.version DESC, d.id DESC`;
};

/** A document with its articles, its decision and its other versions. Papers are seen inside the alliance only. */
export async function getDocument(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getDocumentInput>,
): Promise<View> {
  const found = await find(db, scope, input.documentId);
  const { internal } = sightOf(scope);
  return {
    ...found,
    kind: found.kind as DocumentKind,
    effectiveOn: day(found.effectiveOn),
    endsOn: day(found.endsOn),
    adoptedOn: day(found.adoptedOn),
    file: internal ? found.file : null,
    paper: internal ? found.paper : null,
    resolution: found.resolution && { ...found.resolution, body: found.resolution.body.name },
    articles: found.articles.map(({ _count, ...article }) => ({ ...article, rules: _count.rules })),
    articleCount: found.articles.length,
    outline: found.kind === "charter" ? outlineOf(found.articles) : null,
    versions: await versionsOf(db, scope, found.id),
  };
}

/** Two versions, article by article: the older one is the one before. */
export async function compareDocuments(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof compareInput>,
): Promise<z.input<typeof compareOutput>> {
  const pair = [await find(db, scope, input.documentId), await find(db, scope, input.withId)];
  const [before, after] = pair.toSorted((a, b) => a.version - b.version);
  if (!before || !after || before.kind !== after.kind) return notFound();
  return { before, after, lines: compareArticles(before.articles, after.articles) };
}
