import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { perform } from "@/lib/platform/corridor/faces";
import { type ChainFault, chainFaults } from "@/lib/platform/invariants/chain";
import { useDatabase } from "@/tests/support/database";
import { addNode, world } from "./support";

const { url, db } = useDatabase();
const admin = new pg.Client({ connectionString: url });
let chain = "";
const LENGTH = 200;

async function faults(): Promise<ChainFault[]> {
  const { text, values } = chainFaults(null);
  return (await admin.query<ChainFault>({ text, values })).rows;
}

beforeAll(async () => {
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
});

test("I-06 200 writers at once, 15 % of them refused: numbers without a gap, each holding the hash before", async () => {
  const { ours, secretary } = await world(db());
  chain = ours.id;
  const answers = await Promise.all(
    Array.from({ length: LENGTH }, (_, n) =>
      perform(
        addNode,
        { actor: secretary, tenant: ours.slug },
        { name: `示例环节 ${n}`, ending: n % 20 < 3 ? "refuse" : "accept" },
      ).catch(() => ({ ok: false as const, reason: "unavailable" })),
    ),
  );
  const accepted = answers.filter((answer) => answer.ok).length;
  expect(accepted).toBe(LENGTH * 0.85);
  const rows = await db().auditEntry.findMany({ where: { chain }, orderBy: { seq: "asc" } });
  expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, at) => at + 1));
  expect(rows).toHaveLength(accepted);
  expect(await db().chainNode.count({ where: { allianceId: chain } })).toBe(accepted);
  expect(await faults()).toEqual([]);
});

describe("the chain cannot be changed through the front", () => {
  test.each([
    ["changed", "UPDATE audit_entries SET action = 'x'"],
    ["deleted", "DELETE FROM audit_entries"],
    ["emptied", "TRUNCATE audit_entries CASCADE"],
    ["given a lower head", "UPDATE audit_heads SET seq = seq - 1"],
    ["given a head that jumps", "UPDATE audit_heads SET seq = seq + 2"],
    ["robbed of its head", "DELETE FROM audit_heads"],
  ])("it is not %s", async (_, statement) => {
    await expect(admin.query(statement)).rejects.toThrow(/immutable|is never changed/);
    expect(await faults()).toEqual([]);
  });
});

/** Behind the guards, as somebody with the database in his hands. Gives the number of the first entry that is bad. */
type Tampering = { name: string; at: number; run: (seq: number) => Promise<number> };

const q = (text: string, ...values: unknown[]) => admin.query(text, [chain, ...values]);
const set = (column: string, value: string) => async (seq: number) => {
  await q(`UPDATE audit_entries SET ${column} = ${value} WHERE chain = $1 AND seq = $2`, seq);
  return seq;
};

const ways: [string, (seq: number, length: number) => Promise<number>][] = [
  ["another action", set("action", "action || 'x'")],
  ["another person", set("actor_id", "gen_random_uuid()")],
  ["nobody", set("actor_id", "NULL")],
  ["another record", set("subject_id", "gen_random_uuid()")],
  ["another kind of record", set("subject_type", "subject_type || 's'")],
  ["other details", set("details", `jsonb_build_object('name', 'other')`)],
  ["one more detail", set("details", `details || '{"x": 1}'`)],
  ["another request", set("request_id", "request_id || '0'")],
  ["a microsecond earlier", set("at", "at - interval '1 microsecond'")],
  ["another hash", set("hash", "repeat('a', 64)")],
  ["another hash before", set("prev_hash", "repeat('b', 64)")],
  [
    "dropped",
    async (seq) => {
      await q("DELETE FROM audit_entries WHERE chain = $1 AND seq = $2", seq);
      return seq;
    },
  ],
  [
    "dropped, the rest renumbered",
    async (seq, length) => {
      await q("DELETE FROM audit_entries WHERE chain = $1 AND seq = $2", seq);
      await q("UPDATE audit_entries SET seq = seq + 100000 WHERE chain = $1 AND seq > $2", seq);
      await q("UPDATE audit_entries SET seq = seq - 100001 WHERE chain = $1 AND seq > 100000");
      return Math.min(seq, length);
    },
  ],
  [
    "swapped with the next",
    async (seq, length) => {
      const [a, b] = seq < length ? [seq, seq + 1] : [seq - 1, seq];
      await q("UPDATE audit_entries SET seq = 0 WHERE chain = $1 AND seq = $2", a);
      await q("UPDATE audit_entries SET seq = $2 WHERE chain = $1 AND seq = $3", a, b);
      await q("UPDATE audit_entries SET seq = $2 WHERE chain = $1 AND seq = 0", b);
      return a;
    },
  ],
  [
    "rewritten with its hash",
    async (seq, length) => {
      await q("UPDATE audit_entries SET action = 'x' WHERE chain = $1 AND seq = $2", seq);
      await q(
        `UPDATE audit_entries SET hash = audit_hash(prev_hash, chain, seq, at, actor_id, action, subject_type, subject_id,
           details, request_id) WHERE chain = $1 AND seq = $2`,
        seq,
      );
      // Its own content fits again; the one behind it, or the head, does not.
      return Math.min(seq + 1, length);
    },
  ],
];

test("A-29 every way of tampering, at 100 random places: the first bad entry is named, none is missed", async () => {
  const { rows } = await admin.query<{ length: number }>(
    "SELECT count(*)::int AS length FROM audit_entries WHERE chain = $1",
    [chain],
  );
  const length = rows[0]?.length ?? 0;
  const tampering = fc.record({
    way: fc.integer({ min: 0, max: ways.length - 1 }),
    seq: fc.integer({ min: 1, max: length }),
  });
  const missed: Omit<Tampering, "run">[] = [];
  const cases = [
    ...ways.map((_, way) => ({ way, seq: length })),
    ...ways.map((_, way) => ({ way, seq: 1 })),
    ...fc.sample(tampering, { numRuns: 100, seed: 20_261_122 }),
  ];
  for (const { way, seq } of cases) {
    const [name, run] = ways[way] ?? ["", async () => 0];
    await admin.query("BEGIN");
    await admin.query("SET LOCAL session_replication_role = replica");
    const first = await run(seq, length);
    const [found] = await faults();
    await admin.query("ROLLBACK");
    if (found?.chain !== chain || Number(found.seq) !== first) missed.push({ name, at: seq });
  }
  expect(missed).toEqual([]);
  expect(await faults()).toEqual([]);
});
