import "./browser";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import { messages as en } from "@/lib/i18n/messages/en";
import { messages as zh } from "@/lib/i18n/messages/zh-CN";
import type { UseCase } from "@/lib/platform/corridor/use-case";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { type Answer, createCaller, type Input, restOf } from "./call";
import { malformed, operators, plausible, schemaOf } from "./inputs";

const { db } = useDatabase();
const rest = restOf(operations);
const EACH = 300;
let slug = "";
const keys = new Map<string, string>();

beforeAll(async () => {
  const alliance = await createAlliance(db());
  const organization = await createOrganization(db());
  slug = alliance.slug;
  const at = { allianceId: alliance.id };
  keys.set("secretariat", (await createCaller(db(), "secretariat", at)).key);
  keys.set(
    "enterprise",
    (await createCaller(db(), "enterprise_contact", { ...at, organizationId: organization.id }))
      .key,
  );
  keys.set("admin", (await createCaller(db(), "platform_admin")).key);
});

/** Whoever gets furthest: a door that is shut at once would prove nothing about what lies behind it. */
function keyFor(useCase: UseCase): string | undefined {
  const held = (role: "secretariat" | "enterprise_contact" | "platform_admin") =>
    useCase.permission.reachOf(
      [{ role, allianceId: role === "platform_admin" ? null : "a", organizationId: "o" }],
      useCase.place === "tenant" ? "a" : null,
    );
  if (held("secretariat")) return keys.get("secretariat");
  if (held("enterprise_contact")) return keys.get("enterprise");
  return held("platform_admin") ? keys.get("admin") : undefined;
}

const fields = new Set([...Object.keys(zh.fields), "unknown"]);
type Issue = { path: string; message: string };

/** What an answer to bad input must not be. */
function faultOf({ status, body, text }: Answer): string | undefined {
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  if (/\bat \/|node_modules|SELECT |prisma/i.test(text))
    return `tells too much: ${text.slice(0, 200)}`;
  const issues = (body.issues ?? []) as Issue[];
  const wordless = issues.find((issue) => !fields.has(issue.message));
  if (wordless) return `has no words for ${wordless.message} at ${wordless.path}`;
  if (status === 400 && issues.length === 0) return "400 without saying what is wrong";
  return undefined;
}

async function inBatches<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += 10) {
    done.push(...(await Promise.all(items.slice(at, at + 10).map(run))));
  }
  return done;
}

const named = operations.map((useCase) => [useCase.id, useCase] as const);

describe(`V2.2.1 ${EACH} malformed inputs are never an error of the server`, () => {
  test.each(named)(
    "%s",
    async (_, useCase) => {
      const inputs = fc.sample(malformed(useCase), { numRuns: EACH, seed: 7 });
      const faults = await inBatches(inputs, async (input) => {
        const fault = faultOf(await rest.call(useCase, slug, input, { key: keyFor(useCase) }));
        return fault && `${fault} ← ${JSON.stringify(input).slice(0, 300)}`;
      });
      expect(faults.filter(Boolean).slice(0, 3)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
    120_000,
  );
});

/** Top-level fields of a body that are no lists and no objects of their own. */
function scalars(useCase: UseCase): string[] {
  const inPath = new Set([...useCase.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  return Object.entries(schemaOf(useCase).properties ?? {})
    .filter(([name, schema]) => {
      const kind = schema.anyOf ? "mixed" : schema.type;
      return !inPath.has(name) && kind !== "object" && kind !== "array" && kind !== "mixed";
    })
    .map(([name]) => name);
}

describe("A-06 an operator object is no value", () => {
  const commands = operations.filter(
    (useCase) => useCase.kind === "command" && scalars(useCase).length,
  );
  test.each(commands.map((useCase) => [useCase.id, useCase] as const))("%s", async (_, useCase) => {
    const base = plausible(schemaOf(useCase)) as Input;
    const sent = scalars(useCase).flatMap((name) => operators.map((value) => ({ name, value })));
    const taken = await inBatches(sent, async ({ name, value }) => {
      const answer = await rest.call(
        useCase,
        slug,
        { ...base, [name]: value },
        { key: keyFor(useCase) },
      );
      const issues = (answer.body.issues ?? []) as Issue[];
      const refused =
        answer.status === 400 &&
        issues.some(({ path }) => path === name || path.startsWith(`${name}.`));
      return refused ? "" : `${name}=${JSON.stringify(value)} → ${answer.status}`;
    });
    expect(taken.filter(Boolean).slice(0, 5)).toEqual([]);
  });
});

test("every message of a field stands in both languages", () => {
  expect(Object.keys(en.fields).sort()).toEqual(Object.keys(zh.fields).sort());
});
