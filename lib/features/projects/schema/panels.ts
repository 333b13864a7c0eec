import { z } from "zod";
import { day, digits, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { declarations, panelConclusions, panelKinds, panelStates, panelVotes } from "../types";

const experts = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z.array(id(), { error: "required" }).min(3, "too-few").max(15, "too-long"),
);

export const convenePanelSchema = z.strictObject({
  id: id(),
  version: version(),
  kind: z.enum(panelKinds, { error: "required" }),
  experts,
});
export const addExpertSchema = z.strictObject({ panelId: id(), userId: id() });
export const declareSchema = z
  .strictObject({
    panelId: id(),
    answer: z.enum(["none", "conflict"], { error: "required" }),
    note: optional(line(500)),
  })
  .refine((given) => given.answer === "none" || given.note, { error: "required", path: ["note"] });

export const submitScoresSchema = z.strictObject({
  panelId: id(),
  scores: z.record(
    z.string().max(20),
    digits()
      .transform(Number)
      .pipe(z.number().int("not-a-quantity").min(0, "out-of-range").max(100, "out-of-range")),
  ),
  vote: optional(z.enum(panelVotes)),
  comment: prose(2000),
});

const rework = z.strictObject({ text: line(300), dueOn: day() });
export const closePanelSchema = z.strictObject({
  panelId: id(),
  version: version(),
  summary: prose(2000),
  rework: z.array(rework).max(20, "too-long").optional(),
});
export const doneReworkSchema = z.strictObject({ itemId: id(), doneNote: line(500) });

const file = z.object({ id: z.uuid(), name: z.string() }).nullable();
const seat = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  mine: z.boolean(),
  declaration: z.enum(declarations),
  submitted: z.boolean(),
  /** The reader's own, and everybody's once all are in. */
  scores: z.record(z.string(), z.number()).nullable(),
  total: z.number().int().nullable(),
  vote: z.enum(panelVotes).nullable(),
  comment: z.string().nullable(),
});

export const panelViewSchema = z.object({
  id: z.uuid(),
  kind: z.enum(panelKinds),
  round: z.number().int(),
  state: z.enum(panelStates),
  conclusion: z.enum(panelConclusions).nullable(),
  summary: z.string().nullable(),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
  version: z.number().int(),
  seats: z.array(seat),
  allIn: z.boolean(),
  spread: z.number().int().nullable(),
  rework: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      dueOn: z.string(),
      doneAt: z.date().nullable(),
      doneNote: z.string().nullable(),
    }),
  ),
});
export type PanelView = z.output<typeof panelViewSchema>;

export const deskSchema = z.strictObject({});
export const deskViewSchema = z.object({
  items: z.array(
    z.object({
      panelId: z.uuid(),
      kind: z.enum(panelKinds),
      state: z.enum(panelStates),
      declaration: z.enum(declarations),
      submitted: z.boolean(),
      submittedAt: z.date().nullable(),
      openedAt: z.date(),
      /** Only the title before the declaration. */
      title: z.string(),
      parties: z.array(z.string()),
    }),
  ),
});

export const getPanelSchema = z.strictObject({ panelId: id() });
export const openedPanelSchema = z.object({
  panel: panelViewSchema,
  title: z.string(),
  parties: z.array(z.string()),
  declaration: z.enum(declarations),
  /** Shut until the reader has declared to have no conflict. */
  documents: z
    .object({
      summary: z.string().nullable(),
      startsOn: z.string(),
      endsOn: z.string(),
      budget: z.string().nullable(),
      file,
      milestones: z.array(
        z.object({
          title: z.string(),
          deliverable: z.string(),
          dueOn: z.string(),
          state: z.string(),
          evidence: z.array(z.object({ criterion: z.string(), text: z.string(), file })),
        }),
      ),
    })
    .nullable(),
});

export const expertsSchema = z.strictObject({ id: id() });
export const expertsViewSchema = z.object({
  items: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string(),
      title: z.string().nullable(),
      /** Belongs to a party or to its group, or has declared an interest in one. */
      conflict: z.boolean(),
    }),
  ),
});
