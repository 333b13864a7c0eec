import { z } from "zod";
import { id, line, optional, prose, version, yuan } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { amountKinds, certificateStates, sealWays } from "./types";

const year = () =>
  z.coerce.number({ error: "not-a-quantity" }).int("not-a-quantity").min(1980).max(2100);

const sorts = ["-year", "year", "stateSince"] as const;

export const listCertificatesInput = z.strictObject({
  ...pagingShape,
  year: optional(year()),
  state: optional(z.enum(certificateStates)),
  /** The beneficiary. */
  enterprise: optional(id()),
  /** Those on which this member may report results. */
  usableBy: optional(id()),
  sort: z.enum(sorts).default("-year"),
});

const content = {
  enterpriseId: id(),
  /** The member that may report results on it besides the enterprise. */
  claimantId: optional(id()),
  projectId: optional(id()),
  year: year(),
  outputIncrease: optional(yuan()),
  taxes: optional(yuan()),
  savings: optional(yuan()),
};
type Given = Partial<Record<(typeof amountKinds)[number], string>>;
const oneAmount = (given: Given) => amountKinds.some((kind) => given[kind] !== undefined);
const amountMissing = { error: "required", path: ["outputIncrease"] };

export const draftCertificateInput = z.strictObject(content).refine(oneAmount, amountMissing);
const step = { id: id(), version: version() };
export const changeCertificateInput = z
  .strictObject({ ...step, ...content })
  .refine(oneAmount, amountMissing);
export const getCertificateInput = z.strictObject({ id: id() });
export const askCertificateInput = z.strictObject(step);
export const sealCertificateInput = z
  .strictObject({
    ...step,
    way: z.enum(sealWays, { error: "required" }),
    /** Whose name stands under the seal. */
    signatory: line(60),
    fileId: optional(id()),
  })
  .refine(({ way, fileId }) => way === "declaration" || fileId !== undefined, {
    error: "required",
    path: ["fileId"],
  });
export const withdrawCertificateInput = z.strictObject({ ...step, reason: prose(500) });

export const certificateAnswer = z.object({
  id: z.uuid(),
  version: z.number().int(),
  state: z.enum(certificateStates),
});

const named = z.object({ id: z.uuid(), name: z.string() });
const amount = z.string().nullable();

export const certificateRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  year: z.number().int(),
  enterprise: named,
  claimant: named.nullable(),
  projectTitle: z.string().nullable(),
  outputIncrease: amount,
  taxes: amount,
  savings: amount,
  /** Yuan. */
  total: z.string(),
  state: z.enum(certificateStates),
  stateSince: z.iso.datetime(),
  synthetic: z.boolean(),
});
export type CertificateRow = z.output<typeof certificateRow>;
export const certificateList = pageOf(certificateRow).extend({ mayPrepare: z.boolean() });

export const certificateOutput = certificateRow.extend({
  projectId: z.uuid().nullable(),
  preparedBy: z.string().nullable(),
  signatory: z.string().nullable(),
  sealedAt: z.iso.datetime().nullable(),
  /** The day of it where the alliance is. */
  sealedOn: z.string().nullable(),
  /** The sealed paper; null where it was sealed by declaration. */
  file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  reason: z.string().nullable(),
  /** Results that rest on it, as far as the reader may know of them. */
  records: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      metricCode: z.string(),
      metricZh: z.string(),
      metricEn: z.string(),
      organizationName: z.string(),
      /** 万元. */
      quantity: z.string(),
    }),
  ),
  /** What may still be reported on it, in 万元, of M29 and of M30. */
  left: z.object({ benefit: z.string(), output: z.string() }),
  may: z.object({
    change: z.boolean(),
    ask: z.boolean(),
    seal: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type Certificate = z.output<typeof certificateOutput>;
