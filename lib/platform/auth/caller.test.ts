import { expect, it } from "vitest";
import { addressOf } from "./caller";
import { isAmong, proxiesOf } from "./proxies";

const proxies = (text: string) => proxiesOf(text) ?? expect.fail(`not readable: ${text}`);

it.each([
  [
    "loopback",
    "203.0.113.7",
    "198.51.100.1",
    "203.0.113.7",
    "a stranger's own claim does not count",
  ],
  ["loopback", "203.0.113.7", null, "203.0.113.7", "no proxy"],
  ["loopback", "127.0.0.1", "198.51.100.1", "198.51.100.1", "a proxy on this machine"],
  ["loopback", "::1", "198.51.100.1", "198.51.100.1", "a proxy on this machine, IPv6"],
  ["loopback", "::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1", "the same, mapped"],
  ["none", "127.0.0.1", "198.51.100.1", "127.0.0.1", "nobody is believed"],
  ["loopback", "10.0.0.3", "198.51.100.1", "10.0.0.3", "a neighbour in the network is no proxy"],
  ["private", "10.0.0.3", "198.51.100.1", "198.51.100.1", "unless the settings say so"],
  [
    "10.0.0.3",
    "10.0.0.3",
    "6.6.6.6, 198.51.100.1",
    "198.51.100.1",
    "only what the proxy wrote last",
  ],
  ["10.0.0.3", "10.0.0.4", "198.51.100.1", "10.0.0.4", "not the machine beside it"],
  ["192.0.2.0/24, loopback", "192.0.2.9", "198.51.100.1", "198.51.100.1", "a network and a word"],
  ["loopback", "127.0.0.1", "198.51.100.1, <script>", "127.0.0.1", "no address in the header"],
  ["loopback", "127.0.0.1", null, "127.0.0.1", "a browser on this machine"],
  ["loopback", null, "198.51.100.1", "unknown", "whose peer is not known is not believed"],
  ["loopback", null, null, "unknown", "nothing known"],
  ["loopback", "2001:db8:1:2:3:4:5:6", null, "2001:db8:1:2::/64", "one network of IPv6"],
  ["loopback", "2001:db8:1:2::9", null, "2001:db8:1:2::/64", "the same network, written shorter"],
  ["loopback", "2001:db8::9", null, "2001:db8:0:0::/64", "zeros inside"],
])(
  "V15.3.4 trusted %s, peer %s, forwarded %s → %s: %s",
  (trusted, peer, forwarded, address, _why) => {
    const headers = new Headers();
    if (peer) headers.set("x-alliance-peer", peer);
    if (forwarded) headers.set("x-forwarded-for", forwarded);
    expect(addressOf(headers, proxies(trusted))).toBe(address);
  },
);

it.each(["nginx", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.1/", "10.0.0.0/8/8", "*"])(
  "%s is refused, and not read as everybody",
  (text) => expect(proxiesOf(text)).toBeUndefined(),
);

it("nobody is believed when nothing is listed", () => {
  expect(isAmong(proxies("  "), "127.0.0.1")).toBe(false);
});
