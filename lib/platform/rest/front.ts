import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { takes } from "../coding";
import { securityHeaders } from "../content-policy";
import { answerBefore } from "../requests";

type Handle = (request: Request, path: readonly string[]) => Promise<Response>;

const compress = promisify(gzip);
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
/** Segments that mean themselves; whatever is escaped, doubled or relative is the framework's to read. */
const plain = /^\/api\/v1\/([\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*)(?:\?|$)/;
/** Pages of the interface's own, beside its operations. */
const pages = new Set(["docs", "openapi.json"]);
/** What stands on every answer; the development server is never answered in front. */
const policies = securityHeaders({ development: false });
/** What the framework compresses from, too. */
const WORTH_COMPRESSING = 1024;

/** The operation's path, when a program with a key asks plainly; undefined: the framework answers, as ever. */
export function pathInFront(incoming: IncomingMessage): string[] | undefined {
  if (!incoming.headers.authorization?.startsWith("Bearer ")) return undefined;
  if (!methods.has(incoming.method ?? "")) return undefined;
  const path = plain.exec(incoming.url ?? "")?.[1]?.split("/");
  return path && !pages.has(path[0] ?? "") ? path : undefined;
}

/** Received as far as it is read, so that whoever may not write sends no gigabyte. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", headers: given, url } = incoming;
  const headers = Object.entries(given).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(", ") : (value ?? ""),
  ]);
  const init = {
    method,
    headers,
    duplex: "half",
    ...(method !== "GET" && { body: bodyOf(incoming) }),
  };
  // Nothing reads the host of an operation's address.
  return new Request(`http://portal${url}`, init);
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse) {
  const plainBytes = Buffer.from(await response.arrayBuffer());
  const small = plainBytes.byteLength < WORTH_COMPRESSING;
  const accepted = takes("gzip", incoming.headers["accept-encoding"]?.toString());
  const bytes = small || !accepted ? plainBytes : await compress(plainBytes);
  outgoing.statusCode = response.status;
  for (const { key, value } of policies) outgoing.setHeader(key, value);
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.appendHeader("Vary", "Accept-Encoding");
  if (bytes !== plainBytes) outgoing.setHeader("Content-Encoding", "gzip");
  outgoing.setHeader("Content-Length", bytes.byteLength);
  // What was not read is not waited for: the connection ends with the answer.
  if (!incoming.complete) outgoing.setHeader("Connection", "close");
  outgoing.end(bytes);
}

/**
 * From the next request on, programs with a key are answered before the framework looks at what they ask: of what an
 * operation costs there, half is its search through the pages' routes and its table of form actions (decision 0008). The
 * same handler stands behind the framework's route, which serves everything else: browsers, other methods, unusual
 * addresses.
 * @param wanted asked once for each server; the development server reads changed code only on its own way
 */
export function answerInFront(handle: Handle, wanted: () => boolean): void {
  answerBefore((incoming) => {
    const path = pathInFront(incoming);
    if (!path) return undefined;
    return async (outgoing) => send(await handle(requestOf(incoming), path), incoming, outgoing);
  }, wanted);
}
