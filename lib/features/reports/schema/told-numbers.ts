import { z } from "zod";
import { id, line, optional, prose } from "@/lib/kernel/fields";
import { numberParts } from "../types";

/** A number of few persons in what everybody will read: where it stands, and who let it stand. */
export const toldNumber = z.object({
  sectionId: z.uuid().nullable(),
  caseId: z.uuid().nullable(),
  /** Of the chapter or the case. */
  title: z.string(),
  part: z.enum(numberParts),
  number: z.string(),
  passage: z.string(),
  nth: z.number().int(),
  confirmed: z.object({ reason: z.string(), by: z.string().nullable(), at: z.date() }).nullable(),
});
export type ToldNumberView = z.output<typeof toldNumber>;

/** The place as it was shown: in other words it is another number. */
export const confirmNumberInput = z.strictObject({
  editionId: id(),
  sectionId: optional(id()),
  caseId: optional(id()),
  part: z.enum(numberParts),
  number: line(100),
  passage: line(200),
  nth: z.coerce.number().int().min(1),
  reason: prose(300),
});
