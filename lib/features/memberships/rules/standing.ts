import { addDays, covers, type Day } from "@/lib/kernel/dates";
import type { MemberPosition, MembershipStatus } from "../types";

export type Stretch = { from: Day; to: Day | null };
export type Period = Stretch & { position: MemberPosition };

/** All that decides what a membership is on a day. */
export type MembershipFacts = {
  periods: readonly Period[];
  suspensions: readonly Stretch[];
  /** Days on which the member gave notice. */
  notices: readonly Day[];
};

export const periodOn = (periods: readonly Period[], day: Day): Period | undefined =>
  periods.find((period) => covers(period.from, period.to, day));

/**
 * Status on a day; both ends of a period belong to it, so an end date counts to 24:00. A suspended member that gave
 * notice is suspended: that is what takes the vote away (guard 4). The register computes the same in SQL.
 */
export function statusOn(facts: MembershipFacts, day: Day): MembershipStatus {
  if (!periodOn(facts.periods, day)) {
    return facts.periods.some((period) => period.from < day) ? "ended" : "pending";
  }
  if (facts.suspensions.some(({ from, to }) => covers(from, to, day))) return "suspended";
  return facts.notices.some((given) => given <= day) ? "notice" : "active";
}

/** A letter of authorisation that ends within these days is shown as ending. */
export const LETTER_SOON_DAYS = 60;

/** What is dated further back needs a second person (behaviour 4.1, guard 2). */
export const BACK_DATING_DAYS = 30;

/** 一年未参加活动: a member without any act since this day is proposed as sleeping. */
export const sleepingSince = (today: Day): Day => addDays(today, -365);
