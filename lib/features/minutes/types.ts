export const minutesStates = [
  "draft",
  "chair_review",
  "circulated",
  "confirmed",
  "published",
] as const;
export type MinutesState = (typeof minutesStates)[number];

/** What may be done with minutes as a whole; each is one edge of behaviour 4.2. */
export const minutesSteps = ["submit", "give_back", "circulate", "confirm", "publish"] as const;
export type MinutesStep = (typeof minutesSteps)[number];

/** Which part of the record a paragraph tells. */
export const paragraphParts = [
  "notice",
  "presence",
  "quorum",
  "item",
  "result",
  "task",
  "statement",
  "free",
] as const;
export type ParagraphPart = (typeof paragraphParts)[number];

/** Those that the secretariat writes itself; the others come from the record. */
export const ownParts = ["statement", "free"] as const satisfies readonly ParagraphPart[];

export const objectionStates = ["open", "accepted", "rejected", "noted"] as const;
export type ObjectionState = (typeof objectionStates)[number];
export const objectionAnswers = [
  "accepted",
  "rejected",
  "noted",
] as const satisfies readonly ObjectionState[];

export const erratumKinds = ["clerical", "factual", "vote_record"] as const;

export const confirmations = ["no_objection", "signatures", "next_meeting"] as const;
export type Confirmation = (typeof confirmations)[number];

/** Whom minutes wait for. */
export const minutesWaits = [
  "secretariat",
  "chair",
  "members",
  "answers",
  "signatories",
  "next_meeting",
  "confirmation",
  "publication",
  "nobody",
] as const;
export type MinutesWait = (typeof minutesWaits)[number];

/** Meetings of which there are minutes: they have ended, with or without decisions. */
export const recordedStates = ["closed", "archived", "adjourned", "inquorate"] as const;
