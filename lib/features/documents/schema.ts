import { z } from "zod";
import { day, flag, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { documentKinds, documentStates, libraryKinds, outlineParts } from "./types";

const number = () =>
  z.coerce
    .number({ error: "not-a-quantity" })
    .int("not-a-quantity")
    .min(1, "out-of-range")
    .max(9999, "out-of-range");

/** The longest text that is pasted at once: a charter has some ten thousand signs. */
const TEXT = 200_000;
const ARTICLE = 20_000;

export const listDocumentsInput = z.strictObject({
  q: optional(z.string().max(200, "too-long")),
  kind: optional(z.enum(documentKinds)),
  state: optional(z.enum(documentStates)),
  sort: optional(z.enum(["title", "-title", "effective", "-effective", "kind", "-kind"])),
  ...pagingShape,
});
export const documentRow = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  title: z.string(),
  version: z.number(),
  state: z.enum(documentStates),
  reference: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  articles: z.number(),
  published: z.boolean(),
});
export const listDocumentsOutput = pageOf(documentRow);

export const checklistInput = z.strictObject({});
export const checklistOutput = z.object({
  items: z.array(
    z.object({
      kind: z.enum(libraryKinds),
      /** What is in force or comes into force; of several the newest. */
      adopted: documentRow.nullable(),
      drafting: z.object({ id: z.string(), title: z.string(), version: z.number() }).nullable(),
    }),
  ),
});

const article = z.object({
  id: z.string(),
  number: z.number(),
  chapter: z.string().nullable(),
  heading: z.string().nullable(),
  text: z.string(),
  /** Rules of order that point to it. */
  rules: z.number(),
});
const file = z.object({ id: z.string(), name: z.string() });

export const getDocumentInput = z.strictObject({ documentId: id() });
export const documentOutput = documentRow.extend({
  revision: z.number(),
  adoptedOn: z.string().nullable(),
  adoptedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  sha256: z.string().nullable(),
  file: file.nullable(),
  paper: file.nullable(),
  resolution: z
    .object({
      id: z.string(),
      year: z.number(),
      number: z.number(),
      title: z.string(),
      body: z.string(),
    })
    .nullable(),
  articles: z.array(article),
  articleCount: z.number(),
  /** Of a charter: which parts are there, and in which article. */
  outline: z
    .array(z.object({ part: z.enum(outlineParts), article: z.number().nullable() }))
    .nullable(),
  /** All versions of the same document that the reader may see, the newest first. */
  versions: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      state: z.enum(documentStates),
      effectiveOn: z.string().nullable(),
    }),
  ),
});

export const compareInput = z.strictObject({ documentId: id(), withId: id() });
const side = article.omit({ id: true, rules: true }).nullable();
export const compareOutput = z.object({
  before: z.object({ id: z.string(), title: z.string(), version: z.number() }),
  after: z.object({ id: z.string(), title: z.string(), version: z.number() }),
  lines: z.array(
    z.object({
      kind: z.enum(["same", "renumbered", "changed", "added", "removed"]),
      before: side,
      after: side,
      pieces: z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })),
    }),
  ),
});

export const listArticlesInput = z.strictObject({});
export const listArticlesOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      documentId: z.string(),
      title: z.string(),
      number: z.number(),
      heading: z.string().nullable(),
      start: z.string(),
    }),
  ),
});

export const createDocumentInput = z.strictObject({
  kind: z.enum(documentKinds, { error: "required" }),
  title: line(200),
  reference: optional(line(100)),
  text: optional(prose(TEXT)),
  fileId: optional(id()),
});
export const nextVersionInput = z.strictObject({ documentId: id() });
export const documentChanged = z.object({ id: z.string(), revision: z.number() });

const aDocument = { documentId: id(), revision: version() };
export const updateDocumentInput = z.strictObject({
  ...aDocument,
  title: line(200),
  reference: optional(line(100)),
  fileId: optional(id()),
});
export const splitDocumentInput = z.strictObject({ ...aDocument, text: prose(TEXT) });
export const splitDocumentOutput = documentChanged.extend({
  articles: z.number(),
  missing: z.array(z.number()),
  twice: z.array(z.number()),
});
export const saveArticleInput = z.strictObject({
  ...aDocument,
  /** The article that is corrected; a new one without. */
  articleId: optional(id()),
  number: number(),
  chapter: optional(line(100)),
  heading: optional(line(100)),
  text: prose(ARTICLE),
});
export const removeArticleInput = z.strictObject({ ...aDocument, articleId: id() });
export const adoptDocumentInput = z
  .strictObject({
    ...aDocument,
    adoptedOn: day(),
    effectiveOn: day(),
    /** Which meeting or paper adopted it, as its head says. */
    adoptedBy: line(300),
    paperId: id(),
  })
  .refine(({ adoptedOn, effectiveOn }) => adoptedOn <= effectiveOn, {
    error: "ends-before-start",
    path: ["effectiveOn"],
  });
export const repealDocumentInput = z.strictObject({
  ...aDocument,
  endsOn: day(),
  reason: line(300),
});
export const withdrawDocumentInput = z.strictObject({ ...aDocument, reason: line(300) });
export const publishDocumentInput = z.strictObject({ ...aDocument, published: flag() });
