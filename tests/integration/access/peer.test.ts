import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf } from "@/lib/platform/auth/caller";
import { watchPeers } from "@/lib/platform/auth/peer";
import { proxiesOf } from "@/lib/platform/auth/proxies";

const server = createServer((request, response) => {
  response.end(
    addressOf(
      new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      proxiesOf("loopback"),
    ),
  );
});
let address: string;

beforeAll(async () => {
  watchPeers();
  watchPeers();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = async (headers: Record<string, string>) => (await fetch(address, { headers })).text();

it("V15.3.4 the socket's own address is what counts, whatever a client writes under the header's name", async () => {
  expect(await ask({})).toBe("127.0.0.1");
  expect(await ask({ "x-alliance-peer": "203.0.113.9" })).toBe("127.0.0.1");
  // From this machine: a proxy in front of us speaks for its clients.
  expect(
    await ask({ "x-alliance-peer": "203.0.113.9", "x-forwarded-for": "6.6.6.6, 198.51.100.7" }),
  ).toBe("198.51.100.7");
});
