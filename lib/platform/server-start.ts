import { env } from "./env";
import { logger } from "./logger";
import { startStopping } from "./readiness";

/**
 * Checks the environment before the first request, so that a wrong variable is named at once and not found by a visitor.
 * The web server itself ends running requests on the stop signal; from then on readiness says no.
 */
export async function startServer(): Promise<void> {
  env();
  process.once("SIGTERM", startStopping);
  process.once("SIGINT", startStopping);
  logger.info("server started");
}
