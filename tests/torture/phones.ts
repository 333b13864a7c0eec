import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Choice } from "@/lib/features/votes/types";
import { hashSecret } from "@/lib/platform/auth/secret";
import { database } from "@/lib/platform/db/client";
import { seatOf, type World } from "../integration/votes/world";
import { type Instance, newSecret } from "./instances";

/** What an instance said; status 0: nothing, the line broke. */
export type Answer = { status: number; code: string | undefined; body: Record<string, unknown> };

export type Phones = {
  cast: (given: Ballot) => Promise<Answer>;
  /** As the secretary, by either instance. */
  post: (path: string, body?: object) => Promise<Answer>;
  get: (path: string, seat?: number) => Promise<Answer>;
  /** Sends until an instance has answered for certain, as a phone does that lost its line. */
  insist: (send: () => Promise<Answer>) => Promise<Answer>;
};

export type Ballot = {
  voteId: string;
  seat: number;
  choice: Choice;
  secret?: boolean;
  key?: string;
  instance?: number;
};

export const pick = <T>(values: readonly T[]): T =>
  values[Math.floor(Math.random() * values.length)] as T;

const INSIST_MS = 60_000;

async function ask(url: string, init: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    const body = (await answer.json()) as Record<string, unknown>;
    const code = typeof body.code === "string" ? body.code : undefined;
    return { status: answer.status, code, body };
  } catch {
    return { status: 0, code: undefined, body: {} };
  }
}

/** Nobody knows yet whether the ballot is in: the line broke, or the database was away. */
const open = ({ status, code }: Answer) =>
  status === 0 || (status === 503 && code === "unavailable");

async function insist(send: () => Promise<Answer>): Promise<Answer> {
  for (const end = performance.now() + INSIST_MS; performance.now() < end; ) {
    const answer = await send();
    if (!open(answer)) return answer;
    await sleep(10 + Math.random() * 40);
  }
  throw new Error(`no instance answered for ${INSIST_MS / 1000} s`);
}

/** A key for everybody who has a seat, and one for the secretary. */
export async function handOut(world: World, instances: readonly Instance[]): Promise<Phones> {
  const owners = [...world.people, world.secretary];
  const keys = owners.map(() => newSecret());
  await database().apiKey.createMany({
    data: owners.map((actor, index) => ({
      userId: actor.userId ?? "",
      name: "torture",
      prefix: "torture",
      keyHash: hashSecret(keys[index] ?? ""),
    })),
  });
  const api = (path: string, instance?: number) =>
    `${(instance === undefined ? pick(instances) : instances[instance])?.address}/api/v1/alliances/${world.alliance.slug}${path}`;
  const headers = (owner: number) => ({
    authorization: `Bearer ${keys[owner]}`,
    "content-type": "application/json",
  });
  const secretary = owners.length - 1;
  return {
    insist,
    cast: ({ voteId, seat, choice, secret, key, instance }) => {
      const kind = secret ? "secret-ballots" : "ballots";
      return ask(api(`/votes/${voteId}/${kind}/${seatOf(world, seat)}`, instance), {
        method: secret ? "POST" : "PUT",
        headers: { ...headers(seat), ...(key && { "idempotency-key": key }) },
        body: JSON.stringify({ choice, ...(secret && { blind: randomUUID() }) }),
      });
    },
    post: (path, body = {}) =>
      ask(api(path), {
        method: "POST",
        headers: headers(secretary),
        body: JSON.stringify(body),
      }),
    get: (path, seat = secretary) => ask(api(path), { headers: headers(seat) }),
  };
}
