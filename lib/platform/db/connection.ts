import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client, type Pool } from "pg";
import type { Connection } from "./direct";
import { alone } from "./queue";
import { statementName } from "./statement-names";

/** The connection on which a transaction runs, as long as it runs. */
type Place = { connection?: Connection | undefined };

/** Which transaction the running code belongs to. */
export type Places = AsyncLocalStorage<Place>;

export const newPlaces = (): Places => new AsyncLocalStorage<Place>();

const ENDS = new Set(["COMMIT", "ROLLBACK"]);

/**
 * Prisma's adapter, which also notes where a transaction runs. From the moment its end is asked for, the note is gone: a
 * statement of work that was given up must not land on a connection that already serves another one.
 *
 * Statements that are begun together in one transaction wait here for each other, the generated client's own and tagged
 * ones in one line: the driver takes the next only when the last is answered. Outside of a transaction each has its own
 * connection and none waits.
 */
class NotingAdapter extends PrismaPg {
  readonly #places: Places;

  constructor(pool: Pool, places: Places) {
    super(pool, {
      disposeExternalPool: true,
      // The adapter hands the answer on to the driver, for which no name is undefined.
      statementNameGenerator: ({ sql }) => statementName(sql) as string,
    });
    this.#places = places;
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation);
      const connection: unknown = Reflect.get(transaction, "client");
      if (!(connection instanceof Client)) throw new Error("a transaction without a client");
      const place = this.#places.getStore();
      if (place)
        place.connection = { query: (sql) => alone(connection, () => connection.query(sql)) };
      const query = transaction.queryRaw.bind(transaction);
      const execute = transaction.executeRaw.bind(transaction);
      transaction.queryRaw = (sql) => alone(connection, () => query(sql));
      transaction.executeRaw = (sql) => {
        if (place && ENDS.has(sql.sql)) place.connection = undefined;
        return alone(connection, () => execute(sql));
      };
      return transaction;
    };
    return adapter;
  }
}

export const adapterOn = (pool: Pool, places: Places): PrismaPg => new NotingAdapter(pool, places);

/** Runs `work`, which begins one transaction, and gives it a way to that transaction's connection. */
export function onConnection<T>(
  places: Places,
  work: (connection: () => Connection) => Promise<T>,
): Promise<T> {
  const place: Place = {};
  return places.run(place, () =>
    work(() => {
      if (place.connection) return place.connection;
      throw Object.assign(new Error("the transaction has ended"), { code: "P2028" });
    }),
  );
}
