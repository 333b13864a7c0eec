import { z } from "zod";
import { platformKinds } from "@/lib/features/alliances/types";
import { recognitionLevels } from "@/lib/features/organizations/types";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { resourceKinds } from "../../funds/types";
import { uniqueOrganizations } from "../../organizations/schema/several";
import { builderRoles, placeKinds } from "../../platforms/types";
import { approvalGuards } from "../rules/approval";
import { collegeWaits } from "../rules/waiting";
import {
  checkItems,
  collegeKinds,
  collegeModes,
  collegeOwnerships,
  collegeStates,
  collegeSteps,
  sharedObjects,
} from "../types";
import { reviewView } from "./reviews";

const sorts = ["name", "-name", "-new", "waiting"] as const;
export const listCollegesInput = z.strictObject({
  q: optional(line(100)),
  kind: optional(z.enum(collegeKinds)),
  state: optional(z.enum(collegeStates)),
  mode: optional(z.enum(collegeModes)),
  level: optional(z.enum(recognitionLevels)),
  organization: optional(id()),
  sort: z.enum(sorts).default("name"),
  ...pagingShape,
});

const named = z.object({ id: z.uuid(), name: z.string() });
const collegeRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(collegeKinds),
  level: z.enum(recognitionLevels).nullable(),
  mode: z.enum(collegeModes),
  state: z.enum(collegeStates),
  stateSince: z.date(),
  place: z.enum(placeKinds).nullable(),
  remote: z.boolean(),
  school: named,
  parties: z.number().int(),
});
/** For whom it waits, and since which day. */
const waiting = z.object({ waiting: z.enum(collegeWaits), waitingSince: z.string() });
export type CollegeWaiting = z.output<typeof waiting>;
const listedCollege = collegeRow.extend({
  partners: z.array(named),
  /** Of colleges into which the reader sees. */
  waiting: waiting.nullable(),
});
export const collegePage = pageOf(listedCollege).extend({
  /** Of all that match; a part, never added (S001-21). */
  counts: z.object({
    entity: z.number().int(),
    nominal: z.number().int(),
    provincial: z.number().int(),
  }),
  mayPropose: z.boolean(),
});

export const getCollegeInput = z.strictObject({ collegeId: id() });
export const proposalInput = z.strictObject({});
/** For whom the caller may propose a college. */
export const proposalOutput = z.object({ anySchool: z.boolean(), own: z.array(named) });

const contribution = z.object({
  id: z.uuid(),
  partyId: z.uuid(),
  kind: z.enum(resourceKinds),
  amount: z.string(),
  valuation: z.string().nullable(),
  on: z.string(),
  evidence: z.string(),
  file: named.nullable(),
  confirmed: z.boolean(),
  mayConfirm: z.boolean(),
});

const insideSchema = waiting.extend({
  version: z.number().int(),
  stateReason: z.string().nullable(),
  guards: z.array(z.object({ guard: z.enum(approvalGuards), met: z.boolean() })),
  checks: z.array(
    z.object({
      item: z.enum(checkItems),
      evidence: z.string(),
      file: named.nullable(),
      at: z.date(),
    }),
  ),
  sharing: z.array(z.object({ object: z.enum(sharedObjects), rule: z.string() })),
  contributions: z.array(contribution),
  schoolOpinion: z.object({ text: z.string(), on: z.string() }).nullable(),
  agreements: z.array(z.object({ id: z.uuid(), title: z.string() })),
  projects: z.array(named),
  classes: z.array(z.object({ id: z.uuid(), name: z.string(), current: z.number().int() })),
  boardMeetings: z.number().int(),
  reviews: z.array(reviewView),
  events: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(collegeStates),
      on: z.string(),
      note: z.string().nullable(),
    }),
  ),
  may: z.object({
    edit: z.boolean(),
    manage: z.boolean(),
    steps: z.array(z.enum(collegeSteps)),
    approve: z.boolean(),
    approveBlocked: z.boolean(),
    formBoard: z.boolean(),
    opine: z.boolean(),
    signFor: z.array(named),
    contributeFor: z.array(z.object({ id: z.uuid(), name: z.string() })),
    review: z.boolean(),
  }),
});

export const collegeOutput = collegeRow.extend({
  today: z.string(),
  ownership: z.enum(collegeOwnerships),
  modeEvidence: z.string().nullable(),
  focus: z.string().nullable(),
  summary: z.string().nullable(),
  placeNote: z.string().nullable(),
  regionCode: z.string().nullable(),
  establishedOn: z.string().nullable(),
  establishedYear: z.number().int().nullable(),
  board: named.nullable(),
  resolution: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  members: z.array(
    named.extend({
      partyId: z.uuid(),
      role: z.enum(builderRoles),
      coBuild: z.boolean(),
      coInvest: z.boolean(),
      coManage: z.boolean(),
      /** Percent with two decimals. */
      share: z.string().nullable(),
      signedOn: z.string().nullable(),
    }),
  ),
  platforms: z.array(named.extend({ kind: z.enum(platformKinds) })),
  inside: insideSchema.nullable(),
});

export type CollegeRow = z.output<typeof listedCollege>;
export type CollegeView = z.output<typeof collegeOutput>;
export type CollegeInside = NonNullable<CollegeView["inside"]>;

const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, "not-a-quantity")
  .refine((text) => Number(text) > 0 && Number(text) <= 100, "not-a-quantity");

const party = z.strictObject({
  organizationId: id(),
  role: z.enum(builderRoles, { error: "required" }),
  coBuild: z.boolean().default(false),
  coInvest: z.boolean().default(false),
  coManage: z.boolean().default(false),
  share: optional(percent),
});
const details = {
  name: line(100),
  kind: z.enum(collegeKinds, { error: "required" }),
  level: optional(z.enum(recognitionLevels)),
  ownership: z.enum(collegeOwnerships).default("joint"),
  focus: optional(line(200)),
  summary: optional(prose(2000)),
  place: optional(z.enum(placeKinds)),
  placeNote: optional(line(200)),
  regionCode: optional(z.string().regex(/^\d{6}$/, "invalid")),
  establishedOn: optional(day()),
  parties: z
    .array(party, { error: "required" })
    .min(2, "two-parties")
    .max(30, "too-long")
    .superRefine(uniqueOrganizations),
};
const aCollege = { collegeId: id(), version: version() };

export const proposeCollegeInput = z.strictObject({ ...details, schoolId: optional(id()) });
export const updateCollegeInput = z.strictObject({ ...aCollege, ...details });
export const saveCheckInput = z.strictObject({
  collegeId: id(),
  item: z.enum(checkItems, { error: "required" }),
  evidence: line(500),
  fileId: optional(id()),
});
export const saveSharingInput = z.strictObject({
  collegeId: id(),
  object: z.enum(sharedObjects, { error: "required" }),
  rule: prose(500),
});
export const signCollegeInput = z.strictObject({ collegeId: id(), organizationId: id() });
export const opineCollegeInput = z.strictObject({ ...aCollege, opinion: prose(500) });
export const approveCollegeInput = z.strictObject({ ...aCollege, resolutionId: id() });
export const stepCollegeInput = z.strictObject({
  ...aCollege,
  to: z.enum(collegeSteps, { error: "required" }),
  note: optional(line(500)),
});
export const formBoardInput = z.strictObject({
  ...aCollege,
  bodyId: optional(id()),
  name: optional(line(100)),
  seatsPlanned: optional(z.coerce.number().int().min(1).max(200)),
});
export const linkProjectInput = z.strictObject({ collegeId: id(), projectId: id() });
export const collegeChanged = z.object({ id: z.uuid(), version: z.number().int() });
