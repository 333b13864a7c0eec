import { z } from "zod";
import { platformKinds } from "@/lib/features/alliances/types";
import { recognitionLevels } from "@/lib/features/organizations/types";
import { skillLevels } from "@/lib/features/people/types";
import { day, digits, id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { uniqueOrganizations } from "../../organizations/schema/several";
import { bookingFates } from "../rules/bookings";
import { platformWaits } from "../rules/states";
import {
  builderRoles,
  componentKinds,
  componentStates,
  placeKinds,
  platformStates,
} from "../types";
import { promotionOutput } from "./promotions";

const party = z.strictObject({
  organizationId: id(),
  role: z.enum(builderRoles, { error: "required" }),
  duty: optional(line(300)),
});
const count = (least: number) =>
  digits().transform(Number).pipe(z.number().int().min(least).max(1_000_000));

const details = {
  name: line(200),
  kind: z.enum(platformKinds, { error: "required" }),
  hostId: optional(id()),
  collegeId: optional(id()),
  place: optional(z.enum(placeKinds)),
  shared: z.boolean().default(false),
  summary: optional(prose(1000)),
};
const aPlatform = { platformId: id(), version: version() };

export const createPlatformInput = z.strictObject({
  ...details,
  parties: z.array(party).max(30, "too-long").superRefine(uniqueOrganizations).default([]),
});
export const updatePlatformInput = z.strictObject({ ...aPlatform, ...details });
/** No version: a party answers the question put to it. */
export const answerPlatformInput = z.strictObject({
  platformId: id(),
  organizationId: id(),
  answer: z.enum(["confirm", "decline"], { error: "required" }),
});
export const recognisePlatformInput = z.strictObject({
  platformId: id(),
  level: z.enum(recognitionLevels, { error: "required" }),
  recognisedOn: day(),
  approver: line(200),
  documentNo: optional(line(100)),
  fileId: optional(id()),
});
export const stepPlatformInput = z.strictObject({
  ...aPlatform,
  to: z.enum(platformStates, { error: "required" }),
  on: day(),
  note: optional(line(500)),
  /** Asked where equipment is booked ahead; what is taken back takes the note as its reason. */
  bookings: optional(z.enum(bookingFates)),
});
export const addEquipmentInput = z.strictObject({
  platformId: id(),
  name: line(200),
  count: count(1),
  value: yuan(),
  openHours: optional(line(200)),
});
export const retireEquipmentInput = z.strictObject({ platformId: id(), equipmentId: id() });
export const setLadderInput = z.strictObject({
  platformId: id(),
  holders: z
    .array(z.strictObject({ level: z.enum(skillLevels), holders: count(0) }))
    .min(1, "required")
    .max(skillLevels.length, "too-long"),
});
export const useTemplateInput = z.strictObject({ platformId: id() });
export const updateComponentInput = z.strictObject({
  platformId: id(),
  componentId: id(),
  version: version(),
  name: optional(line(100)),
  ownerId: optional(id()),
  state: z.enum(componentStates, { error: "required" }),
  evidence: optional(line(500)),
  fileId: optional(id()),
});
export const platformChanged = z.object({ id: z.uuid(), version: z.number().int() });

const sorts = ["name", "-name", "level", "-new"] as const;
export const listPlatformsInput = z.strictObject({
  q: optional(line(100)),
  kind: optional(z.enum(platformKinds)),
  level: optional(z.enum(recognitionLevels)),
  state: optional(z.enum(platformStates)),
  shared: optional(z.enum(["true", "false"])),
  organization: optional(id()),
  college: optional(id()),
  sort: z.enum(sorts).default("level"),
  ...pagingShape,
});

const named = z.object({ id: z.uuid(), name: z.string() });
const platformRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(platformKinds),
  level: z.enum(recognitionLevels).nullable(),
  state: z.enum(platformStates),
  shared: z.boolean(),
  host: named.nullable(),
  parties: z.number().int(),
  equipmentValue: z.string(),
  waiting: z.enum(platformWaits),
  /** The day since which it waits so; nothing where it waits for nobody. */
  waitingSince: z.string().nullable(),
});
const listedPlatform = platformRow.extend({
  /** Who builds it together, without those that declined. */
  partners: z.array(named),
});
export const platformPage = pageOf(listedPlatform).extend({
  /** All that match, at their present level. */
  levels: z.array(
    z.object({ level: z.enum(recognitionLevels).nullable(), count: z.number().int() }),
  ),
  mayWrite: z.boolean(),
});

export const getPlatformInput = z.strictObject({ platformId: id() });
export const platformOutput = platformRow.extend({
  version: z.number().int(),
  today: z.string(),
  stateSince: z.date(),
  summary: z.string().nullable(),
  place: z.enum(placeKinds).nullable(),
  college: named.nullable(),
  members: z.array(
    named.extend({
      role: z.enum(builderRoles),
      duty: z.string().nullable(),
      state: z.enum(["pending", "confirmed", "declined"]),
      mayAnswer: z.boolean(),
    }),
  ),
  recognitions: z.array(
    z.object({
      id: z.uuid(),
      level: z.enum(recognitionLevels),
      recognisedOn: z.string(),
      approver: z.string(),
      documentNo: z.string().nullable(),
      file: named.nullable(),
    }),
  ),
  equipment: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      count: z.number().int(),
      value: z.string(),
      openHours: z.string().nullable(),
    }),
  ),
  ladder: z.array(z.object({ level: z.enum(skillLevels), holders: z.number().int() })),
  promotions: z.array(promotionOutput),
  components: z.array(
    z.object({
      id: z.uuid(),
      version: z.number().int(),
      kind: z.enum(componentKinds),
      ordinal: z.number().int(),
      name: z.string().nullable(),
      owner: named.nullable(),
      state: z.enum(componentStates),
      evidence: z.string().nullable(),
    }),
  ),
  agreements: z.array(z.object({ id: z.uuid(), title: z.string() })),
  events: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(platformStates),
      on: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** Bookings that are not over, for those who keep the record; else 0. */
  standing: z.number().int(),
  may: z.object({ edit: z.boolean(), recognise: z.boolean(), bookings: z.boolean() }),
});

export type PlatformRow = z.output<typeof platformRow>;
export type PlatformView = z.output<typeof platformOutput>;
