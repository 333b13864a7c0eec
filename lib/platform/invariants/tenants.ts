import { bySql, type Check, type Finding } from "./check";

type Reference = { name: string; table_name: string; statement: string };

/**
 * The database refuses a reference without its row, and one into another alliance, because keys between tenant tables
 * hold the alliance. A load with switched-off triggers passes both, so the rows are looked at as well (I-23).
 */
export const references: Check = {
  id: "I-23",
  title: "every reference leads to a row, of the same alliance",
  find: async (reader) => {
    const { rows } = await reader.query<Reference>({
      text: `SELECT c.conname AS name, c.conrelid::regclass::text AS table_name, format(
          'SELECT count(*)::int AS rows FROM %s r WHERE %s AND NOT EXISTS (SELECT 1 FROM %s t WHERE %s)',
          c.conrelid::regclass, string_agg(format('r.%I IS NOT NULL', a.attname), ' AND '),
          c.confrelid::regclass, string_agg(format('t.%I = r.%I', f.attname, a.attname), ' AND ')) AS statement
        FROM pg_constraint c
        CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k(own, other)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
        JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.other
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
        GROUP BY c.oid, c.conname, c.conrelid, c.confrelid ORDER BY 1`,
    });
    const found: Finding[] = [];
    for (const { name, table_name, statement } of rows) {
      const [lost] = (await reader.query<{ rows: number }>({ text: statement })).rows;
      if (lost && lost.rows > 0) found.push({ key: name, table: table_name, rows: lost.rows });
    }
    return found;
  },
};

export const guards = bySql(
  "I-05",
  "no guard of the database is switched off",
  `SELECT tgrelid::regclass::text AS table_name, tgname AS guard, 'switched off' AS fault
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled NOT IN ('O', 'A')
   UNION ALL
   SELECT conrelid::regclass::text, conname, 'not validated' FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND NOT convalidated`,
);
