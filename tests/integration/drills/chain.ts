import type { Actor } from "@/lib/platform/auth/actor";

/** What the writer of money and bids is told: who does what, and where. */
export type ChainTask = {
  tenant: string;
  /** The two hands of the office, and who approves. */
  office: Actor;
  second: Actor;
  chair: Actor;
  projectId: string;
  payerId: string;
  /** A call that takes bids, and a team for each lane that bids. */
  callId: string;
  teams: readonly Actor[];
  lanes: number;
};

/** A voucher says which request it was, so that its entry is found again. */
export const voucherOf = (mark: string) => `示例凭证-${mark}`;

/** Every receipt is of the same amount: sums are counts. */
export const AMOUNT = "100.00";

/** The plan of the bid a team hands in for the n-th time. */
export const planOf = (n: number) => `示例：第 ${n} 稿`;
