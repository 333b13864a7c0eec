import { words } from "@/app/api/words";
import type { Actor, Role } from "@/lib/platform/auth/actor";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { UseCase } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { restHandler } from "@/lib/platform/rest/handler";
import { createActor } from "@/tests/support/actors";

export type Input = Record<string, unknown>;
export type Caller = { key?: string | undefined; headers?: Record<string, string> };
export type Answer = {
  status: number;
  body: Record<string, unknown>;
  text: string;
  headers: Headers;
};

/** A key of a person, as the command line would make one. */
export async function keyOf(
  db: Tx,
  userId: string,
  more: { readOnly?: boolean; expiresAt?: Date; endedAt?: Date } = {},
): Promise<string> {
  const key = newSecret();
  await db.apiKey.create({
    data: { userId, name: "test", prefix: key.slice(0, 8), keyHash: hashSecret(key), ...more },
  });
  return key;
}

export async function createCaller(
  db: Tx,
  role: Role,
  at: { allianceId?: string | null; organizationId?: string | null } = {},
): Promise<{ actor: Actor; key: string }> {
  const actor = await createActor(db, role, at);
  return { actor, key: await keyOf(db, actor.userId ?? "") };
}

const ORIGIN = "http://localhost:3999";

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text);
  } catch {
    // The caller looks at the text.
  }
  return { status: response.status, body, text, headers: response.headers };
}

export function requestOf(
  method: string,
  path: readonly string[],
  given: { query?: URLSearchParams; body?: BodyInit | null } & Caller,
): Request {
  const query = given.query?.size ? `?${given.query}` : "";
  return new Request(
    `${ORIGIN}/api/v1/${path.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}${query}`,
    {
      method,
      headers: {
        ...(given.body !== undefined && { "content-type": "application/json" }),
        ...(given.key !== undefined && { authorization: `Bearer ${given.key}` }),
        ...given.headers,
      },
      ...(given.body !== undefined && { body: given.body }),
    },
  );
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

/** Where the parts of an input go: into the path, the query or the body. */
export function placed(useCase: UseCase, tenant: string, input: Input) {
  const rest = { ...input };
  const path = useCase.path
    .split("/")
    .slice(1)
    .map((segment) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) return segment;
      if (name === "alliance") return tenant;
      const value = asText(rest[name] ?? "-");
      delete rest[name];
      return value;
    });
  if (useCase.method !== "GET") return { path, body: JSON.stringify(rest) };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, asText(one));
  }
  return { path, query };
}

/** The REST face as a function: what the route handler calls. */
export function restOf(useCases: readonly UseCase[]) {
  const handle = restHandler(useCases, words);
  return {
    raw: async (request: Request, path: readonly string[]) => read(await handle(request, path)),
    call: async (useCase: UseCase, tenant: string, input: Input, caller: Caller = {}) => {
      const { path, ...given } = placed(useCase, tenant, input);
      return read(await handle(requestOf(useCase.method, path, { ...given, ...caller }), path));
    },
  };
}
