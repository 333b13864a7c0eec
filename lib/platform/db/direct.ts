import { Prisma } from "@/prisma/generated/client";
import { statementName } from "./statement-names";
import { parameter, resultTypes } from "./values";

type Statement = { text: string; values: unknown[]; name?: string; types: typeof resultTypes };
type Answer = { rows: unknown[]; rowCount: number | null };

/** One connection of a transaction, or the pool. */
export type Connection = { query: (statement: Statement) => Promise<Answer> };

type Tagged = (
  sql: TemplateStringsArray | Prisma.Sql,
  ...values: unknown[]
) => Promise<unknown[] | number>;

/** Values of rows stay out of the log: the driver's errors quote them. */
function withoutValues(error: unknown): unknown {
  if (error instanceof Error) Object.assign(error, { detail: undefined, where: undefined });
  return error;
}

async function send(connection: Connection, sql: Prisma.Sql): Promise<Answer> {
  const { text } = sql;
  const name = statementName(text);
  try {
    return await connection.query({
      text,
      values: sql.values.map(parameter),
      types: resultTypes,
      ...(name && { name }),
    });
  } catch (error) {
    throw withoutValues(error);
  }
}

const asSql = (sql: TemplateStringsArray | Prisma.Sql, values: unknown[]): Prisma.Sql =>
  sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values);

/**
 * The same handle, whose tagged statements go straight to the driver: a third of the work of the generated client,
 * which compiles, checks and converts each of them again. Models and everything else stay with the client.
 * @param connection asked before every statement, so that it can refuse
 */
export function withDirectStatements<T extends object>(client: T, connection: () => Connection): T {
  const $queryRaw: Tagged = async (sql, ...values) =>
    (await send(connection(), asSql(sql, values))).rows;
  const $executeRaw: Tagged = async (sql, ...values) =>
    (await send(connection(), asSql(sql, values))).rowCount ?? 0;
  return new Proxy(client, {
    get(target, name) {
      if (name === "$queryRaw") return $queryRaw;
      if (name === "$executeRaw") return $executeRaw;
      return Reflect.get(target, name);
    },
  });
}
