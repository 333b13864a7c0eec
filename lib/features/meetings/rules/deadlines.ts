import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import { addDays, type Day } from "@/lib/kernel/dates";

/** When a body's rule names no time: domain 3.4. */
const usual = { regular: 10, extra: 3, papers: 3 };

export type Deadlines = {
  noticeDays: number;
  papersDays: number;
  /** Last day on which the notice is in time. */
  noticeBy: Day;
  papersBy: Day;
};

/** "Ten days before" is the tenth day back from the day of the meeting; a second call is an extra meeting. */
export function deadlinesOf(
  rule: Pick<RuleInForce, "noticeDays" | "papersDays"> | undefined,
  meeting: { kind: string; heldOn: Day },
): Deadlines {
  const extra = meeting.kind !== "regular" && meeting.kind !== "founding";
  const asked = rule?.noticeDays ?? usual.regular;
  const noticeDays = extra ? Math.min(asked, usual.extra) : asked;
  const papersDays = Math.min(rule?.papersDays ?? usual.papers, noticeDays);
  return {
    noticeDays,
    papersDays,
    noticeBy: addDays(meeting.heldOn, -noticeDays),
    papersBy: addDays(meeting.heldOn, -papersDays),
  };
}
