import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, Server } from "node:http";

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
