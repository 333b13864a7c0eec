import "server-only";
import { onRequest } from "../requests";
import { peerHeader } from "./caller";

const holder = globalThis as { alliancePeersWatched?: boolean };

/**
 * Notes the socket's address on every request before Next sees it. Next itself keeps an X-Forwarded-For that the client
 * sent, so that a stranger could choose the address by which sign-in attempts are counted. Called once at start.
 */
export function watchPeers(): void {
  if (holder.alliancePeersWatched) return;
  holder.alliancePeersWatched = true;
  onRequest(({ request }) => {
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
  });
}
