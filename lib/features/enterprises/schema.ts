import { z } from "zod";
import { memberPositions } from "@/lib/features/memberships/types";
import { id, optional } from "@/lib/kernel/fields";
import { evidenceKinds, owedKinds } from "./types";

export const standingInput = z.strictObject({
  /** Without it: the first of the caller's own organizations. */
  organization: optional(id()),
  /** Calendar year of the papers; without it all. */
  year: optional(z.coerce.number().int().min(1949).max(2200)),
});

const pair = z.object({ cash: z.string(), inKind: z.string() });

export const owedSchema = z.object({
  kind: z.enum(owedKinds),
  id: z.string(),
  title: z.string(),
  /** The day until which, or since when, it waits. */
  on: z.string().nullable(),
  late: z.boolean(),
  /** Yuan; of a promise what is still missing. */
  amount: z.string().nullable(),
});
export type Owed = z.output<typeof owedSchema>;

const evidence = z.object({
  kind: z.enum(evidenceKinds),
  id: z.string(),
  on: z.string(),
  title: z.string(),
  /** Number of the agreement, voucher, proof, natural key. */
  paper: z.string().nullable(),
  amount: z.string().nullable(),
  /** People, where the paper counts them. */
  people: z.number().int().nullable(),
});
export type Evidence = z.output<typeof evidence>;

export const standingOutput = z.object({
  organization: z.object({ id: z.string(), name: z.string() }),
  /** The caller's own organizations, to change between them. */
  own: z.array(z.object({ id: z.string(), name: z.string() })),
  member: z
    .object({ number: z.number().int(), position: z.enum(memberPositions), since: z.string() })
    .nullable(),
  people: z.object({
    /** Heads asked for and hired through matches of the talent base. */
    wanted: z.number().int(),
    hired: z.number().int(),
    classes: z.number().int(),
    /** Learners of these classes now; a class of several enterprises counts for each of them. */
    learners: z.number().int(),
    mentors: z.number().int(),
  }),
  problems: z.object({
    posted: z.number().int(),
    running: z.number().int(),
    solved: z.number().int(),
  }),
  /** Verified figures only; 人次, 人 and 人日 are three numbers and never one (domain 4.1). */
  training: z.object({
    personTimes: z.string(),
    persons: z.string(),
    /** Several trainings, not all with a list: the same person may be in several numbers. */
    atMost: z.boolean(),
    personDays: z.string(),
  }),
  projects: z.object({ running: z.number().int(), all: z.number().int() }),
  money: z.object({ promised: pair, received: pair, spent: pair }),
  owed: z.array(owedSchema),
  evidence: z.array(evidence),
  evidenceCount: z.number().int(),
  /** Years for which there are papers, newest first. */
  years: z.array(z.number().int()),
});
export type Standing = z.output<typeof standingOutput>;
