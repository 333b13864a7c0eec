import "server-only";
import { createHash } from "node:crypto";
import { sessionIsAlive } from "../auth/actors";
import { sessionCookieName } from "../auth/cookie";
import { hashSecret } from "../auth/secret";
import { database } from "../db/client";
import { logger } from "../logger";
import { answerBefore } from "../requests";
import { type Drawn, drawnFrom, listenTo, send } from "./drawn";
import { cookieOf, sameFor } from "./same-for";

/** A document is never given again after this many seconds by the clock, counted from its full minute. */
const SECONDS = 10;
/** Together; what comes beyond it is drawn each time. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The documents of one moment of the database. PostgreSQL names a moment by the transactions that its reader sees
 * (`pg_current_snapshot`): the name is another one as soon as any transaction that wrote has ended, and no name ever
 * returns.
 */
class Documents {
  #name = "";
  #bytes = 0;
  readonly #documents = new Map<string, Drawn>();

  /** The document of this request as of this moment. Whatever is of another moment is let go. */
  find(name: string, key: string): Drawn | undefined {
    if (name !== this.#name) {
      this.#name = name;
      this.#bytes = 0;
      this.#documents.clear();
    }
    return this.#documents.get(key);
  }

  /** Keeps what was drawn after the moment of that name, unless another one has come since. */
  keep(name: string, key: string, drawn: Drawn): void {
    if (name !== this.#name || this.#documents.has(key)) return;
    if (this.#bytes + drawn.bytes > MOST_BYTES) return;
    this.#bytes += drawn.bytes;
    this.#documents.set(key, drawn);
  }
}

/**
 * The name of the present moment, if whoever asks may be answered in it: a visitor, or a session that is alive. Asked anew
 * for every request: rights are those of the moment (I-28), and so is what a page says.
 */
export async function momentFor(session: string | undefined): Promise<string | undefined> {
  const alive = sessionIsAlive(hashSecret(session ?? ""));
  const [row] = await database().$queryRaw<{ moment: string; alive: boolean }[]>`
    SELECT pg_current_snapshot()::text || ' ' || div(extract(epoch FROM now()), ${SECONDS}::int)::text AS moment,
      ${alive} AS alive`;
  return session === undefined || row?.alive ? row?.moment : undefined;
}

/**
 * From the next request on, a document that was drawn some seconds ago is given again to whoever asks for the same in the
 * same words, if nothing at all was written in the database since before it was drawn. What a page shows follows from its
 * address, its reader's cookies, the database and the time; drawing it is all but a twentieth of its cost (decision 0026).
 * Everything else is the framework's to answer.
 * @param momentOf what names the moment
 */
export function givePagesAgain(momentOf: typeof momentFor = momentFor): void {
  const documents = new Documents();
  const name = sessionCookieName();
  answerBefore((incoming) => {
    const same = sameFor(incoming);
    if (same === undefined) return undefined;
    const session = cookieOf(incoming.headers.cookie, name);
    const key = createHash("sha256").update(same).digest("base64");
    return async (outgoing, pass) => {
      // A database that does not answer is the framework's to tell.
      const moment = await momentOf(session).catch(() => undefined);
      const found = moment && documents.find(moment, key);
      if (found) return send(found, incoming, outgoing);
      if (moment) {
        listenTo(outgoing, (sent) => {
          drawnFrom(sent).then(
            (drawn) => drawn && documents.keep(moment, key, drawn),
            (error: unknown) => logger.warn({ err: error }, "a page could not be kept"),
          );
        });
      }
      pass();
    };
  });
}
