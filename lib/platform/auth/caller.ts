import { BlockList, isIP } from "node:net";

/** What is known of a browser before anybody signed in. */
export type Caller = { address: string; userAgent: string | null };

/** Written by `watchPeers` over whatever a client sent under this name. */
export const peerHeader = "x-alliance-peer";

const nearby = new BlockList();
for (const [net, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  nearby.addSubnet(net, prefix, "ipv4");
nearby.addAddress("::1", "ipv6");
nearby.addSubnet("fc00::", 7, "ipv6");

const unmapped = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

const isNearby = (address: string): boolean =>
  isIP(address) !== 0 && nearby.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

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
 * The address that limits count by. The socket's peer, unless that is a loopback or private address: there a reverse
 * proxy stands in front of us, and the last entry of X-Forwarded-For is the one that this proxy wrote itself.
 */
export function addressOf(headers: Headers): string {
  const forwarded = unmapped(headers.get("x-forwarded-for")?.split(",").at(-1) ?? "");
  const peer = unmapped(headers.get(peerHeader) ?? "");
  const address = peer && !(isNearby(peer) && isIP(forwarded)) ? peer : forwarded;
  return isIP(address) ? network(address) : "unknown";
}

export const callerOf = (headers: Headers): Caller => ({
  address: addressOf(headers),
  userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
});
