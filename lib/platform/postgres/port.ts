import { createServer } from "node:net";
import { codeOf, Problem } from "./problem.ts";

// Below the range from which systems take ports for outgoing connections, so that none of those
// can sit on the remembered port while the server is down.
const FIRST = 20_000;
const COUNT = 10_000;

/** The remembered port while it is free, so that addresses noted elsewhere stay right. */
export async function choosePort(remembered: number | undefined): Promise<number> {
  if (remembered !== undefined && (await isFree(remembered, "127.0.0.1"))) return remembered;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port, "127.0.0.1")) return port;
  }
  throw new Problem(
    `No free port between ${FIRST} and ${FIRST + COUNT} for the embedded PostgreSQL.`,
    "Stop what occupies them, or set DATABASE_URL.",
  );
}

async function isFree(port: number, host: string): Promise<boolean> {
  return (await whyNotFree(port, host)) === undefined;
}

/** Undefined when a server can listen there, otherwise the system's reason, such as EADDRINUSE. */
export function whyNotFree(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error) ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
