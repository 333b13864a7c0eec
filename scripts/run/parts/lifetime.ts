/** Signals within this time are one wish: terminal, npm and shell each pass Ctrl-C on. */
const SAME_WISH_MS = 1_500;

/** From the start of a runner to its end: who must be told, and in which order. */
export class Lifetime {
  private readonly whole: Lifetime | undefined;
  private readonly controller = new AbortController();
  private readonly closers: (() => void | Promise<void>)[] = [];
  private readonly emergencies: (() => void)[] = [];
  private askedAt: number | undefined;

  constructor(whole?: Lifetime) {
    this.whole = whole;
    if (whole) return;
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(name, () => this.ask());
    }
    // The starter is gone (a killed terminal or npm): nobody else would stop what runs here.
    if (process.connected) process.once("disconnect", () => this.ask());
  }

  /** A stretch of this life that ends earlier and takes with it what was started in it. */
  part(): Lifetime {
    return new Lifetime(this);
  }

  /** Aborted at the first wish to stop; what runs in the foreground ends on it. */
  get signal(): AbortSignal {
    return this.whole?.signal ?? this.controller.signal;
  }

  get asked(): boolean {
    return this.whole?.asked ?? this.askedAt !== undefined;
  }

  /** Registered when something was started; run in reverse order by `close`. */
  onClose(closer: () => void | Promise<void>): void {
    this.closers.push(closer);
  }

  /** Run at the second wish to stop, which ends everything at once. */
  onEmergency(emergency: () => void): void {
    if (this.whole) this.whole.onEmergency(emergency);
    else this.emergencies.push(emergency);
  }

  /** What cannot be ended does not keep the rest from being ended; it is reported afterwards. */
  async close(): Promise<void> {
    const faults: unknown[] = [];
    for (let closer = this.closers.pop(); closer; closer = this.closers.pop()) {
      try {
        await closer();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }

  private ask(): void {
    const now = performance.now();
    if (this.askedAt === undefined) {
      this.askedAt = now;
      this.controller.abort();
    } else if (now - this.askedAt > SAME_WISH_MS) {
      for (const emergency of this.emergencies) emergency();
      process.exit(130);
    }
  }
}
