import { describe, expect, test } from "vitest";
import { z } from "zod";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import type { RoleHeld } from "../auth/actor";
import type { Permission, Reach } from "./permission";
import { defineQuery, type TenantScope } from "./use-case";
import { defineWhole, MOST_ROWS } from "./whole";

const nothing: Reach = {
  whole: false,
  masked: false,
  organizationIds: [],
  self: false,
  assigned: false,
  published: false,
};
const all: Reach = { ...nothing, whole: true };
const own: Reach = { ...nothing, organizationIds: ["a"] };
const right = (action: string, reach: Reach | undefined): Permission => ({
  action,
  reachOf: () => reach,
});

type Asked = { page: number; pageSize: number; q?: string | undefined };

/** A list that gives three rows, and unless told otherwise says that it has more than one file holds. */
const world = (
  listRight: Reach | undefined,
  exportRight: Reach | undefined,
  { ofRows = true, total = MOST_ROWS + 1 } = {},
) => {
  const seen: { asked: Asked; reach: Reach }[] = [];
  const entries: unknown[] = [];
  const list = defineQuery({
    id: "things.list",
    path: "/alliances/{alliance}/things",
    place: "tenant",
    summary: "Things",
    permission: right("thing.read", listRight),
    input: z.strictObject({ q: z.string().optional(), ...pagingShape }),
    output: pageOf(z.object({ owner: z.string() })),
    run: async (_, scope, asked) => {
      seen.push({ asked, reach: scope.reach });
      return {
        items: [{ owner: "a" }, { owner: "b" }, { owner: "a" }],
        total,
        page: asked.page,
        pageSize: asked.pageSize,
      };
    },
  });
  const whole = defineWhole(list, {
    id: "things.export",
    summary: "All things",
    subject: "thing",
    permission: right("export.table", exportRight),
    ...(ofRows && { own: (row) => [row.owner] }),
  });
  // What a use case of a whole list reads of its scope, and no more.
  const scope = {
    actor: { roles: [] as RoleHeld[] },
    alliance: { id: "x" },
    reach: exportRight,
    audit: async (entry: unknown) => void entries.push(entry),
  } as unknown as TenantScope;
  return { whole, seen, entries, take: () => whole.run(undefined as never, scope, { q: "x" }) };
};

describe("a whole list", () => {
  test("is asked for in one go with the filters given and the reach of the list, not of the export", async () => {
    const { take, seen } = world(own, all);
    await take();
    expect(seen).toEqual([{ asked: { q: "x", page: 1, pageSize: MOST_ROWS }, reach: own }]);
  });

  test("says its true length where the file is cut, in the entry of the chain too", async () => {
    const { take, entries } = world(all, all);
    expect(await take()).toMatchObject({ total: MOST_ROWS + 1 });
    expect(entries).toMatchObject([
      { subjectType: "thing", details: { rows: 3, total: MOST_ROWS + 1 } },
    ]);
  });

  test("of own organizations holds their rows and counts no other", async () => {
    const { take } = world(all, own, { total: 3 });
    expect(await take()).toMatchObject({ items: [{ owner: "a" }, { owner: "a" }], total: 2 });
  });

  test("of own organizations says so where the list was cut, since more of theirs may stand behind", async () => {
    const { take, entries } = world(all, own);
    expect(await take()).toMatchObject({ items: [{}, {}], total: MOST_ROWS + 1 });
    expect(entries).toMatchObject([{ details: { rows: 2, total: MOST_ROWS + 1 } }]);
  });

  const rights: [
    list: Reach | undefined,
    take: Reach | undefined,
    ofRows: boolean,
    opens: boolean,
  ][] = [
    [all, all, false, true],
    [all, own, true, true],
    [all, own, false, false],
    [undefined, all, true, false],
    [all, undefined, true, false],
  ];
  test.each(rights)(
    "list %o, export %o, rows of somebody %s: opens %s",
    (list, take, ofRows, opens) => {
      const { whole } = world(list, take, { ofRows });
      expect(whole.permission.reachOf([], "x") !== undefined).toBe(opens);
    },
  );

  test("takes no page: there is none to take", () => {
    const { whole } = world(all, all);
    expect(whole.path).toBe("/alliances/{alliance}/things/export");
    expect(whole.input.safeParse({ q: "x" }).success).toBe(true);
    expect(whole.input.safeParse({ page: 2 }).success).toBe(false);
  });
});
