import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerStaticFiles } from "./static-files";

const folder = mkdtempSync(join(tmpdir(), "static-"));
const script = `export const words = "${"合".repeat(2000)}";`;
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, "chunks"));
  for (const name of ["chunks/a.js", "chunks/b.css"]) {
    writeFileSync(join(folder, name), script);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(script));
  }
  writeFileSync(join(folder, "chunks/small.js"), "1");
  writeFileSync(join(folder, "chunks/gone.js.br"), "");
  answerStaticFiles(folder);
  rmSync(join(folder, "chunks/gone.js.br"));
  server = createServer((_, outgoing) => outgoing.end("framework"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Sends the address as it stands: fetch would tidy it and name its own encodings. */
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ incoming: IncomingMessage; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const options = { port, host: "127.0.0.1", method, path };
    ask({ ...options, headers: { "accept-encoding": "gzip, deflate, br", ...headers } })
      .on("response", async (incoming) => resolve({ incoming, body: await buffer(incoming) }))
      .on("error", reject)
      .end();
  });

test("a script is given as it was compressed, may be kept for ever and carries the policies", async () => {
  const { incoming, body } = await get("/_next/static/chunks/a.js?dpl=1");
  expect(incoming.statusCode).toBe(200);
  expect(brotliDecompressSync(body).toString()).toBe(script);
  expect(incoming.headers).toMatchObject({
    "content-type": "application/javascript; charset=UTF-8",
    "content-encoding": "br",
    "content-length": String(body.byteLength),
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  const style = await get("/_next/static/chunks/b.css");
  expect(style.incoming.headers["content-type"]).toBe("text/css; charset=UTF-8");
});

test("a question for the head alone gets no body", async () => {
  const { incoming, body } = await get("/_next/static/chunks/a.js", {}, "HEAD");
  expect(incoming.headers["content-encoding"]).toBe("br");
  expect(body.byteLength).toBe(0);
});

test.each([
  ["who takes no Brotli", "/_next/static/chunks/a.js", { "accept-encoding": "gzip" }],
  ["a part of a file", "/_next/static/chunks/a.js", { range: "bytes=0-9" }],
  ["a file too small to compress", "/_next/static/chunks/small.js", {}],
  ["a file that is not there", "/_next/static/chunks/none.js", {}],
  ["the compressed file by its own name", "/_next/static/chunks/a.js.br", {}],
  ["a way out of the folder", "/_next/static/chunks/../../chunks/a.js", {}],
  ["an escaped way out of it", "/_next/static/%2e%2e/static/chunks/a.js", {}],
  ["a page", "/chunks/a.js", {}],
])("%s: the framework answers", async (_, path, headers) => {
  const { body } = await get(path, headers);
  expect(body.toString()).toBe("framework");
});

test("a file that went away while the server runs ends the connection and not the server", async () => {
  await expect(get("/_next/static/chunks/gone.js")).rejects.toThrow();
  const { incoming } = await get("/_next/static/chunks/a.js");
  expect(incoming.statusCode).toBe(200);
});
