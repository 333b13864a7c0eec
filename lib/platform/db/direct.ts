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

/** One connection of a transaction, or the pool, where each statement is on its own and nothing can be put off. */
export type Connection = {
  query: (statement: Statement) => Promise<Answer>;
  withNext?: (statement: Statement) => void;
  atCommit?: (statement: Statement) => void;
};

type PutOff = (statement: Prisma.Sql) => Promise<void>;

/** Outside of a transaction both send at once. A handle of the generated client alone does not know of them. */
export type Later = {
  /** Sends a statement whose answer nobody waits for together with the next one of its transaction. */
  $withNext?: PutOff;
  /** Puts a statement off to the end of its transaction, where it goes out with COMMIT. */
  $atCommit?: PutOff;
};

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
): T & Later {
  const $queryRaw: Tagged = async (sql, ...values) =>
    (await send(connection(), asSql(sql, values))).rows;
  const $executeRaw: Tagged = async (sql, ...values) =>
    (await send(connection(), asSql(sql, values))).rowCount ?? 0;
  const putOff =
    (when: "withNext" | "atCommit"): PutOff =>
    async (sql) => {
      const to = connection();
      if (to[when]) to[when](statementOf(sql));
      else await send(to, sql);
    };
  const own = new Map<PropertyKey, unknown>([
    ["$queryRaw", $queryRaw],
    ["$executeRaw", $executeRaw],
    ["$withNext", putOff("withNext")],
    ["$atCommit", putOff("atCommit")],
  ]);
  return new Proxy(client, {
    get: (target, name) => own.get(name) ?? Reflect.get(target, name),
  });
}
