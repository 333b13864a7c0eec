import { z } from "zod";
import { day, id, line, optional, prose, version } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { uniqueOrganizations } from "../organizations/schema/several";
import {
  agreementEventSteps,
  agreementKinds,
  agreementMoves,
  agreementPhases,
  agreementStates,
  linkKinds,
  sealStates,
} from "./types";

const parties = () =>
  z
    .array(z.strictObject({ organizationId: id() }), { error: "required" })
    .min(2, "two-parties")
    .max(30, "too-long")
    .superRefine(uniqueOrganizations);

const details = {
  title: line(200),
  kind: z.enum(agreementKinds, { error: "required" }),
  summary: optional(prose(1000)),
  validFrom: day(),
  validTo: optional(day()),
  autoRenew: z.boolean().default(false),
  terminationRule: optional(prose(500)),
  fileId: optional(id()),
  parties: parties(),
  collegeId: optional(id()),
  platformId: optional(id()),
  projectId: optional(id()),
  classId: optional(id()),
  callId: optional(id()),
  pathwayId: optional(id()),
};
const inOrder = (given: { validFrom: string; validTo?: string | undefined }) =>
  !given.validTo || given.validFrom <= given.validTo;
const outOfOrder = { error: "ends-before-start", path: ["validTo"] };

const anAgreement = { agreementId: id(), version: version() };

export const createAgreementInput = z.strictObject(details).refine(inOrder, outOfOrder);
export const updateAgreementInput = z
  .strictObject({ ...anAgreement, ...details })
  .refine(inOrder, outOfOrder);
export const stepAgreementInput = z
  .strictObject({
    ...anAgreement,
    move: z.enum(agreementMoves, { error: "required" }),
    note: optional(line(500)),
    on: optional(day()),
  })
  .refine(({ move, note }) => (move !== "return" && move !== "end") || note, {
    error: "required",
    path: ["note"],
  });
/** No version: a party seals what the others' seals do not change. */
export const sealAgreementInput = z.strictObject({
  agreementId: id(),
  organizationId: id(),
  on: day(),
});
export const renewAgreementInput = z
  .strictObject({
    ...anAgreement,
    validFrom: day(),
    validTo: optional(day()),
  })
  .refine(inOrder, outOfOrder);
export const remindAgreementsInput = z.strictObject({});
export const remindedOutput = z.object({ reminded: z.number().int() });
export const agreementChanged = z.object({ id: z.uuid(), version: z.number().int() });

const sorts = ["-new", "new", "expiry", "-expiry"] as const;
export const listAgreementsInput = z.strictObject({
  q: optional(line(100)),
  kind: optional(z.enum(agreementKinds)),
  phase: optional(z.enum(agreementPhases)),
  organization: optional(id()),
  /** Agreements about this call; none where the reader may not know the call itself. */
  call: optional(id()),
  sort: z.enum(sorts).default("-new"),
  ...pagingShape,
});

const named = z.object({ id: z.uuid(), name: z.string() });
export const agreementRow = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  kind: z.enum(agreementKinds),
  state: z.enum(agreementStates),
  phase: z.enum(agreementPhases),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  autoRenew: z.boolean(),
  signedOn: z.string().nullable(),
  seal: z.enum(sealStates),
  waiting: z.enum(["author", "checker", "parties", "day", "renewal", "nobody"]),
  /** The day since which it waits so; nothing where it waits for nobody. */
  waitingSince: z.string().nullable(),
  parties: z.array(named.extend({ sealedOn: z.string().nullable() })),
});
export const agreementPage = pageOf(agreementRow).extend({ mayWrite: z.boolean() });

export const getAgreementInput = z.strictObject({ agreementId: id() });
export const agreementOutput = agreementRow.extend({
  version: z.number().int(),
  today: z.string(),
  stateSince: z.date(),
  summary: z.string().nullable(),
  terminationRule: z.string().nullable(),
  cleared: z.boolean(),
  endReason: z.string().nullable(),
  file: named.nullable(),
  renews: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  renewedBy: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  links: z.array(
    z.object({
      kind: z.enum(linkKinds),
      id: z.uuid(),
      name: z.string(),
      /** Of a pathway: the offering that it starts from, on whose page it stands. */
      offeringId: z.uuid().nullable(),
    }),
  ),
  events: z.array(
    z.object({
      id: z.uuid(),
      step: z.enum(agreementEventSteps),
      on: z.string(),
      organization: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  may: z.object({
    edit: z.boolean(),
    moves: z.array(z.enum(agreementMoves)),
    /** The one who wrote it does not clear it. */
    clearBlocked: z.boolean(),
    sealFor: z.array(named),
    renew: z.boolean(),
  }),
});

export type AgreementRow = z.output<typeof agreementRow>;
export type AgreementView = z.output<typeof agreementOutput>;
