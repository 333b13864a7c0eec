import { z } from "zod";
import { commitmentSchema, promiseSchema } from "@/lib/features/funds/schema/promises";
import { day, id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { checkItems } from "../rules/completeness";
import {
  dutyKinds,
  eventKinds,
  type ProjectMove,
  partnerRoles,
  partyRoles,
  partyStates,
  projectSources,
  projectStates,
  projectTypes,
} from "../types";

const partner = z.strictObject({
  organizationId: id(),
  role: z.enum(partnerRoles, { error: "required" }).default("co_builder"),
  dutyKind: optional(z.enum(dutyKinds)),
  duty: optional(line(300)),
});

const partners = () =>
  z
    .array(partner, { error: "required" })
    .min(1, "required")
    .max(20, "too-long")
    .superRefine((list, context) => {
      for (const [index, { organizationId }] of list.entries()) {
        if (list.findIndex((other) => other.organizationId === organizationId) < index) {
          context.addIssue({ code: "custom", message: "twice", path: [index, "organizationId"] });
        }
      }
    });

const inOrder = (given: { startsOn?: string | undefined; endsOn?: string | undefined }) =>
  !given.startsOn || !given.endsOn || given.startsOn <= given.endsOn;
const outOfOrder = { error: "ends-before-start", path: ["endsOn"] };

export const createProjectSchema = z
  .strictObject({
    title: line(200),
    type: z.enum(projectTypes, { error: "required" }),
    source: z.enum(projectSources, { error: "required" }).default("self_chosen"),
    startsOn: day(),
    endsOn: day(),
    /** The caller's own organization where it is left out; the secretariat names one. */
    leadId: optional(id()),
    /** What the lead itself brings. */
    leadDutyKind: optional(z.enum(dutyKinds)),
    partners: partners(),
    summary: prose(2000),
    promise: optional(promiseSchema),
    fileId: optional(id()),
    /** The park it works for. */
    parkId: optional(id()),
    contractNo: optional(line(60)),
    /** Yuan; the table of powers measures it. */
    budget: optional(yuan()),
    withoutMoney: z.boolean().default(false),
  })
  .refine(inOrder, outOfOrder)
  .refine((given) => !(given.withoutMoney && (given.promise || given.budget)), {
    error: "money-without-money",
    path: ["withoutMoney"],
  });

/** Asking again, with or without changes; what is left out stays. */
export const askAgainSchema = z
  .strictObject({
    id: id(),
    version: version(),
    title: optional(line(200)),
    startsOn: optional(day()),
    endsOn: optional(day()),
    summary: optional(prose(2000)),
    partners: optional(partners()),
  })
  .refine(inOrder, outOfOrder);

/** No version: a party answers the question put to it, which another party's answer does not change. */
export const answerPartySchema = z
  .strictObject({
    id: id(),
    organizationId: id(),
    answer: z.enum(["confirm", "decline"], { error: "required" }),
    reason: optional(line(500)),
  })
  .refine((given) => given.answer === "confirm" || given.reason, {
    error: "required",
    path: ["reason"],
  });

export const moveSchema = z.strictObject({ id: id(), version: version() });
export const reasonedMoveSchema = z.strictObject({
  id: id(),
  version: version(),
  reason: line(500),
});
export const supplementSchema = z.strictObject({
  id: id(),
  version: version(),
  answer: prose(1000),
  fileId: optional(id()),
});

/** What every command answers with. */
export const movedSchema = z.object({
  id: z.uuid(),
  state: z.enum(projectStates),
  code: z.string().nullable(),
  version: z.number().int(),
});

export const listViews = ["own", "waiting", "overdue"] as const;

const projectSorts = ["-new", "new", "-code", "code", "waiting", "-start", "start"] as const;

export const listProjectsSchema = z.strictObject({
  q: optional(line(100)),
  state: optional(z.enum(projectStates)),
  type: optional(z.enum(projectTypes)),
  source: optional(z.enum(projectSources)),
  organization: optional(id()),
  park: optional(id()),
  /** Saved views of the address: the reader's own, what waits, what has a milestone overdue. */
  view: optional(z.enum(listViews)),
  sort: z.enum(projectSorts).default("-new"),
  ...pagingShape,
});

const named = z.object({ id: z.uuid(), name: z.string() });

const waitingSchema = z
  .object({
    party: z.enum(["partners", "lead", "secretariat", "experts", "authority"]),
    organizations: z.array(named),
    since: z.coerce.date(),
    late: z.boolean(),
  })
  .nullable();

export const projectRowSchema = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  title: z.string(),
  type: z.enum(projectTypes),
  source: z.enum(projectSources),
  state: z.enum(projectStates),
  startsOn: z.string(),
  endsOn: z.string(),
  lead: named,
  partners: z.array(named),
  waiting: waitingSchema,
});

export const projectPageSchema = pageOf(projectRowSchema).extend({
  /** The reader may register a project here. */
  mayCreate: z.boolean(),
  mayReview: z.boolean(),
  mayReadPowers: z.boolean(),
  /** Of some projects the reader is told for whom they wait. */
  seesWaiting: z.boolean(),
  /** The reader belongs to a unit, whose projects are a view of their own. */
  hasUnit: z.boolean(),
});

export const getProjectSchema = z.strictObject({ id: id() });

const may = z.object({ allowed: z.boolean(), reason: z.enum(["person", "state"]).nullable() });
const both = z.object({ cash: z.string(), inKind: z.string() });

const partySchema = named.extend({
  role: z.enum(partyRoles),
  isMember: z.boolean(),
  /** Left the alliance, and the lead goes on with it. */
  keptAt: z.date().nullable(),
  dutyKind: z.enum(dutyKinds).nullable(),
  duty: z.string().nullable(),
  state: z.enum(partyStates),
  answeredAt: z.date().nullable(),
  answeredBy: z.string().nullable(),
  reason: z.string().nullable(),
  answer: may,
});

/** Moves that the page offers; `answer` stands by its party. */
export const pageMoves = [
  "recall",
  "ask_again",
  "request_supplement",
  "supplement",
  "open_review",
  "propose",
  "register",
  "reject",
  "withdraw",
  "start",
  "suspend",
  "resume",
  "terminate",
  "request_acceptance",
  "open_acceptance",
  "settle",
  "close",
  "follow",
  "archive",
] as const satisfies readonly ProjectMove[];

/** What only those see who take part, or who see the whole alliance. */
const insideSchema = z.object({
  version: z.number().int(),
  summary: z.string().nullable(),
  stateReason: z.string().nullable(),
  file: named.nullable(),
  createdAt: z.date(),
  parties: z.array(partySchema),
  check: z.array(z.object({ item: z.enum(checkItems), met: z.boolean(), required: z.boolean() })),
  money: z.object({
    promised: both,
    received: both,
    conditional: both,
    proposed: both,
    entered: both,
    spent: both,
    requested: both,
  }),
  commitments: z.array(commitmentSchema),
  /** Results that name this project as their origin. */
  outcomes: z.number().int(),
  history: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(eventKinds),
      at: z.date(),
      organization: z.string().nullable(),
      by: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  moves: z.record(z.enum(pageMoves), may),
  park: named.nullable(),
  contractNo: z.string().nullable(),
  budget: z.string().nullable(),
  withoutMoney: z.boolean(),
  settlement: z.string().nullable(),
  followUpUntil: z.number().int().nullable(),
  mayInvite: z.boolean(),
  mayKeep: z.boolean(),
  may: z.object({
    confirm: z.boolean(),
    enter: z.boolean(),
    pledgeFor: z.array(named),
    /** Whose entries of the ledger the reader may open. */
    ledger: z.enum(["whole", "own", "none"]),
  }),
});

export const projectSchema = projectRowSchema.extend({
  registeredAt: z.date().nullable(),
  /** For which of the reader's organizations one may ask to be taken in. */
  joinFor: z.array(named),
  inside: insideSchema.nullable(),
});

const ids = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z.array(id()).min(1).max(21),
);

export const similarProjectsSchema = z
  .strictObject({
    title: line(200),
    startsOn: day(),
    endsOn: day(),
    organizationIds: ids,
    contractNo: optional(line(60)),
  })
  .refine(inOrder, outOfOrder);

export const similarProjectSchema = z.object({
  id: z.uuid(),
  /** Set where it belongs to another alliance, which shows what is registered there. */
  alliance: z.object({ slug: z.string(), name: z.string() }).nullable(),
  /** For which of the caller's organizations one may ask the lead to be taken in. */
  joinFor: z.array(named),
  code: z.string().nullable(),
  title: z.string(),
  state: z.enum(projectStates),
  lead: named,
  likelihood: z.enum(["likely", "same"]),
  similarity: z.number().int(),
});

export const remindedSchema = z.object({ reminded: z.number().int() });

export const registrationInputSchema = z.strictObject({});
export const registrationSchema = z.object({
  /** The secretariat names any member as lead. */
  anyMember: z.boolean(),
  own: z.array(named),
  today: z.string(),
});

export type Project = z.output<typeof projectSchema>;
export type ProjectRow = z.output<typeof projectRowSchema>;
export type Inside = NonNullable<Project["inside"]>;
