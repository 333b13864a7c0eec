import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { root } from "../parts/environment.ts";
import type { Load } from "./load.ts";

const SEATS = 500;
/** Three times as fast as the sixty seconds that the 500 have (issue 3): the run is to be short. */
const SECONDS = 20;

const id = (area: number, n: number) =>
  `${area.toString(16).padStart(8, "0")}-0000-8000-8000-${n.toString(16).padStart(12, "0")}`;

export const meetingId = id(16, 1);

/** The meeting's rows, and a key for everybody who sits in it. */
export async function loadMeeting(client: pg.Client): Promise<string[]> {
  await client.query(readFileSync(join(root, "scripts/run/bench/meeting.sql"), "utf8"));
  const keys = Array.from({ length: SEATS }, () => randomBytes(32).toString("base64url"));
  const hashes = keys.map((key) => createHash("sha256").update(key).digest("hex"));
  await client.query(
    `INSERT INTO api_keys (id, user_id, name, prefix, key_hash)
     SELECT gen_random_uuid(), bench_id(8, 1000 + n), 'bench', 'bench', hash
     FROM unnest($1::text[]) WITH ORDINALITY AS given (hash, n)`,
    [hashes],
  );
  return keys;
}

type Vote = { id: string; version: number };

async function ask<T>(url: string, method: string, key: string, body: object): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** All of them cast their ballot at moments of their own. */
export async function castBallots(
  api: string,
  secretary: string,
  keys: readonly string[],
): Promise<Load> {
  const text = "同意示例事项。";
  const prepared = await ask<Vote>(`${api}/votes`, "POST", secretary, {
    itemId: id(18, 1),
    text,
    method: "named",
  });
  const vote = await ask<Vote>(`${api}/votes/${prepared.id}/open`, "POST", secretary, {
    version: prepared.version,
  });
  const latencies: number[] = [];
  let faults = 0;
  const since = performance.now();
  await Promise.all(
    keys.map(async (key, at) => {
      await sleep((at * SECONDS * 1000) / SEATS);
      const begun = performance.now();
      const url = `${api}/votes/${vote.id}/ballots/${id(13, at + 1)}`;
      await ask(url, "PUT", key, { choice: at % 3 ? "yes" : "no" }).catch(() => {
        faults += 1;
      });
      latencies.push(performance.now() - begun);
    }),
  );
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    requestsPerSecond: (SEATS * 1000) / (performance.now() - since),
    p50: sorted[Math.floor(SEATS * 0.5)] ?? 0,
    p95: sorted[Math.floor(SEATS * 0.95)] ?? 0,
    faults,
  };
}
