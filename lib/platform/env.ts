import { z } from "zod";
import { proxiesOf } from "./auth/proxies.ts";
import { type FileSettings, fileFaults, fileVariables } from "./files/settings.ts";

/** Every variable the application reads (contract, section 2, and decision 0012). Refused at start with its name and what is wrong. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z
    .string({ error: "is missing: the address of a PostgreSQL 15 or newer" })
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
  ...fileVariables,
  AUTH_SECRET: z
    .string({ error: "is missing: at least 32 random characters" })
    .min(32, "must have at least 32 characters"),
  APP_URL: z.url({ error: "must be an absolute address such as https://portal.example" }),
  SMTP_URL: z.url({ error: "must look like smtp://user:password@host:587" }).optional(),
  MAIL_FROM: z.string().max(320).optional(),
  OIDC_ISSUER: z.url({ error: "must be the issuer's address" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
  /** Of `admin backup` and `admin restore`; the portal itself never needs it. */
  BACKUP_PASSPHRASE: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Whose X-Forwarded-For is believed (decision 0012). */
  TRUSTED_PROXIES: z
    .string()
    .default("loopback")
    .transform((text, context) => {
      const proxies = proxiesOf(text);
      if (proxies) return proxies;
      context.addIssue("must list addresses and networks, such as 127.0.0.1, 10.0.0.0/8");
      return z.NEVER;
    }),
  /** Set by the demo runner alone: the sign-in page lists the demonstration accounts. */
  DEMO: z.literal("1").optional(),
});

const fileSchema = z.object(fileVariables);

export type Env = z.output<typeof schema>;

/** An empty variable counts as unset, as in most shells' configuration files. */
const setIn = (source: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));

const refuse = (faults: readonly string[]): never => {
  throw new Error(`The environment is not usable:\n  ${faults.join("\n  ")}`);
};

function read<T extends z.ZodType<FileSettings>>(
  variables: T,
  source: Record<string, string | undefined>,
): z.output<T> {
  const parsed = variables.safeParse(setIn(source));
  if (!parsed.success)
    return refuse(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  const faults = fileFaults(parsed.data);
  if (faults.length > 0) refuse(faults.map((fault) => fault.join(" ")));
  return parsed.data;
}

export const readEnv = (source: Record<string, string | undefined>): Env => read(schema, source);

/** What says where files are kept, for a command that needs nothing else. */
export const readFileSettings = (source: Record<string, string | undefined>): FileSettings =>
  read(fileSchema, source);

let cached: Env | undefined;

/** Read once, on first use: building the pages needs no database. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
