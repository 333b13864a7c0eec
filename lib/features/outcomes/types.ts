import type { Role } from "@/lib/platform/auth/actor";

export const outcomeStates = [
  "draft",
  "submitted",
  "returned",
  "verified",
  "published",
  "superseded",
] as const;
export type OutcomeState = (typeof outcomeStates)[number];

export type OutcomeMove = "amend" | "return" | "verify";

/** Whom a record waits for. */
export type WaitsFor = { role: Role; organization: boolean } | undefined;
