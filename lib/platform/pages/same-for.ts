import type { IncomingMessage } from "node:http";

/** Addresses under which every document is drawn from the database alone: not `/me` and `/admin`, which tell of the process. */
const DRAWN = /^\/(?:a\/[\w-]+(?:\/|\?|$)|organizations(?:\/|\?|$)|regions(?:\/|\?|$)|(?:\?|$))/;

/** What browsers and proxies say that no page reads. The caller's address counts for actions, never for a page. */
const UNREAD = new Set([
  ...[
    "accept",
    "accept-encoding",
    "accept-language",
    "cache-control",
    "pragma",
    "connection",
    "dnt",
    "priority",
  ],
  ...[
    "referer",
    "te",
    "upgrade-insecure-requests",
    "user-agent",
    "via",
    "forwarded",
    "x-forwarded-for",
    "x-real-ip",
  ],
  ...["x-alliance-peer", "x-request-id", "x-requested-with", "save-data"],
]);
const UNREAD_FAMILY = /^sec-(?:ch|fetch|gpc)/;

/** What may be read, by a page or by the framework beneath it: two requests that differ in one of these are two documents. */
const READ = [
  "host",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "cookie",
] as const;

/** Robots get another document of the framework: its title stands where they look for it. */
const ROBOT =
  /bot|google|lighthouse|slurp|spider|yandex|sogou|tumblr|vkshare|preview|archiver|facebook|whatsapp|yeti/i;

/**
 * All that a document depends on beside the database and the time: its address and the headers that may be read. Undefined
 * where anything else is said, whatever it is: nobody can have a page drawn by words that the next reader did not say.
 */
export function sameFor({ method, url = "", headers }: IncomingMessage): string | undefined {
  if (method !== "GET" || !DRAWN.test(url)) return undefined;
  if (ROBOT.test(headers["user-agent"] ?? "")) return undefined;
  const read: readonly string[] = READ;
  const usual = Object.keys(headers).every(
    (name) => UNREAD.has(name) || UNREAD_FAMILY.test(name) || read.includes(name),
  );
  return usual ? JSON.stringify([url, ...READ.map((name) => headers[name] ?? null)]) : undefined;
}

/** A cookie by its name; of several the last, as the framework reads them. */
export const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(/; */)
    .findLast((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
