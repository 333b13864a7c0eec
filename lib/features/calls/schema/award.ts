import { z } from "zod";
import { projectTypes } from "@/lib/features/projects/types";
import { day, id, line, optional, prose, ticked, version, yuan } from "@/lib/kernel/fields";

const step = { id: id(), version: version() };
export const chooseInput = z.strictObject({
  ...step,
  bidId: id(),
  reason: prose(1000),
  /** Later than the working days ask for, where public holidays lie between. */
  noticeUntil: optional(day()),
});

export const objectInput = z.strictObject({ callId: id(), text: prose(2000) });
export const answerObjectionInput = z.strictObject({
  objectionId: id(),
  upheld: ticked().default(false),
  answer: prose(2000),
});
export const objectionAnswer = z.object({ id: z.uuid(), callId: z.uuid() });

export const contractInput = z
  .strictObject({
    ...step,
    contractNo: line(100),
    amount: yuan(),
    /** The amount was doubted and is right. */
    amountIsRight: ticked().default(false),
    signedOn: day(),
    startsOn: day(),
    endsOn: day(),
    type: z.enum(projectTypes, { error: "required" }).default("tech_rd"),
    fileId: optional(id()),
  })
  .refine((given) => given.startsOn <= given.endsOn, {
    error: "ends-before-start",
    path: ["endsOn"],
  });

export const signAcceptanceInput = z.strictObject({
  ...step,
  indicators: z
    .array(
      z.strictObject({ indicatorId: id(), measured: line(200), met: ticked().default(false) }),
      {
        error: "required",
      },
    )
    .min(1, "required")
    .max(20, "too-long"),
});

export const remindInput = z.strictObject({});
export const remindedOutput = z.object({ reminded: z.number().int() });
