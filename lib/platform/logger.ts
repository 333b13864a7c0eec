import pino from "pino";

/** One secret of ours as it stands in an address: a case link, a link to set or reset a password. */
const SECRET = /(?<=\/)[\w-]{43}(?=\/|$)/g;

/** A path as the log may hold it: a link that opens something is worth what it opens. */
export const loggedPath = (path: string): string => path.replace(SECRET, "[redacted]");

/** JSON lines on standard output. No bodies, no personal data: ids and codes only. */
export const logger = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  redact: {
    paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie"],
    censor: "[redacted]",
  },
});
