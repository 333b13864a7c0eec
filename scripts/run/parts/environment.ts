import { delimiter, dirname, join } from "node:path";

export const root = join(import.meta.dirname, "..", "..", "..");

export type Environment = Record<string, string | undefined>;

// What the caller's shell, editor or npm set for itself and a child would misread.
const FOREIGN =
  /^(NODE_OPTIONS|NODE_PATH|NODE_ENV|NODE_CHANNEL_.*|npm_.*|INIT_CWD|PG[A-Z]+|PORT|HOST)$/;

/** The environment of every child: the caller's without what is foreign, with Node 24 in front. */
export function childEnvironment(extra: Environment = {}): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (FOREIGN.test(name)) Reflect.deleteProperty(env, name);
  }
  const path = [join(root, "node_modules", ".bin"), dirname(process.execPath), process.env.PATH];
  return {
    ...env,
    PATH: path.join(delimiter),
    TZ: "UTC",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    ...extra,
  };
}

export function tool(name: string): string {
  return join(root, "node_modules", ".bin", name);
}

export const nextProgram = join(root, "node_modules", "next", "dist", "bin", "next");
