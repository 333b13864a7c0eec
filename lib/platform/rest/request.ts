import "server-only";
import { type Actor, anonymous } from "../auth/actor";
import { findCallerByKey } from "../auth/actors";
import { hashSecret } from "../auth/secret";
import { currentActor } from "../auth/session";
import type { Found } from "../corridor/tenant";
import { database } from "../db/client";
import { env } from "../env";
import { AppError } from "../errors";

const BODY_LIMIT = 1_000_000;

/** Who calls, and what was found under the alliance's slug where it came along in the same question. */
type Caller = { actor: Actor; found?: Found };

/** The hash of the key that a request bears, if its header has the form of one. */
export function keyHashOf(request: Request): string | undefined {
  const key = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  return key && hashSecret(key);
}

/**
 * Who calls: the bearer of a key, else the signed-in browser. A write with a cookie must come from our own origin
 * a key is no cookie and may come from anywhere.
 */
export async function callerAt(request: Request, slug: string | undefined): Promise<Caller> {
  if (request.headers.has("authorization")) {
    const hash = keyHashOf(request);
    const caller = hash ? await findCallerByKey(database(), hash, slug) : null;
    if (!caller) throw new AppError("unauthenticated");
    return caller;
  }
  const actor = await currentActor();
  const writes = request.method !== "GET" && request.method !== "HEAD";
  if (
    writes &&
    actor !== anonymous &&
    request.headers.get("origin") !== new URL(env().APP_URL).origin
  ) {
    throw new AppError("forbidden");
  }
  return { actor };
}

export const callerOf = async (request: Request): Promise<Actor> =>
  (await callerAt(request, undefined)).actor;

/** Reads at most `limit` bytes, whatever the header says about the length. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new AppError("too-large");
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** The body as a JSON object without keys that could reach a prototype. */
async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, BODY_LIMIT);
  if (bytes.byteLength === 0) return {};
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("malformed", { issues: [{ path: "", message: "not-json" }] });
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Not JSON or not UTF-8: the same answer.
  }
  throw new AppError("malformed", { issues: [{ path: "", message: "not-json" }] });
}

function readQuery(url: URL): Record<string, unknown> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/**
 * One flat input from path and query or body. A name that stands in the path may not come again.
 * The alliance is taken out: it is the tenant, not an input.
 */
export async function readInput(request: Request, params: Record<string, string>) {
  const { alliance: tenant, ...inPath } = params;
  const given =
    request.method === "GET" || request.method === "HEAD"
      ? readQuery(new URL(request.url))
      : await readJson(request);
  const twice = Object.keys(given).filter((name) => Object.hasOwn(params, name));
  if (twice.length) {
    throw new AppError("malformed", {
      issues: twice.map((path) => ({ path, message: "unknown" })),
    });
  }
  return { tenant, input: { ...given, ...inPath } };
}
