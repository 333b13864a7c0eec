/** Seconds between two looks at the rights of somebody who listens, and between two signs of life on the line. */
const CHECK_MS = 30_000;

type Source = {
  /** The revision now, for whoever still may see it. @throws when that has ended */
  current: () => Promise<number>;
  listen: (hear: (revision: number) => void) => () => void;
  signal: AbortSignal;
  checkEvery?: number;
};

const encoder = new TextEncoder();

/**
 * Server-sent events that say one number: the revision. No content goes this way; whoever hears of a newer one reads the
 * page again, by the rights that it has then.
 */
export function revisionStream({ current, listen, signal, checkEvery = CHECK_MS }: Source) {
  let finish = () => {};
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let sent = 0;
      let over = false;
      const send = (text: string) => {
        if (!over) controller.enqueue(encoder.encode(text));
      };
      const say = (revision: number) => {
        if (revision <= sent) return;
        sent = revision;
        send(`event: revision\ndata: ${revision}\n\n`);
      };
      const look = () => current().then(say, finish);
      const stop = listen((revision) => (revision === 0 ? void look() : say(revision)));
      const timer = setInterval(() => {
        send(": here\n\n");
        void look();
      }, checkEvery);
      finish = () => {
        if (over) return;
        over = true;
        clearInterval(timer);
        stop();
        controller.close();
      };
      signal.addEventListener("abort", finish, { once: true });
      if (signal.aborted) return finish();
      send("retry: 3000\n\n");
      await look();
    },
    cancel: () => finish(),
  });
}
