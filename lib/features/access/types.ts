/** How long a one-time link opens: set-up of the first administrator, first or forgotten password. */
export const linkHours = 24;

/** The one that somebody asked for at the sign-in page: they are waiting for it. */
export const forgottenHours = 1;

/** Keys that a person can have at once; more are a sign of keys that nobody ends. */
export const keysAtOnce = 20;

export const keyPrefix = "ap_";

/** How much of a key a list shows, to recognise it. */
export const shownKeyLength = 10;

export type SignInLink = "setup" | "reset";

/** Where a one-time link leads. */
export const linkPath = (kind: SignInLink, secret: string): string => `/${kind}/${secret}`;

export const mailStates = ["waiting", "sent", "failed"] as const;
export type MailState = (typeof mailStates)[number];

export type { Role } from "@/lib/platform/auth/actor";

/** Rights that a secretariat gives alone. */
export const memberRoles = [
  "enterprise_contact",
  "school_leader",
  "reporter",
  "expert",
  "observer",
] as const;

/** Rights that decide or keep the record: they take effect when a second person agrees. */
export const governanceRoles = ["secretariat", "chair", "delegate", "supervisor"] as const;
