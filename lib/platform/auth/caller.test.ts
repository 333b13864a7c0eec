import { expect, it } from "vitest";
import { addressOf } from "./caller";

it.each([
  ["203.0.113.7", "198.51.100.1", "203.0.113.7", "a stranger's own claim does not count"],
  ["203.0.113.7", null, "203.0.113.7", "no proxy"],
  ["127.0.0.1", "198.51.100.1", "198.51.100.1", "a proxy on this machine"],
  ["::1", "198.51.100.1", "198.51.100.1", "a proxy on this machine, IPv6"],
  ["::ffff:10.0.0.3", "6.6.6.6, 198.51.100.1", "198.51.100.1", "only what the proxy wrote last"],
  ["127.0.0.1", "198.51.100.1, <script>", "127.0.0.1", "no address in the header"],
  ["127.0.0.1", null, "127.0.0.1", "a browser on this machine"],
  [null, "198.51.100.1", "198.51.100.1", "what Next filled in"],
  [null, null, "unknown", "nothing known"],
  ["2001:db8:1:2:3:4:5:6", null, "2001:db8:1:2::/64", "one network of IPv6"],
  ["2001:db8:1:2::9", null, "2001:db8:1:2::/64", "the same network, written shorter"],
  ["2001:db8::9", null, "2001:db8:0:0::/64", "zeros inside"],
])("V15.3.4 peer %s, forwarded %s → %s: %s", (peer, forwarded, address, _why) => {
  const headers = new Headers();
  if (peer) headers.set("x-alliance-peer", peer);
  if (forwarded) headers.set("x-forwarded-for", forwarded);
  expect(addressOf(headers)).toBe(address);
});
