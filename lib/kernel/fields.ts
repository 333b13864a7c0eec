import { z } from "zod";
import { isDay } from "./dates";
import { isBeyondAmount, parseYuan } from "./money";

/*
 * The field kinds of every input schema. A message is a key of `fields.*`, turned into words at the form. Text is
 * composed (NFC: NFKC would turn "，" into ","), trimmed and freed of control and bidirectional marks, so that what is
 * stored is what is seen.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;

const clean = (text: string) => text.normalize("NFC").replace(INVISIBLE, "").trim();

/** Required single-line text of at most `max` characters. */
export const line = (max: number) =>
  z
    .string({ error: "required" })
    .max(max * 4, "too-long")
    .transform((text) => clean(text).replace(/\s+/g, " "))
    .pipe(z.string().min(1, "required").max(max, "too-long"));

/** Required text with line breaks. */
export const prose = (max: number) =>
  z
    .string({ error: "required" })
    .max(max * 4, "too-long")
    .transform((text) => clean(text.replace(/\r\n?/g, "\n")))
    .pipe(z.string().min(1, "required").max(max, "too-long"));

/** A field that may be left blank: "" and absence both give undefined. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

export const id = () => z.uuid({ error: "not-an-id" });
export const day = () =>
  z.string({ error: "required" }).min(1, "required").refine(isDay, "not-a-day");

/** Yuan as text; positive unless told otherwise. Leaves as canonical "12.00". */
export const yuan = () =>
  z
    .string({ error: "required" })
    .min(1, "required")
    .refine((text) => !isBeyondAmount(text), { error: "amount-too-large", abort: true })
    .refine((text) => parseYuan(text) !== undefined, "not-an-amount")
    .refine((text) => (parseYuan(text) ?? 1n) > 0n, "not-positive");

/** A plain number with at most two decimals, kept as text so that nothing is rounded on the way. */
export const quantity = () =>
  z
    .string({ error: "required" })
    .min(1, { error: "required", abort: true })
    // Rules that follow read it as a number, so they are not asked about anything else.
    .regex(/^\d{1,15}(\.\d{1,2})?$/, { error: "not-a-quantity", abort: true });

export const email = () =>
  z
    .string({ error: "required" })
    .max(254, "too-long")
    .transform((text) => text.trim().toLowerCase())
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$/, "not-an-email"),
    );

/** Digits as a number or as text; of anything else `Number` would make a 0. */
export const digits = () =>
  z.union(
    [
      z.number(),
      z
        .string()
        .trim()
        .regex(/^-?\d{1,15}$/, "not-a-quantity"),
    ],
    {
      error: "not-a-quantity",
    },
  );

/** Row version that the form was opened with; another one in the database is a stale form. */
export const version = () => z.coerce.number().int().min(1);

/** A box of a form: ticked, or not sent at all. */
export const ticked = () =>
  z.preprocess((value) => (value === "on" || value === "true" ? true : value), z.boolean());

/** Yes or no, where a form or an address can also say no. */
export const flag = () =>
  z.preprocess(
    (value) => (value === "true" || value === "on" ? true : value === "false" ? false : value),
    z.boolean(),
  );

/** Wall-clock time as typed: 14:30. */
export const minute = () =>
  z.string({ error: "required" }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not-a-time");
