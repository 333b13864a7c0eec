import { setTimeout as sleep } from "node:timers/promises";
import { clearFolder, endServer } from "./end.ts";
import { awaitReady, type Launched, type ServerSpec, spawnServer } from "./launch.ts";
import { rotateLog } from "./log-file.ts";
import { messageOf, Problem } from "./problem.ts";

const FIRST_START_MS = 20_000;
const RESTART_MS = 60_000;
/** More ends than this within a minute are a fault that starting again does not cure. */
const ENDS_PER_MINUTE = 10;

/** Refusals that waiting does not change. */
const HOPELESS =
  /Permission denied|invalid value|administrator's secret|ENOENT|EACCES|No space left|Address already in use/;

/** One server that is started again whenever it ends, until it is stopped for good. */
export class Server {
  private readonly spec: ServerSpec;
  private readonly onFatal: (error: Error) => void;
  private current: Launched | undefined;
  private stopped: Promise<void> | undefined;
  private reviving: Promise<void> = Promise.resolve();
  private rotation: NodeJS.Timeout | undefined;
  private ends: number[] = [];

  constructor(spec: ServerSpec, onFatal: (error: Error) => void) {
    this.spec = spec;
    this.onFatal = onFatal;
  }

  get pid(): number | undefined {
    return this.current?.child.pid;
  }

  async start(): Promise<void> {
    rotateLog(this.spec.logFile);
    await this.launchWithin(FIRST_START_MS, (error) => HOPELESS.test(messageOf(error)));
    this.rotation = setInterval(() => rotateLog(this.spec.logFile), 60_000);
    this.rotation.unref();
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    clearInterval(this.rotation);
    if (this.pid !== undefined) await endServer(this.pid, this.spec.folder);
    await this.reviving;
  }

  private async launch(): Promise<void> {
    await clearFolder(this.spec.folder, this.spec.log);
    if (this.stopped) return;
    const launched = spawnServer(this.spec);
    this.current = launched;
    try {
      await awaitReady(this.spec, launched);
    } catch (error) {
      if (launched.child.pid !== undefined) await endServer(launched.child.pid, this.spec.folder);
      throw error;
    }
    void launched.ended.then((how) => {
      if (!this.stopped) this.reviving = this.revive(how);
    });
  }

  /** A refused start is tried again: what a killed server held is given back only after it. */
  private async launchWithin(limit: number, isFinal: (error: unknown) => boolean): Promise<void> {
    const end = performance.now() + limit;
    for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
      try {
        return await this.launch();
      } catch (error) {
        if (this.stopped) return;
        if (performance.now() + pause > end || isFinal(error)) throw error;
        await sleep(pause);
      }
    }
  }

  /** Nothing is final here: the address was given out, so the same port is tried to the end. */
  private async revive(how: string): Promise<void> {
    const since = performance.now();
    const { log, logFile } = this.spec;
    log(`PostgreSQL ended unexpectedly (${how}): starting it again`);
    this.ends = [...this.ends.filter((at) => at > since - 60_000), since];
    try {
      if (this.ends.length > ENDS_PER_MINUTE) {
        throw new Problem(
          `PostgreSQL ended ${this.ends.length} times within a minute.`,
          `Read ${logFile}.`,
        );
      }
      await this.launchWithin(RESTART_MS, () => false);
      if (this.stopped) return;
      log(`PostgreSQL answers again after ${((performance.now() - since) / 1000).toFixed(1)} s`);
    } catch (error) {
      this.onFatal(error instanceof Error ? error : new Error(messageOf(error)));
    }
  }
}
