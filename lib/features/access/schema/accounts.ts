import { z } from "zod";
import { email, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { columns } from "../policy";
import { mailStates } from "../types";

const instant = () => z.iso.datetime();

export const nothing = z.strictObject({});
export const done = z.object({});
export const byId = z.strictObject({ id: id() });
export const created = z.object({ id: z.string() });

/** security 4.5: 12–128 characters, counted as people count; no rule about their kinds. */
export const newPassword = () =>
  z
    .string({ error: "required" })
    .min(1, "required")
    .max(512, "too-long")
    .refine((text) => [...text].length >= 12, "password-too-short")
    .refine((text) => [...text].length <= 128, "too-long");

const secret = () => z.string({ error: "required" }).min(1, "required").max(200, "invalid");

export const sessionsOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      startedAt: instant(),
      lastSeenAt: instant(),
      expiresAt: instant(),
      userAgent: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
});
export const endedOutput = z.object({ ended: z.number().int() });

export const changePasswordInput = z.strictObject({
  currentPassword: secret(),
  password: newPassword(),
});

export const keysOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      prefix: z.string(),
      readOnly: z.boolean(),
      createdAt: instant(),
      lastUsedAt: instant().nullable(),
    }),
  ),
});
export const createKeyInput = z.strictObject({
  name: line(100),
  readOnly: z.boolean().default(false),
});
/** `key` is in this answer and nowhere else. */
export const createKeyOutput = z.object({ id: z.string(), key: z.string() });

export const linkInput = z.strictObject({ kind: z.enum(["setup", "reset"]), token: secret() });
export const linkOutput = z.object({ usable: z.boolean() });
export const setUpInput = z.strictObject({
  token: secret(),
  name: line(100),
  email: email(),
  password: newPassword(),
});
export const resetPasswordInput = z.strictObject({ token: secret(), password: newPassword() });

export const roleNames = columns.filter((column) => column !== "public");
export const roleName = () => z.enum(roleNames);

export const usersInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100, "too-long")),
  role: optional(roleName()),
  state: optional(z.enum(["active", "disabled"])),
  sort: optional(z.enum(["name", "-name", "email", "-email", "seen", "-seen"])),
});
export const usersOutput = pageOf(
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    disabledAt: instant().nullable(),
    lastSeenAt: instant().nullable(),
    roles: z.array(
      z.object({
        role: roleName(),
        alliance: z.string().nullable(),
        organization: z.string().nullable(),
      }),
    ),
  }),
);

export const outboxInput = z.strictObject({
  ...pagingShape,
  state: optional(z.enum(mailStates)),
});
export const outboxOutput = pageOf(
  z.object({
    id: z.string(),
    recipient: z.string(),
    subject: z.string(),
    /** Absent where it holds a link that opens an account. */
    body: z.string().nullable(),
    state: z.enum(mailStates),
    createdAt: instant(),
    sentAt: instant().nullable(),
    nextTryAt: instant().nullable(),
    attempts: z.number().int(),
    lastError: z.string().nullable(),
  }),
);

export const healthOutput = z.object({
  databaseVersion: z.string(),
  databaseBytes: z.string(),
  migrations: z.number().int(),
  lastMigration: z.string().nullable(),
  /** Milliseconds by which the database's clock is ahead of this process's. */
  clockDifference: z.number().int(),
  mailWaiting: z.number().int(),
  mailWaitingSince: instant().nullable(),
  mailFailed: z.number().int(),
  sessions: z.number().int(),
  processStartedAt: instant(),
  memoryBytes: z.number().int(),
});

export const createUserInput = z.strictObject({
  email: email(),
  name: line(100),
  role: roleName(),
  alliance: optional(z.string().max(60)),
  organization: optional(id()),
});
export const inviteUserInput = z.strictObject({
  name: line(100),
  email: email(),
  locale: z.enum(["zh-CN", "en"]).default("zh-CN"),
});
export const enableUserInput = z.strictObject({ id: id(), reason: line(500) });
export const byEmail = z.strictObject({ email: email() });
export const keyForInput = z.strictObject({ ...byEmail.shape, ...createKeyInput.shape });
