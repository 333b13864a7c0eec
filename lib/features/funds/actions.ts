"use server";
import { formAction } from "@/lib/platform/corridor/action";
import {
  bookReceiptProcedure,
  confirmCommitmentProcedure,
  createCommitmentProcedure,
  discardReceiptProcedure,
  enterReceiptProcedure,
  reverseReceiptProcedure,
} from "./procedures";

export const createCommitmentAction = formAction(createCommitmentProcedure);
export const confirmCommitmentAction = formAction(confirmCommitmentProcedure);
export const enterReceiptAction = formAction(enterReceiptProcedure);
export const bookReceiptAction = formAction(bookReceiptProcedure);
export const reverseReceiptAction = formAction(reverseReceiptProcedure);
export const discardReceiptAction = formAction(discardReceiptProcedure);
