import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { takes } from "../coding";
import { newNonce } from "../content-policy";

/** A document as it was drawn, without the nonce, which was for one answer alone. */
export type Drawn = {
  /** Names, and values in parts. Between any two parts, here and of the document, stands the nonce. */
  headers: readonly (readonly [string, readonly string[]])[];
  parts: readonly Buffer[];
  bytes: number;
  /** Milliseconds, by the process's clock. */
  at: number;
};

/** What went out, to its end. */
type Sent = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

const POLICY = "content-security-policy";
const NONCE = /'nonce-([^']+)'/;
/** Headers of one answer alone. */
const OWN = new Set(["content-encoding", "content-length", "transfer-encoding"]);

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Lets everything through as it is and tells what it was, once its last byte was handed over; never, if that never comes. */
export function listenTo(outgoing: ServerResponse, done: (sent: Sent) => void): void {
  const chunks: Uint8Array[] = [];
  const note = (chunk: unknown, coding: unknown) => {
    const named = typeof coding === "string" && Buffer.isEncoding(coding) ? coding : "utf8";
    // A copy: whoever wrote it may use its memory again.
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    else if (typeof chunk === "string") chunks.push(Buffer.from(chunk, named));
  };
  const write = outgoing.write;
  const end = outgoing.end;
  // Both have many shapes; what is passed on is what was given.
  outgoing.write = ((...given: unknown[]) => {
    note(given[0], given[1]);
    return Reflect.apply(write, outgoing, given);
  }) as typeof write;
  outgoing.end = ((...given: unknown[]) => {
    note(given[0], given[1]);
    // Whose reader has gone away may have been given up half way.
    const whole = !outgoing.destroyed;
    const result = Reflect.apply(end, outgoing, given);
    const { statusCode: status } = outgoing;
    if (whole) done({ status, headers: outgoing.getHeaders(), body: Buffer.concat(chunks) });
    return result;
  }) as typeof end;
}

/**
 * What was answered, ready to be given again. Undefined where it may not be: a refusal, a redirect, a cookie, a document
 * without a nonce, a coding that is not known here.
 */
export async function drawnFrom({ status, headers, body }: Sent): Promise<Drawn | undefined> {
  const policy = String(headers[POLICY] ?? "");
  const nonce = NONCE.exec(policy)?.[1];
  const isPage = String(headers["content-type"] ?? "").startsWith("text/html");
  if (status !== 200 || !isPage || !nonce || headers["set-cookie"]) return undefined;
  const coding = headers["content-encoding"] ?? "identity";
  if (coding !== "gzip" && coding !== "identity") return undefined;
  const page = (coding === "gzip" ? await expand(body) : body).toString("utf8");
  const parts = page.split(nonce).map((part) => Buffer.from(part));
  if (parts.length === 1) return undefined;
  return {
    headers: Object.entries(headers).flatMap(([name, value]) =>
      OWN.has(name) ? [] : [[name, String(value).split(nonce)] as const],
    ),
    parts,
    bytes: parts.reduce((sum, part) => sum + part.byteLength, 0),
    at: performance.now(),
  };
}

/** Gives a document again, with a nonce that nobody has seen before. */
export async function send(drawn: Drawn, incoming: IncomingMessage, outgoing: ServerResponse) {
  const nonce = newNonce();
  const mark = Buffer.from(nonce);
  const page = Buffer.concat(
    drawn.parts.flatMap((part, index) => (index === 0 ? [part] : [mark, part])),
  );
  const small = takes("gzip", String(incoming.headers["accept-encoding"] ?? ""));
  const bytes = small ? await compress(page) : page;
  for (const [name, value] of drawn.headers) outgoing.setHeader(name, value.join(nonce));
  if (small) outgoing.setHeader("Content-Encoding", "gzip");
  outgoing.setHeader("Content-Length", bytes.byteLength);
  // Seconds since it was drawn; a document that was drawn for this very request says nothing.
  outgoing.setHeader("Age", Math.floor((performance.now() - drawn.at) / 1000));
  outgoing.end(bytes);
}
