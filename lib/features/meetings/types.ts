import type { SeatCount, Test } from "@/lib/features/bodies/types";

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

/** What a supervisor looks for in the list of meetings. */
export const meetingFindings = ["contradicted", "late_minutes"] as const;

/** Minutes are before the members within so many days of the closing; later they are overdue. */
export const minutesDueDays = 15;

export const attendanceStatuses = ["present", "online", "proxy", "excused", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** Who of these is counted as present; a written proxy counts for quorum and vote (domain 3.1). */
export const attending = [
  "present",
  "online",
  "proxy",
] as const satisfies readonly AttendanceStatus[];

export { voteMethods } from "@/lib/features/resolutions/types";

/** Why the counts on a paper cannot be recorded as they stand. */
export type MotionFault =
  | "no-rule-in-force"
  | "votes-exceed-present"
  | "contradiction-needs-reason";

/** A person in a seat, now. `unclear`: online without a sign of life for three minutes; the secretary decides. */
export type ThereNow = {
  personId: string | null;
  personName: string;
  capacity: "principal" | "alternate";
  mode: "room" | "online";
  unclear: boolean;
};

/** One seat of a meeting as it stands now, for one item or for none. */
export type ElectorLine = {
  seatId: string;
  number: number;
  position: string;
  voting: boolean;
  /** Has a vote: a filled voting seat whose member is not suspended. */
  eligible: boolean;
  /** Null: the seat is vacant. */
  holderName: string | null;
  membershipId: string | null;
  organizationId: string | null;
  organizationKind: string | null;
  /** Who was called for the seat. */
  personId: string | null;
  present: ThereNow | null;
  /** Steps back from the item: declared, or so decided. */
  recused: boolean;
  /** The seat that carries this one's proxy. */
  proxyTo: { proxyId: string; seatId: string } | null;
  /** What the principal wrote about the item: yes, no, abstain or free. */
  instruction: string | null;
};

export type Electorate = { seats: SeatCount; lines: ElectorLine[] };

/** Who could vote now, and what a rule says about it. */
export type Headcount = {
  /** Eligible seats that are there or by a valid proxy, as far as the rule counts them; the recused are among them. */
  present: number;
  recused: number;
  /** present − recused */
  voters: number;
  /** Of those present: online, and silent for too long. Counted until the secretary decides. */
  unclear: number;
  quorum: Test;
  /** Further quorums of kinds of organizations; all of them must be met. */
  groups: (Test & { name: string })[];
  /** Quorum and all groups. */
  met: boolean;
  /** So many people may leave before it is lost, whoever they are; negative: so many seats are missing. */
  spare: number;
  /** Eligible seats free of a conflict, there or not. */
  remaining: number;
  /** Recusals left fewer than the rule asks: the item goes to the higher body. */
  belowMinRemaining: boolean;
};

/** Seconds without a sign of life until an online presence is unclear (behaviour 4.2). */
export const graceSeconds = 180;

export type MeetingState = (typeof meetingStates)[number];
export const meetingKinds = [
  "regular",
  "extraordinary",
  "founding",
  "second_call",
  "continuation",
] as const;
export const itemKinds = ["report", "decide", "elect", "procedural", "follow_up"] as const;
export const itemStates = [
  "planned",
  "open",
  "decided",
  "heard",
  "deferred",
  "withdrawn",
  "referred_up",
] as const;
export type ItemState = (typeof itemStates)[number];
export const rsvps = ["none", "coming", "online", "alternate", "proxy", "excused"] as const;
export type Rsvp = (typeof rsvps)[number];
export const proxyStates = ["signed", "accepted", "active", "used", "revoked", "expired"] as const;
export type ProxyState = (typeof proxyStates)[number];
export const instructions = ["yes", "no", "abstain", "free"] as const;
export const recusalStates = [
  "suggested",
  "declared",
  "denied",
  "challenged",
  "recused",
  "cleared",
] as const;
export type RecusalState = (typeof recusalStates)[number];
export const proposalStates = ["proposed", "accepted", "rejected", "withdrawn"] as const;
export const capacities = ["principal", "alternate"] as const;
export const presenceModes = ["room", "online"] as const;
/** Where a suggested conflict comes from. */
export const recusalSources = [
  "party",
  "project",
  "proposer",
  "effect",
  "register",
  "own",
  "person",
  "aloud",
] as const;
