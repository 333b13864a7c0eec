import "server-only";
import { Client, type QueryResult } from "pg";
import { type Statement, withoutValues } from "./direct";

type Asked = unknown[];

/** What the generated client says to begin a transaction. */
const BEGINS = /^(?:BEGIN|SET TRANSACTION ISOLATION LEVEL [A-Za-z ]+)$/;

const NOTHING = { command: "", rowCount: 0, oid: 0, rows: [], fields: [] };

const textOf = (asked: unknown): string => {
  if (typeof asked === "string") return asked;
  return typeof asked === "object" && asked !== null && "text" in asked ? String(asked.text) : "";
};

/**
 * A connection whose transactions take fewer ways to the database. Each way costs both sides more than most statements,
 * and the locks that a transaction holds are held while it is under way. So whatever nobody waits for goes out with the
 * next statement, the beginning first of all; and what is put off to the end goes out with COMMIT: the chain of an
 * alliance, which only one at a time can hold, is then held for one disk flush and not for the ways between. Statements
 * that are begun at the same moment are one message. A transaction without a statement is none.
 */
export class FewWays extends Client {
  #ahead: Asked[] = [];
  #last: Asked[] = [];
  #begun = false;
  #gathering = false;

  override query(...asked: Asked): never {
    const text = textOf(asked[0]);
    if (BEGINS.test(text)) return this.#begin(text) as never;
    if (text === "COMMIT") return this.#commit() as never;
    if (text === "ROLLBACK") return this.#rollback() as never;
    return (this.#ahead.length > 0 ? this.#allOf([asked]) : this.#send(asked)) as never;
  }

  /** Runs before the next statement of this transaction; if it fails, so does that one, for the same reason. */
  withNext(statement: Statement): void {
    this.#ahead.push([statement]);
  }

  /** Runs as the last of this transaction, in the order given. If it fails, nothing is committed. */
  atCommit(statement: Statement): void {
    this.#last.push([statement]);
  }

  /** Nothing of one transaction may reach the next. */
  forget(): void {
    this.#ahead = [];
    this.#last = [];
    this.#begun = false;
  }

  #send(asked: Asked): Promise<QueryResult> {
    this.#gather();
    return Reflect.apply(super.query, this, asked);
  }

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  /** The last one's answer. The first that failed says why; those after it only say that the transaction had failed. */
  async #allOf(asked: Asked[]): Promise<QueryResult> {
    const all = [...this.#ahead, ...asked];
    this.#ahead = [];
    this.#begun = true;
    const answers = await Promise.allSettled(all.map((one) => this.#send(one)));
    const failed = answers.find((answer) => answer.status === "rejected");
    if (failed) throw withoutValues(failed.reason);
    const last = answers.at(-1);
    return last?.status === "fulfilled" ? last.value : NOTHING;
  }

  async #begin(text: string) {
    this.#ahead.push([text]);
    return NOTHING;
  }

  /** Has anything been asked for but to begin? */
  #isEmpty(): boolean {
    const waiting = [...this.#ahead, ...this.#last];
    return !this.#begun && waiting.every(([one]) => BEGINS.test(textOf(one)));
  }

  async #commit() {
    if (this.#isEmpty()) return this.#rollback();
    const last = this.#last;
    this.#last = [];
    const end = await this.#allOf([...last, ["COMMIT"]]);
    this.forget();
    if (end.command === "COMMIT") return end;
    throw new Error("the transaction had failed before its end");
  }

  async #rollback() {
    const begun = this.#begun;
    this.forget();
    return begun ? this.#send(["ROLLBACK"]) : NOTHING;
  }
}
