import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, Server, type ServerResponse } from "node:http";
import { logger } from "./logger";

type Begun = { request: IncomingMessage; server: Server };

const isBegun = (message: unknown): message is Begun =>
  typeof message === "object" &&
  message !== null &&
  "request" in message &&
  message.request instanceof IncomingMessage &&
  "server" in message &&
  message.server instanceof Server;

/** Hears of every request before the framework does, and of the server that received it; the framework names neither. */
export function onRequest(listener: (begun: Begun) => void): void {
  subscribe("http.server.request.start", (message) => {
    if (isBegun(message)) listener(message);
  });
}

/**
 * Answers one request.
 * @param pass hands the request on to the framework after all; what it answers goes out as ever
 */
type Answer = (outgoing: ServerResponse, pass: () => void) => Promise<void>;

/**
 * From the next request on, whatever is picked is answered before the framework looks at it; the rest is the framework's,
 * as ever. An answer that fails ends its connection: half of it may be on its way.
 * @param pick what answers this request; undefined: the framework
 * @param wanted asked once for each server
 */
export function answerBefore(
  pick: (incoming: IncomingMessage) => Answer | undefined,
  wanted: () => boolean = () => true,
): void {
  const known = new WeakSet<Server>();
  const answer = async (outgoing: ServerResponse, send: Answer, pass: () => void) => {
    try {
      await send(outgoing, pass);
    } catch (error) {
      logger.error({ err: error }, "an answer could not be sent");
      outgoing.destroy();
    }
  };
  onRequest(({ server }) => {
    if (known.has(server) || !wanted()) return;
    known.add(server);
    const behind = server.listeners("request");
    server.removeAllListeners("request");
    server.on("request", (incoming, outgoing) => {
      const pass = () => {
        for (const listener of behind) listener.call(server, incoming, outgoing);
      };
      const send = pick(incoming);
      if (send) void answer(outgoing, send, pass);
      else pass();
    });
  });
}
