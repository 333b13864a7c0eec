"use server";

import { formAction } from "@/lib/platform/corridor/action";
import {
  adoptDocumentCommand,
  createDocumentCommand,
  nextVersionCommand,
  publishDocumentCommand,
  removeArticleCommand,
  repealDocumentCommand,
  saveArticleCommand,
  splitDocumentCommand,
  updateDocumentCommand,
  withdrawDocumentCommand,
} from "./procedures";

export const createDocumentAction = formAction(createDocumentCommand);
export const nextVersionAction = formAction(nextVersionCommand);
export const updateDocumentAction = formAction(updateDocumentCommand);
export const splitDocumentAction = formAction(splitDocumentCommand);
export const saveArticleAction = formAction(saveArticleCommand);
export const removeArticleAction = formAction(removeArticleCommand);
export const adoptDocumentAction = formAction(adoptDocumentCommand);
export const repealDocumentAction = formAction(repealDocumentCommand);
export const withdrawDocumentAction = formAction(withdrawDocumentCommand);
export const publishDocumentAction = formAction(publishDocumentCommand);
