import { z } from "zod";
import { outcomes } from "@/lib/features/bodies/types";
import { attendanceStatuses, meetingModes } from "@/lib/features/meetings/types";
import { thread } from "@/lib/features/resolutions/schema";
import { voteMethods } from "@/lib/features/resolutions/types";
import { id, optional, prose, ticked, version } from "@/lib/kernel/fields";
import {
  confirmations,
  erratumKinds,
  minutesStates,
  minutesWaits,
  objectionAnswers,
  objectionStates,
  ownParts,
  paragraphParts,
} from "./types";

export const draftInput = z.strictObject({ meetingId: id() });
export const stepInput = z.strictObject({ minutesId: id(), version: version() });
export const giveBackInput = stepInput.extend({ reason: prose(500) });
export const confirmInput = stepInput.extend({ resolutionId: optional(id()) });
export const stepOutput = z.object({
  id: z.string(),
  state: z.enum(minutesStates),
  version: z.number(),
});
export type Stepped = z.output<typeof stepOutput>;

export const saveParagraphInput = z.strictObject({
  paragraphId: id(),
  version: version(),
  text: prose(8000),
  internal: ticked().default(false),
});
export const addParagraphInput = z.strictObject({
  minutesId: id(),
  /** Behind this one; at the end without it. */
  afterId: optional(id()),
  part: z.enum(ownParts, { error: "required" }),
  text: prose(8000),
  internal: ticked().default(false),
});
export const removeParagraphInput = z.strictObject({ paragraphId: id(), version: version() });
export const paragraphOutput = z.object({ id: z.string(), version: z.number() });

export const objectInput = z.strictObject({ paragraphId: id(), text: prose(2000) });
export const answerInput = z.strictObject({
  objectionId: id(),
  answer: z.enum(objectionAnswers, { error: "required" }),
  text: prose(1000),
  /** The paragraph as it reads from now on, where the objection is accepted. */
  newText: optional(prose(8000)),
});
export const objectionOutput = z.object({ id: z.string(), state: z.enum(objectionStates) });

export const signInput = z.strictObject({
  minutesId: id(),
  version: version(),
  answer: z.enum(["signed", "refused"], { error: "required" }),
  reason: optional(prose(500)),
});
/** What a scanned page says of those who signed it, or of one who refused. */
export const recordSignaturesInput = signInput.omit({ reason: true }).extend({
  personIds: z.array(id()).min(1, "required").max(200),
  fileId: id(),
  reason: optional(prose(500)),
});
export const recordSignaturesOutput = z.object({
  id: z.string(),
  recorded: z.number(),
  /** They count once a second person has read the same from the page. */
  secondPerson: z.boolean(),
});
export const answerPaperInput = z.strictObject({
  minutesId: id(),
  personId: id(),
  agrees: z.preprocess(
    (value) => (value === "true" ? true : value === "false" ? false : value),
    z.boolean({ error: "required" }),
  ),
});
export const answerPaperOutput = z.object({ id: z.string(), counted: z.boolean() });

export const signOutput = z.object({ id: z.string(), answer: z.enum(["signed", "refused"]) });

export const proposeErratumInput = z.strictObject({
  paragraphId: id(),
  kind: z.enum(erratumKinds, { error: "required" }),
  newText: prose(8000),
  reason: prose(500),
});
export const approveErratumInput = z.strictObject({
  erratumId: id(),
  resolutionId: optional(id()),
});
export const erratumOutput = z.object({ id: z.string(), number: z.number() });

const objection = z.object({
  id: z.string(),
  authorName: z.string().nullable(),
  text: z.string(),
  state: z.enum(objectionStates),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

const paragraph = z.object({
  id: z.string(),
  order: z.number(),
  part: z.enum(paragraphParts),
  itemId: z.string().nullable(),
  text: z.string(),
  internal: z.boolean(),
  version: z.number(),
  objections: z.array(objection),
});
export type ParagraphView = z.output<typeof paragraph>;

const signature = z.object({
  personId: z.string(),
  personName: z.string(),
  capacity: z.string(),
  signedAt: z.iso.datetime().nullable(),
  refusedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  own: z.boolean(),
  /** Of what was answered on paper; `waits` while no second person has read it. */
  paper: z
    .object({
      answer: z.enum(["signed", "refused"]),
      reason: z.string().nullable(),
      fileId: z.string(),
      recordedBy: z.string().nullable(),
      confirmedBy: z.string().nullable(),
      waits: z.boolean(),
      mayConfirm: z.boolean(),
    })
    .nullable(),
});
export type SignatureView = z.output<typeof signature>;

const erratum = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(erratumKinds),
  paragraphId: z.string().nullable(),
  oldText: z.string(),
  newText: z.string(),
  reason: z.string(),
  proposedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  resolution: z
    .object({
      id: z.string(),
      year: z.number(),
      number: z.number(),
      body: z.object({ name: z.string(), nameEn: z.string().nullable() }),
    })
    .nullable(),
  approvedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ErratumView = z.output<typeof erratum>;

const bodyRef = z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() });

export const minutesView = z.object({
  id: z.string(),
  state: z.enum(minutesStates),
  version: z.number(),
  /** Only the public part was given. */
  publicOnly: z.boolean(),
  year: z.number().nullable(),
  number: z.number().nullable(),
  circulatedAt: z.iso.datetime().nullable(),
  objectUntil: z.string().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  returnReason: z.string().nullable(),
  sha256: z.string().nullable(),
  /** The text still has the hash of its confirmation; null while it is not confirmed or not shown whole. */
  intact: z.boolean().nullable(),
  confirm: z.enum(confirmations),
  signaturesNeeded: z.number(),
  openObjections: z.number(),
  waiting: z.object({ on: z.enum(minutesWaits), since: z.iso.datetime() }),
  paragraphs: z.array(paragraph),
  signatures: z.array(signature),
  errata: z.array(erratum),
  threads: z.array(thread),
  may: z.object({
    draft: z.boolean(),
    review: z.boolean(),
    object: z.boolean(),
    sign: z.boolean(),
    recordPaper: z.boolean(),
    confirm: z.boolean(),
    archive: z.boolean(),
    correct: z.boolean(),
    approveClerical: z.boolean(),
  }),
});
export type MinutesView = z.output<typeof minutesView>;

export const getMinutesInput = z.strictObject({ meetingId: id() });
export const getMinutesOutput = z.object({
  meeting: z.object({
    id: z.string(),
    title: z.string(),
    body: bodyRef,
    state: z.string(),
    heldAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
  }),
  /** The meeting has ended: there can be minutes. */
  due: z.object({ ended: z.boolean(), by: z.string().nullable() }),
  mayDraft: z.boolean(),
  mayArchive: z.boolean(),
  minutes: minutesView.nullable(),
});
export type MinutesPage = z.output<typeof getMinutesOutput>;

export const noticeOutput = z.object({
  meeting: z.object({
    id: z.string(),
    title: z.string(),
    bodyName: z.string(),
    mode: z.enum(meetingModes),
    place: z.string().nullable(),
    scheduledAt: z.iso.datetime(),
    noticedAt: z.iso.datetime().nullable(),
    waiver: z.string().nullable(),
  }),
  items: z.array(z.object({ order: z.number(), title: z.string() })),
  seats: z.array(z.object({ number: z.number(), name: z.string() })),
});
export type NoticeView = z.output<typeof noticeOutput>;

const fileRef = z.object({ id: z.string(), name: z.string(), sha256: z.string() });

/** Everything that the package of a meeting is made of; of a secret vote only its counts. */
export const archiveOutput = noticeOutput.extend({
  original: fileRef.nullable(),
  letters: z.array(fileRef),
  papers: z.array(fileRef.extend({ order: z.number() })),
  resolutionIds: z.array(z.string()),
  signIn: z.array(
    z.object({
      number: z.number(),
      holderName: z.string(),
      status: z.enum(attendanceStatuses),
      personName: z.string().nullable(),
      capacity: z.enum(["principal", "alternate"]).nullable(),
      mode: z.enum(["room", "online"]).nullable(),
      cameAt: z.iso.datetime().nullable(),
      leftAt: z.iso.datetime().nullable(),
    }),
  ),
  votes: z.array(
    z.object({
      item: z.string(),
      text: z.string(),
      method: z.enum(voteMethods),
      present: z.number(),
      recused: z.number(),
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      invalid: z.number(),
      outcome: z.enum(outcomes),
      ballots: z.array(
        z.object({
          number: z.number(),
          holderName: z.string(),
          choice: z.enum(["yes", "no", "abstain", "invalid"]),
        }),
      ),
    }),
  ),
});
export type ArchiveView = z.output<typeof archiveOutput>;
