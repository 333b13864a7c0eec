import { Prisma } from "@/prisma/generated/client";
import { statementName } from "./statement-names";
import { parameter, resultTypes } from "./values";

export type Statement = {
  text: string;
  values: unknown[];
  name?: string;
  types: typeof resultTypes;
};
type Answer = { rows: unknown[]; rowCount: number | null };

/** One connection of a transaction, or the pool, which has no end to put something off to. */
export type Connection = {
  query: (statement: Statement) => Promise<Answer>;
  atCommit?: (statement: Statement) => void;
};

/**
 * Puts a statement off to the end of its transaction, where it goes out with COMMIT; outside of one it is sent at once.
 * A handle of the generated client alone does not know of it.
 */
export type AtCommit = { $atCommit?: (statement: Prisma.Sql) => Promise<void> };

type Tagged = (
  sql: TemplateStringsArray | Prisma.Sql,
  ...values: unknown[]
) => Promise<unknown[] | number>;

/** Values of rows stay out of the log: the driver's errors quote them. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof Error) Object.assign(error, { detail: undefined, where: undefined });
  return error;
}

function statementOf({ text, values }: Prisma.Sql): Statement {
  const name = statementName(text);
  return { text, values: values.map(parameter), types: resultTypes, ...(name && { name }) };
}

async function send(connection: Connection, sql: Prisma.Sql): Promise<Answer> {
  try {
    return await connection.query(statementOf(sql));
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
export function withDirectStatements<T extends object>(
  client: T,
  connection: () => Connection,
): T & AtCommit {
  const $queryRaw: Tagged = async (sql, ...values) =>
    (await send(connection(), asSql(sql, values))).rows;
  const $executeRaw: Tagged = async (sql, ...values) =>
    (await send(connection(), asSql(sql, values))).rowCount ?? 0;
  const $atCommit = async (sql: Prisma.Sql) => {
    const to = connection();
    if (to.atCommit) to.atCommit(statementOf(sql));
    else await send(to, sql);
  };
  const own = new Map<PropertyKey, unknown>(Object.entries({ $queryRaw, $executeRaw, $atCommit }));
  return new Proxy(client, {
    get: (target, name) => own.get(name) ?? Reflect.get(target, name),
  });
}
