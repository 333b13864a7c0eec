import { parseArgs } from "node:util";
import { markRolledBack } from "../../../lib/platform/migrations/apply.ts";
import { migrate } from "../parts/database.ts";
import type { Lifetime } from "../parts/lifetime.ts";
import { openDatabase } from "./database.ts";

export async function migrateCommand(args: string[], life: Lifetime): Promise<void> {
  const { values } = parseArgs({ args, options: { retry: { type: "string" } } });
  const { url } = await openDatabase("npm run db:migrate", life);
  if (values.retry !== undefined) await markRolledBack(url, values.retry);
  await migrate(url, life);
}
