import pg from "pg";
import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { line } from "@/lib/kernel/fields";
import { accept, refuse } from "@/lib/kernel/result";
import type { Actor } from "@/lib/platform/auth/actor";
import { anonymous } from "@/lib/platform/auth/actor";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";

/** The smallest write of an alliance: a node of its chain. `ending` says how the command ends after it has written. */
export const addNode = defineCommand({
  id: "test.addNode",
  path: "/alliances/{alliance}/test-nodes",
  place: "tenant",
  summary: "Adds a chain node",
  permission: permission("alliance.update_profile"),
  refusals: ["changed-my-mind"],
  input: z.strictObject({
    name: line(100),
    ending: z.enum(["accept", "refuse", "fail"]).default("accept"),
  }),
  output: z.object({ id: z.uuid(), name: z.string() }),
  run: async (tx, scope, { name, ending }) => {
    const node = await tx.chainNode.create({
      data: { allianceId: scope.alliance.id, position: "support", name, sortOrder: 1 },
    });
    await scope.audit({
      action: "test.add_node",
      subjectType: "chain-node",
      subjectId: node.id,
      details: { name },
    });
    if (ending === "fail") throw new Error("planted");
    return ending === "refuse" ? refuse("changed-my-mind") : accept(node);
  },
});

/** Decides by reading several rows: at most `most` nodes. Right only when it is serializable. */
export const addNodeUpTo = defineCommand({
  id: "test.addNodeUpTo",
  path: "/alliances/{alliance}/test-nodes/limited",
  place: "tenant",
  summary: "Adds a chain node while there are few",
  permission: permission("alliance.update_profile"),
  isolation: "serializable",
  refusals: ["enough"],
  input: z.strictObject({ name: line(100), most: z.number().int() }),
  output: z.object({ id: z.uuid() }),
  run: async (tx, scope, { name, most }) => {
    const there = await tx.chainNode.count({ where: { allianceId: scope.alliance.id } });
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (there >= most) return refuse("enough");
    const node = await tx.chainNode.create({
      data: { allianceId: scope.alliance.id, position: "support", name, sortOrder: 1 },
    });
    await scope.audit({ action: "test.add_node", subjectType: "chain-node", subjectId: node.id });
    return accept({ id: node.id });
  },
});

export const makeSecret = defineCommand({
  id: "test.makeSecret",
  path: "/alliances/{alliance}/test-secrets",
  place: "tenant",
  summary: "Answers with a secret",
  permission: permission("alliance.update_profile"),
  refusals: [],
  secretAnswer: true,
  input: z.strictObject({}),
  output: z.object({ secret: z.string() }),
  run: async (_, scope) => {
    await scope.audit({ action: "test.secret", subjectType: "secret", subjectId: null });
    return accept({ secret: "shown-once" });
  },
});

export const listNodes = defineQuery({
  id: "test.listNodes",
  path: "/alliances/{alliance}/test-nodes",
  place: "tenant",
  summary: "Lists chain nodes",
  permission: permission("alliance.read_public"),
  input: z.strictObject({}),
  output: z.object({ names: z.array(z.string()), reach: z.boolean() }),
  run: async (db, scope) => {
    const rows = await db.chainNode.findMany({ where: { allianceId: scope.alliance.id } });
    return { names: rows.map((row) => row.name), reach: scope.reach.whole };
  },
});

/** Nothing of it leaves but what its output names. */
export const leakyQuery = defineQuery({
  id: "test.leaky",
  path: "/alliances/{alliance}/test-leaky",
  place: "tenant",
  summary: "Gives more than it should",
  permission: permission("alliance.read_public"),
  input: z.strictObject({}),
  output: z.object({ shown: z.string() }),
  run: async () => {
    const row = { shown: "yes", passwordHash: "canary" };
    return row;
  },
});

export async function world(db: Tx) {
  const ours = await createAlliance(db);
  const theirs = await createAlliance(db);
  const hidden = await createAlliance(db, { publishedAt: null });
  const secretary = await createActor(db, "secretariat", { allianceId: ours.id });
  const stranger = await createActor(db, "secretariat", { allianceId: theirs.id });
  const observer = await createActor(db, "observer", { allianceId: ours.id });
  const insider = await createActor(db, "secretariat", { allianceId: hidden.id });
  return { ours, theirs, hidden, secretary, stranger, observer, insider, visitor: anonymous };
}

export const readOnly = (actor: Actor): Actor => ({ ...actor, via: "key", readOnly: true });

/** Rows of every table that a refused call must not touch, as one text. */
export async function pictureOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const picture: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ picture: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS picture FROM "${name}" t`,
      );
      picture[name] = found[0]?.picture ?? "";
    }
    return picture;
  } finally {
    await client.end();
  }
}

export const without = (picture: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(picture).filter(([name]) => !names.includes(name)));
