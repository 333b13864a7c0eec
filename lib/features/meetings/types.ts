export const meetingModes = ["room", "online", "mixed", "correspondence"] as const;

export const meetingStates = [
  "draft",
  "noticed",
  "check_in",
  "open",
  "suspended",
  "closed",
  "archived",
  "cancelled",
  "postponed",
  "adjourned",
  "inquorate",
] as const;

export const attendanceStatuses = ["present", "online", "proxy", "excused", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Who of these is counted as present; a written proxy counts for quorum and vote (domain 3.1). */
export const attending = [
  "present",
  "online",
  "proxy",
] as const satisfies readonly AttendanceStatus[];

export const voteMethods = ["named", "hands", "secret"] as const;

/** Why the counts on a paper cannot be recorded as they stand. */
export type MotionFault =
  | "no-rule-in-force"
  | "votes-exceed-present"
  | "contradiction-needs-reason";
