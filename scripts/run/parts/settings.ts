import { join, resolve } from "node:path";
import { z } from "zod";
import { readEnv } from "../../../lib/platform/env.ts";
import { openDataFolder } from "../../../lib/platform/postgres/place.ts";
import { whyNotFree } from "../../../lib/platform/postgres/port.ts";
import { messageOf, Problem } from "../../../lib/platform/postgres/problem.ts";
import { keepSecret } from "../../../lib/platform/postgres/secrets.ts";
import { childEnvironment, type Environment, root } from "./environment.ts";

export type Mode = "demo" | "start" | "dev";

export interface Settings {
  mode: Mode;
  port: number;
  host: string;
  dataDir: string;
  /** Unset: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
}

const schema = z.object({
  PORT: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(65_535, "must be at most 65535")
    .default(3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
    .optional(),
});

/** What the runner itself must know; all else is checked by the application's own reader. */
export function readSettings(mode: Mode, source: Environment = process.env): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Problem(
      `The environment is not usable: ${faults.join("; ")}.`,
      "Correct or unset the named variable.",
    );
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL } = parsed.data;
  const folder = DATA_DIR ?? `.data/${mode === "demo" ? "demo" : "main"}`;
  return {
    mode,
    port: PORT,
    host: HOST ?? (mode === "start" ? "0.0.0.0" : "127.0.0.1"),
    dataDir: openDataFolder(resolve(root, folder)),
    databaseUrl: DATABASE_URL,
  };
}

const REASONS: Record<string, string> = {
  EADDRINUSE: "is already taken by another program",
  EACCES: "may not be used by this user",
  EADDRNOTAVAIL: "cannot be used: this machine does not have that address",
};

export async function requireFreePort({ port, host }: Settings): Promise<void> {
  const code = await whyNotFree(port, host);
  if (code === undefined) return;
  throw new Problem(
    `Port ${port} on ${host} ${REASONS[code] ?? `cannot be used (${code})`}.`,
    `Stop that program, or choose another port: PORT=${port + 1} npm run ...`,
  );
}

/** What the application reads; secrets that nobody set are generated into the data folder. */
export function webEnvironment(settings: Settings, databaseUrl: string): Environment {
  const { mode, port, dataDir } = settings;
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    AUTH_SECRET: process.env.AUTH_SECRET || keepSecret(join(dataDir, "auth.secret")).value,
    APP_URL: process.env.APP_URL || `http://localhost:${port}`,
    DEMO: mode === "demo" ? "1" : undefined,
  };
}

/** The application would refuse it too, but only after it was started. */
export function checkEnvironment(env: Environment): void {
  try {
    readEnv(childEnvironment(env));
  } catch (error) {
    throw new Problem(messageOf(error), "Correct or unset the named variable.");
  }
}
