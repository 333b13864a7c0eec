import pino from "pino";

/** JSON lines on standard output. No bodies, no personal data: ids and codes only. */
export const logger = pino({
  level: process.env.LOG_LEVEL || "info",
  base: undefined,
  redact: {
    paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie"],
    censor: "[redacted]",
  },
});
