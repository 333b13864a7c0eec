import { Prisma } from "@/prisma/generated/client";

/** A text as a LIKE pattern "contains": the wildcards of the reader's own text are only characters. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** An instant as the text that `toISOString` gives, so that it can stand in JSON. */
export const instantText = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The usual lengths of a page, as text. */
const LENGTHS = new Map([
  [20, Prisma.sql`LIMIT 20`],
  [50, Prisma.sql`LIMIT 50`],
  [100, Prisma.sql`LIMIT 100`],
]);

/**
 * One page of a list. Only a length that the planner knows lets it keep the plan of a short page: for a parameter it
 * supposes a tenth of all rows, finds the kept plan dear, and makes a new one each time.
 */
export const pageOf = (limit: number, offset: number): Prisma.Sql =>
  Prisma.sql`${LENGTHS.get(limit) ?? Prisma.sql`LIMIT ${limit}`} ${offset ? Prisma.sql`OFFSET ${offset}` : Prisma.empty}`;
