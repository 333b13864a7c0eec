import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import {
  adoptDocument,
  adoptDocumentRefusals,
  publishDocument,
  repealDocument,
} from "./commands/adopt";
import { removeArticle, saveArticle, splitDocument } from "./commands/articles";
import {
  createDocument,
  createDocumentRefusals,
  nextVersion,
  nextVersionRefusals,
  updateDocument,
  withdrawDocument,
} from "./commands/drafts";
import { compareDocuments, getDocument } from "./queries/get";
import { getChecklist, listArticles, listDocuments } from "./queries/list";
import {
  adoptDocumentInput,
  checklistInput,
  checklistOutput,
  compareInput,
  compareOutput,
  createDocumentInput,
  documentChanged,
  documentOutput,
  getDocumentInput,
  listArticlesInput,
  listArticlesOutput,
  listDocumentsInput,
  listDocumentsOutput,
  nextVersionInput,
  publishDocumentInput,
  removeArticleInput,
  repealDocumentInput,
  saveArticleInput,
  splitDocumentInput,
  splitDocumentOutput,
  updateDocumentInput,
  withdrawDocumentInput,
} from "./schema";

const base = "/alliances/{alliance}/documents";
const one = `${base}/{documentId}` as const;

export const listDocumentsQuery = defineQuery({
  id: "documents.list",
  path: base,
  place: "tenant",
  summary: "Documents of the rule library, page by page",
  permission: permission("document.read"),
  input: listDocumentsInput,
  output: listDocumentsOutput,
  run: listDocuments,
});

export const exportDocumentsQuery = defineWhole(listDocumentsQuery, {
  id: "documents.export",
  summary: "The filtered list of documents as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "document",
});

export const checklistQuery = defineQuery({
  id: "documents.checklist",
  path: "/alliances/{alliance}/document-checklist",
  place: "tenant",
  summary: "The sixteen documents of the rule library: which exist, which are missing",
  permission: permission("document.read"),
  input: checklistInput,
  output: checklistOutput,
  run: getChecklist,
});

export const listArticlesQuery = defineQuery({
  id: "documents.listArticles",
  path: "/alliances/{alliance}/articles",
  place: "tenant",
  summary: "Articles in force, for rules to point to",
  permission: permission("document.read"),
  input: listArticlesInput,
  output: listArticlesOutput,
  run: listArticles,
});

export const getDocumentQuery = defineQuery({
  id: "documents.get",
  path: one,
  place: "tenant",
  summary: "A document with its articles, its decision and its versions",
  permission: permission("document.read"),
  input: getDocumentInput,
  output: documentOutput,
  run: getDocument,
});

export const compareDocumentsQuery = defineQuery({
  id: "documents.compare",
  path: `${one}/comparison/{withId}`,
  place: "tenant",
  summary: "Two versions of a document, article by article",
  permission: permission("document.read"),
  input: compareInput,
  output: compareOutput,
  run: compareDocuments,
});

export const createDocumentCommand = defineCommand({
  id: "documents.create",
  path: base,
  place: "tenant",
  summary: "A new document as a draft; pasted text becomes its articles",
  permission: permission("document.write"),
  refusals: createDocumentRefusals,
  input: createDocumentInput,
  output: documentChanged,
  run: createDocument,
});

export const nextVersionCommand = defineCommand({
  id: "documents.nextVersion",
  path: `${one}/versions`,
  place: "tenant",
  summary: "Begins the next version of a document in force, as a copy",
  permission: permission("document.write"),
  refusals: nextVersionRefusals,
  input: nextVersionInput,
  output: documentChanged,
  run: nextVersion,
});

export const updateDocumentCommand = defineCommand({
  id: "documents.update",
  method: "PATCH",
  path: one,
  place: "tenant",
  summary: "Title, number and file of a draft",
  permission: permission("document.write"),
  refusals: ["wrong-state", "document-exists"],
  input: updateDocumentInput,
  output: documentChanged,
  run: updateDocument,
});

export const splitDocumentCommand = defineCommand({
  id: "documents.split",
  method: "PUT",
  path: `${one}/articles`,
  place: "tenant",
  summary: "Pasted text takes the place of the articles of a draft",
  permission: permission("document.write"),
  refusals: ["wrong-state", "articles-unclear", "no-articles"],
  input: splitDocumentInput,
  output: splitDocumentOutput,
  run: splitDocument,
});

export const saveArticleCommand = defineCommand({
  id: "documents.saveArticle",
  path: `${one}/articles`,
  place: "tenant",
  summary: "One article of a draft, corrected or added",
  permission: permission("document.write"),
  refusals: ["wrong-state", "article-number-taken"],
  input: saveArticleInput,
  output: documentChanged,
  run: saveArticle,
});

export const removeArticleCommand = defineCommand({
  id: "documents.removeArticle",
  method: "DELETE",
  path: `${one}/articles/{articleId}`,
  place: "tenant",
  summary: "Takes an article out of a draft",
  permission: permission("document.write"),
  refusals: ["wrong-state"],
  input: removeArticleInput,
  output: documentChanged,
  run: removeArticle,
});

export const adoptDocumentCommand = defineCommand({
  id: "documents.adopt",
  path: `${one}/adoption`,
  place: "tenant",
  summary: "Records an adoption that happened on paper, with its day and its paper",
  permission: permission("document.adopt"),
  refusals: adoptDocumentRefusals,
  input: adoptDocumentInput,
  output: documentChanged,
  run: adoptDocument,
});

export const repealDocumentCommand = defineCommand({
  id: "documents.repeal",
  path: `${one}/repeal`,
  place: "tenant",
  summary: "Ends a document that no version follows",
  permission: permission("document.adopt"),
  refusals: ["wrong-state", "document-starts-too-early"],
  input: repealDocumentInput,
  output: documentChanged,
  run: repealDocument,
});

export const withdrawDocumentCommand = defineCommand({
  id: "documents.withdraw",
  path: `${one}/withdrawal`,
  place: "tenant",
  summary: "Withdraws a draft",
  permission: permission("document.write"),
  refusals: ["wrong-state"],
  input: withdrawDocumentInput,
  output: documentChanged,
  run: withdrawDocument,
});

export const publishDocumentCommand = defineCommand({
  id: "documents.publish",
  method: "PUT",
  path: `${one}/published`,
  place: "tenant",
  summary: "Whether the public may read an adopted document",
  permission: permission("document.adopt"),
  refusals: ["wrong-state"],
  input: publishDocumentInput,
  output: documentChanged,
  run: publishDocument,
});
