import "server-only";
import { env } from "../env";
import { logger } from "../logger";
import { sendNext } from "./sender";
import { type MailTransport, openTransport } from "./transport";

const PAUSE_MS = 5_000;

type Mailer = { stop: () => Promise<void> };

// One loop per process: the development server loads this module again and again.
const holder = globalThis as { allianceMailer?: Mailer };

function run(transport: MailTransport): Mailer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    try {
      while (!stopped && (await sendNext(transport)));
    } catch (error) {
      // The database is away or restarting; the outbox waits.
      logger.warn({ err: error }, "outbox not read");
    }
    if (!stopped) timer = setTimeout(start, PAUSE_MS).unref();
  };
  let running: Promise<void> = Promise.resolve();
  const start = () => {
    running = round();
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      transport.close();
    },
  };
}

/** Begins to send the outbox; without SMTP_URL it stays where the administrator reads it. Safe to call again. */
export function startMailer(): void {
  const url = env().SMTP_URL;
  if (url) holder.allianceMailer ??= run(openTransport(url));
}

/** Waits for the mail on its way, for an orderly end. */
export async function stopMailer(): Promise<void> {
  const mailer = holder.allianceMailer;
  delete holder.allianceMailer;
  await mailer?.stop();
}
