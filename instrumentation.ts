/** Runs once in each server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startServer } = await import("./lib/platform/server-start");
    await startServer();
    const { startReminders } = await import("./scripts/run/reminders");
    startReminders();
  }
}

type Failed = Error & { digest?: string };

/** The number that an error page shows stands in the log beside the error. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { loggedPath, logger } = await import("./lib/platform/logger");
  const failed = error as Failed;
  const path = loggedPath(request.path.split("?")[0] ?? "");
  logger.error(
    { err: failed, digest: failed.digest, path, method: request.method },
    "request failed",
  );
}
