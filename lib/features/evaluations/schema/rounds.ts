import { z } from "zod";
import { taskStates } from "@/lib/features/tasks/types";
import {
  day,
  digits,
  flag,
  id,
  line,
  optional,
  prose,
  quantity,
  version,
} from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { feeds } from "../rules/result";
import {
  evaluationStates,
  grades,
  itemLevels,
  objectionStates,
  roundFilters,
  roundSteps,
  ruleKinds,
  seatStates,
  subjectKinds,
  vetoStates,
} from "../types";

const year = () => digits().transform(Number).pipe(z.number().int().min(2000).max(2200));
const aRound = { roundId: id(), version: version() };

export const listRoundsInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(evaluationStates)),
  year: optional(z.coerce.number().int().min(2000).max(2200)),
  waits: optional(z.enum(roundFilters)),
  organization: optional(id()),
});
export const getRoundInput = z.strictObject({ roundId: id() });
export const openRoundInput = z.strictObject({
  schemeId: id(),
  year: year(),
  title: line(100),
  selfDueOn: day(),
  /** Members or colleges; none: all of them. */
  keyIds: z.array(id()).max(500, "too-many").default([]),
});
export const stepRoundInput = z.strictObject({
  ...aRound,
  to: z.enum(roundSteps),
  note: optional(prose(1000)),
});
export const ratifyRoundInput = z.strictObject({ ...aRound, resolutionId: id() });
export const sendBackInput = z.strictObject({ ...aRound, motionId: id(), reason: prose(1000) });

/* Self-evaluation and verification */
const aSubject = { subjectId: id(), version: version() };
const item = z.strictObject({ key: line(120), title: line(200), level: z.enum(itemLevels) });
export const saveSelfInput = z.strictObject({
  ...aSubject,
  entries: z
    .array(
      z.strictObject({
        indicatorId: id(),
        value: optional(quantity()),
        note: optional(line(500)),
        fileId: optional(id()),
        items: z.array(item).max(20, "too-many").default([]),
      }),
    )
    .max(200, "too-many")
    .default([]),
});
export const submitSelfInput = z.strictObject(aSubject);
export const returnSelfInput = z.strictObject({ ...aSubject, reason: prose(500) });
export const verifyEntryInput = z.strictObject({
  subjectId: id(),
  indicatorId: id(),
  value: optional(quantity()),
  note: optional(line(500)),
  /** Items that are not accepted. */
  rejected: z.array(id()).max(20, "too-many").default([]),
});
export const verifyRestInput = z.strictObject({ subjectId: id() });

/* Experts, visits, vetoes, objections, rectification */
export const assignExpertInput = z.strictObject({ roundId: id(), personId: id() });
export const releaseExpertInput = assignExpertInput.extend({ reason: line(300) });
export const declareSeatInput = z
  .strictObject({
    seatId: id(),
    answer: z.enum(["clear", "conflict"], { error: "required" }),
    reason: optional(line(300)),
  })
  .refine((given) => given.answer === "clear" || given.reason !== undefined, {
    error: "required",
    path: ["reason"],
  });
export const scoreInput = z.strictObject({
  seatId: id(),
  marks: z
    .array(
      z.strictObject({
        indicatorId: id(),
        points: digits().transform(Number).pipe(z.number().int().min(0).max(100, "out-of-range")),
      }),
    )
    .max(50, "too-many"),
  comment: prose(1000),
});
export const recordVisitInput = z.strictObject({
  subjectId: id(),
  on: day(),
  people: line(200),
  note: prose(2000),
});
export const findVetoInput = z.strictObject({
  subjectId: id(),
  indicatorId: id(),
  reason: prose(500),
});
export const decideVetoInput = z.strictObject({
  vetoId: id(),
  confirmed: flag(),
  note: optional(prose(500)),
});
export const objectInput = z.strictObject({ subjectId: id(), text: prose(2000) });
export const answerObjectionInput = z
  .strictObject({
    objectionId: id(),
    upheld: flag(),
    answer: prose(2000),
    indicatorId: optional(id()),
    value: optional(quantity()),
  })
  .refine((given) => !given.upheld || given.indicatorId !== undefined, {
    error: "required",
    path: ["indicatorId"],
  });
export const assignTaskInput = z.strictObject({
  subjectId: id(),
  title: line(200),
  detail: optional(prose(2000)),
  personId: id(),
  dueOn: day(),
});

export const changed = z.object({ id: z.uuid(), version: z.number().int() });
export const named = z.object({ id: z.uuid(), name: z.string() });

const roundRow = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  state: z.enum(evaluationStates),
  stateSince: z.date(),
  subjectKind: z.enum(subjectKinds),
  subjects: z.number().int(),
});
export type RoundRow = z.output<typeof roundRow>;
export const roundPage = pageOf(roundRow).extend({
  may: z.object({ open: z.boolean(), desk: z.boolean() }),
});

const subjectRow = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The reader may open its page. */
  opens: z.boolean(),
  submitted: z.boolean(),
  /** Values that nobody has verified yet. */
  unverified: z.number().int(),
  seats: z.number().int(),
  sheets: z.number().int(),
  /** Decimal text; null where the reader may not know it yet. */
  total: z.string().nullable(),
  grade: z.enum(grades).nullable(),
  rank: z.number().int().nullable(),
  vetoed: z.boolean(),
  feed: z.enum(feeds).nullable(),
  tasks: z.number().int(),
  /** Accepted, or dropped. */
  tasksDone: z.number().int(),
});
export type SubjectRow = z.output<typeof subjectRow>;

export const roundOutput = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  state: z.enum(evaluationStates),
  stateSince: z.date(),
  selfDueOn: z.string(),
  objectionUntil: z.string().nullable(),
  measuredAt: z.date().nullable(),
  scheme: z.object({
    id: z.uuid(),
    name: z.string(),
    edition: z.number().int(),
    subjectKind: z.enum(subjectKinds),
    publicGrades: z.boolean(),
    leastExperts: z.number().int(),
  }),
  resolution: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  conclusion: z.string().nullable(),
  version: z.number().int(),
  inside: z.boolean(),
  subjects: z.array(subjectRow),
  events: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(evaluationStates),
      note: z.string().nullable(),
      createdAt: z.date(),
    }),
  ),
  experts: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      assigned: z.number().int(),
      clear: z.number().int(),
      recused: z.number().int(),
      sheets: z.number().int(),
    }),
  ),
  /** Whom the office can still ask. */
  candidates: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  /** Resolutions of the council that name the round and ratify nothing else. */
  resolutions: z.array(z.object({ id: z.uuid(), label: z.string() })),
  /** Motions by which the council declined the result. */
  declined: z.array(z.object({ id: z.uuid(), label: z.string() })),
  may: z.object({
    step: z.enum(roundSteps).nullable(),
    assign: z.boolean(),
    ratify: z.boolean(),
    sendBack: z.boolean(),
    /** The reader drew up the result, so somebody else ratifies it. */
    ratifyBlocked: z.boolean(),
  }),
});
export type RoundView = z.output<typeof roundOutput>;

/* One subject */
const lineView = z.object({
  indicatorId: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(ruleKinds),
  unit: z.string().nullable(),
  weight: z.string(),
  metricCode: z.string().nullable(),
  evidence: z.string().nullable(),
  target: z.string().nullable(),
  selfValue: z.string().nullable(),
  computedValue: z.string().nullable(),
  /** What the records say by now, where they were put right after the value was frozen. */
  restated: z.string().nullable(),
  verifiedValue: z.string().nullable(),
  /** Counted less reported, where both are there. */
  difference: z.string().nullable(),
  selfNote: z.string().nullable(),
  verifyNote: z.string().nullable(),
  file: named.nullable(),
  items: z.array(
    z.object({
      id: z.uuid(),
      key: z.string(),
      title: z.string(),
      level: z.enum(itemLevels),
      accepted: z.boolean().nullable(),
    }),
  ),
  selfPoints: z.string().nullable(),
  /** Null until the result is drawn up, or for a reader who may not know it yet. */
  points: z.string().nullable(),
  highest: z.string().nullable(),
  mean: z.string().nullable(),
  marks: z.array(z.number().int()),
});
export type LineView = z.output<typeof lineView>;

export const getSubjectInput = z.strictObject({ subjectId: id() });
export const subjectOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  round: z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.number().int(),
    state: z.enum(evaluationStates),
    selfDueOn: z.string(),
    objectionUntil: z.string().nullable(),
    subjectKind: z.enum(subjectKinds),
  }),
  organizationId: z.uuid().nullable(),
  submittedAt: z.date().nullable(),
  returnReason: z.string().nullable(),
  selfTotal: z.string(),
  total: z.string().nullable(),
  grade: z.enum(grades).nullable(),
  rank: z.number().int().nullable(),
  vetoed: z.boolean(),
  lines: z.array(lineView),
  vetoIndicators: z.array(z.object({ id: z.uuid(), name: z.string() })),
  visits: z.array(z.object({ id: z.uuid(), on: z.string(), people: z.string(), note: z.string() })),
  vetoes: z.array(
    z.object({
      id: z.uuid(),
      indicator: z.string(),
      reason: z.string(),
      state: z.enum(vetoStates),
      note: z.string().nullable(),
      mayDecide: z.boolean(),
    }),
  ),
  objections: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      state: z.enum(objectionStates),
      answer: z.string().nullable(),
      indicator: z.string().nullable(),
      valueBefore: z.string().nullable(),
      valueAfter: z.string().nullable(),
      createdAt: z.date(),
      mayAnswer: z.boolean(),
    }),
  ),
  tasks: z.array(
    z.object({ id: z.uuid(), title: z.string(), dueOn: z.string(), state: z.enum(taskStates) }),
  ),
  people: z.array(named),
  may: z.object({
    save: z.boolean(),
    submit: z.boolean(),
    giveBack: z.boolean(),
    verify: z.boolean(),
    visit: z.boolean(),
    veto: z.boolean(),
    object: z.boolean(),
    task: z.boolean(),
  }),
});
export type SubjectView = z.output<typeof subjectOutput>;

/* The experts' desk */
export const deskInput = z.strictObject({});
export const deskOutput = z.object({
  items: z.array(
    z.object({
      seatId: z.uuid(),
      subject: named,
      round: z.object({ id: z.uuid(), title: z.string() }),
      state: z.enum(seatStates),
      submittedAt: z.date().nullable(),
      /** Conflicts are declared from the verified data on, marks given while experts score. */
      open: z.boolean(),
      scoring: z.boolean(),
      /** Since when the round stands in its step. */
      since: z.date(),
    }),
  ),
});
export type DeskRow = z.output<typeof deskOutput>["items"][number];
export const getSeatInput = z.strictObject({ seatId: id() });
export const seatOutput = z.object({
  seatId: z.uuid(),
  state: z.enum(seatStates),
  open: z.boolean(),
  subject: named,
  round: z.object({ id: z.uuid(), title: z.string(), year: z.number().int() }),
  submittedAt: z.date().nullable(),
  comment: z.string().nullable(),
  /** What is to be marked, with the own marks once they are given. */
  sheet: z.array(
    z.object({
      indicatorId: z.uuid(),
      code: z.string(),
      name: z.string(),
      weight: z.string(),
      points: z.number().int().nullable(),
    }),
  ),
  /** Closed until no conflict is declared. */
  lines: z.array(lineView.omit({ marks: true, mean: true, points: true, selfPoints: true })),
  visits: z.array(z.object({ id: z.uuid(), on: z.string(), people: z.string(), note: z.string() })),
});
export type SeatView = z.output<typeof seatOutput>;
