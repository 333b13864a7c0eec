import { z } from "zod";
import { memberPositions } from "@/lib/features/memberships/types";
import { creditCode } from "@/lib/features/organizations/schema/organizations";
import { organizationKinds } from "@/lib/features/organizations/types";
import { email, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { applicationStates, messageKinds, requestablePositions } from "./types";

const phone = () => line(40).pipe(z.string().regex(/^\+?[\d\s()-]{5,40}$/, "not-a-phone"));

export const submitInput = z.strictObject({
  organizationName: line(200),
  creditCode: creditCode(),
  kind: z.enum(organizationKinds, { error: "required" }),
  requestedPosition: z.enum(requestablePositions, { error: "required" }).default("member_unit"),
  contactName: line(100),
  contactEmail: email(),
  contactPhone: phone(),
  statement: prose(2000),
  contributionPlan: prose(2000),
});

/** The token opens the case page; it is shown this once. */
export const submitOutput = z.object({
  id: z.string(),
  number: z.number(),
  token: z.string(),
});

/** Any text may stand in an address: what is no token of ours is simply not found. */
const token = () => z.string({ error: "required" }).min(1, "required").max(200, "too-long");

export const caseInput = z.strictObject({ token: token() });
export const answerInput = z.strictObject({
  token: token(),
  version: version(),
  text: prose(2000),
});
export const withdrawInput = z.strictObject({ token: token(), version: version() });

const application = { applicationId: id(), version: version() };
export const stepInput = z.strictObject(application);
export const askInput = z.strictObject({ ...application, text: prose(1000) });
export const linkInput = z.strictObject({ ...application, organizationId: id() });
export const admitInput = z.strictObject({
  ...application,
  resolutionId: id(),
  /** Another position than the one asked for, where the resolution grants it. */
  position: optional(z.enum(requestablePositions)),
});

export const putBackInput = z.strictObject({ ...application, reason: prose(1000) });
export const announceInput = z.strictObject({ ...application, resolutionId: id() });

/** 公示: admissions that were decided and take effect when nobody objects. Public. */
export const noticesInput = z.strictObject({});
export const noticesOutput = z.object({
  today: z.string(),
  items: z.array(
    z.object({
      organizationName: z.string(),
      kind: z.enum(organizationKinds),
      requestedPosition: z.enum(memberPositions),
      from: z.string(),
      until: z.string(),
      bodyName: z.string(),
      year: z.number(),
      number: z.number(),
    }),
  ),
});

export const stepOutput = z.object({
  id: z.string(),
  state: z.enum(applicationStates),
  version: z.number(),
});
export const linkOutput = stepOutput.extend({ organizationId: z.string() });
export const admitOutput = stepOutput.extend({ membershipId: z.string(), number: z.number() });
export const renewLinkOutput = z.object({ id: z.string(), token: z.string() });

const applicationSorts = ["waiting", "-waiting", "number", "-number", "name", "-name"] as const;

export const listInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100)),
  /** "open" gathers all states in which somebody has to do something. */
  state: optional(z.enum([...applicationStates, "open"])),
  sort: z.enum(applicationSorts).default("waiting"),
});

const summary = {
  id: z.string(),
  number: z.number(),
  organizationName: z.string(),
  creditCode: z.string(),
  kind: z.enum(organizationKinds),
  requestedPosition: z.enum(memberPositions),
  state: z.enum(applicationStates),
  stateSince: z.iso.datetime(),
  createdAt: z.iso.datetime(),
};

const applicationRow = z.object({ ...summary, lapseDue: z.boolean() });
export type ApplicationRow = z.output<typeof applicationRow>;

export const listOutput = pageOf(applicationRow).extend({
  /** Applications by state, whatever the filter. */
  counts: z.partialRecord(z.enum(applicationStates), z.number()),
});

const message = z.object({
  kind: z.enum(messageKinds),
  text: z.string(),
  at: z.iso.datetime(),
});

/** One meeting's item about an application. */
const decision = z.object({
  meetingId: z.string(),
  meetingTitle: z.string(),
  heldOn: z.string(),
  bodyName: z.string(),
  outcome: z.string().nullable(),
  resolutionId: z.string().nullable(),
  resolution: z
    .object({
      year: z.number().int(),
      number: z.number().int(),
      body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
    })
    .nullable(),
  effectiveFrom: z.string().nullable(),
  /** Days of public notice that the rule of the decision asks for before it takes effect. */
  noticeDays: z.number(),
});
export type ApplicationDecision = z.output<typeof decision>;

const formerMembership = z.object({
  number: z.number(),
  endedOn: z.string(),
  ending: z.enum(["withdrawn", "expelled", "merged"]).nullable(),
  reason: z.string().nullable(),
});

export const getInput = z.strictObject({ applicationId: id() });

export const getOutput = z.object({
  ...summary,
  version: z.number(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  statement: z.string(),
  contributionPlan: z.string(),
  /** First day on which it may be closed as unanswered; null outside of "supplement". */
  lapsesOn: z.string().nullable(),
  lapseDue: z.boolean(),
  /** Days of the public notice; null where there is or was none. */
  noticeFrom: z.string().nullable(),
  noticeUntil: z.string().nullable(),
  isMember: z.boolean(),
  organization: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The register's row with the same credit code, to be linked in one click. */
  sameCode: z.object({ id: z.string(), name: z.string() }).nullable(),
  membership: z.object({ id: z.string(), number: z.number() }).nullable(),
  formerMemberships: z.array(formerMembership),
  messages: z.array(message.extend({ author: z.string().nullable() })),
  decisions: z.array(decision),
});
export type ApplicationView = z.output<typeof getOutput>;

/** What the holder of a case link sees: the own application, no names of staff, no contact data. */
export const caseOutput = z.object({
  ...summary,
  version: z.number(),
  statement: z.string(),
  contributionPlan: z.string(),
  lapsesOn: z.string().nullable(),
  messages: z.array(message),
  membershipNumber: z.number().nullable(),
  admittedFrom: z.string().nullable(),
});
export type CaseView = z.output<typeof caseOutput>;
