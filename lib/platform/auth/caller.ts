import { type BlockList, isIP } from "node:net";
import { env } from "../env";
import { isAmong } from "./proxies";

/** What is known of a browser before anybody signed in. */
export type Caller = { address: string; userAgent: string | null };

/** Written by `watchPeers` over whatever a client sent under this name. */
export const peerHeader = "x-alliance-peer";

const unmapped = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

/** The eight groups of an IPv6 address; the first four are one household or office. */
function network(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/**
 * The address that limits count by: the socket's peer, unless that is a proxy which the settings name. Then it is the last
 * entry of X-Forwarded-For, the one that this proxy wrote itself. Anybody can send the header, so nobody else's counts.
 */
export function addressOf(headers: Headers, proxies: BlockList = env().TRUSTED_PROXIES): string {
  const peer = unmapped(headers.get(peerHeader) ?? "");
  const forwarded = unmapped(headers.get("x-forwarded-for")?.split(",").at(-1) ?? "");
  const address = isAmong(proxies, peer) && isIP(forwarded) ? forwarded : peer;
  return isIP(address) ? network(address) : "unknown";
}

export const callerOf = (headers: Headers): Caller => ({
  address: addressOf(headers),
  userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
});
