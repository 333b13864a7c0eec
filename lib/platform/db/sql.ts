import { Prisma } from "@/prisma/generated/client";

/** A text as a LIKE pattern "contains": the wildcards of the reader's own text are only characters. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** An instant as the text that `toISOString` gives, so that it can stand in JSON. */
export const instantText = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
