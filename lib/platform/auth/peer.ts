import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { peerHeader } from "./caller";

const holder = globalThis as { alliancePeersWatched?: boolean };

const isRequest = (message: unknown): message is { request: IncomingMessage } =>
  typeof message === "object" && message !== null && "request" in message;

/**
 * Notes the socket's address on every request before Next sees it. Next itself keeps an X-Forwarded-For that the client
 * sent, so that a stranger could choose the address by which sign-in attempts are counted. Called once at start.
 */
export function watchPeers(): void {
  if (holder.alliancePeersWatched) return;
  holder.alliancePeersWatched = true;
  subscribe("http.server.request.start", (message) => {
    if (!isRequest(message)) return;
    message.request.headers[peerHeader] = message.request.socket.remoteAddress ?? "";
  });
}
