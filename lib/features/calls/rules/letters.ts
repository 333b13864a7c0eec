import type { CallMove } from "../types";

/** To whom a letter about a call goes. Teams learn nothing of each other: each gets its own, which names no other. */
export const audiences = [
  "chosen",
  "others",
  "poster",
  "office",
  "openers",
  "arbiters",
  "members",
] as const;
export type Audience = (typeof audiences)[number];

/** Each letter, and who gets it. */
export const letters = {
  published: ["members", "poster"],
  extended: ["others", "poster"],
  /** A day before the deadline. */
  closing: ["others"],
  /** The deadline has passed; two people open. */
  overdue: ["openers", "poster"],
  opened: ["others", "poster"],
  ranked: ["poster"],
  chosen: ["chosen"],
  notice: ["others", "poster", "office"],
  objection: ["arbiters", "poster"],
  upheld: ["chosen", "others", "poster"],
  contract: ["chosen", "poster"],
  contracted: ["chosen", "poster"],
  signed: ["office", "chosen"],
  accepted: ["chosen", "poster"],
  /** Too few came: extended or issued anew, what is sealed stays. */
  few: ["others", "poster"],
  ended: ["chosen", "others", "poster"],
} as const satisfies Record<string, readonly Audience[]>;
export type Letter = keyof typeof letters;

/** What a step of the call has written to whom. */
export const lettersOf: Partial<Record<CallMove, readonly Letter[]>> = {
  publish: ["published"],
  extend: ["extended"],
  open_second: ["opened"],
  conclude: ["ranked"],
  choose: ["chosen", "notice"],
  uphold: ["upheld"],
  end_notice: ["contract"],
  contract: ["contracted"],
  sign: ["signed"],
  accept: ["accepted"],
  declare_no_bid: ["few"],
  fail: ["ended"],
  cancel: ["ended"],
};

export const DAY = 86_400_000;

/** What is due about a call that takes bids: nothing, the last day, or its opening. */
export function dueLetter(closesAt: Date, now: Date): "closing" | "overdue" | undefined {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return "overdue";
  return left <= DAY ? "closing" : undefined;
}

/** One letter per step and account, however often the step is repeated. */
export const letterKey = (letter: Letter, callId: string, stamp: string, userId: string): string =>
  `call-${letter}:${callId}:${stamp}:${userId}`;
