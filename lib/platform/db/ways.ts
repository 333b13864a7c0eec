import "server-only";
import { Client, type QueryResult } from "pg";
import { type Statement, withoutValues } from "./direct";

/** What the generated client says to begin a transaction, one after the other. */
const BEGINS = /^(?:BEGIN|SET TRANSACTION ISOLATION LEVEL [A-Za-z ]+)$/;

const NOTHING = { command: "", rowCount: 0, oid: 0, rows: [], fields: [] };

const textOf = (asked: unknown): string => {
  if (typeof asked === "string") return asked;
  return typeof asked === "object" && asked !== null && "text" in asked ? String(asked.text) : "";
};

/**
 * A connection whose transactions take fewer ways to the database. Each way costs both sides more than most statements,
 * and the locks that a transaction holds are held while it is under way. So the beginning goes out with the first
 * statement, and what is put off to the end goes out with COMMIT: the chain of an alliance, which only one at a time can
 * hold, is then held for one disk flush and not for the ways between. A transaction without a statement is none.
 */
export class FewWays extends Client {
  #begin = "";
  #last: Statement[] = [];

  override query(...asked: unknown[]): never {
    const text = textOf(asked[0]);
    if (BEGINS.test(text)) return this.#putOff(text) as never;
    if (text === "COMMIT") return this.#commit() as never;
    if (text === "ROLLBACK") return this.#rollback() as never;
    return (this.#begin ? this.#sendWithBegin(asked) : this.#send(asked)) as never;
  }

  /** Runs in this transaction, as its last statement, in the order given. If it fails, nothing is committed. */
  atCommit(statement: Statement): void {
    this.#last.push(statement);
  }

  /** Nothing of one transaction may reach the next. */
  forget(): void {
    this.#begin = "";
    this.#last = [];
  }

  #send(asked: unknown[]): Promise<QueryResult> {
    return Reflect.apply(super.query, this, asked);
  }

  /** One message for all that is sent meanwhile. */
  #together<T>(send: () => T): T {
    const { stream } = this.connection;
    stream.cork();
    try {
      return send();
    } finally {
      stream.uncork();
    }
  }

  async #putOff(text: string) {
    this.#begin += `${text};`;
    return NOTHING;
  }

  async #sendWithBegin(asked: unknown[]): Promise<QueryResult> {
    const begin = this.#begin;
    this.#begin = "";
    const [, answer] = await Promise.all(
      this.#together(() => [this.#send([begin]), this.#send(asked)] as const),
    );
    return answer;
  }

  async #commit() {
    const last = this.#last;
    this.#last = [];
    if (this.#begin && last.length === 0) return this.#rollback();
    const answers = await Promise.allSettled(
      this.#together(() => [
        ...last.map((statement) => this.query(statement) as Promise<QueryResult>),
        this.#send(["COMMIT"]),
      ]),
    );
    // The first that failed says why; those after it only say that the transaction had failed.
    const failed = answers.find((answer) => answer.status === "rejected");
    if (failed) throw withoutValues(failed.reason);
    const end = answers.at(-1);
    if (end?.status === "fulfilled" && end.value.command === "COMMIT") return end.value;
    throw new Error("the transaction had failed before its end");
  }

  async #rollback() {
    const begun = !this.#begin;
    this.forget();
    return begun ? this.#send(["ROLLBACK"]) : NOTHING;
  }
}
