import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "@/tests/support/database";

const { url } = useDatabase();
const admin = new pg.Client({ connectionString: url });
beforeAll(() => admin.connect().then(() => undefined));
afterAll(() => admin.end());

const TENANT = `SELECT c.oid, c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE a.attname = 'alliance_id' AND NOT a.attisdropped AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`;

const KEYS = `SELECT k.conname, k.conrelid, k.confrelid, k.conrelid::regclass::text AS own, k.confrelid::regclass::text AS other,
    (SELECT array_agg(a.attname::text ORDER BY n) FROM unnest(k.conkey) WITH ORDINALITY AS u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) AS columns
  FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`;

/** What the schema promises, as a question whose answer must be empty; `plant` makes it answer. */
const promises: {
  name: string;
  question: string;
  plant: string[];
  named: RegExp;
  but?: Record<string, string>;
}[] = [
  {
    name: "I-23 a key between two tenant tables holds the alliance",
    question: `WITH tenant AS (${TENANT}), keys AS (${KEYS})
      SELECT conname AS found FROM keys JOIN tenant a ON a.oid = conrelid JOIN tenant b ON b.oid = confrelid
      WHERE NOT 'alliance_id' = ANY(columns)`,
    but: {
      organization_change_answers_change_id_fkey:
        "a change of a shared profile is proposed in one alliance and answered in every other one",
    },
    plant: [
      "ALTER TABLE project_parties ADD CONSTRAINT planted FOREIGN KEY (project_id) REFERENCES projects (id)",
    ],
    named: /planted/,
  },
  {
    name: "I-23 what belongs to a tenant's row has a tenant itself",
    question: `WITH tenant AS (${TENANT}), keys AS (${KEYS})
      SELECT own || '.' || conname AS found FROM keys JOIN tenant b ON b.oid = confrelid
      WHERE conrelid NOT IN (SELECT oid FROM tenant)`,
    plant: ["CREATE TABLE planted (id int PRIMARY KEY, project_id uuid REFERENCES projects (id))"],
    named: /planted/,
  },
  {
    name: "I-23, A-04 a tenant's row never moves to another alliance",
    question: `WITH tenant AS (${TENANT})
      SELECT relname AS found FROM tenant t WHERE NOT EXISTS (
        SELECT 1 FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid
        WHERE g.tgrelid = t.oid AND p.proname IN ('refuse_other_alliance', 'refuse_change'))`,
    plant: ["CREATE TABLE planted (id int PRIMARY KEY, alliance_id uuid NOT NULL)"],
    named: /planted/,
    but: {
      role_grants:
        "a right is ended and granted anew; its alliance is empty for the platform's own",
      position_labels: "words of one alliance under a key that begins with it",
      outcome_rollups: "kept by the triggers of outcome_records alone",
      outcome_totals: "kept by the triggers of outcome_rollups alone",
      project_totals: "kept by the triggers of projects alone",
      fund_rollups: "kept by the triggers of the money tables alone",
      member_count_steps: "kept by the triggers of membership_periods alone",
      metric_values: "published figures of sources, written by imports only",
    },
  },
  {
    name: "every key is found by an index",
    question: `WITH keys AS (${KEYS})
      SELECT conname AS found FROM keys k WHERE NOT EXISTS (
        SELECT 1 FROM pg_index i
        CROSS JOIN LATERAL (SELECT array_agg(a.attname::text ORDER BY n) AS names
          FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS u(num, n)
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num) x
        -- All of the key, or first of all the part that names one row: an alliance alone is most of a table.
        WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND (
          x.names[1:cardinality(k.columns)] @> k.columns
          OR x.names[1] = ANY(k.columns) AND x.names[1] <> 'alliance_id'))`,
    plant: [
      "CREATE TABLE planted (id int PRIMARY KEY, user_id uuid, CONSTRAINT planted_user FOREIGN KEY (user_id) REFERENCES users (id))",
    ],
    named: /planted_user/,
  },
  {
    // Who did it (…_by_id, …_opener_id, author_id, actor_id) is an account: accounts are never deleted and belong to no alliance, and
    // each key would cost its index on the tables that take the most rows. The chain of the audit proves the act.
    name: "I-23 a column that names a row is a key, but for the accounts that acted",
    question: `SELECT c.relname || '.' || a.attname AS found FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid = 'uuid'::regtype AND a.attname LIKE '%\\_id' AND a.attname !~ '(_by|_opener|^author|^actor)_id$'
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY(k.conkey))`,
    but: {
      "audit_entries.subject_id": "rows of every table, also of those that are not kept for good",
      "evaluation_schemes.series_id": "editions of one scheme; the series has no row of its own",
      "evaluation_subjects.key_id":
        "the member, the college or the alliance itself: the columns beside it are keys",
      "fund_rollups.alliance_id": "kept by the triggers of the money tables alone",
      "fund_rollups.organization_id": "kept by the triggers of the money tables alone",
      "fund_rollup_days.organization_id": "kept by the triggers of the money tables alone",
      "fund_spans.organization_id": "kept by the triggers of the money tables alone",
      "fund_spans.record_id":
        "a promise or an entry; what counted once is told after it is gone as well",
      "member_count_steps.alliance_id": "kept by the triggers of membership_periods alone",
      "outcome_rollup_days.organization_id": "kept by the triggers of outcome_rollups alone",
      "outcome_rollups.alliance_id": "kept by the triggers of outcome_records alone",
      "outcome_rollups.organization_id": "kept by the triggers of outcome_records alone",
      "outcome_totals.alliance_id": "kept by the triggers of outcome_rollups alone",
      "project_totals.alliance_id": "kept by the triggers of projects alone",
      "outcome_versions.organization_id":
        "what a record said before, written by the trigger that corrects it",
    },
    plant: ["ALTER TABLE votes ADD COLUMN planted_seat_id uuid"],
    named: /votes.planted_seat_id/,
  },
  {
    name: "I-19 no number of the schema is a float",
    question: `SELECT c.relname || '.' || a.attname AS found FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND a.atttypid IN ('float4'::regtype, 'float8'::regtype, 'money'::regtype)`,
    plant: ["ALTER TABLE fund_entries ADD COLUMN planted float8"],
    named: /fund_entries.planted/,
  },
  {
    name: "I-30 every instant has its zone",
    question: `SELECT c.relname || '.' || a.attname AS found FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND a.atttypid IN ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype)`,
    plant: ["ALTER TABLE projects ADD COLUMN planted timestamp"],
    named: /projects.planted/,
  },
  {
    name: "every text has a limit, or is meant to be long",
    question: `SELECT c.relname || '.' || a.attname AS found FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid = 'varchar'::regtype AND a.atttypmod < 0 AND c.relname <> '_prisma_migrations'`,
    plant: ["ALTER TABLE projects ADD COLUMN planted varchar"],
    named: /projects.planted/,
  },
];

const ask = async (question: string) =>
  (await admin.query<{ found: string }>(question)).rows.map((row) => row.found).sort();

describe.each(promises)("$name", ({ question, plant, named, but }) => {
  test("holds", async () => {
    expect(await ask(question)).toEqual(Object.keys(but ?? {}).sort());
  });

  test("is seen where it does not", async () => {
    await admin.query("BEGIN");
    try {
      for (const statement of plant) await admin.query(statement);
      expect((await ask(question)).join(" ")).toMatch(named);
    } finally {
      await admin.query("ROLLBACK");
    }
  });
});
