import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerInFront, pathInFront } from "./front";

type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

const key = { authorization: "Bearer 01234567890123456789" };
let server: Server;
let port = 0;
/** What reached the framework. */
let passed: string[] = [];

beforeAll(async () => {
  answerInFront(
    async (request, path) => {
      if (path[0] === "broken") throw new Error("not an answer");
      if (path[0] === "unread") return new Response("too large", { status: 413 });
      if (path[0] === "long") return Response.json({ text: "合".repeat(5000) });
      const body = await request.text();
      const { method } = request;
      const { search } = new URL(request.url);
      return Response.json(
        { path, method, search, body, key: request.headers.get("authorization") },
        { status: 201, headers: { "X-Request-Id": "7", Vary: "Accept" } },
      );
    },
    () => true,
  );
  server = createServer((incoming, outgoing) => {
    passed.push(`${incoming.method} ${incoming.url}`);
    outgoing.end("framework");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());
beforeEach(() => {
  passed = [];
});

/** Sends the address as it stands: fetch would tidy it. */
const send = (
  method: string,
  path: string,
  headers: Record<string, string> = key,
  body?: string | Buffer,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = ask({ port, host: "127.0.0.1", method, path, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.on("error", reject);
    if (body) outgoing.setHeader("content-length", Buffer.byteLength(body));
    outgoing.end(body);
  });

describe("a program with a key", () => {
  test("is answered before the framework, with its path, its query and the answer's own headers", async () => {
    const answer = await send("GET", "/api/v1/alliances/deyang/members?q=hc&page=2");
    expect(JSON.parse(answer.body.toString())).toEqual({
      path: ["alliances", "deyang", "members"],
      method: "GET",
      search: "?q=hc&page=2",
      body: "",
      key: key.authorization,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ "x-request-id": "7", vary: "Accept, Accept-Encoding" });
    expect(passed).toEqual([]);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])("brings a body with %s", async (method) => {
    const answer = await send(method, "/api/v1/things/1", key, '{"名":"示例"}');
    expect(JSON.parse(answer.body.toString())).toMatchObject({ method, body: '{"名":"示例"}' });
  });

  test("has the headers that every answer has", async () => {
    const { headers } = await send("GET", "/api/v1/things");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  test("gets a long answer compressed where it takes that, and a short one as it is", async () => {
    const gzip = { ...key, "accept-encoding": "gzip, br" };
    const long = await send("GET", "/api/v1/long", gzip);
    expect(long.headers["content-encoding"]).toBe("gzip");
    expect(long.body.byteLength).toBeLessThan(500);
    expect(JSON.parse(gunzipSync(long.body).toString())).toEqual({ text: "合".repeat(5000) });
    expect((await send("GET", "/api/v1/long")).headers["content-encoding"]).toBeUndefined();
    expect((await send("GET", "/api/v1/things", gzip)).headers["content-encoding"]).toBeUndefined();
  });

  test("hears why a body is refused that nobody reads, and the connection ends with it", async () => {
    const answer = await send("POST", "/api/v1/unread", key, Buffer.alloc(3_000_000));
    expect([answer.status, answer.headers.connection]).toEqual([413, "close"]);
  });

  test("has its connection cut when no answer could be made, and the next call is answered", async () => {
    await expect(send("GET", "/api/v1/broken")).rejects.toThrow("socket hang up");
    expect((await send("GET", "/api/v1/things")).status).toBe(201);
  });
});

describe("the framework answers, as ever", () => {
  test.each([
    ["GET", "/api/v1/things", {}],
    ["GET", "/api/v1/things", { authorization: "Basic YTpi" }],
    ["GET", "/api/v1/things", { cookie: "alliance-session=x" }],
    ["GET", "/a/deyang/members", key],
    ["GET", "/api/v10/things", key],
    ["GET", "/api/v1", key],
    ["GET", "/api/v1/", key],
    ["GET", "/api/v1/docs?noun=members", key],
    ["GET", "/api/v1/openapi.json", key],
    ["GET", "/api/v1/things/", key],
    ["GET", "/api/v1//things", key],
    ["GET", "/api/v1/%74hings", key],
    ["GET", "/api/v1/things/../secrets", key],
    ["GET", "/api/v1/./things", key],
    ["GET", "/api/v1/things;x=1", key],
    ["GET", "http://portal/api/v1/things", key],
    ["OPTIONS", "/api/v1/things", key],
    ["TRACE", "/api/v1/things", key],
  ])("%s %s %o", async (method, path, headers) => {
    const answer = await send(method, path, headers as Record<string, string>);
    expect([answer.body.toString(), passed]).toEqual(["framework", [`${method} ${path}`]]);
  });

  test("HEAD, which needs the framework's own way of leaving the body out", () => {
    const headers = { ...key };
    expect(pathInFront({ method: "HEAD", url: "/api/v1/things", headers } as never)).toBe(
      undefined,
    );
  });
});
