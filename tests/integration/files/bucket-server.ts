import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BucketSettings } from "@/lib/platform/files/settings";

type Context = { path: string; mountPath?: string; state: { vhost?: boolean } };
type S3 = {
  middleware: ((context: Context, next: () => unknown) => unknown)[];
  configureBuckets(): Promise<unknown>;
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
};
type Options = { directory: string; silent: boolean; configureBuckets: { name: string }[] };

// The tokens of its longer lists are made with a cipher that Node has no more; three times the same key is the same cipher.
const require = createRequire(import.meta.url);
const crypto = require("node:crypto") as typeof import("node:crypto");
for (const name of ["createCipheriv", "createDecipheriv"] as const) {
  const make = crypto[name] as (...given: unknown[]) => unknown;
  Reflect.set(crypto, name, (cipher: string, key: Uint8Array, ...rest: unknown[]) =>
    cipher === "des"
      ? make("des-ede3-cbc", Buffer.concat([key, key, key]), ...rest)
      : make(cipher, key, ...rest),
  );
}

// It brings no types along.
const S3rver = require("@20minutes/s3rver") as new (options: Options) => S3;

export const KEY = "S3RVER";
export const bucket = "alliance-files";
const SUFFIX = "._S3rver_object";

/** Answers in place of the storage; false: the storage shall answer. */
type Before = (request: IncomingMessage, response: ServerResponse) => boolean;

const refuse = (response: ServerResponse, status: number, code: string) => {
  response.writeHead(status, { "content-type": "application/xml", connection: "close" });
  response.end(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  );
};

/**
 * A real S3 server that proves signatures, behind a door that refuses what is not signed, as every bucket does that is
 * not public.
 */
export class BucketServer {
  readonly folder = mkdtempSync(join(tmpdir(), "bucket-"));
  readonly requests: { method: string; path: string; headers: IncomingMessage["headers"] }[] = [];
  isPublic = false;
  before: Before = () => false;
  #server: Server | undefined;
  #port = 0;

  async start(): Promise<void> {
    const s3 = new S3rver({
      directory: this.folder,
      silent: true,
      configureBuckets: [{ name: bucket }],
    });
    await s3.configureBuckets();
    // Proving the signature of a request for the bucket itself, it forgets the slash after the name; here it does not.
    s3.middleware.splice(-1, 0, (context, next) => {
      if (/^\/[^/]+\/$/.test(context.path)) {
        context.mountPath = "/";
        context.state.vhost = true;
      }
      return next();
    });
    const answer = s3.callback();
    const server = createServer((request, response) => {
      const { method = "", url = "", headers } = request;
      this.requests.push({ method, path: decodeURIComponent(url), headers });
      if (this.before(request, response)) return;
      if (!headers.authorization && !this.isPublic) refuse(response, 403, "AccessDenied");
      else answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  settings(other: Partial<BucketSettings> = {}): BucketSettings {
    return {
      endpoint: this.endpoint,
      bucket,
      region: "us-east-1",
      accessKeyId: KEY,
      secretAccessKey: KEY,
      pathStyle: true,
      ...other,
    };
  }

  variables(other: Record<string, string> = {}): Record<string, string> {
    return {
      S3_ENDPOINT: this.endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: KEY,
      S3_SECRET_ACCESS_KEY: KEY,
      ...other,
    };
  }

  /** The keys of everything in the bucket. */
  async keys(): Promise<string[]> {
    const names = await readdir(join(this.folder, bucket), { recursive: true });
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length))
      .sort();
  }

  pathOf(key: string): string {
    return join(this.folder, bucket, `${key}${SUFFIX}`);
  }

  bytes(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  /** An object as the server itself would have laid it, some hours ago. */
  async lay(key: string, hours: number): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "x");
    await writeFile(path.replace(/object$/, "metadata.json"), "{}");
    await this.age(key, hours);
  }

  async age(key: string, hours: number): Promise<void> {
    const then = new Date((await stat(this.pathOf(key))).mtimeMs - hours * 3_600_000);
    await utimes(this.pathOf(key), then, then);
  }
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
export const keyFor = (hash: string): string => `files/${hash.slice(0, 2)}/${hash}`;
export { refuse };
