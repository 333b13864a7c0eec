import type { MemberPosition } from "@/lib/features/memberships/types";

export const applicationStates = [
  "submitted",
  "checking",
  "supplement",
  "recommended",
  "on_agenda",
  "public_notice",
  "admitted",
  "declined",
  "withdrawn",
  "lapsed",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** States in which somebody still has to do something. */
export const openStates = [
  "submitted",
  "checking",
  "supplement",
  "recommended",
  "on_agenda",
  "public_notice",
] as const satisfies readonly ApplicationState[];

/** What may be done with an application; each is one edge of behaviour 4.1. */
export const steps = [
  "take",
  "ask",
  "answer",
  "recommend",
  "lapse",
  "withdraw",
  "put_on_agenda",
  "put_off",
  "announce",
  "put_back",
  "admit",
  "decline",
] as const;
export type Step = (typeof steps)[number];

/** Positions that an applicant may ask for; the chair's are given by election only. */
export const requestablePositions = [
  "member_unit",
  "council_unit",
  "standing_unit",
  "vice_chair_unit",
  "observer",
] as const satisfies readonly MemberPosition[];
export type RequestablePosition = (typeof requestablePositions)[number];

export const messageKinds = ["question", "answer", "note"] as const;
export type MessageKind = (typeof messageKinds)[number];
