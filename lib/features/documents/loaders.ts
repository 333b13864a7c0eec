import "server-only";
import { loaderOf } from "@/lib/platform/corridor/loader";
import {
  checklistQuery,
  compareDocumentsQuery,
  getDocumentQuery,
  listArticlesQuery,
  listDocumentsQuery,
} from "./procedures";

export const loadDocuments = loaderOf(listDocumentsQuery);
export const loadChecklist = loaderOf(checklistQuery);
export const loadArticles = loaderOf(listArticlesQuery);
export const loadDocument = loaderOf(getDocumentQuery);
export const loadComparison = loaderOf(compareDocumentsQuery);
