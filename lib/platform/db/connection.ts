import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import type { Connection } from "./direct";
import { statementName } from "./statement-names";
import { FewWays } from "./ways";

/** The connection on which a transaction runs, as long as it runs. */
type Place = { connection?: Connection | undefined };

/** Which transaction the running code belongs to. */
export type Places = AsyncLocalStorage<Place>;

export const newPlaces = (): Places => new AsyncLocalStorage<Place>();

const ENDS = new Set(["COMMIT", "ROLLBACK"]);

/**
 * Prisma's adapter, which also notes where a transaction runs. From the moment its end is asked for, the note is gone: a
 * statement of work that was given up must not land on a connection that already serves another one.
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
      if (!(connection instanceof FewWays)) throw new Error("a transaction without a client");
      const place = this.#places.getStore();
      if (!place) return transaction;
      place.connection = connection;
      const execute = transaction.executeRaw.bind(transaction);
      transaction.executeRaw = (sql) => {
        if (ENDS.has(sql.sql)) place.connection = undefined;
        return execute(sql);
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
