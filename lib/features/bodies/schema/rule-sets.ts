import { z } from "zod";
import { organizationKinds } from "@/lib/features/organizations/types";
import { day, digits, id, line, optional, version } from "@/lib/kernel/fields";
import { comparators, matters, passBases, quorumBases, tieRules } from "../types";
import { ruleOptions, ruleView } from "./roster";

/** "2/3" with "is exactly so many enough?", as a form asks it; a share that nobody could reach is refused. */
const shareShape = {
  share: z
    .string({ error: "required" })
    .min(1, "required")
    .regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/, "not-a-share"),
  exact: z.enum(["yes", "no"], { error: "required" }),
};
const reachable = ({ share, exact }: { share: string; exact: "yes" | "no" }) => {
  const [num = Number.NaN, den = Number.NaN] = share.split("/").map(Number);
  // What is no share is said already.
  if (!Number.isInteger(num) || !Number.isInteger(den)) return true;
  return exact === "yes" ? num <= den : num < den;
};
const impossible = { error: "impossible-share", path: ["share"] };

const whole = (min: number, max: number) =>
  digits().pipe(
    z.coerce
      .number<string | number>({ error: "not-a-quantity" })
      .int("not-a-quantity")
      .min(min, "out-of-range")
      .max(max, "out-of-range"),
  );
const flag = (usual: boolean) =>
  z.preprocess(
    (value) => (value === "true" || value === "on" ? true : value === "false" ? false : value),
    z.boolean().default(usual),
  );

const { recusal, ballot, proxy, mail, callers, minutes } = ruleOptions.unwrap().shape;

/** What a person answers about one class of matters: the questions of the wizard, in its order. */
export const answers = z.strictObject({
  quorum: z
    .strictObject({ base: z.enum(quorumBases, { error: "required" }), ...shareShape })
    .refine(reachable, impossible),
  groups: z
    .array(
      z
        .strictObject({
          name: line(60),
          kinds: z.array(z.enum(organizationKinds)).min(1, "required").max(20),
          ...shareShape,
        })
        .refine(reachable, impossible),
    )
    .max(10)
    .default([]),
  counts: z
    .strictObject({ online: flag(true), alternate: flag(true), proxy: flag(true) })
    .prefault({}),
  pass: z
    .strictObject({ base: z.enum(passBases, { error: "required" }), ...shareShape })
    .refine(reachable, impossible),
  invalidCounts: flag(false),
  tie: z.enum(tieRules, { error: "required" }),
  recusal: z
    .strictObject({
      quorumBase: recusal.unwrap().shape.quorumBase,
      passBase: recusal.unwrap().shape.passBase,
      minRemaining: whole(1, 500).default(3),
    })
    .prefault({}),
  ballot: ballot,
  secretRequired: flag(false),
  secretMinimum: whole(2, 100).default(5),
  proxy: z
    .strictObject({
      allowed: flag(true),
      holder: proxy.unwrap().shape.holder,
      max: whole(1, 10).default(1),
      letter: flag(true),
    })
    .prefault({}),
  mail: z
    .strictObject({
      allowed: flag(false),
      minHours: whole(1, 2000).default(72),
      replies: z
        .strictObject(shareShape)
        .refine(reachable, impossible)
        .prefault({ share: "2/3", exact: "yes" }),
      silence: mail.unwrap().shape.silence,
      demandMeeting: whole(1, 500).default(3),
    })
    .prefault({}),
  callers: callers,
  waitMinutes: whole(0, 600).default(30),
  twoSeats: flag(false),
  noticeDays: optional(whole(0, 90)),
  papersDays: optional(whole(0, 90)),
  meetingsPerYear: whole(1, 12).default(1),
  minutes: z
    .strictObject({
      draftDays: whole(1, 90).default(5),
      confirm: minutes.unwrap().shape.confirm,
      objectionDays: whole(1, 90).default(7),
      signatures: whole(1, 50).default(3),
    })
    .prefault({}),
  resubmitDays: whole(0, 366).default(30),
  publicNoticeDays: whole(0, 90).default(0),
  term: z
    .strictObject({
      years: whole(1, 10).default(5),
      delayMonths: whole(0, 24).default(12),
      consecutive: whole(0, 10).default(0),
    })
    .prefault({}),
  articleId: optional(id()),
  articleRef: optional(line(200)),
});
export type Answers = z.output<typeof answers>;

const portion = { num: z.number(), den: z.number(), cmp: z.enum(comparators) };

/** One rule of a draft as it is stored; activated, it becomes a row of rule_sets. */
export const draftRule = z.object({
  matter: z.enum(matters),
  quorum: z.object({ ...portion, base: z.enum(quorumBases) }),
  pass: z.object({ ...portion, base: z.enum(passBases) }),
  tie: z.enum(tieRules),
  options: ruleOptions,
  noticeDays: z.number().nullable(),
  papersDays: z.number().nullable(),
  articleRef: z.string().nullable(),
  articleId: z.string().nullable(),
});
export type DraftRule = z.output<typeof draftRule>;
export const draftRules = z.array(draftRule);

/** The preset of a legal form, or a copy of what is in force. */
export const draftSources = [
  "current",
  "social_organization",
  "foundation",
  "private_non_enterprise",
  "no_legal_form",
] as const;

export const proposeRulesInput = z.strictObject({
  bodyId: id(),
  source: z.enum(draftSources, { error: "required" }),
  validFrom: day(),
  articleId: optional(id()),
  articleRef: optional(line(200)),
  note: optional(line(300)),
});
export const draftChanged = z.object({ id: z.string(), bodyId: z.string(), version: z.number() });

const aDraft = { draftId: id(), version: version() };
export const answerRuleInput = z.strictObject({
  ...aDraft,
  matter: z.enum(matters, { error: "required" }),
  /** Further classes of matters that get the same answers. */
  alsoFor: z.array(z.enum(matters)).max(6).default([]),
  ...answers.shape,
});
export const dateDraftInput = z.strictObject({
  ...aDraft,
  validFrom: day(),
  note: optional(line(300)),
});
export const withdrawDraftInput = z.strictObject(aDraft);
export const activateRulesInput = z.strictObject({
  ...aDraft,
  resolutionId: optional(id()),
  /** Which paper founded the rules; only for a body that has none yet. */
  basis: optional(line(300)),
});
export const activateRulesOutput = z.object({
  id: z.string(),
  bodyId: z.string(),
  activated: z.number(),
});

export const ruleVersion = ruleView.extend({
  validFrom: z.string(),
  validTo: z.string().nullable(),
  articleId: z.string().nullable(),
  articleDocumentId: z.string().nullable(),
  resolutionId: z.string().nullable(),
});
export type RuleVersion = z.output<typeof ruleVersion>;

export const ruleBody = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  dissolvedOn: z.string().nullable(),
  votingSeats: z.number(),
});
export const listRulesInput = z.strictObject({});
export const listRulesOutput = z.object({
  items: z.array(
    ruleBody.extend({
      /** Classes of matters with a rule in force today. */
      rules: z.number(),
      since: z.string().nullable(),
      drafting: z.boolean(),
    }),
  ),
});
export const bodyRulesInput = z.strictObject({ bodyId: id() });
export const bodyRulesOutput = z.object({
  body: ruleBody,
  today: z.string(),
  /** Every version, of each class the newest first. */
  versions: z.array(ruleVersion),
  drafting: z.boolean(),
});

export const getDraftInput = z.strictObject({ bodyId: id() });
export const draftOutput = z.object({
  id: z.string(),
  version: z.number(),
  body: ruleBody,
  today: z.string(),
  validFrom: z.string(),
  note: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  /** The reader is the one who proposed it. */
  own: z.boolean(),
  /** The body never had a rule: the founding paper is enough. */
  founding: z.boolean(),
  rules: z.array(draftRule),
  /** What the draft would follow, on its first day. */
  inForce: z.array(draftRule),
  resolutions: z.array(
    z.object({
      id: z.string(),
      year: z.number(),
      number: z.number(),
      title: z.string(),
      body: z.string(),
    }),
  ),
});
