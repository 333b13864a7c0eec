import { BlockList, isIP } from "node:net";

/** Words for networks that are often meant; a proxy in a container stands on a private one. */
const named: Record<string, readonly string[]> = {
  none: [],
  loopback: ["127.0.0.0/8", "::1"],
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

function add(list: BlockList, network: string): boolean {
  const [address = "", prefix, ...more] = network.split("/");
  const most = isIP(address) === 6 ? 128 : 32;
  const bits = prefix === undefined ? most : Number(prefix);
  const fits = /^\d{1,3}$/.test(prefix ?? "0") && bits <= most && more.length === 0;
  if (isIP(address) === 0 || !fits) return false;
  list.addSubnet(address, bits, family(address));
  return true;
}

/** Who is believed about whom a request comes from: addresses and networks, one after the other; undefined: not readable. */
export function proxiesOf(text: string): BlockList | undefined {
  const list = new BlockList();
  const networks = text
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .flatMap((word) => named[word] ?? [word]);
  return networks.every((network) => add(list, network)) ? list : undefined;
}

export const isAmong = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, family(address));
