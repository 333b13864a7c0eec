import "../rest/browser";
import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import { columns } from "@/lib/features/access/policy";
import { type Actor, anonymous, type Role } from "@/lib/platform/auth/actor";
import { newSecret } from "@/lib/platform/auth/secret";
import type { Reach } from "@/lib/platform/corridor/permission";
import type { UseCase } from "@/lib/platform/corridor/use-case";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { pictureOf, without } from "../corridor/support";
import { type Answer, createCaller, type Input, restOf } from "../rest/call";
import { someId } from "../rest/inputs";
import { fixtures } from "./fixtures";
import { createHome, type Home } from "./home";
import type { Fixture } from "./kit";

/*
 * Role × operation × {own, other organization, hidden alliance, object of another alliance, missing object}, by the REST
 * handler with real keys (security 2). A denied cell answers 401, 403 or 404 and changes no row of any table but the
 * audit chain; an allowed one answers anything else. What carries the mark of the hidden alliance never leaves.
 */
const { url, db } = useDatabase();
const rest = restOf(operations);
const HIDDEN = "暗处";
const OTHERS = "他单位";

type Column = (typeof columns)[number];
type Person = { column: Column; actor: Actor; key: string | undefined };
let home: Home;
let hidden: Home;
let people: Person[] = [];
let somebody: Actor;

const bound = new Set<Role>(["school_leader", "reporter", "enterprise_contact"]);

async function createPerson(column: Column): Promise<Person> {
  if (column === "public") return { column, actor: anonymous, key: undefined };
  const at = column === "platform_admin" ? {} : { allianceId: home.alliance.id };
  const organizationId = bound.has(column) ? home.own.organization.id : null;
  const { actor, key } = await createCaller(db(), column, { ...at, organizationId });
  return { column, actor, key };
}

beforeAll(async () => {
  home = await createHome(db(), "明处", true);
  hidden = await createHome(db(), HIDDEN, false);
  people = [];
  for (const column of columns) people.push(await createPerson(column));
  somebody = await createActor(db(), "observer", { allianceId: home.alliance.id });
});

type Where = "own" | "other" | "elsewhere" | `foreign ${string}` | `missing ${string}`;
type Expected = "denied" | "allowed" | "not found" | "no success" | "no error";
type Cell = { person: Person; where: Where; expected: Expected; tenant: string; input: Input };

/** A cell without reach is denied; reach over own organizations ends at another's record. */
function expectedOf(useCase: UseCase, reach: Reach | undefined, where: Where): Expected {
  if (where.startsWith("foreign") || where.startsWith("missing")) return "no success";
  if (!reach) return "denied";
  if (reach.whole || where === "own") return useCase.kind === "query" ? "no error" : "allowed";
  if (useCase.kind === "query") return "no error";
  // What has no object but the caller, such as a new key of one's own, knows no other organization.
  return where === "other" && !reach.self ? "denied" : "allowed";
}

const reachIn = (useCase: UseCase, { actor }: Person, where: Home) =>
  useCase.permission.reachOf(actor.roles, useCase.place === "tenant" ? where.alliance.id : null);

const inputOf = (fixture: Fixture, where: Home, side: "own" | "other", caller: Actor) =>
  fixture.input({
    db: db(),
    home: where,
    organizationId: where[side].organization.id,
    caller: fixture.personal && side === "other" ? somebody : caller,
  });

/** A value of the same form that names nothing. */
const missing = (key: string, value: unknown): unknown =>
  key === "token" ? newSecret() : Array.isArray(value) ? [someId] : someId;

async function cellsOf(useCase: UseCase, fixture: Fixture, person: Person): Promise<Cell[]> {
  const own = await inputOf(fixture, home, "own", person.actor);
  const reach = reachIn(useCase, person, home);
  const cell = (where: Where, input: Input, more: Partial<Cell> = {}): Cell => ({
    person,
    where,
    input,
    tenant: home.alliance.slug,
    expected: expectedOf(useCase, reach, where),
    ...more,
  });
  const other = await inputOf(fixture, home, "other", person.actor);
  const cells = [
    cell("own", own),
    cell("other", other, fixture.personal && reach ? { expected: "no success" } : {}),
  ];
  const keys = fixture.ids ?? [];
  if (useCase.place === "tenant") {
    const theirs = await inputOf(fixture, hidden, "own", person.actor);
    const enters = person.column === "platform_admin";
    cells.push(
      cell("elsewhere", theirs, {
        tenant: hidden.alliance.slug,
        expected: enters
          ? expectedOf(useCase, reachIn(useCase, person, hidden), "own")
          : "not found",
      }),
      ...keys.map((key) => cell(`foreign ${key}`, { ...own, [key]: theirs[key] })),
    );
  }
  return [
    ...cells,
    ...keys.map((key) => cell(`missing ${key}`, { ...own, [key]: missing(key, own[key]) })),
  ];
}

const holds: Record<Expected, (status: number) => boolean> = {
  denied: (status) => status === 401 || status === 403 || status === 404,
  allowed: (status) => status < 500 && status !== 400 && ![401, 403, 404].includes(status),
  "not found": (status) => status === 404,
  "no success": (status) => status >= 400 && status < 500,
  "no error": (status) => status < 500 && status !== 400,
};

/** Organizations stand in one register that all alliances look into; who is a member of what is another question. */
const sharedRegister = new Set(["organizations.lookup", "organizations.get"]);

/** Which bytes must not be in an answer. */
function leakIn(useCase: UseCase, cell: Cell, answer: Answer): string | undefined {
  const seesHidden = cell.person.column === "platform_admin" || sharedRegister.has(useCase.id);
  if (!seesHidden && answer.text.includes(HIDDEN)) return "holds words of the hidden alliance";
  const reach = reachIn(useCase, cell.person, home);
  const narrow = reach && !reach.whole && !reach.published;
  if (
    narrow &&
    cell.where === "other" &&
    useCase.kind === "query" &&
    answer.text.includes(OTHERS)
  ) {
    return "holds words of another organization";
  }
  return undefined;
}

async function walk(useCase: UseCase, cells: readonly Cell[], door = rest): Promise<string[]> {
  const faults: string[] = [];
  for (const cell of cells) {
    const answer = await door.call(useCase, cell.tenant, cell.input, { key: cell.person.key });
    const leak = leakIn(useCase, cell, answer);
    const name = `${cell.person.column}, ${cell.where}: ${cell.expected}`;
    if (leak) faults.push(`${name} ${leak}`);
    if (!holds[cell.expected](answer.status)) {
      faults.push(`${name} → ${answer.status} ${answer.text.slice(0, 300)}`);
    }
  }
  return faults;
}

/** Tables in which a refused call may leave a trace: the chain, the key's last use, the brake. */
const traces = ["audit_entries", "audit_heads", "api_keys", "rate_limits", "sessions"];
const untouched = async () => without(await pictureOf(url), ...traces);

test("every operation has a fixture, and every fixture an operation", () => {
  const ids = operations.map(({ id }) => id);
  expect(ids.filter((id) => !(id in fixtures))).toEqual([]);
});

describe("role × operation × place", () => {
  const known = operations.flatMap((useCase) => {
    const fixture = fixtures[useCase.id];
    return fixture ? [[useCase.id, useCase, fixture] as const] : [];
  });

  test.each(known)("%s", async (_, useCase, fixture) => {
    const cells: Cell[] = [];
    for (const person of people) cells.push(...(await cellsOf(useCase, fixture, person)));
    const shut = cells.filter(({ expected }) => expected !== "allowed" && expected !== "no error");
    const before = await untouched();
    const faults = await walk(useCase, shut);
    const after = await untouched();
    const touched = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(faults).toEqual([]);
    expect(touched, "a refused call changed rows").toEqual([]);
    const open = cells.filter((cell) => !shut.includes(cell));
    // What the first allowed call changes must not decide over the next: each gets objects of its own.
    for (const cell of open) {
      if (useCase.kind === "command" && cell.where !== "elsewhere") {
        cell.input = await inputOf(
          fixture,
          home,
          cell.where === "other" ? "other" : "own",
          cell.person.actor,
        );
      }
      expect(await walk(useCase, [cell])).toEqual([]);
    }
  });
});

test("the walk sees a door that is left open, and what came in by it", async () => {
  const useCase = operations.find(({ id }) => id === "outcomes.report");
  const fixture = fixtures["outcomes.report"];
  if (!useCase || !fixture) throw new Error("outcomes.report is gone");
  const everywhere: Reach = {
    whole: true,
    masked: false,
    organizationIds: [],
    self: true,
    assigned: true,
    published: true,
  };
  const open = { ...useCase, permission: { action: "x", reachOf: () => everywhere } } as UseCase;
  const cells = (
    await Promise.all(people.map((person) => cellsOf(useCase, fixture, person)))
  ).flat();
  const before = await untouched();
  const faults = await walk(
    useCase,
    cells.filter(({ expected }) => expected === "denied"),
    restOf([open]),
  );
  const after = await untouched();
  expect(faults.join("\n")).toMatch(/observer, own: denied → 200/);
  expect(faults.join("\n")).toMatch(/reporter, other: denied → 200/);
  expect(after.outcome_records).not.toBe(before.outcome_records);
});
