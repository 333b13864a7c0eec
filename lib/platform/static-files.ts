import "server-only";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { takes } from "./coding";
import { securityHeaders } from "./content-policy";
import { answerBefore } from "./requests";

const PREFIX = "/_next/static/";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};
const policies = securityHeaders({ development: false });

async function send(file: string, incoming: IncomingMessage, outgoing: ServerResponse) {
  const bytes = await readFile(`${file}.br`);
  for (const { key, value } of policies) outgoing.setHeader(key, value);
  outgoing.setHeader("Content-Type", TYPES[extname(file)] ?? "");
  outgoing.setHeader("Content-Encoding", "br");
  outgoing.setHeader("Vary", "Accept-Encoding");
  // The build names each file after what is in it.
  outgoing.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  outgoing.setHeader("Content-Length", bytes.byteLength);
  outgoing.end(incoming.method === "HEAD" ? undefined : bytes);
}

/**
 * Scripts and styles as the build has compressed them (`scripts/run/parts/compress.ts`), for whoever takes Brotli; anything
 * else, and everything of a build without compressed files, is the framework's to answer.
 * @param folder the build's `static` folder
 */
export function answerStaticFiles(folder: string): void {
  if (!existsSync(folder)) return;
  const names = new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".br"))
      .map((name) => name.slice(0, -".br".length)),
  );
  answerBefore((incoming) => {
    if (incoming.method !== "GET" && incoming.method !== "HEAD") return undefined;
    if (!incoming.url?.startsWith(PREFIX) || incoming.headers.range) return undefined;
    const name = incoming.url.slice(PREFIX.length).split("?", 1)[0] ?? "";
    if (!names.has(name) || !takes("br", incoming.headers["accept-encoding"])) return undefined;
    return (outgoing) => send(join(folder, name), incoming, outgoing);
  });
}
