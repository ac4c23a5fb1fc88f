/** The connections to PostgreSQL: how they are made, how a transaction runs, which failures are worth another try. */
import { Client, type ClientConfig, Pool, type PoolClient, type QueryResult, type QueryResultRow } from "pg";

/** Connections of one process; each commits for one desk at a time. */
const POOL_SIZE = 10;
/** Nothing may hang on a database that is gone: ms. */
const CONNECT_TIMEOUT = 5_000;
const STATEMENT_TIMEOUT = 20_000;
const ANSWER_TIMEOUT = 25_000;
const ATTEMPTS = 5;

/** Serialization failures and deadlocks (SQLSTATE class 40): undone as a whole, and the same again may succeed. */
const TRY_AGAIN = new Set(["40001", "40P01"]);
/** Disk full, out of memory, configured limit exceeded: SQLSTATE class 53, but for too many connections (53300). */
const FULL = new Set(["53000", "53100", "53200", "53400"]);

/** A statement with its values. Named by its text, so that each connection prepares it once. */
export type Ask = <Row extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<QueryResult<Row>>;

/** What a transaction gives: whether to keep what it wrote, and its answer. */
export interface Done<T> {
  commit: boolean;
  answer: T;
  /** Writes that go out together with the commit, in one round trip. */
  writes?: (ask: Ask) => Promise<unknown>[];
}

export class Database {
  readonly #pool: Pool;
  readonly #config: ClientConfig;
  readonly #names = new Map<string, string>();

  /** `fault` hears of connections that broke while nobody used them. */
  constructor(url: string, fault: (error: Error) => void) {
    this.#config = {
      connectionString: url,
      application_name: "sidedesk",
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      statement_timeout: STATEMENT_TIMEOUT,
      query_timeout: ANSWER_TIMEOUT,
      // A process that was frozen in a transaction must not hold its desk's row for ever.
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT,
      pipeline: true,
    };
    this.#pool = new Pool({ ...this.#config, max: POOL_SIZE });
    this.#pool.on("error", fault);
    // Of one that breaks while it is used, whoever uses it hears; without a listener it would end the process.
    this.#pool.on("connect", (client) => client.on("error", () => undefined));
  }

  /** A connection apart from the others, not yet opened. */
  client(): Client {
    return new Client({ ...this.#config, pipeline: false });
  }

  /** One statement, committed by itself. */
  ask<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<QueryResult<Row>> {
    return this.#pool.query<Row>({ name: this.#nameOf(sql), text: sql, values });
  }

  /**
   * Runs a transaction; tried again from its beginning where the database asks for that. When it rejects, nothing was
   * kept, or it is not known: the connection broke as it committed.
   */
  async transaction<T>(work: (ask: Ask) => Promise<Done<T>>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !TRY_AGAIN.has(codeOf(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, attempt * 10));
      }
    }
  }

  async #once<T>(work: (ask: Ask) => Promise<Done<T>>): Promise<T> {
    const client = await this.#pool.connect();
    const ask: Ask = (sql, values = []) => client.query({ name: this.#nameOf(sql), text: sql, values });
    try {
      const begun = ask("BEGIN");
      // Sent in one go with the first statements; if it fails they fail too.
      begun.catch(() => undefined);
      const { commit, answer, writes } = await work(ask);
      await begun;
      const sent = writes?.(ask) ?? [];
      const [ended, ...written] = await Promise.allSettled([ask(commit ? "COMMIT" : "ROLLBACK"), ...sent]);
      const failed = [...written, ended].find((one) => one?.status === "rejected");
      if (failed) throw failed.reason;
      // A transaction that had failed ends with COMMIT too, and says that it was undone.
      if (commit && ended?.status === "fulfilled" && ended.value.command !== "COMMIT")
        throw new Error("the transaction was undone");
      client.release();
      return answer;
    } catch (error) {
      await this.#letGo(client);
      throw error;
    }
  }

  async #letGo(client: PoolClient): Promise<void> {
    try {
      await client.query("ROLLBACK");
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }

  /** The texts are constants of the code, so the map stays small. */
  #nameOf(sql: string): string {
    const known = this.#names.get(sql) ?? `s${this.#names.size}`;
    this.#names.set(sql, known);
    return known;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** The SQLSTATE of an error of the database; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Whether the database had no room for what was to be written. */
export function isFull(error: unknown): boolean {
  return FULL.has(codeOf(error));
}
