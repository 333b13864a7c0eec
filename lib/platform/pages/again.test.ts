import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { givePagesAgain } from "./again";

let server: Server;
/** How often the framework drew, and what it says each time. */
let drawn = 0;
let draw: (outgoing: ServerResponse, nonce: string) => void;
/** The moment of the database; undefined: it does not answer, or the session is over. */
let moment: string | undefined;
const words = "合作项目 ".repeat(500);
const html = (outgoing: ServerResponse, nonce: string) => {
  outgoing.setHeader("Content-Type", "text/html; charset=utf-8");
  outgoing.setHeader("Cache-Control", "private, no-store");
  outgoing.setHeader("Link", `</a.css>; rel=preload; as="style"; nonce="${nonce}"`);
  outgoing.setHeader(
    "Content-Security-Policy",
    `script-src 'self' 'nonce-${nonce}'; object-src 'none'`,
  );
};
const page = (outgoing: ServerResponse, nonce: string) => {
  html(outgoing, nonce);
  outgoing.write(Buffer.from(`<p>${drawn}</p><script nonce="${nonce}">`).subarray(0, 7));
  outgoing.write(Buffer.from(`<p>${drawn}</p><script nonce="${nonce}">`).subarray(7));
  outgoing.end(`</script>${words}<script nonce="${nonce}"></script>`);
};

beforeAll(async () => {
  process.env.DATABASE_URL ??= "postgresql://nobody@127.0.0.1:1/none";
  process.env.AUTH_SECRET ??= "test-secret-test-secret-test-secret-test";
  process.env.APP_URL ??= "http://localhost:3999";
  givePagesAgain(async () => moment);
  server = createServer((_, outgoing) => {
    drawn += 1;
    draw(outgoing, `n${drawn}+/==`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The first request of a server only makes it known.
  draw = (outgoing) => outgoing.end();
  await get();
});
afterAll(() => void server.close());
let round = 0;
beforeEach(() => {
  drawn = 0;
  draw = page;
  round += 1;
  moment = `moment ${round}`;
});

const get = (path = "/a/b", headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    ask({ port, host: "127.0.0.1", path, headers })
      .on("response", async (incoming) => {
        const bytes = await buffer(incoming).catch(reject);
        if (!bytes) return;
        const plain = incoming.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: plain.toString(),
        });
      })
      .on("error", reject)
      .end();
  });
/** Asks until the last answer had time to be kept. */
const again = async (path?: string, headers?: Record<string, string>) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return get(path, headers);
};
const nonceOf = (headers: IncomingHttpHeaders) =>
  /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";

test("the same in the same moment is drawn once; each answer has a nonce of its own on every script", async () => {
  const first = await get();
  const answers = [await again(), await again(), await again()];
  expect(drawn).toBe(1);
  expect(first.headers).not.toHaveProperty("age");
  for (const one of answers) {
    expect(one.headers).toMatchObject({ age: "0", "cache-control": "private, no-store" });
    const nonce = nonceOf(one.headers);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(one.headers.link).toBe(`</a.css>; rel=preload; as="style"; nonce="${nonce}"`);
    expect(one.body).toBe(first.body.replaceAll(nonceOf(first.headers), nonce));
    expect(one.body.match(/nonce="/g)).toHaveLength(2);
  }
  expect(new Set([first, ...answers].map((one) => nonceOf(one.headers))).size).toBe(4);
});

test("in another moment it is drawn anew, and never comes back", async () => {
  const then = moment;
  expect((await get()).body).toContain("<p>1</p>");
  moment = `${then}, later`;
  expect((await again()).body).toContain("<p>2</p>");
  expect((await again()).body).toContain("<p>2</p>");
  moment = then;
  expect((await again()).body).toContain("<p>3</p>");
});

test("what was drawn while something was written is not kept", async () => {
  draw = (outgoing, nonce) => {
    moment = `moment ${round}, later`;
    page(outgoing, nonce);
  };
  await get();
  draw = page;
  expect((await again()).body).toContain("<p>2</p>");
});

test("nobody gets what was drawn for another reader, another address or another language", async () => {
  const cookies = ["", "alliance-session=a", "alliance-session=b", "alliance-session=a; locale=en"];
  const bodies: string[] = [];
  for (const cookie of cookies) bodies.push((await again("/a/b", { cookie })).body);
  bodies.push((await again("/a/b?page=2")).body, (await again("/a/c")).body);
  expect(drawn).toBe(6);
  expect(new Set(bodies).size).toBe(6);
  expect((await again("/a/b", { cookie: "alliance-session=b" })).body).toContain("<p>3</p>");
});

test("where the database does not answer or the session is over, the framework says so", async () => {
  await get();
  moment = undefined;
  draw = (outgoing) => {
    outgoing.statusCode = 503;
    outgoing.end("not now");
  };
  expect(await again()).toMatchObject({ status: 503, body: "not now" });
});

test.each<[string, typeof draw]>([
  [
    "a page that is missing",
    (outgoing, nonce) => {
      outgoing.statusCode = 404;
      page(outgoing, nonce);
    },
  ],
  [
    "an answer with a cookie",
    (outgoing, nonce) => {
      outgoing.setHeader("Set-Cookie", "a=1");
      page(outgoing, nonce);
    },
  ],
  [
    "a page whose policy names no nonce",
    (outgoing) => {
      html(outgoing, "");
      outgoing.end("<p></p>");
    },
  ],
  [
    "a page without a script",
    (outgoing, nonce) => {
      html(outgoing, nonce);
      outgoing.end("<p></p>");
    },
  ],
  [
    "a file",
    (outgoing, nonce) => {
      html(outgoing, nonce);
      outgoing.setHeader("Content-Type", "text/csv");
      outgoing.end(nonce);
    },
  ],
  [
    "a page in a coding that is not known",
    (outgoing, nonce) => {
      html(outgoing, nonce);
      outgoing.setHeader("Content-Encoding", "zstd");
      outgoing.end(nonce);
    },
  ],
])("%s is drawn each time", async (_, drawThis) => {
  draw = drawThis;
  await get();
  await again();
  expect(drawn).toBe(2);
});

test("an answer that breaks off is not kept", async () => {
  draw = (outgoing, nonce) => {
    html(outgoing, nonce);
    outgoing.write(`<p>${nonce}`, () => outgoing.destroy());
  };
  await expect(get()).rejects.toThrow();
  draw = page;
  await again();
  expect(drawn).toBe(2);
});

test("an answer whose reader went away half way is not kept, also when it is ended as if it were whole", async () => {
  draw = (outgoing, nonce) => {
    html(outgoing, nonce);
    outgoing.write(`<p>${nonce}`, () => outgoing.socket?.destroy());
    outgoing.once("close", () => outgoing.end());
  };
  await expect(get()).rejects.toThrow();
  draw = page;
  await again();
  expect(drawn).toBe(2);
});

test("what the framework compressed is kept, and given compressed or not as the reader takes it", async () => {
  draw = (outgoing, nonce) => {
    html(outgoing, nonce);
    outgoing.setHeader("Content-Encoding", "gzip");
    outgoing.setHeader("Vary", "Accept-Encoding");
    outgoing.end(gzipSync(`<script nonce="${nonce}"></script>${words}`));
  };
  const kept = async () => (await get("/a/b", { "accept-encoding": "gzip" })).headers.age;
  await expect.poll(kept).toBe("0");
  const before = drawn;
  const small = await again("/a/b", { "accept-encoding": "gzip, br" });
  const large = await again("/a/b", { "accept-encoding": "br, gzip;q=0" });
  expect(drawn).toBe(before);
  expect(small.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
  expect(Number(small.headers["content-length"])).toBeLessThan(words.length / 10);
  expect(large.headers).not.toHaveProperty("content-encoding");
  expect(large.body).toBe(`<script nonce="${nonceOf(large.headers)}"></script>${words}`);
});

test("beyond sixteen megabytes documents are drawn each time, and those before are given on", async () => {
  const much = "合".repeat(2_000_000);
  draw = (outgoing, nonce) => {
    html(outgoing, nonce);
    outgoing.end(`<script nonce="${nonce}"></script>${much}`);
  };
  for (const path of ["/a/1", "/a/2"]) {
    await expect.poll(async () => (await get(path)).headers.age).toBeDefined();
  }
  const before = drawn;
  for (const path of ["/a/3", "/a/3", "/a/1", "/a/2"]) await again(path);
  expect(drawn).toBe(before + 2);
});
