import type { Roster, RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { FollowUp } from "@/lib/features/resolutions/schema";
import { mailWords, officialDay, officialInstant } from "@/lib/i18n/mail";
import type { Day } from "@/lib/kernel/dates";
import type { MeetingRecord } from "../queries/record";
import type { ParagraphPart } from "../types";

export type Paragraph = {
  part: ParagraphPart;
  itemId: string | null;
  text: string;
  internal: boolean;
};
type Pick = Parameters<typeof mailWords>[1];

/** The record of a meeting in the alliance's language: minutes are an official paper, whoever reads them. */
export type Telling = {
  record: MeetingRecord;
  roster: Roster;
  rule: RuleInForce | undefined;
  zone: string;
  followUp: readonly FollowUp[];
};

const LANGUAGE = "zh-CN";
export const say = (pick: Pick, values: Record<string, string | number> = {}) =>
  mailWords(LANGUAGE, pick, values);
export const sayDay = (day: Day) => officialDay(LANGUAGE, day);
export const sayInstant = (instant: Date, zone: string) => officialInstant(LANGUAGE, instant, zone);
export const comma = (parts: readonly string[]) => parts.join(say((w) => w.minutes.draft.and));
