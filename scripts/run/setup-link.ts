import { randomUUID } from "node:crypto";
import { issueFirstAdministratorLink } from "@/lib/features/access/commands/links";
import { linkPath } from "@/lib/features/access/types";
import { PLATFORM_CHAIN, recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { disconnect } from "@/lib/platform/db/client";
import { inTransaction } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";

// Usage: DATABASE_URL=… AUTH_SECRET=… APP_URL=… tsx --conditions=react-server scripts/run/setup-link.ts
// Prints the one-time address for the first administrator while there is no account at all; else nothing.
const secret = await inTransaction((tx) =>
  issueFirstAdministratorLink(tx, {
    now: now(),
    audit: (event) =>
      recordAudit(tx, { chain: PLATFORM_CHAIN, actorId: null, requestId: randomUUID() }, event),
  }),
);
await disconnect();
if (secret) {
  process.stdout.write(
    "\n  Nobody has an account yet. The first administrator introduces themselves here, once and within 24 hours:\n" +
      `  ${new URL(linkPath("setup", secret), env().APP_URL).href}\n`,
  );
}
