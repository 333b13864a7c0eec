import { z } from "zod";
import { roleName } from "@/lib/features/access/schema/accounts";
import { line, optional } from "@/lib/kernel/fields";
import { languages } from "./types";

export const nothing = z.strictObject({});
export const done = z.object({});

export const profileOutput = z.object({
  name: z.string(),
  title: z.string().nullable(),
  /** Masked, also to oneself: whoever looks over a shoulder or finds an open screen reads it too. */
  phone: z.string().nullable(),
  email: z.string(),
  language: z.enum(languages),
  hasPassword: z.boolean(),
  roles: z.array(
    z.object({
      role: roleName(),
      alliance: z.object({ slug: z.string(), name: z.string() }).nullable(),
      organization: z.object({ id: z.string(), name: z.string() }).nullable(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
});

const phone = () => line(40).pipe(z.string().regex(/^\+?[\d\s()-]{5,39}$/, "not-a-phone"));

/** An empty title is taken away; an empty phone number stays as it is, since the form cannot show it. */
export const updateProfileInput = z.strictObject({
  title: optional(line(100)),
  phone: optional(phone()),
  removePhone: z.boolean().default(false),
});

export const chooseLanguageInput = z.strictObject({ language: z.enum(languages) });
