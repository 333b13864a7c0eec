const PERIOD_MS = 500;
const DRAIN_MS = 11_000;

/**
 * Ends this process when the one that started it is gone, so that a killed runner leaves no web
 * server behind that holds the port and talks to a database nobody watches. Does nothing unless
 * ALLIANCE_PARENT_PID says whom to watch.
 */
export function watchParent(): void {
  const parent = Number(process.env.ALLIANCE_PARENT_PID);
  if (!Number.isSafeInteger(parent) || parent <= 1) return;
  // A direct child sees the change of its parent at once, even while the old one is a zombie.
  const direct = process.ppid === parent;
  const timer = setInterval(() => {
    if (direct ? process.ppid === parent : exists(parent)) return;
    clearInterval(timer);
    // The same way out as an orderly stop: running requests finish, within a limit.
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    process.kill(process.pid, "SIGTERM");
  }, PERIOD_MS);
  timer.unref();
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
